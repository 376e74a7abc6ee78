"""Where till receipts may go: checked against what the administration has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry import ledger_mapping, vat_mapping
from mice_exact_plugin.domain.money import ZERO

if TYPE_CHECKING:
    from mice_exact_plugin.domain.receipts import ReceiptSettings
    from mice_exact_plugin.domain.reference import ReferenceData, VatCode

#: The fields of the form, by which refusals are named.
ACCOUNT, CODE = "receipts_account", "receipts_vat"


def codes(reference: ReferenceData) -> tuple[VatCode, ...]:
    """Codes without VAT that say nothing to another member state."""
    fitting = (code for code in reference.vat_codes.values() if vat_mapping.choosable(code, ZERO, None))
    return tuple(sorted((code for code in fitting if not code.is_for_eu), key=lambda code: code.code))


def errors(settings: ReceiptSettings, reference: ReferenceData) -> dict[str, str]:
    """Both or neither, of what is offered."""
    found: dict[str, str] = {}
    account = reference.gl_accounts_by_id.get(settings.gl_account_id or "")
    if settings.gl_account_id and (account is None or not ledger_mapping.selectable_as_default(account)):
        found[ACCOUNT] = "not_offered"
    if settings.vat_code and settings.vat_code not in {code.code for code in codes(reference)}:
        found[CODE] = "not_offered"
    if bool(settings.gl_account_id) != bool(settings.vat_code):
        found[CODE if settings.gl_account_id else ACCOUNT] = "both_or_none"
    return found
