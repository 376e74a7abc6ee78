"""The settings page: a VAT code per ground of 0 %, and the ground of each rate group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.situations import CHOSEN, MAY_BE_LISTED, SituationSettings
from mice_exact_plugin.exports.words import situations as words
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.setup.situations import code_field, group_field
from mice_exact_plugin.web.parts import FieldView, option, select

if TYPE_CHECKING:
    from wtforms.form import BaseForm

    from mice_exact_plugin.setup.situations import SituationChoices

#: Grounds with a box of their own in the return, which a code of type N never reaches.
_WITH_BOX = (MAY_BE_LISTED - {Situation.UNSPECIFIED}) | {Situation.EXPORT}


@dataclass(frozen=True, slots=True)
class SituationsView:
    """`codes` are of the grounds in use, `others` of the rest; `old_code` stands for what is not told apart yet."""

    codes: tuple[FieldView, ...]
    others: tuple[FieldView, ...]
    groups: tuple[FieldView, ...]
    old_code: str
    is_open: bool


def fields(choices: SituationChoices) -> dict[str, object]:
    """Every ground has a field, so that one may be prepared for."""
    codes = {code_field(each): _code_field(choices, each) for each in choices.codes}
    groups = {
        group_field(group.code): select(
            gettext("Waarom 0%% bij %(name)s", name=group.description),
            [option(each, _label(choices, each, group.code)) for each in _order(choices, group.code)],
            name=f"ground-{place}",
            empty=gettext("Nog niet gekozen"),
        )
        for place, group in enumerate(choices.groups)
    }
    return codes | groups


def _code_field(choices: SituationChoices, situation: Situation) -> object:
    suggested = choices.suggested_codes.get(situation)
    codes = sorted(choices.codes[situation], key=lambda code: code.code != suggested)
    labels = {code.code: f"{code.code} {code.description}" for code in codes}
    return select(
        gettext("BTW-code 0%% %(situation)s", situation=words.name(situation)),
        [option(code, _suggested(label) if code == suggested else label) for code, label in labels.items()],
        name=f"situation-{situation.lower()}",
        empty=gettext("Nog niet gekozen"),
    )


def _order(choices: SituationChoices, group: str) -> list[Situation]:
    return sorted(CHOSEN, key=lambda each: each is not choices.suggested_groups.get(group))


def _label(choices: SituationChoices, situation: Situation, group: str) -> str:
    """With the code that comes with it, which is chosen along where it has none yet."""
    code = choices.saved.codes.get(situation) or choices.suggested_codes.get(situation)
    name = words.name(situation)
    shown = gettext("%(situation)s, BTW-code %(code)s", situation=name, code=code) if code else name
    return _suggested(shown) if situation is choices.suggested_groups.get(group) else shown


def _suggested(label: str) -> str:
    return gettext("%(choice)s (voorstel)", choice=label)


def chosen(form: BaseForm, choices: SituationChoices) -> SituationSettings:
    """A ground that is chosen for a rate group brings the code that its option named, where it has none."""
    groups = {group.code: Situation(found) for group in choices.groups if (found := form[group_field(group.code)].data)}
    codes = {each: code for each in choices.codes if (code := form[code_field(each)].data)}
    for each in groups.values():
        if each not in codes and each in choices.suggested_codes:
            codes[each] = choices.suggested_codes[each]
    return SituationSettings(codes, groups)


def start_values(choices: SituationChoices) -> dict[str, str]:
    """Only what is saved: to tell grounds apart is a choice of its own."""
    codes = {code_field(each): choices.saved.codes.get(each, "") for each in choices.codes}
    return codes | {group_field(group.code): str(choices.saved.groups.get(group.code, "")) for group in choices.groups}


def view(choices: SituationChoices, form: BaseForm) -> SituationsView | None:
    """None where nothing is 0 %."""
    if not choices.groups and not choices.in_use:
        return None
    all_fields = [form[name] for name in fields(choices)]
    return SituationsView(
        codes=tuple(_field(choices, form, each) for each in CHOSEN if each in choices.in_use),
        others=tuple(_field(choices, form, each) for each in CHOSEN if each not in choices.in_use),
        groups=tuple(FieldView(form[group_field(group.code)]) for group in choices.groups),
        old_code=choices.old_code or "",
        is_open=choices.saved.is_used or any(field.data or field.errors for field in all_fields),
    )


def _field(choices: SituationChoices, form: BaseForm, situation: Situation) -> FieldView:
    field = form[code_field(situation)]
    types = {code.code: code.type for code in choices.codes[situation]}
    is_unseen = situation in _WITH_BOX and types.get(field.data) == "N"
    warning = gettext("Een BTW-code van deze soort komt in Exact Online niet in de aangifte.") if is_unseen else ""
    if field.data and field.data not in types:
        warning = gettext("De opgeslagen BTW-code %(code)s is in Exact Online niet meer te kiezen.", code=field.data)
    return FieldView(field, warning=warning)
