"""Which relation in Exact the customer of an invoice is: found, new, to be asked, not usable, or the collective one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.debtor.comparison import (
    compare_names,
    compare_numbers,
    compare_places,
    same,
    same_address,
    same_coc,
    seen_between,
)
from mice_exact_plugin.domain.debtor.customer import letters_of, relation_of
from mice_exact_plugin.domain.debtor.table import AskKind, Name, Note, Numbers, Place, Row, Seen, Verdict, row_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.reference import CrmAccount

CUSTOMER = "C"
PROSPECT = "P"


class PrivatePolicy(StrEnum):
    """What happens with a private person of whom there may be a relation, without a second fact."""

    NEW = "new"
    ASK = "ask"
    COLLECTIVE = "collective"


class Why(StrEnum):
    """Why a relation cannot be booked on."""

    BLOCKED = "blocked"
    ENDED = "ended"
    NOT_STARTED = "not_started"
    SUPPLIER_ONLY = "supplier_only"


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one relation; `promote` says that it must be made a customer first."""

    account: CrmAccount
    promote: bool
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class New:
    """No relation: create one. `possibly` are those it may be a double of, to be shown."""

    possibly: tuple[CrmAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class Collective:
    """A private person without a second fact goes on the collective debtor of the settings."""

    possibly: tuple[CrmAccount, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A person decides, once. `proposed` is the one that the facts point at, when they point at one."""

    kind: AskKind
    accounts: tuple[CrmAccount, ...]
    proposed: CrmAccount | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """Only relations fit that cannot be booked on: the invoice waits, and none is made unasked."""

    accounts: tuple[tuple[CrmAccount, Why], ...]
    others: tuple[CrmAccount, ...] = ()


Match = Found | New | Ask | Unusable | Collective


@dataclass(frozen=True, slots=True)
class _Judged:
    account: CrmAccount
    seen: Seen
    row: Row = field(repr=False)
    why: Why | None

    @property
    def has_our_name(self) -> bool:
        return self.seen.name in (Name.EQUAL, Name.PERHAPS)

    @property
    def has_equal_number(self) -> bool:
        return self.seen.numbers in (Numbers.EQUAL, Numbers.COC_ONLY, Numbers.VAT_ONLY)


def decide(
    customer: Customer,
    candidates: Iterable[CrmAccount],
    *,
    on: date,
    earlier_account_id: str | None = None,
    private_policy: PrivatePolicy = PrivatePolicy.NEW,
    home_country: str | None = None,
) -> Match:
    """`on` is the invoice's date; `earlier_account_id` the relation of an earlier booking of the same host client
    under the same name. Candidates are those that `look_up` finds; more of them change nothing.
    """
    present = {account.id: account for account in candidates if not account.is_anonymised}
    judged = [
        _judge(customer, account, on, home_country, booked_before=account.id == earlier_account_id)
        for _, account in sorted(present.items())
    ]
    hits = [one for one in judged if one.row.verdict == Verdict.IS]
    asks = [one for one in judged if one.row.verdict == Verdict.ASK]
    usable = [one for one in hits if one.why is None]
    if usable:
        return _found(usable, [one for one in asks if one.why is None])
    if hits:
        return Unusable(_with_reasons(hits), _accounts(one for one in asks if one.why is None))
    if asks:
        return _asked(asks)
    return _none_fits(judged, private_policy)


def why_unusable(account: CrmAccount, on: date) -> Why | None:
    """Whether an invoice of this date can be booked on it."""
    if account.is_blocked:
        return Why.BLOCKED
    if account.end_date is not None and account.end_date < on:
        return Why.ENDED
    if account.start_date is not None and account.start_date > on:
        return Why.NOT_STARTED
    if account.is_supplier and account.status not in (CUSTOMER, PROSPECT):
        return Why.SUPPLIER_ONLY
    return None


def holds(kept: Customer, now: Customer, relation: Customer | None = None, *, is_decided: bool = False) -> bool:
    """Whether a binding made on the facts `kept` still holds for an invoice: nothing contradicts, missing facts do not.

    Where name and postcode do not tell people apart, one of the other facts must agree as far as both sides have any;
    where no fact is on both sides, an invoice that says more than the binding knows may be a namesake's.
    A number that the binding has not seen is held against the relation's. What the relation has become since counts
    unless a person decided: the card may be in use for another customer by now.
    """
    if compare_names(now, kept) != Name.EQUAL or compare_places(now, kept) == Place.DIFFERS:
        return False
    if _reads_otherwise(kept, now) or compare_numbers(now, kept) in (Numbers.DIFFERS, Numbers.VAT_ONLY):
        return False
    if relation is not None and _contradicts_unseen(kept, now, relation):
        return False
    if relation is not None and not is_decided and _has_become_another(kept, now, relation):
        return False
    return compare_places(now, kept) == Place.EQUAL or _nothing_else_speaks_against(kept, now)


def score(customer: Customer, relation: Customer) -> float:
    """0 to 100: how much a relation looks like the customer. Orders candidates for a person, and decides nothing."""
    from rapidfuzz import fuzz  # Only a person's page asks for it, and it is large.

    name = fuzz.WRatio(customer.name, relation.name)
    place = {Place.EQUAL: 100.0, Place.TOWN: 80.0, Place.MISSING: 40.0, Place.DIFFERS: 0.0}
    number = {Numbers.EQUAL: 100.0, Numbers.COC_ONLY: 80.0, Numbers.VAT_ONLY: 60.0, Numbers.NONE: 40.0}
    address = fuzz.ratio(_address(customer), _address(relation)) if _address(customer) and _address(relation) else 40.0
    email = 100.0 if customer.email and customer.email == relation.email else 0.0
    return (
        0.4 * name
        + 0.15 * place[compare_places(customer, relation)]
        + 0.25 * number.get(compare_numbers(customer, relation), 0.0)
        + 0.1 * address
        + 0.1 * email
    )


def _judge(customer: Customer, account: CrmAccount, on: date, home: str | None, *, booked_before: bool) -> _Judged:
    seen = seen_between(customer, relation_of(account, home), booked_before=booked_before)
    return _Judged(account, seen, row_for(seen), why_unusable(account, on))


def _found(hits: list[_Judged], asks: list[_Judged]) -> Match:
    """One hit is found, unless the numbers point elsewhere; of several the only one with an equal number is."""
    certain = [hit for hit in hits if hit.has_equal_number]
    chosen = certain or hits
    rivals = [] if certain else [ask for ask in asks if ask.has_equal_number]
    if len(chosen) > 1 or rivals:
        return Ask(AskKind.SEVERAL, _accounts([*hits, *rivals]), _pointed_at([*hits, *rivals]))
    hit = chosen[0]
    return Found(hit.account, promote=hit.account.status != CUSTOMER, notes=hit.row.notes)


def _asked(asks: list[_Judged]) -> Ask | Unusable:
    if all(ask.why is not None for ask in asks) and any(ask.has_our_name for ask in asks):
        return Unusable(_with_reasons(asks))
    kinds = {ask.row.kind for ask in asks}
    kind = next(kind for kind in AskKind if kind in kinds)
    return Ask(kind, _accounts(asks), _pointed_at(asks))


def _none_fits(judged: list[_Judged], policy: PrivatePolicy) -> Match:
    similar = [one for one in judged if one.row.verdict in (Verdict.POLICY, Verdict.MARK)]
    private = any(one.row.verdict == Verdict.POLICY for one in similar)
    possibly = _accounts(similar)
    if private and policy == PrivatePolicy.ASK:
        return Ask(AskKind.NO_SECOND_FACT, possibly, _pointed_at(similar))
    if private and policy == PrivatePolicy.COLLECTIVE:
        return Collective(possibly)
    return New(possibly)


def _pointed_at(judged: Sequence[_Judged]) -> CrmAccount | None:
    numbered = [one for one in judged if one.has_equal_number]
    chosen = numbered or judged
    return chosen[0].account if len(chosen) == 1 else None


def _accounts(judged: Iterable[_Judged]) -> tuple[CrmAccount, ...]:
    return tuple(one.account for one in judged)


def _with_reasons(judged: Iterable[_Judged]) -> tuple[tuple[CrmAccount, Why], ...]:
    return tuple((one.account, one.why) for one in judged if one.why is not None)


def _reads_otherwise(kept: Customer, now: Customer) -> bool:
    """A country or postcode that cannot be read is another one, unless it stood there when the binding was made."""
    known = {(field, letters_of(text)) for field, text in kept.unreadable}
    return any(
        field in ("country", "postcode") and (field, letters_of(text)) not in known for field, text in now.unreadable
    )


def _has_become_another(kept: Customer, now: Customer, relation: Customer) -> bool:
    """Whether a relation that was this customer's is now somebody else's: by name and place together, or by number.

    Who only moved or was only renamed is still the same. A number that the invoice leaves out is the binding's.
    """
    if compare_names(now, relation) is Name.OTHER and compare_places(now, relation) is Place.DIFFERS:
        return True
    known = replace(now, vat_number=now.vat_number or kept.vat_number, coc_number=now.coc_number or kept.coc_number)
    return compare_numbers(known, relation) is Numbers.DIFFERS


def _contradicts_unseen(kept: Customer, now: Customer, relation: Customer) -> bool:
    vat_differs = now.vat_number is not None and relation.vat_number not in (None, now.vat_number)
    is_coc_equal = same_coc(now, relation)
    if is_coc_equal is False and kept.coc_number is None:
        return True
    return vat_differs and kept.vat_number is None and not is_coc_equal


def _nothing_else_speaks_against(kept: Customer, now: Customer) -> bool:
    if compare_numbers(now, kept) != Numbers.NONE:
        return True
    compared = [
        same(kept.email, now.email),
        same_address(kept, now),
        same(kept.client, now.client),
    ]
    told = [agrees for agrees in compared if agrees is not None]
    return any(told) if told else _says_nothing_else(kept, now)


def _says_nothing_else(kept: Customer, now: Customer) -> bool:
    """With no fact on both sides but the name, and the postcode of a town: what is said of the one is said of both."""
    said, known = _said(now), _said(kept)
    return said <= known if now.postcode else said == known


def _said(customer: Customer) -> frozenset[str]:
    facts = ("postcode", "vat_number", "coc_number", "email", "street", "city", "client")
    return frozenset(name for name in facts if getattr(customer, name) is not None)


def _address(customer: Customer) -> str:
    return f"{customer.street or ''} {customer.city or ''}".strip()
