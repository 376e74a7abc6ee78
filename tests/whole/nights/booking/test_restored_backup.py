"""A backup that is put back knows nothing of what was sent since: it is found in Exact, and nothing is made twice."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.setup import upkeep
from tests.crash import restore
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.nights.booking.test_credits import credit
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.whole.nights.night import Night

NEW = {**CLIENT, "name": "Nieuw B.V.", "postalcode": "9711 EF"}
REFUSAL = "Een factuur met dit nummer bestaat al"
OLD_ENOUGH = 580


@pytest.mark.parametrize("account_id", ["refuse", "ignore", "accept_as_new"])
def test_a_relation_that_was_made_since_is_not_made_again(night: Night, account_id: str) -> None:
    """Its invoice was refused, so there is no entry that would tell of it."""
    night.control.switch(account_id=account_id)
    night.send(invoice("F1", client=NEW))
    with _lost_with_the_backup(night):
        night.control.fault("json_500", ENTRIES, message=REFUSAL)
        night.run()
        assert night.states() == {"F1": "blocked"}

    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.relations()["Nieuw B.V."] == 1
    assert len(night.calls(RELATIONS)) == 1


@pytest.mark.parametrize("entry_id", ["refuse", "ignore"])
def test_a_credit_that_was_booked_since_is_adopted_with_its_original(night: Night, entry_id: str) -> None:
    night.control.switch(entry_id=entry_id)
    night.send(invoice("F1"), credit("F2", of="F1"))
    with _lost_with_the_backup(night):
        night.run()
        assert night.booked() == {"F1": 1, "F2": 1}

    night.run_until_done()
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert night.booked() == {"F1": 1, "F2": 1}


def test_what_a_final_took_off_since_is_read_once_and_taken_off_by_no_other(night: Night) -> None:
    """The backup has no line of what was sent since."""
    night.world.configure(night.tenant, deposits=DepositSettings(as_turnover=True))
    kept, taken = line("30.00", "6.30") | {"kind": "deposit"}, line("-30.00", "-6.30") | {"kind": "deposit_settlement"}
    night.send(invoice("D1", lines=[kept]), invoice("F1", lines=[line("100.00", "21.00"), taken | {"settles": "D1"}]))
    with _lost_with_the_backup(night):
        night.run_until_done()
        assert night.booked() == {"D1": 1, "F1": 1}

    night.run_until_done()
    with step(night.runtime.session):
        assert deposits.count(night.runtime.session, night.tenant) == 0, "no line of either is known"
    night.send(invoice("F2", lines=[line("1.00", "0.21"), taken | {"settles": "D1"}]))
    night.run_until_done()
    assert [problem["code"] for problem in night.row("F2")["problems"]] == ["deposit_oversettled"]
    assert len(night.calls({"method": "GET", "path": "/salesentry/SalesEntryLines"})) == 1
    with step(night.runtime.session):
        assert [
            (str(each.booked), str(each.open)) for each in deposits.totals(night.runtime.session, night.tenant)
        ] == [("30.00", "0.00")]


@pytest.mark.parametrize("entry_id", ["refuse", "ignore"])
def test_verify_looks_up_what_the_backup_takes_for_not_arrived(night: Night, entry_id: str) -> None:
    """When it was made, a search had found nothing of it; it was sent again since."""
    night.control.switch(entry_id=entry_id)
    night.control.fault("drop_before", ENTRIES)
    night.send(invoice("F1"))
    night.run()
    night.forward()
    night.run(lambda: True)
    assert night.states() == {"F1": "queued"}
    with _lost_with_the_backup(night):
        night.run_until_done()
        assert night.booked() == {"F1": 1}

    upkeep.ask_to_verify(night.runtime, night.tenant)
    night.run_until_done()
    assert night.states() == {"F1": "synced"}
    assert night.booked() == {"F1": 1}


def test_a_log_in_that_was_refreshed_since_is_asked_for_again_and_no_invoice_is_lost(night: Night) -> None:
    night.send(invoice("F1"))
    with _lost_with_the_backup(night):
        night.forward(OLD_ENOUGH)
        night.run()
        assert night.booked() == {"F1": 1}

    assert night.run_until_done()[-1].reason == "log_in_again"
    night.world.log_in(night.tenant)
    night.run_until_done()
    assert night.states() == {"F1": "synced"}
    assert night.booked() == {"F1": 1}


@contextmanager
def _lost_with_the_backup(night: Night) -> Iterator[None]:
    """What happens inside is only in Exact afterwards."""
    night.runtime.session.rollback()
    backup = restore.take(night.engine)
    yield
    night.runtime.session.rollback()
    restore.put_back(night.engine, backup)
