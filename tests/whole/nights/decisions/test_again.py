"""*Opnieuw proberen* in the books of Exact: nothing is made twice; and what `flask exact retry` tells of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin.decisions import trying
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from typing import Any

    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
LOW = [line("100.00", "9.00", rate="9")]


def unmapped(night: Night) -> None:
    night.world.configure(night.tenant, without_rates=("9",))
    night.send(invoice("L1", lines=LOW))
    night.run()
    assert night.states() == {"L1": "blocked"}


def test_a_debtor_that_did_arrive_is_not_made_twice_by_saying_again(night: Night) -> None:
    night.send(invoice("F1", client={**CLIENT, "name": "Nieuwe Klant B.V."}))
    night.control.fault("drop_after_commit", RELATIONS, occurrence=[1])
    night.run()
    night.forward(1)
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET state = 'blocked', problems = '[]'"))
        connection.execute(text("UPDATE exact_debtor_binding SET sends = 5 WHERE state = 'creating'"))
    trying.again(night.runtime, night.tenant, night.row("F1")["invoice_id"], night.person.name)
    night.run_until_done()
    assert night.relations()["Nieuwe Klant B.V."] == 1
    assert night.booked() == {"F1": 1}


def command(night: Night, *words: str, code: int) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(
        night.world.command("exact", "retry", night.tenant, *words, "--json", code=code)
    )
    return document


def test_the_command_tells_what_became_of_each(night: Night) -> None:
    unmapped(night)
    night.send(invoice("F1"))
    night.control.fault("json_500", ENTRIES, message="Onbekende weigering")
    night.run()
    told = command(night, code=0)
    assert told["queued"] == ["F1"]
    assert told["outcomes"] == {"F1": ["queued"], "L1": ["still", "vat_rate_unmapped"]}

    told = command(night, "L1", "F9", code=1)
    assert told["outcomes"] == {"L1": ["still", "vat_rate_unmapped"], "F9": ["refused", "unknown"]}
    assert told["sentences"]["F9"] == "Deze factuur is niet bekend bij de koppeling."
    said = night.world.command("exact", "retry", night.tenant, "L1", code=1)
    assert (
        said == "L1: Nog steeds: BTW-tarief 9% is nog niet gekoppeld aan een BTW-code.\n0 facturen staan weer klaar.\n"
    )


def test_two_invoices_under_one_number_are_each_told(night: Night) -> None:
    unmapped(night)
    night.send(invoice("L2", lines=LOW))
    night.run()
    ids = sorted(night.row(number)["invoice_id"] for number in ("L1", "L2"))
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET identifier = 'L1'"))
    told = command(night, "L1", code=1)["outcomes"]
    assert told == {f"L1 ({invoice_id})": ["still", "vat_rate_unmapped"] for invoice_id in ids}
