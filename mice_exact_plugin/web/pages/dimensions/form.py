"""The form of the rules by which lines get a cost centre and a cost unit, with a few rows to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wtforms import StringField
from wtforms.validators import Length

from mice_exact_plugin.domain.dimensions import NUMBER, By, Costs, DimensionSettings
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web.parts import Form, option, select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from wtforms import Field
    from wtforms.form import BaseForm

    from mice_exact_plugin.domain.reference import CostCode
    from mice_exact_plugin.setup.dimensions import DimensionChoices

#: Rows to fill in; who has more rules saves and gets so many again.
EMPTY = 3
#: Rows that are read of what was sent.
MOST = 1000
#: Of a code of the host's: as long as its widest.
LONGEST = 64
#: Of a cost unit's code with the number in it; codes of Exact have eight characters.
LONGEST_MADE = 30
PER_EVENT = "cost_per_event"
NAMES: dict[By, str] = {
    By.ROOM: N_("Zaal"),
    By.LOCATION: N_("Locatie"),
    By.EVENT_TYPE: N_("Soort evenement"),
    By.RATE_GROUP: N_("Tariefgroep"),
    By.CATEGORY: N_("Categorie"),
}


def name_of(part: str, row: int) -> str:
    return f"cost_{part}_{row}"


def rows_of(rules: int) -> int:
    """How many rows the page has for so many rules."""
    return rules + EMPTY


def rows_sent(names: Iterable[str]) -> int:
    """How many rows what was sent has, whatever is saved by now."""
    prefix = name_of("code", 0)[:-1]
    numbers = (name.removeprefix(prefix) for name in names if name.startswith(prefix))
    return min(max((int(each[:5]) + 1 for each in numbers if each.isascii() and each.isdigit()), default=0), MOST)


def dimension_form(choices: DimensionChoices, rows: int) -> Callable[..., BaseForm]:
    """A form of so many rows."""
    saved = choices.saved.rules.values()
    centers = _options(choices.centers, (each.center for each in saved))
    units = _options(choices.units, (each.unit for each in saved))
    made: dict[str, object] = {
        PER_EVENT: StringField(
            gettext("Kostendrager per evenement"), [Length(max=LONGEST_MADE)], id="cost-per-event", default=""
        )
    }
    for row in range(rows):
        made |= _row(row, centers, units)
    return type("DimensionForm", (Form,), made)


def _row(row: int, centers: list[object], units: list[object]) -> dict[str, object]:
    number = row + 1
    return {
        name_of("by", row): select(
            gettext("Toewijzing %(number)s: geldt voor", number=number),
            [option(str(by), gettext(name)) for by, name in NAMES.items()],
            name=f"cost-by-{row}",
        ),
        name_of("code", row): StringField(
            gettext("Toewijzing %(number)s: code in MICE", number=number), [Length(max=LONGEST)], id=f"cost-code-{row}"
        ),
        name_of("center", row): select(
            gettext("Toewijzing %(number)s: kostenplaats", number=number),
            centers,
            name=f"cost-center-{row}",
            empty=gettext("Geen"),
        ),
        name_of("unit", row): select(
            gettext("Toewijzing %(number)s: kostendrager", number=number),
            units,
            name=f"cost-unit-{row}",
            empty=gettext("Geen"),
        ),
    }


def _options(codes: Iterable[CostCode], saved: Iterable[str | None]) -> list[object]:
    """What was saved stays to be chosen, and says that it is gone."""
    offered = {each.code: f"{each.code} {each.description}" for each in codes}
    gone = {code: gettext("%(code)s (vervallen)", code=code) for code in saved if code and code not in offered}
    return [option(code, label) for code, label in (offered | gone).items()]


def start_values(chosen: DimensionSettings) -> dict[str, str]:
    values = {PER_EVENT: chosen.per_event}
    for row, ((by, code), costs) in enumerate(chosen.rules.items()):
        told = {"by": str(by), "code": code, "center": costs.center or "", "unit": costs.unit or ""}
        values |= {name_of(part, row): value for part, value in told.items()}
    return values


def chosen(form: BaseForm, rows: int) -> DimensionSettings:
    """In the order in which rules are asked."""
    found = {
        (By(by), code): Costs(center or None, unit or None)
        for by, code, center, unit in (data_of(form, row) for row in range(rows))
        if by and code
    }
    order = {by: place for place, by in enumerate(By)}
    rules = dict(sorted(found.items(), key=lambda rule: (order[rule[0][0]], rule[0][1])))
    return DimensionSettings(rules, (form[PER_EVENT].data or "").strip())


def data_of(form: BaseForm, row: int) -> tuple[str, str, str, str]:
    by, code, center, unit = (
        (form[name_of(part, row)].data or "").strip() for part in ("by", "code", "center", "unit")
    )
    return by, code, center, unit


def fits(form: BaseForm, rows: int) -> bool:
    """Whether every row says the whole of a rule, and no two the same; what does not is said at its field.

    Of the rows that had a rule, which come before the empty ones, one without its code was taken away.
    """
    seen = set[tuple[str, str]]()
    is_good = _makes_a_code(form[PER_EVENT])
    for row in range(rows):
        by, code, center, unit = data_of(form, row)
        if (row < rows - EMPTY and not code) or not any((by, code, center, unit)):
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
                form[name_of(part, row)].errors = (sentence,)
                is_good = False
    return is_good


def _makes_a_code(field: Field) -> bool:
    """The number stands in it once, so that no two events share a code; other braces would be sent as they are."""
    text = (field.data or "").strip()
    rest = text.replace(NUMBER, "")
    if not text or (text.count(NUMBER) == 1 and "{" not in rest and "}" not in rest):
        return True
    field.errors = (gettext("Zet %(number)s één keer in de code, bijvoorbeeld E%(number)s.", number=NUMBER),)
    return False
