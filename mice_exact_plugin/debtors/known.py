"""What is known of a customer before any call: bindings, the relations that may be meant, and earlier bookings."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import DebtorUnderWay
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.customer import look_up, relation_of
from mice_exact_plugin.domain.debtor.names import NAME_LIMIT, is_same_name, kept_by_exact, squeezed
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.exports import bookings
from mice_exact_plugin.mirror import binding_table, relation_table
from mice_exact_plugin.mirror.binding_table import BindingState, Known
from mice_exact_plugin.mirror.known import Facts, Read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.kept import KeptFacts
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.work import Books


def read(books: Books, invoice: Invoice, customer: Customer) -> Read:
    """From what was read ahead, else from the tables. Raises DebtorUnderWay while a creation is unresolved."""
    found = books.ahead.of(invoice.id) or read_ahead(books, [(invoice, customer)])[invoice.id]
    if _is_under_way(books, customer, found.named, found.old):
        raise DebtorUnderWay("debtor_under_way")
    return found


def read_ahead(books: Books, customers: Collection[tuple[Invoice, Customer]]) -> dict[str, Read]:
    """What the tables say of these customers, by invoice: a few statements, however many there are."""
    # Who has several invoices among them has the same keys in each.
    key_0_1, key_of = cache(version_1.match_key), cache(bindings.key_of)
    keys = {invoice.id: key_0_1(invoice.debtor) for invoice, _ in customers}
    names = {invoice.id: bindings.name_key(customer.written) for invoice, customer in customers}
    own = {invoice.id: key_of(customer) for invoice, customer in customers}
    with step(books.session):
        under = {key for key in (*keys.values(), *own.values()) if key}
        rows = binding_table.found(books.session, *books.link.place, set(names.values()), under)
        by_key = {known.key: known for _, known in rows}
        accounts = _bound_to(books, rows)
        kept = {
            known.key: _kept(books, known, accounts.get(known.account_id)) for name, known in rows if name is not None
        }
        reads: dict[str, Read] = {}
        alike: dict[tuple[Customer, str | None], Read] = {}
        for invoice, customer in customers:
            name, key = names[invoice.id], keys[invoice.id]
            # Of somebody who has several invoices one reading serves all of them.
            if (customer, key) not in alike:
                named, old = [known for its, known in rows if its == name], by_key.get(key or "")
                facts = Facts(*_choose(customer, named, old, kept, accounts), (), None)
                known = by_key.get(own[invoice.id])
                alike[customer, key] = Read(customer, name, look_up(customer), named, old, known, facts)
            reads[invoice.id] = alike[customer, key]
        asked = [invoice for invoice, _ in customers if not reads[invoice.id].facts.is_certain]
        return reads | _beyond_bindings(books, asked, reads)


def _bound_to(books: Books, rows: Iterable[tuple[str | None, Known]]) -> dict[str, CrmAccount]:
    ids = {known.account_id for _, known in rows}
    return {account.id: account for account in relation_table.accounts_of(books.session, *books.link.place, ids)}


def _beyond_bindings(books: Books, invoices: Collection[Invoice], reads: Mapping[str, Read]) -> dict[str, Read]:
    """Where no binding is certain: the relations that may be meant, and the one booked on before."""
    if not invoices:
        return {}
    customers = [(invoice, reads[invoice.id].customer) for invoice in invoices]
    called = {
        (customer.client, reads[invoice.id].name) for invoice, customer in customers if customer.client is not None
    }
    before = bookings.booked_before(books.session, books.link.tenant, books.link.place, called)
    keys = {reads[invoice.id].name for invoice in invoices}
    gone = bookings.booked_on_what_is_gone(books.session, books.link.tenant, books.link.place, keys)
    whole = {}
    for (invoice, customer), found in zip(customers, _candidates(books, customers), strict=True):
        read = reads[invoice.id]
        facts = replace(
            read.facts,
            candidates=tuple(found),
            booked_on=_booked_on(before, customer),
            is_lost=any(is_same_name(name, customer.written) for name in gone.get(read.name, ())),
        )
        whole[invoice.id] = replace(read, facts=facts)
    return whole


def _is_under_way(books: Books, customer: Customer, named: Iterable[Known], old: Known | None) -> bool:
    """A creation that may have arrived and was not searched for yet; certainly another customer's holds up nobody."""
    creating = [
        known
        for known in named
        if known.state == BindingState.CREATING
        and not bindings.is_another(bindings.from_facts(known.facts or {}), customer)
    ]
    if old is not None and old.state == BindingState.CREATING:
        creating.append(old)
    return any(known.key not in books.resendable for known in creating)


def _choose(
    customer: Customer,
    named: list[Known],
    old: Known | None,
    kept: Mapping[str, bindings.Kept],
    accounts: Mapping[str, CrmAccount],
) -> tuple[Known | None, CrmAccount | None]:
    """The binding that holds for this customer, and its relation; one to a relation that is gone tells nothing."""
    there = [known for known in named if known.state != BindingState.BOUND or known.account_id in accounts]
    best = bindings.chosen([kept[known.key] for known in there], customer)
    binding = next((known for known in there if best and known.key == best.key), None) or old
    if binding is None:
        return None, None
    account = accounts.get(binding.account_id)
    is_gone = account is None and binding.state == BindingState.BOUND
    return (None, None) if is_gone else (binding, account)


def _kept(books: Books, known: Known, account: CrmAccount | None) -> bindings.Kept:
    relation = relation_of(account, books.link.division_country) if account else None
    facts = bindings.from_facts(known.facts or {})
    return bindings.Kept(known.key, known.account_id, facts, relation, known.decided_by is not None)


def candidates_of(books: Books, invoice: Invoice, customer: Customer) -> list[CrmAccount]:
    return _candidates(books, [(invoice, customer)])[0]


def _candidates(books: Books, customers: Collection[tuple[Invoice, Customer]]) -> list[list[CrmAccount]]:
    keys = [(look_up(customer), _name_0_1(invoice)) for invoice, customer in customers]
    found = relation_table.candidates_of_all(books.session, *books.link.place, keys)
    cut = {account.id for each in found for account in each if len(squeezed(account.name)) >= NAME_LIMIT - 1}
    kept = binding_table.facts_by_account(books.session, *books.link.place, cut) if cut else {}
    return [
        [_with_its_whole_name(account, customer, kept.get(account.id, ())) for account in each]
        for (_, customer), each in zip(customers, found, strict=True)
    ]


def _name_0_1(invoice: Invoice) -> str:
    return version_1.normalise_name(version_1.display_name(invoice.debtor) or "")


def _with_its_whole_name(account: CrmAccount, customer: Customer, kept: Iterable[KeptFacts]) -> CrmAccount:
    """Of what Exact cut we know the whole name when we sent it: another customer's begins alike and is not this one."""
    written = {facts["written"] for facts in kept if kept_by_exact(facts["written"]) == squeezed(account.name)}
    if not written:
        return account
    return replace(account, name=customer.written if customer.written in written else min(written))


def _booked_on(before: Mapping[tuple[str, str], list[tuple[str, str]]], customer: Customer) -> str | None:
    if customer.client is None:
        return None
    found = before.get((customer.client, bindings.name_key(customer.written)), ())
    return next((account_id for name, account_id in found if is_same_name(name, customer.written)), None)
