"""The settings page: the rules by which lines get a cost centre and a cost unit, with a few rows to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wtforms import StringField
from wtforms.validators import Length

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings
from mice_exact_plugin.i18n import N_, gettext, ngettext
from mice_exact_plugin.web.parts import FieldView, option, select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wtforms import Field
    from wtforms.form import BaseForm

    from mice_exact_plugin.domain.reference import CostCode
    from mice_exact_plugin.exports.revenue import BookedCosts
    from mice_exact_plugin.setup.dimensions import DimensionChoices

#: Rows to fill in; who has more rules saves and gets so many again.
EMPTY = 3
#: Of a code of the host's: as long as its widest.
LONGEST = 64
NAMES: dict[By, str] = {
    By.ROOM: N_("Zaal"),
    By.LOCATION: N_("Locatie"),
    By.EVENT_TYPE: N_("Soort evenement"),
    By.RATE_GROUP: N_("Tariefgroep"),
    By.CATEGORY: N_("Categorie"),
}


@dataclass(frozen=True, slots=True)
class RowView:
    """One rule; `note` names what its code stands for."""

    by: FieldView
    code: Field
    center: FieldView
    unit: FieldView
    note: str


@dataclass(frozen=True, slots=True)
class DimensionsView:
    """`known` are the codes to type with their names; `booked` says what a month of lines got."""

    rows: tuple[RowView, ...]
    known: tuple[tuple[str, str], ...]
    booked: tuple[str, ...]
    is_read: bool
    is_open: bool


def _name(part: str, row: int) -> str:
    return f"cost_{part}_{row}"


def _rows(choices: DimensionChoices) -> range:
    return range(len(choices.saved.rules) + EMPTY if choices.is_read else 0)


def fields(choices: DimensionChoices) -> dict[str, object]:
    made: dict[str, object] = {}
    saved = choices.saved.rules.values()
    for row in _rows(choices):
        number = row + 1
        made[_name("by", row)] = select(
            gettext("Toewijzing %(number)s: geldt voor", number=number),
            [option(str(by), gettext(name)) for by, name in NAMES.items()],
            name=f"cost-by-{row}",
        )
        made[_name("code", row)] = StringField(
            gettext("Toewijzing %(number)s: code in MICE", number=number), [Length(max=LONGEST)], id=f"cost-code-{row}"
        )
        made[_name("center", row)] = select(
            gettext("Toewijzing %(number)s: kostenplaats", number=number),
            _options(choices.centers, (each.center for each in saved)),
            name=f"cost-center-{row}",
            empty=gettext("Geen"),
        )
        made[_name("unit", row)] = select(
            gettext("Toewijzing %(number)s: kostendrager", number=number),
            _options(choices.units, (each.unit for each in saved)),
            name=f"cost-unit-{row}",
            empty=gettext("Geen"),
        )
    return made


def _options(codes: Iterable[CostCode], saved: Iterable[str | None]) -> list[object]:
    """What was saved stays to be chosen, and says that it is gone."""
    offered = {each.code: f"{each.code} {each.description}" for each in codes}
    gone = {code: gettext("%(code)s (vervallen)", code=code) for code in saved if code and code not in offered}
    return [option(code, label) for code, label in (offered | gone).items()]


def start_values(choices: DimensionChoices) -> dict[str, str]:
    values: dict[str, str] = {}
    for row, ((by, code), costs) in zip(_rows(choices), choices.saved.rules.items(), strict=False):
        told = {"by": str(by), "code": code, "center": costs.center or "", "unit": costs.unit or ""}
        values |= {_name(part, row): value for part, value in told.items()}
    return values


def chosen(form: BaseForm, choices: DimensionChoices) -> DimensionSettings:
    """In the order in which rules are asked; what is not on the page stays as it was."""
    if not choices.is_read:
        return choices.saved
    found = {(By(by), code): Costs(center or None, unit or None) for by, code, center, unit in _filled(form, choices)}
    order = {by: place for place, by in enumerate(By)}
    return DimensionSettings(dict(sorted(found.items(), key=lambda rule: (order[rule[0][0]], rule[0][1]))))


def _filled(form: BaseForm, choices: DimensionChoices) -> list[tuple[str, str, str, str]]:
    rows = [_data(form, row) for row in _rows(choices)]
    return [row for row in rows if row[1]]


def _data(form: BaseForm, row: int) -> tuple[str, str, str, str]:
    by, code, center, unit = ((form[_name(part, row)].data or "").strip() for part in ("by", "code", "center", "unit"))
    return by, code, center, unit


def fits(form: BaseForm, choices: DimensionChoices) -> bool:
    """Whether every row says the whole of a rule, and no two the same; what does not is said at its field."""
    seen = set[tuple[str, str]]()
    wrong = 0
    for row in _rows(choices):
        by, code, center, unit = _data(form, row)
        is_taken_away = row < len(choices.saved.rules) and not code
        if is_taken_away or not any((by, code, center, unit)):
            continue
        said = {
            "by": "" if by else gettext("Kies waar de toewijzing over gaat."),
            "code": gettext("Vul de code in.") if not code else "",
            "center": "" if center or unit else gettext("Kies een kostenplaats of een kostendrager."),
        }
        if (by, code) in seen and not any(said.values()):
            said["code"] = gettext("Hierover is al een toewijzing.")
        seen.add((by, code))
        for part, sentence in said.items():
            if sentence:
                form[_name(part, row)].errors = (sentence,)
                wrong += 1
    return not wrong


def view(form: BaseForm, choices: DimensionChoices, *, is_submitted: bool) -> DimensionsView:
    rows = tuple(_row(form, choices, row) for row in _rows(choices))
    labels = {by: gettext(name).lower() for by, name in NAMES.items()}
    known = tuple(
        (code, " – ".join(filter(None, (name, labels[by]))))
        for by, found in choices.known.items()
        for code, name in found.items()
    )
    is_open = choices.saved.is_used or choices.is_needed or (choices.is_read and is_submitted)
    return DimensionsView(rows, known, tuple(map(_booked, choices.booked)), choices.is_read, is_open)


def _row(form: BaseForm, choices: DimensionChoices, row: int) -> RowView:
    by, code, center, unit = _data(form, row)
    known = choices.known.get(By(by), {}) if by in set(By) else {}
    is_gone = bool(code) and by in (By.LOCATION, By.EVENT_TYPE, By.RATE_GROUP) and bool(known) and code not in known
    note = gettext("Komt in MICE niet (meer) voor.") if is_gone else known.get(code, "")
    centers, units = ({each.code for each in codes} for codes in (choices.centers, choices.units))
    return RowView(
        FieldView(form[_name("by", row)]),
        form[_name("code", row)],
        FieldView(form[_name("center", row)], warning=_gone(center, centers)),
        FieldView(form[_name("unit", row)], warning=_gone(unit, units)),
        note,
    )


def _gone(code: str, offered: set[str]) -> str:
    if not code or code in offered:
        return ""
    return gettext("%(code)s is in Exact Online niet meer te kiezen.", code=code)


def _booked(found: BookedCosts) -> str:
    named = " / ".join(filter(None, found.costs)) or gettext("zonder kostenplaats")
    lines = ngettext("%(num)s boekingsregel", "%(num)s boekingsregels", found.lines)
    return f"{named}: {lines} ({formatting.money(found.net)})"
