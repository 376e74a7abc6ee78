"""What Exact never answers, in the books: a few tries a night, each after a search, and once it answers one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.states import SILENCES_PER_NIGHT, UNTIL_NEXT_NIGHT
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
NIGHT = UNTIL_NEXT_NIGHT.total_seconds() + 1


def evening(night: Night) -> None:
    """As many runs as fit between two nights, each after the settle time."""
    for _ in range(SILENCES_PER_NIGHT + 3):
        night.run_until_done()
        night.forward(night.runtime.config.settle.total_seconds() + 1)


@pytest.mark.parametrize(("match", "code"), [(ENTRIES, "unanswered"), (RELATIONS, "debtor_unanswered")])
def test_what_is_never_answered_rests_until_the_next_night(night: Night, match: dict[str, str], code: str) -> None:
    night.send(invoice("F1", client={**CLIENT, "name": "Nieuwe Klant B.V."}))
    night.control.fault("drop_before", match, occurrence="every")
    evening(night)

    assert len(night.calls(match)) == SILENCES_PER_NIGHT
    assert night.states() == {"F1": "blocked"}
    assert [problem["code"] for problem in night.row("F1")["problems"]] == [code]

    night.forward(NIGHT)
    evening(night)
    assert len(night.calls(match)) == 2 * SILENCES_PER_NIGHT

    night.control.call("DELETE", "faults")
    night.forward(NIGHT)
    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.relations()["Nieuwe Klant B.V."] == 1


def test_three_debtors_without_an_answer_end_the_slice(night: Night) -> None:
    night.send(*(invoice(f"F{number}", client={**CLIENT, "name": f"Klant {number}"}) for number in range(1, 6)))
    night.control.fault("drop_before", RELATIONS, occurrence="every")

    assert night.run().reason == "exact_unreachable"
    assert len(night.calls(RELATIONS)) == 3
