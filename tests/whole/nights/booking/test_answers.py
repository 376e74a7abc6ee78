"""What Exact answers is what we sent, or the invoice is not called booked and both sides are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import decisions, trying, ways_on
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports import bookings, queueing
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice, line
from tests.whole.nights.exports.test_remarks import open_remarks
from tests.whole.nights.night import ENTRIES, Night

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.booking.leaving import SliceReport

SEARCH = {"method": "GET", "path": "/salesentry/SalesEntries"}
OTHER_ID = "00000000-0000-0000-0000-000000000001"


@pytest.mark.parametrize("keeps", ["refuse", "ignore"])
@pytest.mark.parametrize("lines", ["deferred", "expanded"])
def test_what_is_booked_as_sent_is_booked(night: Night, keeps: str, lines: str) -> None:
    night.control.switch(entry_id=keeps, posted_lines=lines)
    rounded = [line("-100.00", "-21.00"), line("-1.05", "-0.10", rate="9", ledger="8010")]
    night.send(invoice("F1"), invoice("C1", lines=rounded))
    night.run()
    assert night.states() == {"F1": "synced", "C1": "synced"}
    assert len(night.calls(SEARCH)) == 1, "the look before the first posts, and none after them"


def test_an_entry_of_another_amount_is_not_called_booked(night: Night) -> None:
    night.send(invoice("F1"))
    run_while(night, lambda: set_type(night, "I"))

    row = night.row("F1")
    (entry,) = night.entries("F1")
    assert (row["state"], row["entry_id"], row["entry_number"]) == ("blocked", entry["EntryID"], entry["EntryNumber"])
    assert row["synced_at"] is None
    assert differences(row) == {"gross": ("121.00", "100.00"), "vat": ("21.00", "17.36")}
    assert night.trail("F1")[-1] == "differs"


def test_it_never_goes_back_to_the_queue_by_itself_nor_by_saying_again(night: Night) -> None:
    night.send(invoice("F1"))
    run_while(night, lambda: set_type(night, "I"))
    invoice_id = night.row("F1")["invoice_id"]

    with pytest.raises(DecisionRefused, match="differs"):
        trying.again(night.runtime, night.tenant, invoice_id, night.person.name)
    with pytest.raises(DecisionRefused, match="differs"):
        decisions.leave(night.runtime, night.tenant, invoice_id, night.person, "hoeft niet")
    with pytest.raises(DecisionRefused):
        decisions.book_beside(night.runtime, night.tenant, invoice_id, night.person)
    with pytest.raises(DecisionRefused):
        ways_on.booked_by_hand(night.runtime, night.tenant, invoice_id, night.person, "26900001", "zelf gedaan")
    assert trying.retry(night.runtime, night.tenant, []) == {("F1", night.row("F1")["invoice_id"]): "differs"}
    set_type(night, "E")
    for _ in range(2):
        night.forward(24 * 3600)
        night.run()
    assert night.states() == {"F1": "blocked"}
    assert night.booked() == {"F1": 1}


def test_a_deleted_invoice_whose_entry_differs_says_that_the_entry_is_still_there(night: Night) -> None:
    night.send(invoice("F1"))
    run_while(night, lambda: set_type(night, "I"))
    invoice_id = night.row("F1")["invoice_id"]
    with step(night.runtime.session):
        queueing.on_deleted(night.runtime, night.tenant, invoice_id)
    row = night.row("F1")
    assert (row["state"], row["ignored_reason"]) == ("ignored", "deleted_after_booking")
    assert row["entry_id"] == night.entries("F1")[0]["EntryID"]
    assert list(open_remarks(night, "F1")) == [RemarkCode.DELETED_AFTER_BOOKING]


def test_its_entry_is_given_to_no_other_invoice(night: Night) -> None:
    night.control.switch(entry_id="ignore")
    night.send(invoice("F1"))
    run_while(night, lambda: set_type(night, "I"))
    (entry,) = night.entries("F1")
    bound = bookings.bound_entries(night.runtime.session, *night.link.place, [entry["EntryID"]])
    assert list(bound) == [entry["EntryID"]]


@pytest.mark.parametrize(
    ("says", "part"),
    [
        ({"set": {"Journal": "71"}}, "journal"),
        ({"set": {"Customer": OTHER_ID}}, "debtor"),
        ({"set": {"EntryDate": "/Date(1767225600000)/"}}, "entry_date"),
        ({"set": {"DueDate": "/Date(1767225600000)/"}}, "due_date"),
        ({"set": {"YourRef": "F2"}}, "your_ref"),
        ({"set": {"Currency": "USD"}}, "currency"),
        ({"line": {"GLAccount": OTHER_ID}}, "line_gl_account"),
        ({"line": {"VATCode": "9"}}, "line_vat_code"),
        ({"line": {"AmountFC": 82.64}}, "line_net"),
        ({"line": {"VATAmountFC": 17.36}}, "line_vat"),
    ],
    ids=str,
)
def test_every_part_that_the_answer_carries_is_compared(night: Night, says: dict[str, Any], part: str) -> None:
    night.control.switch(posted_lines="expanded")
    night.control.fault("altered", ENTRIES, **says)
    night.send(invoice("F1"), invoice("F2"))
    night.run()
    assert night.states() == {"F1": "blocked", "F2": "synced"}
    assert list(differences(night.row("F1"))) == [part]


@pytest.mark.parametrize("form", ["key_only", "all_null"])
def test_answers_without_figures_are_looked_up_together(night: Night, form: str) -> None:
    night.control.switch(prefer="ignored", prefer_absent=form)
    night.send(*(invoice(f"F{number}") for number in range(1, 6)))
    night.run()

    assert set(night.states().values()) == {"synced"}
    assert len(night.calls(ENTRIES)) == 5
    assert len(night.calls(SEARCH)) == 3, "one before the first post, one for three answers, one for the rest"
    assert night.row("F1")["entry_number"] == night.entries("F1")[0]["EntryNumber"]
    assert night.trail("F1")[-2:] == ["unseen", "posted"]


def run_while(night: Night, change: Callable[[], None]) -> SliceReport:
    """A run in which somebody changes something in Exact after the lists were read and before the first post."""
    asked: list[int] = []

    def should_stop() -> bool:
        if not asked:
            change()
        asked.append(1)
        return False

    return night.run(should_stop)


def set_type(night: Night, kind: str) -> None:
    night.control.patch(VENUE, "VATCodes", {"Code": "2"}, Type=kind)


def delete(night: Night, entry_id: str) -> None:
    night.control.call("POST", f"divisions/{VENUE}/rows/SalesEntries", {"delete": [{"EntryID": entry_id}]})


def differences(row: dict[str, Any]) -> dict[str, tuple[str, str]]:
    (problem,) = row["problems"]
    assert problem["code"] == "entry_differs"
    return {item["part"]: (item["ours"], item["theirs"]) for item in problem["params"]["differences"]}
