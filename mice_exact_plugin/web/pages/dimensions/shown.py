"""The page of cost centres and units as people read it: the rows, what rules would do, and what a month got."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.dimensions import By
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.web.pages.dimensions.form import NAMES, PER_EVENT, data_of, name_of
from mice_exact_plugin.web.parts import FieldView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wtforms import Field
    from wtforms.form import BaseForm

    from mice_exact_plugin.domain.dimensions import Costs, DimensionSettings, Key
    from mice_exact_plugin.domain.entry.costs_preview import Preview, Share
    from mice_exact_plugin.exports.revenue import BookedCosts
    from mice_exact_plugin.setup.dimensions import DimensionChoices, Tried

#: Codes of events without a cost unit that are named.
NAMED = 5


@dataclass(frozen=True, slots=True)
class RowView:
    """One rule to fill in; `note` names what its code stands for."""

    by: FieldView
    code: Field
    center: FieldView
    unit: FieldView
    note: str


@dataclass(frozen=True, slots=True)
class TriedView:
    """What rules would do: each with its lines and amount, and last what is left without."""

    about: str
    lines: tuple[tuple[str, str, str], ...]
    left: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DimensionsView:
    """`known` are the codes to type with their names; `booked` says what a month of lines got."""

    version: int
    per_event: Field
    rows: tuple[RowView, ...]
    known: tuple[tuple[str, str], ...]
    booked: tuple[str, ...]
    is_read: bool
    tried: TriedView | None


def view(form: BaseForm, choices: DimensionChoices, rows: int, tried: TriedView | None) -> DimensionsView:
    labels = {by: gettext(name).lower() for by, name in NAMES.items()}
    known = tuple(
        (code, " – ".join(filter(None, (name, labels[by]))))
        for by, found in choices.known.items()
        for code, name in found.items()
    )
    return DimensionsView(
        version=choices.version,
        per_event=form[PER_EVENT],
        rows=tuple(_row(form, choices, row) for row in range(rows)),
        known=known,
        booked=tuple(map(_booked, choices.booked)),
        is_read=choices.is_read,
        tried=tried,
    )


def _row(form: BaseForm, choices: DimensionChoices, row: int) -> RowView:
    by, code, center, unit = data_of(form, row)
    note = _note(choices, By(by), code) if code and by in set(By) else ""
    centers, units = ({each.code for each in codes} for codes in (choices.centers, choices.units))
    return RowView(
        FieldView(form[name_of("by", row)]),
        form[name_of("code", row)],
        FieldView(form[name_of("center", row)], warning=_gone(center, centers)),
        FieldView(form[name_of("unit", row)], warning=_gone(unit, units)),
        note,
    )


def _note(choices: DimensionChoices, by: By, code: str) -> str:
    """The name of what a code stands for, or that it stands for nothing as far as that is known."""
    known = choices.known.get(by, {})
    if not known or code in known:
        return known.get(code, "")
    if by in choices.by_invoices:
        return gettext("Komt op de nieuwste facturen niet voor. Klopt de code?")
    return gettext("Komt in MICE niet (meer) voor.")


def _gone(code: str, offered: set[str]) -> str:
    if not code or code in offered:
        return ""
    return gettext("%(code)s is in Exact Online niet meer te kiezen.", code=code)


def _booked(found: BookedCosts) -> str:
    named = " / ".join(filter(None, found.costs)) or gettext("zonder kostenplaats")
    lines = ngettext("%(num)s boekingsregel", "%(num)s boekingsregels", found.lines)
    return f"{named}: {lines} ({formatting.money(found.net)})"


def rule_label(key: Key, names: Mapping[By, Mapping[str, str]]) -> str:
    """*Locatie De Hal (hal)*."""
    by, code = key
    name = names.get(by, {}).get(code, "")
    return f"{gettext(NAMES[by])} {name} ({code})" if name not in ("", code) else f"{gettext(NAMES[by])} {code}"


def costs_words(costs: Costs) -> str:
    parts = [gettext("kostenplaats %(code)s", code=costs.center)] if costs.center else []
    parts += [gettext("kostendrager %(code)s", code=costs.unit)] if costs.unit else []
    return ", ".join(parts)


def per_event_words(chosen: DimensionSettings) -> str:
    """The cost unit of an event, for who reads the rules."""
    return gettext("kostendrager %(code)s, als die in Exact Online bestaat", code=chosen.per_event)


def tried_view(found: Tried, chosen: DimensionSettings, names: Mapping[By, Mapping[str, str]]) -> TriedView:
    invoices = ngettext("%(num)s factuur", "%(num)s facturen", found.invoices)
    about = (
        gettext("Van de laatste dertig dagen: %(invoices)s, zonder aanbetalingen.", invoices=invoices)
        if found.is_whole
        else gettext("Van de laatste dertig dagen de nieuwste %(invoices)s, zonder aanbetalingen.", invoices=invoices)
    )
    rules = [
        (f"{rule_label(key, names)}: {costs_words(chosen.rules[key])}", share)
        for key, share in found.preview.by_rule.items()
    ]
    if chosen.per_event:
        rules.insert(0, (f"{gettext('Per evenement')}: {per_event_words(chosen)}", found.preview.of_events))
    lines = [_line(words if share.lines else _on_nothing(words), share) for words, share in rules]
    return TriedView(about, tuple(lines), tuple(_left(found.preview)))


def _on_nothing(words: str) -> str:
    return gettext("%(rule)s – op geen enkele regel, klopt de code?", rule=words)


def _left(found: Preview) -> Iterator[tuple[str, str, str]]:
    if found.not_there.lines:
        codes = ", ".join([*found.missing][:NAMED]) + (", …" if len(found.missing) > NAMED else "")
        words = gettext("Evenement zonder kostendrager in Exact Online (%(codes)s)", codes=codes)
        yield _line(words, found.not_there)
    yield _line(gettext("Zonder kostenplaats"), found.without_center)
    yield _line(gettext("Zonder kostendrager"), found.without_unit)
    yield _line(gettext("Alles samen"), found.every)


def _line(words: str, share: Share) -> tuple[str, str, str]:
    return words, ngettext("%(num)s regel", "%(num)s regels", share.lines), formatting.money(share.net)
