"""*Waarom?* beside every mark: why an invoice stands where it does, and what there is to know about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.words import cures, problems
from mice_exact_plugin.exports.words import remarks as remark_words
from mice_exact_plugin.exports.words.why import AWAITED, LAPSED, PAUSED, WHY
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.standing import words as standing_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.standing.overview import ExportStanding

#: Why it is not booked, where a person said so and may say otherwise.
DECIDED = frozenset({"before_start", "booked_by_hand", "left_alone"})


def of_row(
    row: Export, standing: Standing, remarks: Sequence[Remark] = (), names: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """`names` are those of relations and G/L accounts, as far as they are known."""
    told = tuple(remark_words.sentence(remark, names or {}) for remark in remarks)
    return (*_waiting(row, standing, is_approved=row.approved_digest is not None), *told)


def of_listed(export: ExportStanding, standing: Standing, remarks: Sequence[Remark]) -> tuple[str, ...]:
    """The same of an invoice of the host's list."""
    told = tuple(remark_words.sentence(remark, {}) for remark in remarks)
    return (*_waiting(export, standing, is_approved=export.is_approved), *told)


def _waiting(row: Export | ExportStanding, standing: Standing, *, is_approved: bool) -> tuple[str, ...]:
    match row.state:
        case State.QUEUED if standing.kind.holds:
            return gettext(PAUSED), standing_words.sentence(standing)
        case State.QUEUED if standing.asks_approval and not is_approved:
            return (gettext(LAPSED if row.approval_lapsed else AWAITED),)
        case State.BLOCKED:
            return (*map(problems.sentence, row.problems), gettext(WHY[State.BLOCKED]))
        case State.IGNORED:
            turned_back = (gettext(WHY[State.IGNORED]),) if row.ignored_reason in DECIDED else ()
            return (cures.ignored_sentence(row.ignored_reason), *turned_back)
        case state:
            return (gettext(WHY[state]),)
