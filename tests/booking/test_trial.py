"""A trial run by the fake: every invoice of a month by the planning that books, taken up where it was left, no call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.trial import Fate
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.golive import trial, trial_table
from mice_exact_plugin.golive.trial import TrialRefused
from mice_exact_plugin.link.settings import SettingsRow
from mice_exact_plugin.runtime import Person
from tests.booking.nights import set_connection
from tests.booking.situations import STRANGER, bill
from tests.domain.build import line, rate_group
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from tests.fake.office import Office

ANKE = Person("1", "Anke")
MONTH = date(2026, 3, 1)
BAR = rate_group("bar", "21", "9999")
FREE = rate_group("vrij", "6", None)


def month(office: Office) -> None:
    """Two for a new debtor, one held up, one on the default ledger, one booked; and one of another month."""
    at = office.time.now - timedelta(days=1)
    office.send(bill("0", sent_at=at))
    office.run()
    for invoice in (
        bill("1", sent_at=at, debtor=STRANGER),
        bill("2", sent_at=at, debtor=STRANGER),
        bill("3", line("100.00", "6.00", FREE), sent_at=at),
        bill("4", line("300.00", "63.00", BAR), sent_at=at),
        bill("5", sent_at=at - timedelta(days=40)),
    ):
        office.host.sent[invoice.id] = invoice
    office.exact.asked.clear()


def asked(office: Office) -> int:
    return trial.start(office.runtime, TENANT, ANKE, date(2026, 3, 14))


def kept(office: Office, trial_id: int) -> trial_table.Trial:
    with step(office.session):
        found = trial_table.trial_of(office.session, TENANT, trial_id)
        assert found is not None
        office.session.expunge(found)
    return found


def test_what_a_month_would_become(office: Office) -> None:
    month(office)
    trial_id = asked(office)
    assert trial.work_on(office.runtime, trial_id, lambda: False)
    found = kept(office, trial_id)
    assert (found.month, found.total, found.handled) == (MONTH, 5, 5)
    report = found.report
    assert report is not None
    assert report["fates"][Fate.BOOKED] == {"count": 4, "gross": "726.00"}
    assert report["fates"][Fate.HELD] == {"count": 1, "gross": "106.00"}
    (reason,) = report["reasons"]
    assert (reason["problem"]["code"], reason["count"]) == (Code.VAT_RATE_UNMAPPED, 1)
    assert [tuple(each) for each in reason["named"]] == [("3", "F2026-3")]
    assert (report["new_debtors"], report["new_named"]) == (1, ["1"])
    assert {each["key"]: each["net"] for each in report["ledgers"]} == {"gl-8000": "300.00", "gl-8999": "300.00"}
    assert {each["key"]: each["vat"] for each in report["codes"]} == {"2": "126.00"}
    assert {(each["rate_group"], each["net"], each["default"]) for each in report["groups"]} == {
        ("zaal", "300.00", "0.00"),
        ("bar", "300.00", "300.00"),
        ("vrij", "100.00", "0.00"),
    }
    assert report["revenue"] == "700.00"


def test_dollars_are_counted_and_added_to_nothing(office: Office) -> None:
    at = office.time.now - timedelta(days=1)
    for invoice in (bill("1", sent_at=at), replace(bill("2", sent_at=at), currency="USD")):
        office.host.sent[invoice.id] = invoice
    trial_id = asked(office)
    trial.work_on(office.runtime, trial_id, lambda: False)
    report = kept(office, trial_id).report
    assert report is not None
    assert report["fates"][Fate.HELD] == {"count": 1, "gross": "0.00"}
    (reason,) = report["reasons"]
    assert (reason["problem"]["code"], reason["count"], reason["gross"]) == (Code.CURRENCY, 1, "0.00")
    assert (report["revenue"], report["foreign"]) == ("100.00", {"USD": "121.00"})


def test_nothing_is_asked_of_exact_nor_changed_here(office: Office) -> None:
    month(office)
    before = office.row("0")
    trial.work_on(office.runtime, asked(office), lambda: False)
    assert office.exact.asked == []
    assert office.row("0") == before
    with step(office.session):
        assert office.session.query(InvoiceExport).count() == 1, "no invoice gets a row by it"


def test_it_is_taken_up_where_it_was_left(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    month(office)
    monkeypatch.setattr(trial, "BATCH", 2)
    trial_id, stops = asked(office), iter([False, True])
    assert not trial.work_on(office.runtime, trial_id, lambda: next(stops))
    assert (kept(office, trial_id).handled, kept(office, trial_id).total) == (2, 5)
    assert asked(office) == trial_id, "one at a time"
    assert trial.to_resume(office.runtime) == {}
    office.time.forward(minutes=10)
    assert trial.to_resume(office.runtime) == {trial_id: trial.mark_of(office.runtime, trial_id)}
    assert trial.work_on(office.runtime, trial_id, lambda: False)
    report = kept(office, trial_id).report
    assert report is not None
    assert sum(amount["count"] for amount in report["fates"].values()) == 5
    assert trial.mark_of(office.runtime, trial_id) is None
    assert trial.work_on(office.runtime, trial_id, lambda: False), "it is over"


def test_what_cannot_be_tried(office: Office) -> None:
    with pytest.raises(TrialRefused, match="no_month"):
        trial.start(office.runtime, TENANT, ANKE, date(2027, 1, 1))
    trial_id = asked(office)
    set_connection(office, division=7)
    assert trial.work_on(office.runtime, trial_id, lambda: False)
    assert kept(office, trial_id).reason == "not_ready"
    with step(office.session):
        office.session.execute(delete(SettingsRow))
    with pytest.raises(TrialRefused, match="not_ready"):
        asked(office)


def test_a_month_of_more_than_any_venue_sends(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    month(office)
    monkeypatch.setattr(trial, "MOST", 3)
    trial_id = asked(office)
    assert trial.work_on(office.runtime, trial_id, lambda: False)
    assert kept(office, trial_id).reason == "too_many"


def test_old_ones_are_forgotten(office: Office) -> None:
    for _ in range(trial_table.KEPT + 2):
        trial.work_on(office.runtime, asked(office), lambda: False)
    with step(office.session):
        assert len(trial_table.trials_of(office.session, TENANT)) == trial_table.KEPT
        assert office.session.query(trial_table.Trial).count() == trial_table.KEPT
        trial_table.forget(office.session, TENANT, keep=0)
        assert office.session.query(trial_table.Trial).count() == 0


def test_a_debtor_is_named_by_what_tells_it_apart(office: Office) -> None:
    """Two customers of one name are two new debtors."""
    at = office.time.now - timedelta(days=1)
    for key, number in (("1", "87654321"), ("2", "12121212")):
        other = replace(STRANGER, vat_number=None, coc_number=number)
        office.host.sent[key] = bill(key, sent_at=at, debtor=other)
    trial_id = asked(office)
    trial.work_on(office.runtime, trial_id, lambda: False)
    report = kept(office, trial_id).report
    assert report is not None
    assert report["new_debtors"] == 2
