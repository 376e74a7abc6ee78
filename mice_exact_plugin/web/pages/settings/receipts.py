"""The settings page: where till receipts go that reach the books by the till as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.setup.receipts import ACCOUNT, CODE
from mice_exact_plugin.web.parts import FieldView, option, select

if TYPE_CHECKING:
    from wtforms.form import BaseForm

    from mice_exact_plugin.setup.settings import Choices


@dataclass(frozen=True, slots=True)
class ReceiptsView:
    """The group; it opens by itself where something is chosen or amiss."""

    account: FieldView
    code: FieldView
    is_open: bool


def fields(choices: Choices) -> dict[str, object]:
    accounts = [option(each.code, f"{each.code} {each.description}") for each in choices.gl_accounts]
    codes = [option(each.code, f"{each.code} {each.description}") for each in choices.untaxed_codes]
    as_ever = gettext("Als gewone regels")
    return {
        ACCOUNT: select(gettext("Tussenrekening kassa"), accounts, name="receipts-account", empty=as_ever),
        CODE: select(gettext("BTW-code zonder btw"), codes, name="receipts-vat", empty=as_ever),
    }


def chosen(form: BaseForm, choices: Choices) -> ReceiptSettings:
    ids = {account.code: account.id for account in choices.gl_accounts}
    return ReceiptSettings(ids.get(form[ACCOUNT].data or ""), form[CODE].data or None)


def start_values(choices: Choices) -> dict[str, str]:
    saved = choices.saved.receipts if choices.saved else AS_ORDINARY
    codes = {account.id: account.code for account in choices.gl_accounts}
    return {ACCOUNT: codes.get(saved.gl_account_id or "", ""), CODE: saved.vat_code or ""}


def view(form: BaseForm) -> ReceiptsView:
    account, code = form[ACCOUNT], form[CODE]
    is_open = any(field.data or field.errors for field in (account, code))
    return ReceiptsView(FieldView(account), FieldView(code), is_open)
