"""The settings form: one field per setting and per VAT rate in use, built from what the administration offers."""

from __future__ import annotations

# Any: WTForms and Flask-WTF have no types for fields and forms made at run time.
from typing import TYPE_CHECKING, Any

from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import Length

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.closed_periods import HOLDING
from mice_exact_plugin.domain.debtor.matching import PrivatePolicy
from mice_exact_plugin.domain.dimensions import NO_RULES
from mice_exact_plugin.domain.entry.ledger_mapping import REVENUE
from mice_exact_plugin.domain.settings import LinkSettings, LooseLine, PrivateCustomers
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.pages.settings import closed_periods, receipts, situations, texts
from mice_exact_plugin.web.pages.settings.deposits import chosen_deposits, deposit_fields, deposit_values
from mice_exact_plugin.web.parts import Form, option, select, vat_field

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from mice_exact_plugin.domain.invoice import RateGroup
    from mice_exact_plugin.domain.reference import CrmAccount, GLAccount, Journal, PaymentCondition, VatCode
    from mice_exact_plugin.setup.settings import Choices


def ledger_name(rate: Decimal) -> str:
    """The field of a rate's ledger; the use case names its refusals the same way."""
    return f"loose_ledger:{rate}"


def code_name(rate: Decimal) -> str:
    return f"loose_vat:{rate}"


def loose_fields(choices: Choices) -> dict[str, object]:
    accounts = [option(item.code, f"{item.code} {item.description}") for item in choices.gl_accounts]
    fields: dict[str, object] = {}
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


POLICY, COLLECTIVE = "private_policy", "collective"
#: Codes of relations are at most 18 characters long.
LONGEST_CODE = 18


def private_fields() -> dict[str, object]:
    words = {
        PrivatePolicy.NEW: gettext("Nieuwe debiteur, gemarkeerd als mogelijk dubbel"),
        PrivatePolicy.ASK: gettext("Vragen"),
        PrivatePolicy.COLLECTIVE: gettext("Verzameldebiteur"),
    }
    return {
        POLICY: RadioField(
            gettext("Particulieren zonder postcode"),
            choices=[option(str(policy), label) for policy, label in words.items()],
            default=PrivatePolicy.NEW,
        ),
        COLLECTIVE: StringField(
            gettext("Code van de verzameldebiteur"), [Length(max=LONGEST_CODE)], id="collective", default=""
        ),
    }


def private_start(saved: PrivateCustomers | None, collective: CrmAccount | None) -> dict[str, str]:
    return {
        POLICY: str(saved.policy if saved else PrivatePolicy.NEW),
        COLLECTIVE: collective.code if collective else "",
    }


def chosen_private(form: Any, account_id: str | None) -> PrivateCustomers:
    return PrivateCustomers(PrivatePolicy(form[POLICY].data or PrivatePolicy.NEW), account_id)


def vat_name(rate: Decimal) -> str:
    """The field of a rate; the use case names its refusals the same way."""
    return f"vat:{rate}"


def group_name(group: RateGroup) -> str:
    return f"group:{group.code}"


def settings_form(choices: Choices) -> Any:
    """A form with what is saved, else with suggestions; a field for the switch appears with the first save."""
    fields: dict[str, object] = {
        "default_gl_account": select(
            gettext("Standaard grootboekrekening"),
            _gl_accounts(choices.gl_accounts),
            name="default-gl-account",
            required=gettext("Kies een grootboekrekening."),
        ),
        "journal": select(
            gettext("Dagboek"), _journals(choices.journals), name="journal", required=gettext("Kies een dagboek.")
        ),
        "credit_journal": select(
            gettext("Dagboek creditnota's"),
            _journals(choices.journals),
            name="credit-journal",
            empty=gettext("Hetzelfde dagboek"),
        ),
        "payment_condition": select(
            gettext("Standaard betalingsconditie"),
            _payment_conditions(choices.payment_conditions),
            name="payment-condition",
            empty=gettext("Geen"),
        ),
    }
    fields |= _vat_fields(choices) | _exception_fields(choices) | private_fields() | loose_fields(choices)
    fields |= situations.fields(choices.situations) | texts.fields() | receipts.fields(choices)
    fields |= closed_periods.fields() | deposit_fields(choices)
    if choices.has_eu_codes:
        fields["fills_vat_numbers"] = BooleanField(gettext("Btw-nummer aanvullen"), id="fills-vat-numbers")
    if choices.saved:
        fields["enabled"] = BooleanField(gettext("Koppeling ingeschakeld"), id="enabled")
    return type("SettingsForm", (Form,), fields)


