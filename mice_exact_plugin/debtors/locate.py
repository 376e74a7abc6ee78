"""Which relation an invoice's customer is, without a call: by a binding first, else by the table, from the mirror."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import credited, findings
from mice_exact_plugin.debtors.binding import Intent, Located
from mice_exact_plugin.debtors.known import candidates_of, read
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.customer import customer_of, relation_of
from mice_exact_plugin.domain.debtor.matching import (
    CUSTOMER,
    Ask,
    Collective,
    Found,
    New,
    Unusable,
    Why,
    decide,
    why_unusable,
)
from mice_exact_plugin.domain.debtor.names import addressee, is_same_name, normal_name
from mice_exact_plugin.domain.entry.keys import crm_account_id
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.states import UNTIL_NEXT_NIGHT, is_enough_for_a_night
from mice_exact_plugin.mirror import binding_table, relation_table
from mice_exact_plugin.mirror.binding_table import BindingState, Known
from mice_exact_plugin.mirror.known import Facts

if TYPE_CHECKING:
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.debtor.matching import Match
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.work import Books


def locate(books: Books, invoice: Invoice) -> Located | Problem:
    """Where the debtor stands; DebtorUnderWay while a creation of this debtor is unresolved."""
    ahead, debtor = books.ahead.of(invoice.id), invoice.debtor
    country = books.link.division_country
    customer = ahead.customer if ahead else customer_of(debtor, country, books.forms.keyed, debtor.client_id)
    original = credited.standing(books, invoice)
    if original and (same := credited.located(original, invoice, customer)):
        return same
    if customer is None:
        return _nameless(books, invoice)
    known = read(books, invoice, customer)
    found = _located(books, invoice, customer, known.facts)
    if isinstance(found, Problem):
        return found
    said = found.remarks + findings.unreadable(customer.unreadable) + credited.elsewhere(original, found)
    return _without_right(books, replace(found, remarks=said, standing=known.under(found.key)))


def _nameless(books: Books, invoice: Invoice) -> Located | Problem:
    """Nothing tells who it is, so a person chooses a relation for this invoice alone."""
    key = bindings.key_of_invoice(invoice.tenant, invoice.id)
    with step(books.session):
        known = binding_table.known(books.session, *books.link.place, key)
        account = known and relation_table.account_of(books.session, *books.link.place, known.account_id)
    if not known or not account:
        return Problem(Code.DEBTOR_NAMELESS)
    return _bound(books, invoice, known, account, None)


def _located(books: Books, invoice: Invoice, customer: Customer, known: Facts) -> Located | Problem:
    binding, account = known.binding, known.account
    if binding is None:
        return _by_table(books, invoice, customer, known)
    if binding.state == BindingState.WANTED:
        return _new(books, customer, Intent(binding.account_id, decided_by=binding.decided_by), binding)
    if binding.state == BindingState.CREATING:
        return _again(books, invoice, customer, known, binding)
    assert account is not None, "a binding to a relation that is gone is none"
    if binding.key_version == 1 and binding.decided_by is None:
        return _judged_anew(books, invoice, customer, known, account)
    return _bound(books, invoice, binding, account, customer)


def _bound(
    books: Books, invoice: Invoice, binding: Known, account: CrmAccount, customer: Customer | None
) -> Located | Problem:
    """As it was bound, unless the relation can no longer be booked on."""
    why = why_unusable(account, invoice.invoice_date)
    if why is Why.SUPPLIER_ONLY and binding.may_promote:
        why = None
    if why is not None:
        return _instead(books, invoice, binding, account, customer) or findings.not_usable(account, why)
    return Located(binding.key, customer, account, promote=account.status != CUSTOMER, bound=True)


def _instead(
    books: Books, invoice: Invoice, binding: Known, account: CrmAccount, customer: Customer | None
) -> Located | None:
    """A usable relation that is this customer by the table wins over a bound one that cannot be booked on."""
    if customer is None:
        return None
    with step(books.session):
        others = tuple(candidates_of(books, invoice, customer))
    matched = _match(books, invoice, customer, Facts(binding, account, (*others, account), None))
    return _found(customer, matched, binding) if isinstance(matched, Found) else None


def _judged_anew(
    books: Books, invoice: Invoice, customer: Customer, known: Facts, account: CrmAccount
) -> Located | Problem:
    """A binding of 0.1 is a proposal: the rules of now agree with it, or a person decides."""
    candidates = {one.id: one for one in (*known.candidates, account)}
    matched = _match(books, invoice, customer, replace(known, candidates=tuple(candidates.values())))
    assert known.binding is not None, "what is judged anew was bound"
    match matched:
        case Found(account=found) if found.id == account.id:
            return _found(customer, matched, known.binding)
        case Unusable(accounts=unusable) if any(one.id == account.id for one, _ in unusable):
            return findings.unusable(matched)
        case _:
            return findings.old_binding(account, _others(matched))


def _again(books: Books, invoice: Invoice, customer: Customer, known: Facts, binding: Known) -> Located | Problem:
    """A creation was searched for by its id and did not arrive; the mirror, read since, may have it under another."""
    rejected = (binding.facts or {}).get("rejected", ())
    others = tuple(account for account in known.candidates if account.id not in rejected)
    matched = _match(books, invoice, customer, replace(known, candidates=others))
    if isinstance(matched, Found):
        return _found(customer, matched, binding)
    if isinstance(matched, New):
        if is_enough_for_a_night(binding.sends) and _was_tried_this_night(books, binding):
            return Problem(Code.DEBTOR_UNANSWERED, {"times": binding.sends})
        return _new(books, customer, Intent(binding.account_id, binding.sends, binding.decided_by), binding)
    return _of_match(books, invoice, customer, matched)


def _was_tried_this_night(books: Books, binding: Known) -> bool:
    return binding.attempted_at is not None and books.runtime.now() < binding.attempted_at + UNTIL_NEXT_NIGHT


def _by_table(books: Books, invoice: Invoice, customer: Customer, known: Facts) -> Located | Problem:
    return _of_match(books, invoice, customer, _match(books, invoice, customer, known), is_lost=known.is_lost)


def _match(books: Books, invoice: Invoice, customer: Customer, known: Facts) -> Match:
    return decide(
        customer,
        known.candidates,
        on=invoice.invoice_date,
        earlier_account_id=known.booked_on,
        private_policy=books.settings.private.policy,
        home_country=books.link.division_country,
    )


def _of_match(
    books: Books, invoice: Invoice, customer: Customer, matched: Match, *, is_lost: bool = False
) -> Located | Problem:
    match matched:
        case Found():
            return _found(customer, matched, None)
        case New(possibly=possibly):
            alike = (*possibly, *_addressees(books, invoice, customer))
            said = findings.possibly_double(alike) + (findings.RELATION_GONE if is_lost else ())
            return replace(_new(books, customer, None, None), remarks=said)
        case Ask():
            return findings.asked(customer, matched, books.link.division_country)
        case Unusable():
            return findings.unusable(matched)
        case Collective():
            return _collective(books, invoice, customer)


def _addressees(books: Books, invoice: Invoice, customer: Customer) -> list[CrmAccount]:
    """Relations at the same postcode that have the name of ours without the department or the person behind it."""
    head = None if customer.is_person else addressee(customer.written)
    if head is None or customer.postcode is None:
        return []
    with step(books.session):
        found = candidates_of(books, invoice, replace(customer, name=normal_name(head), written=head))
    home = books.link.division_country
    at_home = [each for each in found if relation_of(each, home).postcode == customer.postcode]
    return [each for each in at_home if is_same_name(each.name, head)]


def _found(customer: Customer, found: Found, earlier: Known | None) -> Located:
    return Located(
        bindings.key_of(customer),
        customer,
        found.account,
        promote=found.promote,
        supersedes=earlier.standing if earlier and not _may_be_of_several(earlier) else None,
        remarks=findings.notes_of(found, customer),
    )


def _may_be_of_several(earlier: Known) -> bool:
    """0.1 took names for equal that Exact cuts alike: what it bound stays a proposal for whoever else it meant."""
    return earlier.key_version == 1 and earlier.state == BindingState.BOUND


def _new(books: Books, customer: Customer, intent: Intent | None, earlier: Known | None) -> Located:
    """The row of a creation keeps its key, so that it is one row from the intent to the binding."""
    key = earlier.key if earlier and earlier.key_version > 1 else bindings.key_of(customer)
    return Located(
        key,
        customer,
        None,
        creation=intent or Intent(str(crm_account_id(*books.link.place, key))),
        supersedes=earlier.standing if earlier and earlier.key != key else None,
    )


def _collective(books: Books, invoice: Invoice, customer: Customer) -> Located | Problem:
    """One relation for all private persons whom nothing tells apart: chosen in the settings, and never bound to."""
    account_id = books.settings.private.collective_account_id
    with step(books.session):
        account = account_id and relation_table.account_of(books.session, *books.link.place, account_id)
    if not account:
        return Problem(Code.DEBTOR_COLLECTIVE_GONE)
    why = why_unusable(account, invoice.invoice_date)
    if why is not None:
        return findings.not_usable(account, why)
    return Located(bindings.key_of(customer), customer, account, promote=account.status != CUSTOMER, bound=True)


def _others(matched: Match) -> tuple[CrmAccount, ...]:
    match matched:
        case Found(account=account):
            return (account,)
        case Ask(accounts=accounts):
            return accounts
        case Unusable(accounts=unusable, others=others):
            return (*(account for account, _ in unusable), *others)
        case New(possibly=possibly) | Collective(possibly=possibly):
            return possibly


def _without_right(books: Books, located: Located) -> Located | Problem:
    """What Exact forbade once is not tried again until it is known to be allowed."""
    needed = ("GET", "POST") if located.creation else ("PUT",) if located.promote else ()
    missing = next((action for action in needed if action in books.lost_rights), None)
    if missing is None:
        return located
    return findings.right_missing(missing, books.lost_rights[missing], located.name)
