"""One cause, few wrong entries: a VAT code changed in mid-run, a rounding nobody foresaw, one sentence for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.decisions import decisions, trying
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice, line
from tests.whole.nights.booking.test_answers import run_while, set_type
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600
REFUSAL = "Ongeldig: Iets wat niemand kent"


def test_a_code_made_inclusive_in_mid_run_costs_one_wrong_entry(night: Night) -> None:
    night.send(*eight())
    run_while(night, lambda: set_type(night, "I"))
    assert codes(night) == {"F1": ["entry_differs"]} | {f"F{n}": ["vat_code_kind"] for n in range(2, 9)}
    assert night.booked() == {"F1": 1}

    set_type(night, "E")
    night.run()
    assert night.states() == {"F1": "blocked"} | {f"F{n}": "synced" for n in range(2, 9)}


def test_another_percentage_in_mid_run_costs_one_wrong_entry(night: Night) -> None:
    night.send(*eight())
    run_while(night, lambda: set_percentage(night, 0.22))
    assert codes(night)["F1"] == ["entry_differs"]
    assert {codes(night)[f"F{n}"][0] for n in range(2, 9)} == {"vat_code_unsuitable"}
    assert night.booked() == {"F1": 1}


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


def test_a_person_who_says_so_of_one_says_so_of_all_that_share_the_cause(night: Night) -> None:
    night.control.switch(vat_rounding="down")
    night.send(*(invoice(f"F{n}", lines=rounded()) for n in range(1, 7)))
    night.run()
    night.control.switch(vat_rounding="half_up")
    trying.again(night.runtime, night.tenant, night.row("F4")["invoice_id"], night.person.name)
    night.run()
    assert night.states() == dict.fromkeys(("F1", "F2", "F3"), "blocked") | dict.fromkeys(("F4", "F5", "F6"), "synced")


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


def test_what_is_freed_for_another_reason_lifts_no_cause(night: Night) -> None:
    night.control.switch(vat_rounding="down")
    night.send(*(invoice(f"F{n}", lines=rounded()) for n in range(1, 6)))
    asked: list[int] = []

    def frees_another() -> bool:
        asked.append(1)
        if len(asked) == 5:
            decisions.leave(night.runtime, night.tenant, night.row("F5")["invoice_id"], night.person, "even niet")
            trying.again(night.runtime, night.tenant, night.row("F5")["invoice_id"], night.person.name)
        return False

    night.run(frees_another)
    assert codes(night)["F4"] == codes(night)["F5"] == ["difference_suspect"]


def test_differences_in_a_slice_before_count_as_well(night: Night) -> None:
    night.control.switch(vat_rounding="down")
    night.send(*(invoice(f"F{n}", lines=rounded()) for n in range(1, 6)))
    asked: list[int] = []

    def after_two() -> bool:
        asked.append(1)
        return len(asked) == 3

    night.run(after_two)
    night.run_until_done()
    assert len(night.calls(ENTRIES)) == 3


def test_one_400_holds_its_own_invoice_only(night: Night) -> None:
    """Case 23: Exact cannot read one entry."""
    message = "Error processing request stream. Error encountered in converting the value for property 'AmountFC'"
    night.control.fault("status", ENTRIES, status=400, message=message)
    night.send(invoice("N01"), invoice("N02"))
    night.run()
    assert codes(night) == {"N01": ["refused"], "N02": []}
    assert [message] == night.row("N01")["problems"][0]["params"]["messages"]
    assert night.booked() == {"N02": 1}


def test_one_sentence_for_three_invoices_is_one_cause(night: Night) -> None:
    night.control.fault("status", ENTRIES, occurrence="every", status=500, message=REFUSAL)
    night.send(*eight())
    night.run()
    assert [codes(night)[f"F{n}"] for n in (1, 2, 3)] == [["refused"]] * 3
    assert [codes(night)[f"F{n}"] for n in range(4, 9)] == [["refused_alike"]] * 5
    assert len(night.calls(ENTRIES)) == 3

    night.control.call("DELETE", "faults")
    night.forward(DAY)
    night.run_until_done()
    assert set(night.states().values()) == {"synced"}


def test_invoices_refused_each_for_its_own_reason_hold_nobody_up(night: Night) -> None:
    night.control.fault("status", ENTRIES, occurrence=[2, 3, 4], status=500, message=REFUSAL)
    night.send(*eight())
    night.run()
    assert sorted(number for number, found in codes(night).items() if found) == ["F2", "F3", "F4"]
    assert len(night.booked()) == 5


def test_a_refused_post_is_not_sent_again_unchanged_in_the_same_run(night: Night) -> None:
    night.control.fault("status", ENTRIES, occurrence="every", status=500, message="Ongeldige referentie: BTW-code")
    night.send(invoice("F1"))
    night.run()
    assert codes(night) == {"F1": ["refused"]}
    assert len(night.calls(ENTRIES)) == 1, "the list was read again and says the same"


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


def set_percentage(night: Night, fraction: float) -> None:
    (code,) = [row for row in rows(night, "VATCodes") if str(row["Code"]).strip() == "2"]
    night.control.patch(VENUE, "VatPercentages", {"VATCodeID": code["ID"]}, Percentage=fraction)
    night.control.patch(VENUE, "VATCodes", {"Code": "2"}, Percentage=fraction)


def rows(night: Night, resource: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = night.control.call("GET", f"divisions/{VENUE}/rows/{resource}")["rows"]
    return found


def codes(night: Night) -> dict[str, list[str]]:
    found = night.world.rows(night.tenant)
    return {number: [problem["code"] for problem in row["problems"]] for number, row in found.items()}
