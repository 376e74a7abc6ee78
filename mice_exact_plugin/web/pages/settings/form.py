"""The settings form: one field per setting and per VAT rate in use, built from what the administration offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import BooleanField, RadioField

from mice_exact_plugin.domain.ledger_mapping import REVENUE
from mice_exact_plugin.domain.settings import LinkSettings
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.forms.base import Form, option, select
from mice_exact_plugin.web.forms.loose_lines import loose_fields, loose_lines
from mice_exact_plugin.web.forms.private_customers import chosen_private, private_fields

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from mice_exact_plugin.domain.invoice import RateGroup
    from mice_exact_plugin.domain.reference import GLAccount, Journal, PaymentCondition, VatCode
    from mice_exact_plugin.services.settings import Choices

BOOK, LEAVE = "book", "leave"


def vat_name(rate: Decimal) -> str:
    """The field of a rate; the services name their refusals the same way."""
    return f"vat:{rate}"


def group_name(group: RateGroup) -> str:
    return f"group:{group.code}"


def settings_form(choices: Choices) -> Any:
    """A form with what is saved, else with suggestions; a field for the switch appears with the first save."""
    fields: dict[str, Any] = {
        "default_gl_account": select(
            gettext("Standaard grootboekrekening"),
            _gl_accounts(choices.gl_accounts),
            name="default-gl-account",
            required=gettext("Kies een grootboekrekening."),
        ),
        "journal": select(
            gettext("Dagboek"), _journals(choices.journals), name="journal", required=gettext("Kies een dagboek.")
        ),
        "payment_condition": select(
            gettext("Standaard betalingsconditie"),
            _payment_conditions(choices.payment_conditions),
            name="payment-condition",
            empty=gettext("Geen"),
        ),
    }
    fields |= _vat_fields(choices) | _exception_fields(choices) | private_fields() | loose_fields(choices)
    if choices.has_eu_codes:
        fields["fills_vat_numbers"] = BooleanField(gettext("BTW-nummer aanvullen"), id="fills-vat-numbers")
    if choices.saved:
        fields["enabled"] = BooleanField(gettext("Koppeling ingeschakeld"), id="enabled")
    if choices.waiting_before_first_save:
        words = [option(BOOK, gettext("Ook boeken")), option(LEAVE, gettext("Niet boeken"))]
        fields["waiting"] = RadioField(gettext("Wat eerder verstuurd is"), choices=words)
    return type("SettingsForm", (Form,), fields)


def chosen(form: Any, choices: Choices, collective_account_id: str | None) -> LinkSettings:
    """The form as settings of the administration; the services check them against the loaded data.

    `collective_account_id` is the relation with the code that was typed, if there is one.
    """
    account = next((item for item in choices.gl_accounts if item.code == form.default_gl_account.data), None)
    return LinkSettings(
        default_gl_account_id=account.id if account else "",
        journal_code=form.journal.data,
        vat_codes={rate: code for rate in choices.rates if (code := form[vat_name(rate)].data)},
        rate_group_vat_codes={
            group.code: code for group in choices.rate_groups if (code := form[group_name(group)].data)
        },
        payment_condition_code=form.payment_condition.data or None,
        private=chosen_private(form, collective_account_id),
        loose_lines=loose_lines(form, choices),
        fills_vat_numbers="fills_vat_numbers" in form and bool(form.fills_vat_numbers.data),
    )


def _vat_fields(choices: Choices) -> dict[str, Any]:
    return {
        vat_name(rate): select(
            gettext("BTW-code %(rate)s", rate=formatting.rate(rate)),
            _vat_codes(choices.vat_codes[rate]),
            name=f"vat-{format(rate, 'f').replace('.', '-')}",
            empty=gettext("Nog niet gekoppeld"),
        )
        for rate in choices.rates
    }


def _exception_fields(choices: Choices) -> dict[str, Any]:
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
