"""What a person must know of a debtor: why it cannot be booked on yet, and what is only shown beside the invoice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.debtor.comparison import compare_names
from mice_exact_plugin.domain.debtor.customer import relation_of
from mice_exact_plugin.domain.debtor.matching import Ask, Unusable, Why, score
from mice_exact_plugin.domain.debtor.names import kept_by_exact
from mice_exact_plugin.domain.debtor.places import email_address
from mice_exact_plugin.domain.debtor.table import AskKind, Name, Note
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.remarks import RemarkCode, Said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from mice_exact_plugin.debtors.binding import Remarks
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.debtor.matching import Found
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.mirror.relation_table import Forms

_CODES = {
    Note.VAT_DIFFERS: RemarkCode.VAT_DIFFERS,
    Note.LEGAL_FORM_DIFFERS: RemarkCode.LEGAL_FORM_DIFFERS,
    Note.NAME_CUT: RemarkCode.NAME_CUT,
}
#: Facts in which a new relation must be what was sent. A street is sent as two lines, of which one is read.
_COMPARED = ("postcode", "city", "country", "vat_number", "coc_number", "email")


def notes_of(found: Found, customer: Customer) -> Remarks:
    """The differences to a relation that is the customer's all the same."""
    params: Said = {"code": found.account.code, "name": found.account.name, "ours": customer.written}
    params |= {"theirs_vat": found.account.vat_number or "", "ours_vat": customer.vat_number or ""}
    return tuple((_CODES[note], params) for note in found.notes)


#: What was booked on cannot be deleted in Exact: most often it was merged with another relation.
RELATION_GONE: Remarks = ((RemarkCode.RELATION_GONE, {}),)


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
    said: dict[RemarkCode, Said | None] = {
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


#: More than this help nobody to choose, and a problem is kept with the invoice.
MOST = 20
ASKS: dict[AskKind, Code] = {
    AskKind.SEVERAL: Code.DEBTOR_AMBIGUOUS,
    AskKind.NUMBER_DIFFERS: Code.DEBTOR_NUMBER_DIFFERS,
    AskKind.COC_DIFFERS: Code.DEBTOR_COC_DIFFERS,
    AskKind.PLACE_DIFFERS: Code.DEBTOR_PLACE_DIFFERS,
    AskKind.NAME_DIFFERS: Code.DEBTOR_NAME_DIFFERS,
    AskKind.LEGAL_FORM: Code.DEBTOR_LEGAL_FORM,
    AskKind.NAME_CUT: Code.DEBTOR_NAME_CUT,
    AskKind.NO_SECOND_FACT: Code.DEBTOR_NO_SECOND_FACT,
    AskKind.NOT_READ_YET: Code.DEBTOR_NOT_READ_YET,
}
UNUSABLE: dict[Why, Code] = {
    Why.BLOCKED: Code.DEBTOR_BLOCKED,
    Why.ENDED: Code.DEBTOR_NOT_ACTIVE,
    Why.NOT_STARTED: Code.DEBTOR_NOT_ACTIVE,
    Why.SUPPLIER_ONLY: Code.DEBTOR_SUPPLIER_ONLY,
}


def asked(customer: Customer, ask: Ask, home_country: str) -> Problem:
    """A person decides among these; the one that is proposed comes first, the others by their likeness."""
    accounts = sorted(
        ask.accounts,
        key=lambda account: (account != ask.proposed, -score(customer, relation_of(account, home_country))),
    )
    proposed: Params = {"proposed": ask.proposed.id} if ask.proposed else {}
    return Problem(ASKS[ask.kind], about(accounts) | proposed)


def unusable(outcome: Unusable) -> Problem:
    """The first relation names the reason; all of them can be chosen once they are corrected."""
    (first, why), *_ = outcome.accounts
    return not_usable(first, why, (*(account for account, _ in outcome.accounts), *outcome.others))


def not_usable(account: CrmAccount, why: Why, all_of_them: Iterable[CrmAccount] = ()) -> Problem:
    names: Params = {"name": account.name, "code": account.code, "why": str(why)}
    return Problem(UNUSABLE[why], about(tuple(all_of_them) or (account,)) | names)


def old_binding(account: CrmAccount, others: Iterable[CrmAccount]) -> Problem:
    """An older version booked on this relation; by the rules of now that is not certain."""
    accounts = (account, *(other for other in others if other.id != account.id))
    return Problem(
        Code.DEBTOR_OLD_BINDING, about(accounts) | {"name": account.name, "code": account.code, "proposed": account.id}
    )


def about(accounts: Iterable[CrmAccount]) -> Params:
    """Codes for the sentence, ids for the page on which a person chooses."""
    shown = tuple(accounts)[:MOST]
    return {"codes": [account.code for account in shown], "ids": [account.id for account in shown]}


def right_missing(action: str, kind: str, name: str) -> Problem:
    """The log-in may not make relations (`POST`) or change one (`PUT`); `kind` is what Exact's 403 said."""
    return Problem(Code.DEBTOR_RIGHT_MISSING, {"denial": [action, kind], "name": name})
