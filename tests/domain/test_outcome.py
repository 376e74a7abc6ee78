"""What the outcomes of a pass mean for what comes after it."""

from __future__ import annotations

from collections import Counter

import pytest

from mice_exact_plugin.domain.outcome import Outcome, calls_for_a_search, calls_for_another_pass


@pytest.mark.parametrize(
    ("met", "again", "search"),
    [
        ([], False, False),
        ([Outcome.SETTLED, Outcome.BLOCKED, Outcome.LEFT], False, False),
        ([Outcome.WAITING, Outcome.BLOCKED], False, False),
        ([Outcome.WAITING, Outcome.SETTLED], True, False),
        ([Outcome.PUT_BACK], True, False),
        ([Outcome.UNKNOWN], False, True),
        ([Outcome.UNDER_WAY], False, True),
        ([Outcome.UNDER_WAY, Outcome.SETTLED], True, True),
    ],
)
def test_what_a_pass_calls_for(met: list[Outcome], again: bool, search: bool) -> None:
    assert calls_for_another_pass(Counter(met)) is again
    assert calls_for_a_search(Counter(met)) is search
