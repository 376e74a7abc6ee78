"""The nights that are killed: one of everything that a run can write in Exact, and of what it may meet there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from mice_exact_plugin.decisions import debtor_choice
from simulator.tests.control import VENUE
from tests.crash import mixed
from tests.crash.small import KNOWN, PROSPECT
from tests.whole.invoices import CLIENT, document, invoice, line
from tests.whole.world import PERSON, booked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.crash.mixed import Wanted
    from tests.whole.world import World

TENANT = "zaal"
NEW = "Nieuwe Klant B.V."
CONTRADICTED = "Tegenspraak B.V."


@dataclass(frozen=True, slots=True)
class Scenario:
    """A night, and how a bookkeeper must find the books after it, whatever happened on the way.

    Attributes:
        prepare: makes what is there before the night.
        switches: of the simulator.
        gross: of every entry, by invoice number.
        relations: name and status of each.
        states: of every invoice.
        posts: entries that are sent in the night.
        wanted: what each entry must hold, line by line, where that is the question.
    """

    prepare: Callable[[World, Path], None]
    gross: Mapping[str, str]
    relations: tuple[tuple[str, str], ...]
    states: Mapping[str, str]
    posts: int
    switches: Mapping[str, Any] = field(default_factory=dict)
    wanted: tuple[Wanted, ...] = ()


def _client(name: str, postcode: str, city: str, **more: str) -> dict[str, Any]:
    return {**CLIENT, "name": name, "postalcode": postcode, "city": city, **more}


def _of(relation: Mapping[str, str]) -> dict[str, Any]:
    return _client(relation["Name"], relation["Postcode"], relation["City"])


def _all_kinds(world: World, folder: Path) -> None:
    """A known debtor, one to create with two invoices, a prospect to promote, and the credit of the first."""
    negative = [line("-100.00", "-21.00")]
    sent = document(
        invoice("F1", client=_of(KNOWN)),
        invoice("F2", client=_client(NEW, "9711 EF", "Groningen")),
        invoice("F3", "250.00", "52.50", client=_client(NEW, "9711 EF", "Groningen")),
        invoice("F4", client=_of(PROSPECT)),
        invoice("F5", lines=negative, client=_of(KNOWN), kind="credit", credits="F1"),
    )
    world.send(TENANT, sent, folder)


def _surprises(world: World, folder: Path) -> None:
    """A relation that a person wants, one whose id somebody else has by now, and an entry that Exact rounds otherwise.

    The night before made the relation whose id is taken, and a restored backup forgot the binding.
    """
    contradicted = _client(CONTRADICTED, "5611 GH", "Eindhoven", coc_number="22222222")
    other = {**KNOWN, "Code": "900", "Name": CONTRADICTED, "Postcode": "5611GH", "ChamberOfCommerce": "11111111"}
    world.control.insert(VENUE, "Accounts", other)
    new = _client(NEW, "9711 EF", "Groningen")
    world.send(TENANT, document(invoice("G1", client=contradicted), invoice("G0", client=new)), folder)
    world.run(TENANT)
    made = booked(world.control, VENUE)["G0"][0]["Customer"]
    world.control.patch(VENUE, "Accounts", {"ID": made}, Name="Iemand Anders", Postcode="9999ZZ")
    with world.runtime.session.get_bind().engine.begin() as connection:
        connection.execute(text("DELETE FROM exact_debtor_binding"))
    debtor_choice.make_new(world.runtime, TENANT, world.rows(TENANT)["G1"]["invoice_id"], PERSON)
    rounded = [line("0.98", "0.21", ledger="8000"), line("0.98", "0.21", ledger="8010")]
    world.send(TENANT, document(invoice("G2", client=new), invoice("G3", client=_of(KNOWN), lines=rounded)), folder)


def _spring(world: World, folder: Path) -> None:
    """A deposit of a closed period, the final that takes it off, and the credit of one booked the night before."""
    mixed.choose(world, TENANT)
    before, *others = mixed.KILLED
    world.send(TENANT, mixed.imported([before]), folder)
    world.run(TENANT)
    world.send(TENANT, mixed.imported(others), folder)


ALL_KINDS = Scenario(
    prepare=_all_kinds,
    gross={"F1": "121.00", "F2": "121.00", "F3": "302.50", "F4": "121.00", "F5": "-121.00"},
    relations=((KNOWN["Name"], "C"), (NEW, "C"), (PROSPECT["Name"], "C")),
    states=dict.fromkeys(("F1", "F2", "F3", "F4", "F5"), "synced"),
    posts=5,
)
SURPRISES = Scenario(
    prepare=_surprises,
    gross={"G0": "121.00", "G1": "121.00", "G2": "121.00", "G3": "2.36"},
    relations=(
        (CONTRADICTED, "C"),
        (CONTRADICTED, "C"),
        ("Iemand Anders", "C"),
        (KNOWN["Name"], "C"),
        (NEW, "C"),
        (PROSPECT["Name"], "P"),
    ),
    states={"G0": "synced", "G1": "synced", "G2": "synced", "G3": "blocked"},
    posts=3,
    switches={"vat_rounding": "down"},
)
SPRING = Scenario(
    prepare=_spring,
    gross={each.number: each.gross for each in mixed.KILLED},
    relations=((KNOWN["Name"], "C"), (PROSPECT["Name"], "P")),
    states={each.number: "synced" for each in mixed.KILLED},
    posts=3,
    wanted=mixed.KILLED,
)
SCENARIOS = {"all_kinds": ALL_KINDS, "surprises": SURPRISES, "spring": SPRING}
