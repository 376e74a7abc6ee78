"""The table of matching: every combination that can be seen stands in exactly one row."""

from __future__ import annotations

from itertools import product

import pytest

from mice_exact_plugin.domain.matching_table import TABLE, Name, Numbers, Place, Second, Seen, Verdict, Who

EVERYTHING = [Seen(*facts) for facts in product(Name, Place, Numbers, Second, Who)]


@pytest.mark.parametrize("seen", EVERYTHING, ids="-".join)
def test_every_combination_stands_in_exactly_one_row(seen: Seen) -> None:
    assert len([row for row in TABLE if row.fits(seen)]) == 1


def test_a_number_that_contradicts_is_never_believed_away() -> None:
    found = [seen for seen in EVERYTHING for row in TABLE if row.fits(seen) and row.verdict == Verdict.IS]
    assert found
    assert not {seen.numbers for seen in found} & {Numbers.DIFFERS, Numbers.VAT_ONLY}
    assert Name.OTHER not in {seen.name for seen in found}
    assert Place.DIFFERS not in {seen.place for seen in found}
