"""The group *Aanbetalingen* of the settings: an account per rate, or the explicit choice for turnover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wtforms import BooleanField

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.parts import FieldView, option, select

if TYPE_CHECKING:
    from decimal import Decimal

    from wtforms import Field
    from wtforms.form import BaseForm

    from mice_exact_plugin.setup.settings import Choices

AS_TURNOVER = "deposits_as_turnover"


@dataclass(frozen=True, slots=True)
class DepositsView:
    """The group; it opens by itself where somebody waits for it, where something is amiss and at the first save."""

    fields: tuple[FieldView, ...]
    as_turnover: Field
    is_open: bool


def account_name(rate: Decimal) -> str:
    """The field of a rate; the use case names its refusals the same way."""
    return f"deposit:{rate}"


def deposit_fields(choices: Choices) -> dict[str, object]:
    accounts = [option(item.code, f"{item.code} {item.description}") for item in choices.deposits.accounts]
    fields: dict[str, object] = {
        account_name(rate): select(_label(rate), accounts, name=f"deposit-{format(rate, 'f').replace('.', '-')}")
        for rate in choices.rates
    }
    fields[AS_TURNOVER] = BooleanField(gettext("Aanbetalingen als omzet boeken"), id="deposits-as-turnover")
    return fields


def _label(rate: Decimal) -> str:
    if not rate:
        return gettext("Tussenrekening aanbetalingen zonder btw")
    return gettext("Tussenrekening aanbetalingen %(rate)s", rate=formatting.rate(rate))


def deposit_values(choices: Choices) -> dict[str, object]:
    """What is saved, else what is suggested."""
    codes = {account.id: account.code for account in choices.deposits.accounts}
    values: dict[str, object] = {AS_TURNOVER: choices.deposits.saved.as_turnover}
    for rate in choices.rates:
        kept = codes.get(choices.deposits.saved.accounts.get(rate, ""), "")
        suggested = choices.deposits.suggested.get(rate)
        values[account_name(rate)] = kept or (suggested.code if suggested else "")
    return values


def chosen_deposits(form: BaseForm, choices: Choices) -> DepositSettings:
    """A rate that is not on the page keeps what was saved for it."""
    ids = {account.code: account.id for account in choices.deposits.accounts}
    chosen = {rate: ids.get(form[account_name(rate)].data or "") for rate in choices.rates}
    elsewhere = {rate: key for rate, key in choices.deposits.saved.accounts.items() if rate not in chosen}
    accounts = elsewhere | {rate: account for rate, account in chosen.items() if account}
    return DepositSettings(accounts, as_turnover=bool(form[AS_TURNOVER].data))


def deposits_view(choices: Choices, form: BaseForm, *, is_submitted: bool) -> DepositsView:
    offered = choices.deposits
    rates = sorted(choices.rates, key=lambda rate: rate not in offered.needed | offered.in_use)
    fields = tuple(_field(choices, form[account_name(rate)], rate, is_submitted=is_submitted) for rate in rates)
    lacking = (offered.needed | offered.in_use) - offered.saved.accounts.keys()
    is_suggesting = any(view.is_suggestion for view in fields)
    is_open = bool(lacking) or is_suggesting or any(view.field.errors or view.warning for view in fields)
    return DepositsView(fields, form[AS_TURNOVER], is_open)


def _field(choices: Choices, field: Field, rate: Decimal, *, is_submitted: bool) -> FieldView:
    suggested = choices.deposits.suggested.get(rate)
    kept = choices.deposits.saved.accounts.get(rate)
    is_gone = kept is not None and kept not in {account.id for account in choices.deposits.accounts}
    warning = gettext("De opgeslagen rekening is in Exact Online niet meer te kiezen.") if is_gone else ""
    is_suggestion = bool(suggested and not is_submitted and field.data == suggested.code)
    return FieldView(field, is_suggestion=is_suggestion, warning=warning)
