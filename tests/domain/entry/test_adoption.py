"""Recovery's judgement: adopt only what is ours beyond doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.adoption import (
    Adopt,
    Attempt,
    Conflict,
    Decision,
    Differs,
    Doubt,
    Requeue,
    Wait,
    decide,
    rests_on_absence,
)
from mice_exact_plugin.domain.entry.comparison import Difference, Part
from mice_exact_plugin.domain.entry.entry import SeenEntry, SentEntry

SETTLE = timedelta(minutes=15)
SENT_AT = datetime(2026, 3, 15, 1, 0, 0, 900_000, tzinfo=UTC)
EARLY = SENT_AT + timedelta(minutes=1)
LATE = SENT_AT + timedelta(minutes=16)

SENT = SentEntry(your_ref="F2026-00123", account_id="debtor", gross=Decimal("121.00"), entry_date=date(2026, 3, 14))
ATTEMPT = Attempt(
    posting_key="our-key",
    sent=SENT,
    journal="70",
    first_sent_at=SENT_AT,
    last_sent_at=SENT_AT,
    entry_id_kept=None,
)
NEVER_SENT = replace(ATTEMPT, posting_key=None, journal=None, first_sent_at=None, last_sent_at=None)
OURS = SeenEntry(
    entry_id="our-key",
    entry_number=26700001,
    your_ref="F2026-00123",
    account_id="debtor",
    gross=Decimal("121"),
    created=SENT_AT + timedelta(seconds=1),
    status=20,
    journal="70",
)
LIKE_OURS = replace(OURS, entry_id="another-key")


def judge(attempt: Attempt, *found: SeenEntry, now: datetime = LATE) -> Decision:
    return decide(attempt, found, now, SETTLE)


@pytest.mark.parametrize("kept", [None, True, False])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"status": 50},
        {"created": None},
        {"created": SENT_AT - timedelta(days=1)},
        {"your_ref": " f2026-00123 ", "journal": "9"},
    ],
)
def test_our_key_with_our_figures_is_ours(kept: bool | None, changes: dict[str, Any]) -> None:
    found = replace(OURS, **changes)
    assert judge(replace(ATTEMPT, entry_id_kept=kept), found, now=EARLY) == Adopt(found)


@pytest.mark.parametrize(
    ("changes", "part", "doubt"),
    [
        ({"account_id": "somebody"}, Part.DEBTOR, Doubt.DEBTOR),
        ({"gross": Decimal("121.01")}, Part.GROSS, Doubt.AMOUNT),
        ({"gross": Decimal("-121.00")}, Part.GROSS, Doubt.AMOUNT),
        ({"gross": Decimal("100.00"), "status": 50}, Part.GROSS, Doubt.AMOUNT),
        ({"entry_date": date(2026, 3, 15)}, Part.ENTRY_DATE, Doubt.DATE),
        ({"journal": "71"}, Part.JOURNAL, Doubt.OTHER),
    ],
)
def test_other_figures_go_to_a_person_and_the_key_says_whose_entry_it_is(
    changes: dict[str, Any], part: Part, doubt: Doubt
) -> None:
    attempt = replace(ATTEMPT, sent=replace(SENT, journal="70"), journal=None)
    ours = judge(attempt, replace(OURS, **changes), now=EARLY)
    assert isinstance(ours, Differs)
    assert [difference.part for difference in ours.differences] == [part]

    another = replace(LIKE_OURS, **changes)
    assert judge(attempt, another) == Conflict((another,), doubt)


def test_what_exact_answered_with_is_ours_whatever_is_beside_it() -> None:
    answered = replace(ATTEMPT, entry_id="another-key", entry_id_kept=False)
    assert judge(answered, LIKE_OURS, OURS, now=EARLY) == Adopt(LIKE_OURS)
    assert judge(answered, OURS, now=EARLY) == Wait(SENT_AT + SETTLE)
    assert judge(answered, OURS) == Differs(SeenEntry("another-key"), (Difference(Part.PRESENCE, "another-key", ""),))


@pytest.mark.parametrize(
    ("kept", "created", "doubt"),
    [
        (None, SENT_AT, None),
        (False, SENT_AT + timedelta(seconds=30), None),
        (False, SENT_AT.replace(microsecond=0), None),
        (False, SENT_AT - timedelta(seconds=20), None),
        (False, SENT_AT - timedelta(seconds=22), Doubt.OLDER),
        (None, None, Doubt.OLDER),
        (True, SENT_AT + timedelta(seconds=30), Doubt.FOREIGN_KEY),
    ],
)
def test_another_key_is_ours_only_where_keys_are_ignored_and_not_before_we_sent(
    kept: bool | None, created: datetime | None, doubt: Doubt | None
) -> None:
    found = replace(LIKE_OURS, created=created)
    expected = Conflict((found,), doubt) if doubt else Adopt(found)
    assert judge(replace(ATTEMPT, entry_id_kept=kept), found) == expected


def test_several_go_to_a_person_even_if_one_has_our_key() -> None:
    assert judge(ATTEMPT, OURS, LIKE_OURS, now=EARLY) == Conflict((OURS, LIKE_OURS), Doubt.SEVERAL)


@pytest.mark.parametrize("found", [(replace(LIKE_OURS, account_id="somebody"),), (LIKE_OURS, LIKE_OURS)])
def test_nobody_is_asked_while_ours_may_still_arrive(found: tuple[SeenEntry, ...]) -> None:
    assert judge(ATTEMPT, *found, now=EARLY) == Wait(SENT_AT + SETTLE)
    assert isinstance(judge(ATTEMPT, *found, now=LATE), Conflict)


@pytest.mark.parametrize("changes", [{"your_ref": "F2026-00999"}, {"journal": "71"}])
def test_other_numbers_and_other_journals_are_not_about_us(changes: dict[str, Any]) -> None:
    assert judge(ATTEMPT, OURS, replace(LIKE_OURS, **changes)) == Adopt(OURS)
    assert judge(ATTEMPT, replace(LIKE_OURS, **changes)) == Requeue()


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(0), Wait(SENT_AT + SETTLE)),
        (SETTLE, Wait(SENT_AT + SETTLE)),
        (SETTLE + timedelta(microseconds=1), Requeue()),
    ],
)
def test_nothing_found_means_waiting_until_nothing_can_come(age: timedelta, expected: object) -> None:
    assert judge(ATTEMPT, now=SENT_AT + age) == expected


def test_the_last_send_counts_for_waiting_and_the_first_for_age() -> None:
    twice = replace(ATTEMPT, last_sent_at=SENT_AT + timedelta(hours=1))
    assert judge(twice, now=SENT_AT + timedelta(hours=1)) == Wait(SENT_AT + timedelta(hours=1) + SETTLE)
    between = replace(LIKE_OURS, created=SENT_AT + timedelta(minutes=30))
    assert judge(twice, between, now=SENT_AT + timedelta(hours=2)) == Adopt(between)


def test_an_export_that_was_never_sent_adopts_an_equal_entry_of_any_age() -> None:
    old = replace(LIKE_OURS, created=SENT_AT - timedelta(days=90), journal="71")
    assert judge(NEVER_SENT, old) == Adopt(old)
    assert judge(replace(NEVER_SENT, sent=replace(SENT, account_id=None)), old) == Conflict((old,), Doubt.DEBTOR)
    assert judge(NEVER_SENT) == Requeue()


def test_an_export_that_was_never_sent_sees_an_entry_in_another_journal_too() -> None:
    elsewhere = replace(LIKE_OURS, journal="71")
    assert judge(replace(NEVER_SENT, sent=replace(SENT, journal="70")), elsewhere) == Conflict(
        (elsewhere,), Doubt.OTHER
    )


@pytest.mark.parametrize(
    ("decision", "rests"),
    [
        (Requeue(), True),
        (Differs(OURS, (Difference(Part.PRESENCE, "", ""),)), True),
        (Differs(OURS, (Difference(Part.GROSS, "1", "2"),)), False),
        (Adopt(OURS), False),
        (Wait(LATE), False),
        (Conflict((OURS,), next(iter(Doubt))), False),
    ],
)
def test_what_was_not_found_proves_nothing_to_who_may_not_see_it(decision: Decision, *, rests: bool) -> None:
    assert rests_on_absence(decision) is rests
