"""The client against the simulator: what it reads, whole and in our own values."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.reference import ClosedPeriod, VatPercentage
from mice_exact_plugin.errors import TryLater
from mice_exact_plugin.exact import limits
from mice_exact_plugin.exact.client import ExactClient
from simulator.tests.control import ALL_DUTCH, VENUE, Control
from tests.whole.exact.doors import TokenGate


def test_who_is_logged_in_and_which_administrations_there_are(client: ExactClient) -> None:
    me = client.me()
    divisions = client.divisions(me.current_division)
    assert (me.full_name != "", len(me.user_id)) == (True, 36)
    assert {division.code for division in divisions} == set(ALL_DUTCH)
    assert all(division.name and division.country == "NL" and division.is_active for division in divisions)


def test_ledgers_come_in_pages_with_the_version_to_go_on_from(control: Control, client: ExactClient) -> None:
    pages = list(client.gl_accounts_since(0))
    accounts, last = [account for page, _ in pages for account in page], pages[-1][1]
    assert len(accounts) > 100
    assert len({account.id for account in accounts}) == len(accounts)
    assert all(account.code == account.code.strip() for account in accounts)
    assert list(client.gl_accounts_since(last)) == []
    control.patch(VENUE, "GLAccounts", {"Code": accounts[0].code}, IsBlocked=True)
    ((changed,), newer), *more = client.gl_accounts_since(last)
    assert (changed.id, changed.is_blocked, newer > last, more) == (accounts[0].id, True, True, [])


def test_the_slow_lists_read_whole(client: ExactClient) -> None:
    journals = client.journals()
    assert {10, 20} <= {journal.type for journal in journals}
    assert any(condition.days == 30 and condition.method == "B" for condition in client.payment_conditions())
    periods = client.periods()
    assert any(period.start <= date(2026, 3, 14) <= period.end for period in periods)
    assert all(period.start <= period.end for period in periods)


def test_vat_codes_know_their_history(client: ExactClient) -> None:
    codes = {code.code: code for code in client.vat_codes()}
    high = codes["2"]
    assert (high.type, high.transaction_type) == ("E", "S")
    assert VatPercentage(Decimal(19), date(2001, 1, 1), date(2012, 9, 30)) in high.percentages
    assert any(rate.rate == 21 and rate.end is None for rate in high.percentages)
    assert len({code.id for code in codes.values()}) > 10


def test_closed_periods_of_our_journals_only(control: Control, client: ExactClient) -> None:
    codes = [journal.code for journal in client.journals() if journal.type == 20]
    for code in (codes[0], "10"):
        control.insert(VENUE, "ClosedPeriods", {"Journal": code, "Year": 2026, "Period": 1})
    closed = client.closed_periods(codes)
    assert ClosedPeriod(codes[0], 2026, 1) in closed
    assert {period.journal for period in closed} <= set(codes)


def test_relations_of_thousands_are_read_a_thousand_a_call(client: ExactClient) -> None:
    pages = list(client.crm_accounts_since(0))
    accounts = [account for page, _ in pages for account in page]
    assert len(accounts) > 1000
    assert len(pages) == -(-len(accounts) // 1000)
    assert all(account.name for account in accounts)


def test_the_headers_tell_the_windows(client: ExactClient, gate: TokenGate) -> None:
    client.journals()
    now = datetime.now(UTC)
    minute, day = (limits.told(gate.headers, span) for span in limits.Span)
    assert minute is not None
    assert day is not None
    assert timedelta() <= minute.time_left(now) <= timedelta(minutes=1)
    assert minute.time_left(now) <= day.time_left(now) <= timedelta(days=1)


@pytest.mark.parametrize("kind", ["html_500", "html_503", "json_500", "truncated_json", "drop_before"])
def test_a_read_that_fails_may_be_asked_again(control: Control, client: ExactClient, kind: str) -> None:
    control.fault(kind, {"method": "GET", "path": "financial/Journals"})
    with pytest.raises(TryLater):
        client.journals()
    assert client.journals()
