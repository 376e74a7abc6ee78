"""What is known of a customer before any call: bindings, the relations that may be meant, and earlier bookings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import DebtorUnderWay
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.customer import look_up, relation_of
from mice_exact_plugin.domain.debtor.names import NAME_LIMIT, is_same_name, kept_by_exact, squeezed
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.exports import bookings
from mice_exact_plugin.mirror import binding_table, relation_table
from mice_exact_plugin.mirror.binding_table import BindingState, Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.work import Desk


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a customer here: the binding to go by, its relation, and what the mirror has besides."""

    binding: Known | None
    account: CrmAccount | None
    candidates: tuple[CrmAccount, ...]
    booked_on: str | None


def read(desk: Desk, invoice: Invoice, customer: Customer) -> Facts:
    with step(desk.session):
        named = binding_table.bindings_named(desk.session, *desk.link.place, bindings.name_key(customer.written))
        old = binding_table.known(desk.session, *desk.link.place, version_1.match_key(invoice.debtor))
        if _is_under_way(desk, customer, named, old):
            raise DebtorUnderWay("debtor_under_way")
        binding, account = _choose(desk, customer, named, old)
        is_certain = account is not None and binding is not None and (binding.key_version > 1 or binding.decided_by)
        return Facts(
            binding,
            account,
            () if is_certain else tuple(candidates_of(desk, invoice, customer)),
            None if is_certain else _booked_on(desk, customer),
        )


def _is_under_way(desk: Desk, customer: Customer, named: Iterable[Known], old: Known | None) -> bool:
    """A creation that may have arrived and was not searched for yet; certainly another customer's holds up nobody."""
    creating = [
        known
        for known in named
        if known.state == BindingState.CREATING
        and not bindings.is_another(bindings.from_facts(known.facts or {}), customer)
    ]
    if old is not None and old.state == BindingState.CREATING:
        creating.append(old)
    return any(known.key not in desk.resendable for known in creating)


def _choose(
    desk: Desk, customer: Customer, named: list[Known], old: Known | None
) -> tuple[Known | None, CrmAccount | None]:
    """The binding that holds for this customer, and its relation; one to a relation that is gone tells nothing."""
    known_by_id = {
        account.id: account
        for account in relation_table.accounts_of(desk.session, *desk.link.place, {known.account_id for known in named})
    }
    there = [known for known in named if known.state != BindingState.BOUND or known.account_id in known_by_id]
    kept = [_kept(desk, known, known_by_id.get(known.account_id)) for known in there]
    best = bindings.chosen(kept, customer)
    binding = next((known for known in there if best and known.key == best.key), None) or old
    if binding is None:
        return None, None
    account = known_by_id.get(binding.account_id) or relation_table.account_of(
        desk.session, *desk.link.place, binding.account_id
    )
    is_gone = account is None and binding.state == BindingState.BOUND
    return (None, None) if is_gone else (binding, account)


def _kept(desk: Desk, known: Known, account: CrmAccount | None) -> bindings.Kept:
    relation = relation_of(account, desk.link.division_country) if account else None
    facts = bindings.from_facts(known.facts or {})
    return bindings.Kept(known.key, known.account_id, facts, relation, known.decided_by is not None)


def candidates_of(desk: Desk, invoice: Invoice, customer: Customer) -> list[CrmAccount]:
    name_0_1 = version_1.normalise_name(version_1.display_name(invoice.debtor) or "")
    found = relation_table.candidates(desk.session, *desk.link.place, look_up(customer), name_0_1)
    cut = [account.id for account in found if len(squeezed(account.name)) >= NAME_LIMIT - 1]
    kept = binding_table.facts_by_account(desk.session, *desk.link.place, cut) if cut else {}
    return [_with_its_whole_name(account, customer, kept.get(account.id, ())) for account in found]


def _with_its_whole_name(account: CrmAccount, customer: Customer, kept: Iterable[dict[str, Any]]) -> CrmAccount:
    """Of what Exact cut we know the whole name when we sent it: another customer's begins alike and is not this one."""
    written = {
        str(facts["written"]) for facts in kept if kept_by_exact(str(facts["written"])) == squeezed(account.name)
    }
    if not written:
        return account
    return replace(account, name=customer.written if customer.written in written else min(written))


def _booked_on(desk: Desk, customer: Customer) -> str | None:
    if customer.client is None:
        return None
    key = bindings.name_key(customer.written)
    before = bookings.booked_before(desk.session, desk.link.tenant, desk.link.place, customer.client, key)
    return next((account_id for name, account_id in before if is_same_name(name, customer.written)), None)
