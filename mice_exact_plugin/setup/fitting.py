"""Whether what was chosen in the settings fits what the administration has, by the field that it was chosen in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.debtor.matching import PrivatePolicy, why_unusable
from mice_exact_plugin.domain.entry import ledger_mapping, vat_mapping
from mice_exact_plugin.mirror import relation_table
from mice_exact_plugin.setup import deposits, receipts, situations

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings, PrivateCustomers
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime


def errors(settings: LinkSettings, reference: ReferenceData, groups: Mapping[str, Decimal]) -> dict[str, str]:
    """What does not fit the loaded data, by field; `groups` is the rate of each rate group."""
    account = reference.gl_accounts_by_id.get(settings.default_gl_account_id)
    journals = {journal.code for journal in ledger_mapping.journals_to_choose(reference.journals.values())}
    found: dict[str, str] = {}
    if account is None or not ledger_mapping.selectable_as_default(account):
        found["default_gl_account"] = "not_offered"
    if settings.journal_code not in journals:
        found["journal"] = "not_offered"
    if settings.credit_journal_code not in (None, *journals):
        found["credit_journal"] = "not_offered"
    if settings.payment_condition_code and settings.payment_condition_code not in reference.payment_conditions:
        found["payment_condition"] = "not_offered"
    for loose_rate, loose in settings.loose_lines.items():
        ledger = reference.gl_accounts_by_id.get(loose.gl_account_id or "")
        if loose.gl_account_id and (ledger is None or not ledger_mapping.selectable_as_default(ledger)):
            found[f"loose_ledger:{loose_rate}"] = "not_offered"
    chosen: list[tuple[str, Decimal | None, str]] = [
        (f"vat:{rate}", rate, code) for rate, code in settings.vat_codes.items()
    ]
    loose_codes = {loose_rate: loose.vat_code for loose_rate, loose in settings.loose_lines.items()}
    chosen += [(f"loose_vat:{loose_rate}", loose_rate, code) for loose_rate, code in loose_codes.items() if code]
    chosen += [(f"group:{group}", groups.get(group), code) for group, code in settings.rate_group_vat_codes.items()]
    for field_name, rate, code in chosen:
        known = reference.vat_codes.get(code)
        if known is None or rate is None or not vat_mapping.choosable(known, rate, None):
            found[field_name] = "not_offered"
    found |= situations.errors(settings, reference) | receipts.errors(settings.receipts, reference)
    return found | deposits.errors(settings.deposits, reference)


def private_errors(runtime: Runtime, link: Link, private: PrivateCustomers) -> dict[str, str]:
    """A collective debtor must exist, and be one that can be booked on."""
    if private.policy is not PrivatePolicy.COLLECTIVE:
        return {}
    with step(runtime.session):
        account = relation_table.account_of(runtime.session, *link.place, private.collective_account_id or "")
    usable = account is not None and why_unusable(account, runtime.today()) is None
    return {} if usable else {"collective": "no_debtor"}
