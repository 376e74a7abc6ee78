"""Every word that we write down is written by a use case: a new one needs a situation, and one that is not fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports.words import problems, remarks
from mice_exact_plugin.web.events import SENTENCES
from tests.written import codes, debtor_codes, events, remarked

if TYPE_CHECKING:
    from tests.fake.office import Office

#: What stands in a sentence whose parameter was not stored under the name that it asks for.
HOLE = "–"
#: Of relations, by id; what is no such name is said as it is kept.
NAMES: dict[str, str] = {}
CODES = codes.SITUATIONS | debtor_codes.SITUATIONS


@pytest.mark.parametrize("code", Code)
def test_a_run_blocks_an_invoice_for_it(office: Office, code: Code) -> None:
    CODES[code](office)()
    blocked = [problem for key in office.host.known for problem in office.problems(key) if problem.code is code]
    assert blocked
    assert not [each for each in blocked if HOLE in problems.sentence(each) + problems.common_sentence(each)]


@pytest.mark.parametrize("event", SENTENCES)
def test_it_is_in_the_trail(office: Office, event: str) -> None:
    events.SITUATIONS[event](office)
    assert event in office.all_events()


@pytest.mark.parametrize("code", RemarkCode)
def test_it_is_remarked(office: Office, code: RemarkCode) -> None:
    remarked.SITUATIONS[code](office)
    made = [remark for key in office.host.known for remark in office.remarked(key) if remark.code is code]
    assert made
    assert not [each for each in made if HOLE in remarks.sentence(each, NAMES)]
