"""Making what was located true: promoted, created or bound; what was not answered is searched for and released.

A VAT number that a relation in Exact lacks and an EU code needs is filled in only where it is empty. The wish is a
person's or the settings', and is written down before the call. The relation is looked at directly before and after,
because a bookkeeper may be typing there meanwhile: what is filled in is never overwritten.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from mice_exact_plugin import sight
from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import create
from mice_exact_plugin.debtors.binding import NotPromoted, audit, bind, remark
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.bindings import from_facts
from mice_exact_plugin.domain.debtor.comparison import compare_names
from mice_exact_plugin.domain.debtor.customer import customer_of, relation_of
from mice_exact_plugin.domain.debtor.matching import CUSTOMER
from mice_exact_plugin.domain.debtor.table import Name
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.states import is_enough_for_a_night
from mice_exact_plugin.errors import NotAllowed, Refused, RightMissing
from mice_exact_plugin.mirror import binding_table, relation_table, relations
from mice_exact_plugin.mirror.binding_table import BindingState

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from mice_exact_plugin.debtors.binding import Located
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.kept import KeptFacts
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books, Work


def ensure(
    work: Work, located: Located, invoice: Invoice, export_id: int, *, must_keep: Collection[str] = frozenset()
) -> str:
    """The account id to book on, after creating or promoting the relation when needed.

    `must_keep` names what a new relation is not made without, also when Exact refuses it. Raises Refused (a person
    must act), NotPromoted, DebtorUnderWay (sent, outcome unknown) or TryLater (not sent).
    """
    try:
        if located.account is None:
            sight.of_relations(work)
            return create.create(work, located, invoice, export_id, frozenset(must_keep))
        if located.promote:
            _promote(work, located.account)
    except RightMissing as error:
        work.lost_rights[error.method] = error.kind
        raise
    if not located.bound:
        bind(work, located, located.account, export_id)
    elif located.remarks:
        with step(work.session):
            remark(work, located, export_id)
    return located.account.id


def _promote(work: Work, account: CrmAccount) -> None:
    """Make a prospect a customer: a change that may safely be sent twice.

    The answer to a change says nothing, so the relation is looked at once before an entry goes to it.
    """
    work.client.promote_crm_account(account.id)
    found, forms = work.client.find_crm_accounts([account.id]), work.forms
    is_customer = any(seen.status == CUSTOMER for seen in found)
    with step(work.session):
        relation_table.put_accounts(work.session, *work.link.place, found, forms)
        if is_customer:
            audit(work, "debtor_promoted", account.code)
    work.ahead.reads.clear()
    if not is_customer:
        raise NotPromoted(account.code)
    work.counts["promoted_debtors"] += 1


def resolve_creations(work: Work) -> datetime | None:
    """Bind what is found by its id. What is not found after the settle time may be matched anew or sent again.

    So may what finds a relation of somebody else's under its id, and then under a fresh one.

    Returns when the first that must wait may be searched for again.

    The mirror is read again first: where Exact does not keep our id, the relation is there under another one.
    """
    with step(work.session):
        rows = binding_table.bindings_creating(work.session, *work.link.place)
        creating = [(row.match_key, row.account_id, row.attempted_at, row.facts) for row in rows]
    if not creating:
        return None
    found = _under(work, {account_id for _, account_id, _, _ in creating})
    now, settle, waits = work.runtime.now(), work.runtime.config.settle, []
    for key, account_id, attempted_at, facts in creating:
        account = found.get(account_id)
        if account is not None and not _is_of_another(work, account, facts):
            create.bind_found(work, key, account)
        elif attempted_at is None or attempted_at + settle < now:
            if account is not None:
                create.take_fresh_id(work, key)
            work.resendable.add(key)
        else:
            waits.append(attempted_at + settle)
    return min(waits, default=None)


def _under(work: Work, ids: set[str]) -> dict[str, CrmAccount]:
    """What Exact has under these ids, as it answers directly or in its list of changes: either may be behind."""
    direct = work.client.find_crm_accounts(sorted(ids))
    relations.refresh(work.runtime, work.link, work.client)
    with step(work.session):
        listed = relation_table.accounts_of(work.session, *work.link.place, ids)
    return {account.id: account for account in (*listed, *direct)}


def _is_of_another(work: Work, account: CrmAccount, facts: KeptFacts | None) -> bool:
    """Anonymised, or called otherwise. Its place may have been put right since; of 0.1 no facts are known."""
    if account.is_anonymised or facts is None:
        return account.is_anonymised
    relation = relation_of(account, work.link.division_country)
    return compare_names(from_facts(facts), relation) not in (Name.EQUAL, Name.PERHAPS)


#: It was sent, so a refusal still proves nothing; but the tries of a night are counted anew.
SENT_BEFORE = 1


def lift_rest(books: Books, invoice: Invoice) -> None:
    """Let the next run send it again, after the search that comes before every repetition."""
    customer = customer_of(invoice.debtor, books.link.division_country, books.forms.keyed, invoice.debtor.client_id)
    if customer is None:
        return
    with step(books.session):
        named = binding_table.bindings_named(books.session, *books.link.place, bindings.name_key(customer.written))
        for key in [*(known.key for known in named), version_1.match_key(invoice.debtor)]:
            row = binding_table.binding_of(books.session, *books.link.place, key) if key else None
            if row is not None and row.state == BindingState.CREATING and is_enough_for_a_night(row.sends):
                row.sends = SENT_BEFORE


class Filled(Enum):
    """What became of it. `MEANWHILE`: somebody typed another number, or text, so the invoice is judged anew by that."""

    DONE = auto()
    REFUSED = auto()
    MEANWHILE = auto()


def fill_vat_number(work: Work, row: Export, account_id: str, number: str) -> Filled:
    """Give a relation its VAT number.

    Raises OutcomeUnknown, after which it may be tried again: the relation is looked at first.
    """
    standing = _number_of(work, account_id)
    if standing:
        return Filled.DONE if _bare(standing) == number else Filled.MEANWHILE
    _record(work, row, "vat_number_filling", number)
    try:
        work.client.fill_vat_number(account_id, number)
    except NotAllowed as error:
        if not isinstance(error, RightMissing) or error.kind == "scope":
            raise
        return Filled.REFUSED
    except Refused:
        return Filled.REFUSED
    if _bare(_number_of(work, account_id)) != number:
        return Filled.REFUSED
    _record(work, row, "vat_number_filled", number)
    return Filled.DONE


def is_kept(work: Work, account_id: str, number: str) -> bool:
    """Whether a relation that was just made has its number by Exact's answer."""
    with step(work.session):
        account = relation_table.account_of(work.session, *work.link.place, account_id)
    return account is not None and _bare(account.vat_number or "") == number


def _number_of(work: Work, account_id: str) -> str:
    """What stands in the field of the relation now; the mirror learns it too."""
    found, forms = work.client.find_crm_accounts([account_id]), work.forms
    with step(work.session):
        relation_table.put_accounts(work.session, *work.link.place, found, forms)
    work.ahead.reads.clear()
    return (found[0].vat_number or "").strip() if found else ""


def _bare(written: str) -> str:
    """Without the dots and blanks of how people write it."""
    return "".join(filter(str.isalnum, written)).upper()


def _record(work: Work, row: Export, event: str, number: str) -> None:
    with step(work.session):
        record(work.session, row.tenant, event, at=work.runtime.now(), export_id=row.id, number=number)
