"""One cause, few wrong entries, in the books: a VAT code changed in mid-run, a rounding nobody foresaw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.decisions import trying
from tests.whole.invoices import invoice, line
from tests.whole.nights.booking.test_answers import run_while, set_type
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600


def test_a_code_made_inclusive_in_mid_run_costs_one_wrong_entry(night: Night) -> None:
    night.send(*eight())
    run_while(night, lambda: set_type(night, "I"))
    assert codes(night) == {"F1": ["entry_differs"]} | {f"F{n}": ["vat_code_kind"] for n in range(2, 9)}
    assert night.booked() == {"F1": 1}

    set_type(night, "E")
    night.run()
    assert night.states() == {"F1": "blocked"} | {f"F{n}": "synced" for n in range(2, 9)}


@pytest.mark.parametrize("rounding", ["down", "document"])
def test_a_rounding_that_nobody_foresaw_stops_after_three(night: Night, rounding: str) -> None:
    night.control.switch(vat_rounding=rounding)
    night.send(*(invoice(f"F{n}", lines=rounded()) for n in range(1, 9)))
    night.run()
    differing = [number for number, found in codes(night).items() if found == ["entry_differs"]]
    assert differing == ["F1", "F2", "F3"]
    assert all(codes(night)[f"F{n}"] == ["difference_suspect"] for n in range(4, 9))
    assert len(night.calls(ENTRIES)) == 3, "the others cost no call"


def test_what_is_held_waits_over_the_nights_and_holds_what_is_new(night: Night) -> None:
    night.control.switch(vat_rounding="down")
    night.send(*(invoice(f"F{n}", lines=rounded()) for n in range(1, 5)))
    night.run()
    night.send(invoice("F5", lines=rounded()))
    for _ in range(2):
        night.forward(DAY)
        night.run()
    assert codes(night)["F4"] == codes(night)["F5"] == ["difference_suspect"]
    assert len(night.calls(ENTRIES)) == 3


@pytest.mark.parametrize("asked_at", [4, 5])
def test_what_a_person_freed_is_not_held_again_by_the_run_that_held_it(night: Night, asked_at: int) -> None:
    """Three went wrong, F4 (and F5) are held; then somebody mends it and says *opnieuw* while the run is at work."""
    night.control.switch(vat_rounding="down")
    night.send(*(invoice(f"F{n}", lines=rounded()) for n in range(1, 10)))
    asked: list[int] = []

    def frees_it() -> bool:
        asked.append(1)
        if len(asked) == asked_at + 1:
            night.control.switch(vat_rounding="half_up")
            trying.again(night.runtime, night.tenant, night.row("F4")["invoice_id"], night.person.name)
        return len(asked) == asked_at + 3

    run_id = night.open_run()
    night.run(frees_it)
    assert [night.states()[f"F{n}"] for n in (asked_at + 1, asked_at + 2)] == ["synced", "synced"]
    night.run_until_done()
    assert night.last_run().id == run_id
    assert {night.states()[f"F{n}"] for n in range(4, 10)} == {"synced"}


def test_what_goes_wrong_again_after_it_was_freed_is_held_again_after_three(night: Night) -> None:
    night.control.switch(vat_rounding="down")
    night.send(*(invoice(f"F{n}", lines=rounded()) for n in range(1, 10)))
    asked: list[int] = []

    def frees_it() -> bool:
        asked.append(1)
        if len(asked) == 5:
            trying.again(night.runtime, night.tenant, night.row("F4")["invoice_id"], night.person.name)
        return False

    night.run(frees_it)
    assert len(night.calls(ENTRIES)) == 6
    night.run()
    assert len(night.calls(ENTRIES)) == 6, "what waits after that is held over the runs, as before"


def test_retry_by_command_says_what_it_left(night: Night) -> None:
    night.send(invoice("F1"))
    run_while(night, lambda: set_type(night, "I"))
    said = night.world.command("exact", "retry", night.tenant)
    assert "0 facturen staan weer klaar." in said
    assert "F1: De boeking staat in Exact Online en wijkt af" in said
    assert trying.retry(night.runtime, night.tenant, ["F1"]) == {("F1", night.row("F1")["invoice_id"]): "differs"}


def eight() -> list[dict[str, Any]]:
    return [invoice(f"F{n}") for n in range(1, 9)]


def rounded() -> list[dict[str, Any]]:
    """Two ledgers, each with VAT of half a cent and more: 0.2058 rounds to 0.21, and 0.4116 in all to 0.41."""
    return [line("0.98", "0.21", ledger="8000"), line("0.98", "0.21", ledger="8010")]


def codes(night: Night) -> dict[str, list[str]]:
    found = night.world.rows(night.tenant)
    return {number: [problem["code"] for problem in row["problems"]] for number, row in found.items()}