def chosen(form: Any, choices: Choices, collective_account_id: str | None) -> LinkSettings:
    """The form as settings of the administration; the use case checks them against the loaded data.

    `collective_account_id` is the relation with the code that was typed, if there is one.
    """
    account = next((item for item in choices.gl_accounts if item.code == form.default_gl_account.data), None)
    return LinkSettings(
        default_gl_account_id=account.id if account else "",
        journal_code=form.journal.data,
        credit_journal_code=form.credit_journal.data or None,
        vat_codes={rate: code for rate in choices.rates if (code := form[vat_name(rate)].data)},
        rate_group_vat_codes={
            group.code: code for group in choices.rate_groups if (code := form[group_name(group)].data)
        },
        payment_condition_code=form.payment_condition.data or None,
        private=chosen_private(form, collective_account_id),
        loose_lines=loose_lines(form, choices),
        situations=situations.chosen(form, choices.situations),
        texts=texts.chosen(form),
        receipts=receipts.chosen(form, choices),
        closed_periods=closed_periods.chosen(form),
        deposits=chosen_deposits(form, choices),
        dimensions=choices.saved.dimensions if choices.saved else NO_RULES,
        fills_vat_numbers="fills_vat_numbers" in form and bool(form.fills_vat_numbers.data),
        rate_group_ledgers=choices.saved.rate_group_ledgers if choices.saved else {},
    )


def _vat_fields(choices: Choices) -> dict[str, object]:
    return {
        vat_name(rate): select(
            gettext("BTW-code %(rate)s", rate=formatting.rate(rate)),
            _vat_codes(choices.vat_codes[rate]),
            name=vat_field(rate),
            empty=gettext("Nog niet gekoppeld"),
        )
        for rate in choices.rates
    }


def _exception_fields(choices: Choices) -> dict[str, object]:
    return {
        group_name(group): select(
            gettext("Tariefgroep %(name)s", name=group.description),
            _vat_codes(choices.vat_codes.get(group.vat_rate, ())),
            name=f"group-{place}",
            empty=gettext("Geen uitzondering"),
        )
        for place, group in enumerate(choices.rate_groups)
    }


def _gl_accounts(accounts: Iterable[GLAccount]) -> list[Any]:
    groups = {True: gettext("Omzetrekeningen"), False: gettext("Andere rekeningen")}
    return [option(item.code, f"{item.code} {item.description}", groups[item.type == REVENUE]) for item in accounts]


def _journals(journals: Iterable[Journal]) -> list[Any]:
    return [option(item.code, f"{item.code} {item.description}") for item in journals]


def _vat_codes(codes: Iterable[VatCode]) -> list[Any]:
    return [option(item.code, f"{item.code} {item.description}") for item in codes]


def _payment_conditions(conditions: Iterable[PaymentCondition]) -> list[Any]:
    """The description first: the code is mostly the number of days, and "30 30 dagen" reads badly."""
    return [option(item.code, f"{item.description} ({item.code})") for item in conditions]


def start_values(choices: Choices) -> dict[str, object]:
    """What is saved; where nothing is, the suggestion."""
    saved = choices.saved
    values: dict[str, object] = {"enabled": False, **loose_values(choices)}
    values |= situations.start_values(choices.situations) | texts.start_values(choices)
    values |= receipts.start_values(choices)
    values |= closed_periods.start_values(saved.closed_periods if saved else HOLDING)
    values |= deposit_values(choices)
    values["fills_vat_numbers"] = saved is not None and saved.fills_vat_numbers
    values["default_gl_account"] = _code(saved, choices)
    values["journal"] = saved.journal_code if saved else _attribute(choices.suggested_journal)
    values["credit_journal"] = (saved.credit_journal_code or "") if saved else ""
    values["payment_condition"] = (
        (saved.payment_condition_code or "") if saved else _attribute(choices.suggested_payment_condition)
    )
    values |= private_start(saved.private if saved else None, choices.collective)
    for rate in choices.rates:
        kept = saved.vat_codes.get(rate) if saved else None
        values[vat_name(rate)] = kept or _attribute(choices.suggested_vat_codes.get(rate))
    for group in choices.rate_groups:
        values[group_name(group)] = saved.rate_group_vat_codes.get(group.code, "") if saved else ""
    return values


def _code(saved: LinkSettings | None, choices: Choices) -> str:
    if saved is None:
        return _attribute(choices.suggested_gl_account)
    return next((item.code for item in choices.gl_accounts if item.id == saved.default_gl_account_id), "")


def _attribute(item: Any) -> str:
    return item.code if item else ""
