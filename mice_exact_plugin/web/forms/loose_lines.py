"""The fields for lines without a rate group: a ledger and a VAT code per rate in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.settings import LooseLine
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.forms.base import option, select

if TYPE_CHECKING:
    from decimal import Decimal

    from mice_exact_plugin.services.settings import Choices


def ledger_name(rate: Decimal) -> str:
    """The field of a rate's ledger; the services name their refusals the same way."""
    return f"loose_ledger:{rate}"


def code_name(rate: Decimal) -> str:
    return f"loose_vat:{rate}"


def loose_fields(choices: Choices) -> dict[str, Any]:
    accounts = [option(item.code, f"{item.code} {item.description}") for item in choices.gl_accounts]
    fields: dict[str, Any] = {}
    for rate in choices.rates:
        shown, key = formatting.rate(rate), format(rate, "f").replace(".", "-")
        fields[ledger_name(rate)] = select(
            gettext("Losse regels %(rate)s: grootboekrekening", rate=shown),
            accounts,
            name=f"loose-ledger-{key}",
            empty=gettext("Standaard grootboekrekening"),
        )
        fields[code_name(rate)] = select(
            gettext("Losse regels %(rate)s: BTW-code", rate=shown),
            [option(item.code, f"{item.code} {item.description}") for item in choices.vat_codes[rate]],
            name=f"loose-vat-{key}",
            empty=gettext("Zoals het tarief"),
        )
    return fields


def loose_lines(form: Any, choices: Choices) -> dict[Decimal, LooseLine]:
    """What was chosen, without the rates for which nothing was."""
    ids = {account.code: account.id for account in choices.gl_accounts}
    chosen = {
        rate: LooseLine(ids.get(form[ledger_name(rate)].data or ""), form[code_name(rate)].data or None)
        for rate in choices.rates
    }
    return {rate: line for rate, line in chosen.items() if line != LooseLine()}


def loose_values(choices: Choices) -> dict[str, str]:
    """What is saved, as the fields show it."""
    codes = {account.id: account.code for account in choices.gl_accounts}
    values: dict[str, str] = {}
    for rate in choices.rates:
        kept = choices.saved.loose(rate) if choices.saved else LooseLine()
        values[ledger_name(rate)] = codes.get(kept.gl_account_id or "", "")
        values[code_name(rate)] = kept.vat_code or ""
    return values
