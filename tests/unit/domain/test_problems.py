"""What a mapping without problems proves about the problems that an invoice had."""

import pytest

from mice_exact_plugin.domain.problems import Code, Problem, cured_by_mapping


@pytest.mark.parametrize("code", [Code.REFUSED, Code.REFERENCE_SUSPECT, Code.ENTRY_CONFLICT, Code.BUG])
def test_what_the_mapper_cannot_see_it_cannot_cure(code: Code) -> None:
    assert not cured_by_mapping([Problem(Code.VAT_RATE_UNMAPPED), Problem(code)])


def test_a_new_mapping_cures_what_the_mapper_found() -> None:
    assert cured_by_mapping([Problem(Code.VAT_RATE_UNMAPPED), Problem(Code.PERIOD_CLOSED)])
