"""Of drawn invoices and of documents nobody here wrote, every line has the code of its own ground or is held for it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.situations import SituationSettings
from tests.domain import grounds
from tests.domain.build import SETTINGS
from tests.domain.grounds import Drawn
from tests.whole import corpus, generated

WORDS = {"standard": Situation.STANDARD, **corpus.GROUNDS}
#: Without a VAT number where the VAT is shifted, and exported to a member state.
HELD = {"I2013.03.4361-3": {Code.VAT_NUMBER_NEEDED}, "008660-AA": {Code.VAT_COUNTRY_UNFIT}}


def test_drawn_invoices() -> None:
    random, lists = Random(7), grounds.lists_of("nl")
    sources = [grounds.drawn(random, number) for number in range(400)]
    verdicts = [grounds.judged(each, lists) for each in sources]
    others = [grounds.judged(grounds.elsewhere(random, each), lists) for each in sources]
    assert [fault for verdict in (*verdicts, *others) for fault in verdict.faults] == []
    assert [each.codes for each in verdicts] == [each.codes for each in others], "the country moves no line"
    assert 50 <= sum(verdict.is_booked for verdict in verdicts) <= 350, "or one side is hardly tried"


def test_the_judge_finds_what_is_wrong() -> None:
    random, lists = Random(7), grounds.lists_of("nl")
    turned = replace(grounds.SETTLED.situations, groups={**grounds.GROUPS, "groep-E": Situation.OUTSIDE_SCOPE})
    wrong = replace(grounds.SETTLED, situations=turned)
    faults = [grounds.judged(grounds.drawn(random, number), lists, wrong).faults for number in range(50)]
    assert any(faults)


@pytest.mark.skipif(not corpus.FOLDER.exists(), reason="the corpus lies beside the repository, not in it")
@pytest.mark.parametrize(("name", "count"), [("eur.json", 138), ("foreign.json", 24)])
def test_documents_nobody_here_wrote(name: str, count: int) -> None:
    document = corpus.load(name)
    rates = {rate: code for rate, code in corpus.VAT_CODES.items() if rate}
    settings = replace(SETTINGS, vat_codes=rates, situations=SituationSettings(corpus.OWN))
    lists = grounds.lists_of("corpus")
    sources = [_told(value, raw) for value, raw in _both(document)]
    outcomes = [map_invoice(each.invoice, settings, lists, debtor_has_payment_condition=True) for each in sources]
    held = {}
    for source, outcome in zip(sources, outcomes, strict=True):
        draft = outcome.draft if isinstance(outcome, Blocked) else outcome
        assert isinstance(draft, Mapped | NothingToBook)
        if isinstance(draft, Mapped):
            assert grounds.wrong_codes(source, draft, settings) == [], source.invoice.identifier
        found = {each.code for each in outcome.problems} if isinstance(outcome, Blocked) else set()
        held[source.invoice.identifier] = found & grounds.JUDGED
    assert len(sources) == count
    numbers = {raw["identifier"] for raw in document["invoices"]}
    assert {number: codes for number, codes in held.items() if codes} == {
        number: codes for number, codes in HELD.items() if number in numbers
    }


def _both(document: dict[str, Any]) -> Any:
    return zip(generated.as_values("corpus", document), document["invoices"], strict=True)


def _told(value: Any, raw: dict[str, Any]) -> Drawn:
    """The invoice with what its document tells of each line that carries an amount."""
    told = [WORDS[each["vat_situation"]] for each in raw["lines"]]
    lines = [replace(each, situation=ground) for each, ground in zip(value.lines, told, strict=True)]
    kept = [(each, ground) for each, ground in zip(lines, told, strict=True) if each.net or each.vat]
    return Drawn(replace(value, lines=tuple(each for each, _ in kept)), tuple(ground for _, ground in kept))
