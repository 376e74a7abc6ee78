"""*Vergelijk met Exact*: whatever somebody does in Exact is found and named, and of an untouched ledger nothing is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from mice_exact_plugin.access.lease import LeaseRow
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import comparing, comparison_table, words
from mice_exact_plugin.domain.deposits.comparing import Why
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exact.wire.ledger import LEDGER
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.runtime import Person
from tests.booking.situations import bill, once_more
from tests.deposits.flows import booked, deposit, final, of_a_version_without_lines, on_turnover, with_accounts
from tests.domain.deposits.build import deposit_line, settlement
from tests.fake.client import AWAY, SILENT
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.deposits.comparison_table import DepositComparison
    from mice_exact_plugin.domain.entry.entry import SeenEntry
    from mice_exact_plugin.domain.kept import KeptComparison
    from tests.fake.client import Where
    from tests.fake.office import Office

ANKE = Person("1", "Anke")
READS: Where = ("GET", LEDGER)


def compared(office: Office) -> DepositComparison:
    """Asked for and done, after whatever run there was."""
    _nobody_is_at_work(office)
    comparison_id = comparing.start(office.runtime, TENANT, ANKE)
    assert comparing.work_on(office.runtime, comparison_id, lambda: False)
    (newest, *_) = comparison_table.of_tenant(office.session, TENANT)
    office.session.rollback()
    return newest


def _nobody_is_at_work(office: Office) -> None:
    with step(office.session):
        office.session.execute(update(LeaseRow).values(expires_ms=0))


def result(office: Office) -> KeptComparison:
    found = compared(office).result
    assert found is not None
    explained = sum((Decimal(each["theirs"]) - Decimal(each["ours"]) for each in found["findings"]), Decimal(0))
    assert explained == sum((Decimal(there) - Decimal(here) for _, here, there in found["balances"]), Decimal(0))
    return found


def entry(office: Office, key: str) -> SeenEntry:
    return next(each for each in office.books.entries.values() if each.your_ref == f"F2026-{key}")


def deleted(office: Office) -> None:
    del office.books.entries[entry(office, "f1").entry_id]


def moved(office: Office) -> None:
    """Somebody put the deposit on another account."""
    found = entry(office, "d1")
    lines = tuple(replace(line, gl_account_id="gl-8000") for line in found.lines or ())
    office.books.entries[found.entry_id] = replace(found, lines=lines)


def lowered(office: Office) -> None:
    found = entry(office, "d1")
    lines = tuple(replace(line, net=line.net - 1) for line in found.lines or ())
    office.books.entries[found.entry_id] = replace(found, lines=lines)


def by_hand(office: Office) -> None:
    found = entry(office, "d1")
    office.books.entries["0" * 36] = replace(found, entry_id="0" * 36, your_ref="memoriaal")


def loose(office: Office) -> None:
    """What is taken off without saying which deposit."""
    booked(office, bill("f2", settlement("-5.00", "-1.05", of=None), deposit_line("1.00", "0.21")))


def unread(office: Office) -> None:
    of_a_version_without_lines(office)


@pytest.mark.parametrize(
    ("tamper", "why", "difference"),
    [
        pytest.param(deleted, Why.GONE, "100.00", id="the final was deleted"),
        pytest.param(moved, Why.GONE, "-300.00", id="the deposit was put elsewhere"),
        pytest.param(lowered, Why.CHANGED, "-1.00", id="its amount was changed"),
        pytest.param(by_hand, Why.OTHERS, "300.00", id="an entry by hand"),
        pytest.param(loose, Why.LOOSE, "-5.00", id="of no deposit"),
        pytest.param(unread, Why.UNREAD, "300.00", id="lines that were never read"),
    ],
)
def test_what_was_done_in_exact_is_found_and_named(
    office: Office, tamper: Callable[[Office], None], why: Why, difference: str
) -> None:
    with_accounts(office)
    booked(office, deposit(), final(net="-100.00", vat="-21.00"))
    assert result(office)["findings"] == []

    tamper(office)
    (finding,) = result(office)["findings"]

    assert (finding["why"], Decimal(finding["theirs"]) - Decimal(finding["ours"])) == (why, Decimal(difference))
    assert "1850" in words.sentence(finding)


def test_what_somebody_saw_to_be_gone_is_no_difference_any_more(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit(), final(net="-100.00", vat="-21.00"))
    deleted(office)
    gone = office.row("f1").id
    with step(office.session):
        remarks.add(office.session, gone, RemarkCode.DELETED_IN_EXACT)

    found = result(office)

    assert (found["findings"], [*found["balances"][0]]) == ([], ["1850", "300.00", "300.00"])


def test_what_may_not_have_arrived_is_not_called_gone(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    office.send(final(net="-100.00", vat="-21.00"))
    once_more(office, "f1", SILENT)

    (finding,) = result(office)["findings"]

    assert (finding["why"], finding["number"]) == (Why.UNCONFIRMED, "F2026-f1")


def test_each_deposit_has_what_the_ledger_says(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit(), deposit("d2", "50.00", "10.50"), final(net="-100.00", vat="-21.00"))

    assert result(office)["deposits"] == {"d1": "200.00", "d2": "50.00"}
    deleted(office)
    assert result(office)["deposits"] == {"d1": "300.00", "d2": "50.00"}


def test_a_thousand_lines_are_one_call_and_what_is_turnover_is_not_read(office: Office) -> None:
    on_turnover(office)
    booked(office, deposit("d2"))
    office.exact.asked.clear()

    found = result(office)

    assert [code for code, *_ in found["balances"]] == ["1850", "1851", "1852"]
    assert len(office.exact.asked) == 1


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        pytest.param(lambda office: office.exact.trouble(READS, AWAY), "later", id="nobody answers"),
        pytest.param(
            lambda office: office.exact.forbidden.add(READS), "right", id="what may not be seen is no nothing"
        ),
    ],
)
def test_why_there_is_no_result_is_said(office: Office, prepare: Callable[[Office], None], reason: str) -> None:
    with_accounts(office)
    booked(office, deposit())
    prepare(office)

    ended = compared(office)

    assert (ended.reason, ended.result) == (reason, None)
    assert words.reason(ended) == words.REASONS[reason]


def test_without_an_account_nothing_is_asked(office: Office) -> None:
    office.exact.asked.clear()

    assert (compared(office).reason, office.exact.asked) == ("no_accounts", [])


def test_one_that_was_broken_off_is_begun_anew_and_the_last_result_stays_until_then(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    first = compared(office)
    again = comparing.start(office.runtime, TENANT, ANKE)
    assert comparing.start(office.runtime, TENANT, ANKE) == again, "one at a time"

    assert comparing.work_on(office.runtime, again, lambda: True) is False
    assert [each.id for each in comparison_table.of_tenant(office.session, TENANT)] == [again, first.id]
    office.session.rollback()
    office.time.now += office.runtime.config.lease * 3
    assert list(comparing.to_resume(office.runtime)) == [again]
    _nobody_is_at_work(office)
    assert comparing.work_on(office.runtime, again, lambda: False)

    assert [each.id for each in comparison_table.of_tenant(office.session, TENANT)] == [again]
