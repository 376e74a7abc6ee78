"""The settings page: what becomes of an invoice of a closed period, and up to when the books are called closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wtforms import DateField, RadioField
from wtforms.validators import Optional, ValidationError

from mice_exact_plugin.domain.closed_periods import HOLDING, ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import current
from mice_exact_plugin.web.parts import option

if TYPE_CHECKING:
    from wtforms import Field
    from wtforms.form import BaseForm

POLICY, UNTIL = "closed_policy", "closed_until"


def fields() -> dict[str, object]:
    words = {
        ClosedPolicy.HOLD: gettext("Vasthouden"),
        ClosedPolicy.FIRST_OPEN: gettext("Boeken in de eerste open periode"),
        ClosedPolicy.ASK: gettext("Per geval vragen"),
    }
    return {
        POLICY: RadioField(
            gettext("Als de periode in Exact Online gesloten is"),
            choices=[option(str(policy), label) for policy, label in words.items()],
            default=ClosedPolicy.HOLD,
        ),
        UNTIL: DateField(gettext("Slotdatum"), [Optional(), _is_past], id="closed-until"),
    }


def _is_past(_: BaseForm, field: Field) -> None:
    """Books are not closed ahead: a slip in the year would hold every invoice of that year."""
    if field.data and field.data > current.runtime().today():
        raise ValidationError(gettext("Een slotdatum in de toekomst houdt iedere factuur tegen. Kies een eerdere dag."))


def chosen(form: BaseForm) -> ClosedPeriodSettings:
    return ClosedPeriodSettings(ClosedPolicy(form[POLICY].data or ClosedPolicy.HOLD), form[UNTIL].data)


def start_values(saved: ClosedPeriodSettings) -> dict[str, object]:
    return {POLICY: str(saved.policy), UNTIL: saved.closed_until}


def is_open(form: BaseForm) -> bool:
    """Whether anything is chosen or wrong."""
    return bool(form[POLICY].errors or form[UNTIL].errors) or chosen(form) != HOLDING
