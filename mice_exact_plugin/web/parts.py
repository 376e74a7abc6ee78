"""Parts of several pages: forms and their fields, the mark of an invoice, and a problem with the way to its cure."""

from __future__ import annotations

from dataclasses import dataclass

# Any: WTForms and Flask-WTF have no types for fields and forms made at run time.
from typing import TYPE_CHECKING, Any

from flask import flash, request
from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # it ships no types
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the type information
from wtforms.validators import InputRequired, Optional

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.notices import problem_key
from mice_exact_plugin.domain.problems import Cure
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.words import cures, problems
from mice_exact_plugin.i18n import LANGUAGE, N_, gettext, ngettext
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web import answers
from mice_exact_plugin.web.guards import TOKEN_LASTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.standing.overview import ExportStanding

    #: Where a problem is cured, or None when this person cannot go there.
    Places = Callable[[Problem], "Way | None"]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of the settings, and what was decided of it: whether its choice is only suggested, and its warning."""

    field: Any
    is_suggestion: bool = False
    warning: str = ""


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no type information
    """WTForms' own messages follow the language of the page; without Flask-Babel they are Dutch."""

    class Meta:
        locales = (LANGUAGE,)
        csrf_time_limit = TOKEN_LASTS


def version_seen() -> int | None:
    """The version that a form was made of; None, and said, where it does not tell: somebody else's would be lost."""
    found = request.form.get("version", type=int)
    if found is None:
        said = gettext(
            "Er is niets opgeslagen: uit het formulier blijkt niet welke versie je voor je had. Wat je invulde staat "
            "hieronder. Kijk onder Inrichting wat er het laatst is opgeslagen, en sla daarna opnieuw op."
        )
        flash(said, "error")
    return found


def vat_field(rate: Decimal) -> str:
    """The id of the field in which the code of a rate is chosen."""
    return f"vat-{format(rate, 'f').replace('.', '-')}"


def option(value: str, label: str, group: str | None = None) -> Any:
    return SelectChoice(value, label, optgroup=group)


def select(label: str, options: Iterable[Any], *, name: str, empty: str = "", required: str = "") -> SelectField:
    """A list to choose one of. `empty` is what the first, empty option says; `required` is said when it stays empty."""
    checks = [InputRequired(required)] if required else [Optional()]
    return SelectField(  # type: ignore[call-arg]  # the last argument is newer than the type information
        label,
        checks,
        id=name,
        choices=[option("", empty or gettext("— Kies —")), *options],
        invalid_choice_message=answers.of_code(answers.FIELD, "not_offered"),
    )


@dataclass(frozen=True, slots=True)
class Badge:
    text: str
    tone: Tone
    note: str = ""


STATES: dict[State, tuple[str, Tone]] = {
    State.QUEUED: (N_("Staat klaar"), Tone.INFO),
    State.CLAIMED: (N_("Wordt geboekt"), Tone.INFO),
    State.SYNCED: (N_("Gesynchroniseerd"), Tone.SUCCESS),
    State.BLOCKED: (N_("Geblokkeerd"), Tone.DANGER),
    State.UNCONFIRMED: (N_("Onbevestigd"), Tone.WARNING),
    State.IGNORED: (N_("Niet boeken"), Tone.NEUTRAL),
}


def state_badge(state: State, standing: Standing, *, is_approved: bool = True) -> Badge:
    """What waits while nothing is booked before somebody acts is paused, or waits for a yes, and is not ready."""
    if state is State.QUEUED and standing.kind.holds:
        return Badge(gettext("Gepauzeerd"), Tone.WARNING)
    if state is State.QUEUED and standing.asks_approval and not is_approved:
        return Badge(gettext("Ter goedkeuring"), Tone.WARNING)
    text, tone = STATES[state]
    return Badge(gettext(text), tone)


def row_badge(row: Export, standing: Standing) -> Badge:
    return state_badge(row.state, standing, is_approved=row.approved_digest is not None)


def awaits(row: Export, standing: Standing) -> bool:
    """Whether it waits for a person to say yes."""
    return row.state is State.QUEUED and standing.asks_approval and row.approved_digest is None


def by_quarters(done: int, every: int) -> str:
    """How far something is, as it is said aloud: nothing before the first quarter."""
    quarter = done * 4 // every if every else 0
    passed, whole = formatting.number(quarter * every // 4), formatting.number(every)
    return gettext("%(done)s van %(total)s", done=passed, total=whole) if quarter else ""


def invoices(count: int) -> str:
    return ngettext("%(num)s factuur", "%(num)s facturen", count)


def list_badge(export: ExportStanding, standing: Standing, marks: str = "", *, agrees: bool = True) -> Badge:
    """For the host's invoice list: what was booked says when, under which number, and what is the matter with it.

    Args:
        marks: its open remarks in a few words.
        agrees: invoice and entry still say the same.
    """
    if export.state is not State.SYNCED or export.synced_at is None:
        return state_badge(export.state, standing, is_approved=export.is_approved)
    number = gettext("boekstuk %(number)s", number=export.entry_number) if export.entry_number else ""
    note = ", ".join(part for part in (formatting.local_day(export.synced_at), number, marks) if part)
    return Badge(gettext(STATES[State.SYNCED][0]), Tone.SUCCESS if agrees else Tone.WARNING, note)


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a cure; `is_outside`: it leads to Exact itself, beside this page."""

    url: str
    text: str
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem as one person gets to see it: with the way to its cure, or with who must take it.

    `way` is None when the person can only be told what somebody else must do; `needs_advice`: the link alone does not
    say what to do.
    """

    sentence: str
    way: Way | None
    advice: str
    needs_advice: bool = False
    #: Cured by a decision, which whoever may take it finds below.
    is_decided: bool = False
    #: The key under which an administrator can be asked; empty when whoever looks may cure it.
    cause: str = ""


def problem_views(
    problems: Iterable[Problem], places: Places, names: Mapping[str, str] | None = None, *, is_credit: bool = False
) -> tuple[ProblemView, ...]:
    return tuple(problem_view(problem, places, names, is_credit=is_credit) for problem in problems)


def problem_view(
    problem: Problem, places: Places, names: Mapping[str, str] | None = None, *, is_credit: bool = False
) -> ProblemView:
    way = places(problem)
    is_for_others = way is None and problem.cure in (Cure.SETTINGS, Cure.RATE_GROUPS)
    return ProblemView(
        sentence=problems.sentence(problem, names),
        way=way,
        advice=cures.advice(problem, is_credit=is_credit),
        needs_advice=problem.code in cures.OWN_ADVICE,
        is_decided=problem.cure is Cure.DECISION,
        cause=problem_key(problem) if is_for_others else "",
    )
