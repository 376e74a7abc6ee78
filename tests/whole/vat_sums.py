"""Invoices of every ground, credits among them, in a year of which a month is closed; and what the VAT must add up to.

The truth is made with the draw, by VAT code and period and by VAT number and quarter: the code that books is not asked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.quarter import Quarter
from mice_exact_plugin.domain.situations import SituationSettings
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.standing import eu_listing
from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, document, invoice, line
from tests.whole.periods import close

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.whole.world import World

Key = tuple[int, str, str]
CENT = Decimal("0.01")
YEAR, CLOSED_MONTH = 2026, 3
#: The Dutch administration's code of each ground, as its bookkeeper would choose.
OWN = {"exempt": "10", "reverse_charge": "6", "intra_community": "8", "export": "9", "outside_scope": "14", "zero": "5"}
CHOSEN = SituationSettings(
    {
        Situation.EXEMPT: "10",
        Situation.REVERSE_CHARGE: "6",
        Situation.WITHIN_EU: "8",
        Situation.EXPORT: "9",
        Situation.OUTSIDE_SCOPE: "14",
        Situation.ZERO_RATED: "5",
    }
)
RATES = {"21": "2", "9": "1"}


def _customer(key: str, country: str, number: str | None, **changes: str | None) -> dict[str, Any]:
    place = {"id": key, "name": f"Klant {key} Evenementen", "postalcode": None, "country": country}
    return {**CLIENT, **place, "vat_number": number, **changes}


#: The last one is a person who trades in her own name.
CUSTOMERS = (
    _customer("A", "NL", "NL004495445B01"),
    _customer("B", "DE", "DE136695976"),
    _customer("C", "BE", "BE0403019261"),
    _customer("D", "US", None),
    _customer("E", "DE", None),
    _customer("F", "NL", None),
    _customer("G", "FR", "FR40303265045", name=None, first_name="Amélie", last_name="Durand"),
)


@dataclass
class Sums:
    """Base and VAT by period and VAT code, and the listing by quarter, VAT number and kind."""

    codes: defaultdict[Key, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    listing: defaultdict[Key, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def rows(self) -> tuple[dict[Key, Decimal], dict[Key, Decimal]]:
        return {key: each for key, each in self.codes.items() if each}, {
            k: each for k, each in self.listing.items() if each
        }


def drawn(seed: int, count: int) -> Iterator[dict[str, Any]]:
    """A tenth of them credits a line of an earlier one, as often as not in a later quarter."""
    random, earlier = Random(seed), list[dict[str, Any]]()
    for number in range(count):
        if earlier and random.random() < 0.1:
            original = random.choice(earlier)
            day = min(
                date.fromisoformat(original["date_sent"]) + timedelta(days=random.randrange(120)), date(YEAR, 11, 25)
            )
            back = _turned(random.choice(original["lines"]))
            changes = {"kind": "credit", "credits": original["identifier"], "client": original["client"]}
            yield invoice(f"V{number:05}", lines=[back], day=day, **changes)
        else:
            day = date(YEAR, 1, 2) + timedelta(days=random.randrange(300))
            client = random.choice(CUSTOMERS)
            lines = [_line(random, _grounds(random, client)) for _ in range(random.randint(1, 4))]
            made = invoice(f"V{number:05}", lines=lines, day=day, client=client)
            earlier.append(made)
            yield made


def _grounds(random: Random, client: dict[str, Any]) -> Sequence[str]:
    """Mostly what fits the customer, and within the EU more often than its share."""
    fitting = [each for each in OWN if _fits(each, client)]
    return list(OWN) if random.random() < 0.1 else fitting + ["intra_community"] * (3 * ("intra_community" in fitting))


def _line(random: Random, grounds: Sequence[str]) -> dict[str, Any]:
    net = Decimal(random.randint(-2_000, 250_000)) * CENT
    if random.random() < 0.5:
        rate = random.choice(list(RATES))
        vat = (net * Decimal(rate) / 100).quantize(CENT, ROUND_HALF_UP)
        # Who computes per unit is a cent off now and then.
        return line(str(net), str(vat + (CENT if vat > 1 and random.random() < 0.1 else 0)), rate)
    return {**line(str(net), "0.00", "0"), "vat_situation": random.choice(grounds)}


def _turned(one: dict[str, Any]) -> dict[str, Any]:
    amounts = {name: str(-Decimal(one[name])) for name in ("amount_excl", "amount_vat", "amount_incl", "unit_price")}
    return {**one, **amounts}


def _fits(ground: str, client: dict[str, Any]) -> bool:
    """Who owes VAT instead is known by a number, who is elsewhere in the EU too, and what is exported leaves the EU."""
    country, number = client["country"], client["vat_number"]
    if ground == "reverse_charge":
        return bool(number)
    if ground == "intra_community":
        return bool(number) and country in ("DE", "BE", "FR")
    return ground != "export" or country == "US"


def expected(sources: Sequence[dict[str, Any]]) -> tuple[Sums, set[str]]:
    """The sums of what can be booked, and the numbers of the invoices that cannot."""
    sums, held = Sums(), {each["identifier"] for each in sources if not _can_be_booked(each)}
    # A credit waits for its original.
    held |= {each["identifier"] for each in sources if each["credits"] in held}
    for each in sources:
        if each["identifier"] not in held:
            _add(sums, each)
    return sums, held


def _can_be_booked(source: dict[str, Any]) -> bool:
    return all(_fits(each["vat_situation"], source["client"]) for each in source["lines"])


def _add(sums: Sums, source: dict[str, Any]) -> None:
    month = date.fromisoformat(source["date_sent"]).month
    period = month + 1 if month == CLOSED_MONTH else month
    for each in source["lines"]:
        net, vat = Decimal(each["amount_excl"]), Decimal(each["amount_vat"])
        code = OWN.get(each["vat_situation"]) or RATES[each["vat_rate"]]
        sums.codes[period, code, "base"] += net
        sums.codes[period, code, "vat"] += vat
        if each["vat_situation"] == "intra_community":
            sums.listing[(period + 2) // 3, source["client"]["vat_number"], "S"] += net


def book(world: World, tenant: str, folder: Path, sources: Sequence[dict[str, Any]]) -> None:
    """A night with all of them; a month is closed, and what is of it goes to the next."""
    close(world.control, CLOSED_MONTH)
    world.send(tenant, document(*sources), folder)
    moved = ClosedPeriodSettings(ClosedPolicy.FIRST_OPEN)
    world.configure(tenant, without_rates=("0",), situations=CHOSEN, closed_periods=moved)
    world.run(tenant)


def in_exact(world: World) -> Sums:
    sums = Sums()
    for each in world.control.call("GET", f"divisions/{VENUE}/balance")["vat"]:
        sums.codes[each["period"], each["code"].strip(), "base"] += Decimal(each["base"])
        sums.codes[each["period"], each["code"].strip(), "vat"] += Decimal(each["vat"])
    for each in world.control.call("GET", f"divisions/{VENUE}/vat_return")["listing"]:
        sums.listing[each["quarter"], each["vat_number"], each["kind"]] += Decimal(each["amount"])
    return sums


def as_shown(world: World, tenant: str) -> dict[Key, Decimal]:
    """What *ICP-controle* says of the four quarters."""
    link, session = link_of(world.runtime, tenant), world.runtime.session
    with step(session):
        return {
            (quarter, each.number, each.listing): each.amount
            for quarter in range(1, 5)
            for each in eu_listing.of_quarter(session, link, Quarter(YEAR, quarter)).lines
            if each.amount
        }
