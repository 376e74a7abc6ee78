"""Credits in a journal of their own, in the books of Exact: numbers, periods, what is found again, a journal gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from simulator.tests.control import VENUE
from tests.crash import restore
from tests.crash.mixed import CREDITS, INVOICES, close
from tests.whole.invoices import invoice, line
from tests.whole.periods import day_of

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


def _credit(number: str, of: str) -> dict[str, Any]:
    return invoice(number, lines=[line("-100.00", "-21.00")], kind="credit", credits=of)


def _facts(night: Night, number: str) -> tuple[str, float, str]:
    (entry,) = night.entries(number)
    return entry["Journal"].strip(), entry["AmountFC"], day_of(entry["EntryDate"]).isoformat()


def test_they_have_numbers_and_periods_of_their_own_and_are_found_again(night: Night) -> None:
    """A database that is put back finds both, each in its journal, and books nothing twice."""
    night.world.configure(night.tenant, credit_journal_code=CREDITS)
    close(night.control, CREDITS, 3)
    night.send(invoice("F1"), invoice("F2"), _credit("C1", "F1"))
    night.runtime.session.rollback()
    before = restore.take(night.engine)
    night.run()
    assert night.states() == {"F1": "synced", "F2": "synced", "C1": "blocked"}
    assert night.row("C1")["problems"][0]["params"] == {"year": 2026, "period": 3, "journal": CREDITS}
    night.control.call("POST", f"divisions/{VENUE}/rows/ClosedPeriods", {"delete": [{"Journal": CREDITS}]})
    night.run()
    own, other = (_facts(night, number) for number in ("F1", "C1"))
    assert (own, other) == ((INVOICES, 121, "2026-03-14"), (CREDITS, -121, "2026-03-14"))
    numbers = {number: night.row(number)["entry_number"] for number in night.states()}
    assert numbers["F2"] == numbers["F1"] + 1
    assert str(numbers["C1"])[2:4] == CREDITS, "Exact counts them apart"
    night.runtime.session.rollback()
    restore.put_back(night.engine, before)
    night.run_until_done()
    assert night.booked() == {"F1": 1, "F2": 1, "C1": 1}
    assert {number: night.row(number)["entry_number"] for number in numbers} == numbers
    said = json.loads(night.world.command("exact", "verify", night.tenant, "--booked", "--json"))
    assert (said["compared"], said["found"]) == (3, [])


def test_a_journal_that_is_gone_holds_the_credits_alone(night: Night) -> None:
    night.world.configure(night.tenant, credit_journal_code=CREDITS)
    night.control.call("POST", f"divisions/{VENUE}/rows/Journals", {"delete": [{"Code": CREDITS}]})
    night.send(invoice("F1"), _credit("C1", "F1"))
    night.run()
    assert night.states() == {"F1": "synced", "C1": "blocked"}
    (problem,) = night.row("C1")["problems"]
    assert (problem["code"], problem["params"]) == ("journal_gone", {"journal": CREDITS})
    night.world.configure(night.tenant, credit_journal_code=None)
    night.run()
    assert _facts(night, "C1")[0] == INVOICES
