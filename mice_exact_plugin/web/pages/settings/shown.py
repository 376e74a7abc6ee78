"""The settings page: which value each field starts with, what is only a suggestion, and what is amiss."""

from __future__ import annotations

from dataclasses import dataclass

# Any: WTForms and Flask-WTF have no types for fields and forms made at run time.
from typing import TYPE_CHECKING, Any

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.dimensions import NO_RULES
from mice_exact_plugin.exports.words.cures import code_to_make
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.web.pages.settings import closed_periods, receipts, situations, texts
from mice_exact_plugin.web.pages.settings.deposits import DepositsView, deposits_view
from mice_exact_plugin.web.pages.settings.form import COLLECTIVE, POLICY, code_name, group_name, ledger_name, vat_name
from mice_exact_plugin.web.parts import FieldView

if TYPE_CHECKING:
    from decimal import Decimal

    from mice_exact_plugin.setup.settings import Choices


@dataclass(frozen=True, slots=True)
class RateView:
    """A VAT rate in use: its field, and the exceptions of its rate groups where these can differ.

    `has_meanings`: 0 % stands for reverse charge, intra-EU, export, exempt or deposit, so its exceptions stand open.
    """

    rate: str
    main: FieldView
    exceptions: tuple[FieldView, ...]
    has_meanings: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The form in the order of the page, with what is suggested, what warns and which groups stand open."""

    form: Any
    gl_account: FieldView
    journal: FieldView
    credit_journal: FieldView
    payment_condition: FieldView
    rates: tuple[RateView, ...]
    loose: tuple[FieldView, ...]
    loose_is_open: bool
    situations: situations.SituationsView | None
    texts: texts.TextsView
    receipts: receipts.ReceiptsView
    periods_are_open: bool
    is_first_save: bool
    unmapped: tuple[str, ...]
    private_policy: Any
    collective: FieldView
    deposits: DepositsView
    costs: str
    wrong: tuple[tuple[str, str, str], ...]
    """Of every field that is amiss its id, its label and what is the matter, in the order of the form."""


def settings_view(choices: Choices, form: Any, *, is_submitted: bool) -> SettingsView:
    """What a person typed is no suggestion any more."""
    fresh = choices.saved is None and not is_submitted
    return SettingsView(
        form=form,
        gl_account=_field(form.default_gl_account, fresh, _gone(choices, "account") or _none(choices, "account")),
        journal=_field(form.journal, fresh, _gone(choices, "journal") or _none(choices, "journal")),
        credit_journal=_field(form.credit_journal, False, _gone(choices, "credit_journal")),
        payment_condition=_field(form.payment_condition, fresh, ""),
        rates=tuple(_rate(choices, form, rate, is_submitted=is_submitted) for rate in choices.rates),
        loose=tuple(FieldView(field) for field in _loose(choices, form)),
        loose_is_open=bool(choices.loose_rates) or any(field.data or field.errors for field in _loose(choices, form)),
        situations=situations.view(choices.situations, form),
        texts=texts.view(form),
        receipts=receipts.view(form),
        periods_are_open=closed_periods.is_open(form),
        is_first_save=choices.saved is None,
        unmapped=tuple(formatting.rate(rate) for rate in choices.unmapped_rates),
        private_policy=form[POLICY],
        collective=FieldView(form[COLLECTIVE]),
        deposits=deposits_view(choices, form, is_submitted=is_submitted),
        costs=_costs(choices),
        wrong=tuple((each.id, each.label.text, " ".join(each.errors)) for each in form if each.errors),
    )


def _costs(choices: Choices) -> str:
    """How many rules there are for cost centres and units, which have a page of their own."""
    chosen = choices.saved.dimensions if choices.saved else NO_RULES
    count = len(chosen.rules) + bool(chosen.per_event)
    return ngettext("%(num)s toewijzing", "%(num)s toewijzingen", count) if count else ""


def _loose(choices: Choices, form: Any) -> list[Any]:
    """The rates of loose lines that wait come first."""
    rates = sorted(choices.rates, key=lambda rate: rate not in choices.loose_rates)
    return [form[name(rate)] for rate in rates for name in (ledger_name, code_name)]


def _rate(choices: Choices, form: Any, rate: Decimal, *, is_submitted: bool) -> RateView:
    main = form[vat_name(rate)]
    is_saved = choices.saved is not None and rate in choices.saved.vat_codes
    exceptions = [form[group_name(group)] for group in choices.rate_groups if group.vat_rate == rate]
    has_exceptions = any(field.data or field.errors for field in exceptions)
    is_offered = has_exceptions or (rate in choices.ambiguous_rates and len(choices.vat_codes[rate]) > 1)
    return RateView(
        rate=formatting.rate(rate),
        main=_field(main, not is_saved and not is_submitted, _rate_warning(choices, rate)),
        exceptions=tuple(FieldView(field) for field in exceptions) if is_offered else (),
        has_meanings=rate == 0,
        is_open=rate == 0 or has_exceptions,
    )


def _field(field: Any, fresh: bool, warning: str) -> FieldView:
    return FieldView(field, is_suggestion=fresh and bool(field.data), warning=warning)


def _rate_warning(choices: Choices, rate: Decimal) -> str:
    shown = formatting.rate(rate)
    if not choices.vat_codes[rate]:
        return code_to_make(rate)
    if rate in choices.unmapped_rates:
        return gettext("Nog niet gekoppeld: facturen met %(rate)s btw kunnen niet geboekt worden.", rate=shown)
    kept = choices.saved.vat_codes.get(rate) if choices.saved else None
    if kept in choices.blocked_codes:
        return gettext("De opgeslagen BTW-code %(code)s is in Exact Online geblokkeerd.", code=kept or "")
    if kept and kept not in {code.code for code in choices.vat_codes[rate]}:
        return gettext("De opgeslagen BTW-code %(code)s is in Exact Online niet meer te kiezen.", code=kept)
    return ""


def _gone(choices: Choices, what: str) -> str:
    """What was saved and is no longer offered is said, because the field can only show it as empty."""
    if choices.saved is None:
        return ""
    offered: dict[str, tuple[str, set[str]]] = {
        "account": (choices.saved.default_gl_account_id, {account.id for account in choices.gl_accounts}),
        "journal": (choices.saved.journal_code, {journal.code for journal in choices.journals}),
        "credit_journal": (choices.saved.credit_journal_code or "", {"", *(each.code for each in choices.journals)}),
    }
    kept, known = offered[what]
    return "" if kept in known else gettext("De opgeslagen keuze is in Exact Online niet meer te kiezen.")


def _none(choices: Choices, what: str) -> str:
    if what == "journal" and not choices.journals:
        return gettext("Deze administratie heeft geen verkoopboek. Maak er een aan in Exact Online en laad opnieuw in.")
    if what == "account" and not choices.gl_accounts:
        return gettext("Er zijn geen grootboekrekeningen te kiezen. Controleer de rechten in Exact Online.")
    return ""
