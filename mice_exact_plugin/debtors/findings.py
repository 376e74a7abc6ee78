"""What is shown beside an invoice of its relation: differences that did not decide, and what Exact could not take."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.addresses import email_address
from mice_exact_plugin.domain.comparison import compare_names
from mice_exact_plugin.domain.customer import relation_of
from mice_exact_plugin.domain.matching_table import Name, Note
from mice_exact_plugin.domain.names import kept_by_exact
from mice_exact_plugin.domain.remarks import RemarkCode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from mice_exact_plugin.domain.customer import Customer
    from mice_exact_plugin.domain.matching import Found
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.services.posting.debtors.located import Remarks
    from mice_exact_plugin.store.debtor import Forms

_CODES = {
    Note.VAT_DIFFERS: RemarkCode.VAT_DIFFERS,
    Note.LEGAL_FORM_DIFFERS: RemarkCode.LEGAL_FORM_DIFFERS,
    Note.NAME_CUT: RemarkCode.NAME_CUT,
}
#: Facts in which a new relation must be what was sent. A street is sent as two lines, of which one is read.
_COMPARED = ("postcode", "city", "country", "vat_number", "coc_number", "email")


def of(found: Found, customer: Customer) -> Remarks:
    """The differences to a relation that is the customer's all the same."""
    params = {"code": found.account.code, "name": found.account.name, "ours": customer.written}
    params |= {"theirs_vat": found.account.vat_number or "", "ours_vat": customer.vat_number or ""}
    return tuple((_CODES[note], params) for note in found.notes)


def possibly_double(accounts: Iterable[CrmAccount]) -> Remarks:
    shown = ", ".join(f"{account.code} {account.name}" for account in accounts)
    return ((RemarkCode.POSSIBLY_DOUBLE, {"relations": shown[:500]}),) if shown else ()


def of_creation(
    customer: Customer, account: CrmAccount, omitted: Collection[str], forms: Forms, start: date | None = None
) -> Remarks:
    """What a new relation lacks, holds only in part, or holds otherwise than it was sent.

    `start` is the day it was to begin on; None where that is not known any more.
    """
    kept = kept_by_exact(customer.written)
    left_out = " ".join(sorted(set(omitted) - {"id"}))
    differing = " ".join(differences(customer, _as_made(account, forms), omitted) + _began(account, start))
    said = {
        RemarkCode.NAME_CUT: {"ours": customer.written, "name": kept} if kept != customer.written else None,
        RemarkCode.LEFT_OUT: {"fields": left_out} if left_out else None,
        RemarkCode.RELATION_DIFFERS: {"fields": differing, "code": account.code} if differing else None,
    }
    return tuple((code, params) for code, params in said.items() if params)


def differences(customer: Customer, made: Customer, omitted: Collection[str]) -> tuple[str, ...]:
    """Which facts of a relation that was just made are not what was sent. Exact may cut the name at its limit."""
    found = () if compare_names(customer, made) in (Name.EQUAL, Name.PERHAPS) else ("name",)
    compared = (name for name in _COMPARED if name not in omitted)
    return found + tuple(name for name in compared if (fact := getattr(customer, name)) and fact != getattr(made, name))


def _as_made(account: CrmAccount, forms: Forms) -> Customer:
    address = email_address(account.email)
    relation = relation_of(account, forms.home_country)
    return replace(relation, email=forms.keyed(address) if address else None)


def _began(account: CrmAccount, start: date | None) -> tuple[str, ...]:
    return ("start_date",) if start and account.start_date != start else ()


def unreadable(facts: Iterable[tuple[str, str]]) -> Remarks:
    """What the invoice says and nobody understands; an e-mail address is named and not repeated."""
    said = [f"{field}={'' if field == 'email' else text}" for field, text in facts]
    return ((RemarkCode.UNREADABLE, {"fields": "\n".join(said)[:500]}),) if said else ()
