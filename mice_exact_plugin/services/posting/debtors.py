"""From the client on an invoice to a relation in Exact: bound, matched, promoted or created, never twice.

Locating is local and free of calls. Only when the invoice has no problem left is a relation created or promoted, with
the intent committed before the call and under an id of our own, so that an unknown outcome can be searched for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.debtor_matching import Hit, MatchKey, NoHit, Several, is_candidate, match, match_key
from mice_exact_plugin.domain.posting_key import crm_account_id
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.retry import UNTIL_NEXT_NIGHT, is_enough_for_a_night
from mice_exact_plugin.errors import OutcomeUnknown, Refused, TryLater
from mice_exact_plugin.store import binding as bindings
from mice_exact_plugin.store import debtor as store
from mice_exact_plugin.store.audit import record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.binding import BindingState, DebtorBinding

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.services.posting.work import Desk, Work

#: Fields of a new relation that are left out when Exact refuses them; the relation is made without.
OPTIONAL_FIELDS = ("email", "vat_number", "coc_number", "id")


class DebtorUnderWay(TryLater):
    """A relation for this debtor was sent with unknown outcome: its invoices wait until it is found or resent."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a debtor stands before any call: an account that exists, one to promote first, or one to create.

    `resend` says that an earlier creation under the same id had no answer and was not found.
    """

    key: MatchKey
    account: CrmAccount | None
    promote: bool = False
    bound: bool = False
    resend: bool = False

    @property
    def has_payment_condition(self) -> bool:
        return self.account is not None and self.account.has_payment_condition


def locate(work: Desk, debtor: Debtor) -> Located | Problem:
    """Binding first, then the mirror; DebtorUnderWay while a creation of this debtor is unresolved."""
    key = match_key(debtor)
    if key is None:
        return Problem(Code.DEBTOR_NAMELESS)
    with step(work.session):
        binding = bindings.binding_of(work.session, *work.link.place, key.text)
        creating = binding is not None and binding.state == BindingState.CREATING
        unanswered = binding.sends if binding and creating else 0
        resting = is_enough_for_a_night(unanswered) and _was_tried_this_night(work, binding)
        account = binding and store.account_of(work.session, *work.link.place, binding.account_id)
        named = [] if account else store.accounts_named(work.session, *work.link.place, key.name)
    if creating and key.text not in work.resendable:
        raise DebtorUnderWay("debtor_under_way")
    if account:
        return _bound(work, key, account)
    found = _matched(work, key, debtor, named, resend=creating)
    if resting and isinstance(found, Located) and found.account is None:
        return Problem(Code.DEBTOR_UNANSWERED, {"times": str(unanswered)})
    return found


def _was_tried_this_night(work: Desk, binding: DebtorBinding | None) -> bool:
    if binding is None or binding.attempted_at is None:
        return False
    return work.runtime.now() < binding.attempted_at + UNTIL_NEXT_NIGHT


def ensure(work: Work, located: Located, debtor: Debtor, *, must_keep: frozenset[str] = frozenset()) -> str:
    """The account id to book on, after creating or promoting the relation when needed.

    `must_keep` names what a new relation is not made without, also when Exact refuses it.

    Raises Refused (a person must act), DebtorUnderWay (sent, outcome unknown) or TryLater (not sent).
    """
    if located.account is None:
        return _create(work, located.key, debtor, must_keep, repeated=located.resend)
    if located.promote:
        _promote(work, located.account)
    if not located.bound:
        _bind(work, located.key, located.account)
    return located.account.id


def _bound(work: Desk, key: MatchKey, account: CrmAccount) -> Located | Problem:
    if not is_candidate(account, work.today):
        return Problem(Code.DEBTOR_BLOCKED, {"name": account.name, "code": account.code})
    return Located(key, account, promote=account.status != "C", bound=True)


def _matched(work: Desk, key: MatchKey, debtor: Debtor, named: list[CrmAccount], *, resend: bool) -> Located | Problem:
    match match(debtor, named, work.today):
        case Hit(account=account, promote=promote):
            return Located(key, account, promote=promote)
        case Several(accounts=accounts):
            return Problem(Code.DEBTOR_AMBIGUOUS, {"key": key.text, "codes": ", ".join(a.code for a in accounts)})
        case NoHit():
            return Located(key, None, resend=resend)


def _create(work: Work, key: MatchKey, debtor: Debtor, must_keep: frozenset[str], *, repeated: bool) -> str:
    account_id = str(crm_account_id(*work.link.place, key.text))
    with step(work.session):
        earlier = bindings.binding_of(work.session, *work.link.place, key.text)
        sends = earlier.sends if earlier and earlier.state == BindingState.CREATING else 0
        work.session.merge(_creating(work, key, account_id, sends + 1))
    work.resendable.discard(key.text)
    return _send_creation(work, key.text, debtor, account_id, must_keep, repeated=repeated)


def _send_creation(
    work: Work, key_text: str, debtor: Debtor, account_id: str, must_keep: frozenset[str], *, repeated: bool
) -> str:
    """POST a relation whose `creating` row is committed, leaving out what Exact refuses; bind what comes back."""
    omit: frozenset[str] = frozenset()
    optional = frozenset(OPTIONAL_FIELDS) - must_keep
    while True:
        try:
            account = work.client.create_crm_account(debtor, account_id, omit=omit)
        except Refused as error:
            if error.kind != "exists" and error.reference in optional - omit:
                omit |= {error.reference}
                continue
            # A refused first creation made nothing. A refused repeat is shown too, but its row stays: the first one
            # may have arrived, so it is searched for before another try.
            _forget_creation(work, key_text, repeated=repeated)
            raise
        except OutcomeUnknown as error:
            raise error.pause or DebtorUnderWay("debtor_under_way") from error
        except TryLater:
            _forget_creation(work, key_text, repeated=repeated)
            raise
        _created(work, key_text, account, omit)
        return account.id


def bind_found(work: Work, binding_key: str, account: CrmAccount) -> None:
    """A relation that was under way turned out to exist: the binding is complete."""
    with step(work.session):
        row = bindings.binding_of(work.session, *work.link.place, binding_key)
        if row is not None:
            row.state, row.account_id, row.bound_at = BindingState.BOUND, account.id, work.runtime.now()
            _audit(work, "debtor_created", account.code)


def _creating(work: Work, key: MatchKey, account_id: str, sends: int) -> DebtorBinding:
    return DebtorBinding(
        site=work.link.place[0],
        division=work.link.division,
        match_key=key.text,
        account_id=account_id,
        state=BindingState.CREATING,
        attempted_at=work.runtime.now(),
        sends=sends,
        fence=work.lease.fence,
        omitted=None,
        decided_by=None,
        bound_at=None,
    )


def _created(work: Work, key_text: str, account: CrmAccount, omitted: frozenset[str]) -> None:
    """Keep the id the moment we have it: a relation now exists in Exact and must not be lost to a later rollback."""
    keyed = work.keyed
    with step(work.session):
        store.put_accounts(work.session, *work.link.place, [account], keyed)
        row = bindings.binding_of(work.session, *work.link.place, key_text)
        if row is not None:
            row.state, row.account_id, row.bound_at = BindingState.BOUND, account.id, work.runtime.now()
            row.omitted = " ".join(sorted(omitted)) or None
        _audit(work, "debtor_created", account.code)
    work.counts["created_debtors"] += 1


def _forget_creation(work: Work, key_text: str, *, repeated: bool) -> None:
    if repeated:
        return
    with step(work.session):
        row = bindings.binding_of(work.session, *work.link.place, key_text)
        if row is not None and row.state == BindingState.CREATING and row.fence == work.lease.fence:
            work.session.delete(row)


def _promote(work: Work, account: CrmAccount) -> None:
    """Make a prospect a customer: a change that may safely be sent twice."""
    work.client.promote_crm_account(account.id)
    with step(work.session):
        row = work.session.get(store.CrmAccountRow, (*work.link.place, account.id))
        if row is not None:
            row.status = "C"
        _audit(work, "debtor_promoted", account.code)
    work.counts["promoted_debtors"] += 1


def _bind(work: Work, key: MatchKey, account: CrmAccount) -> None:
    with step(work.session):
        work.session.merge(
            DebtorBinding(
                site=work.link.place[0],
                division=work.link.division,
                match_key=key.text,
                account_id=account.id,
                state=BindingState.BOUND,
                attempted_at=None,
                fence=work.lease.fence,
                omitted=None,
                decided_by=None,
                bound_at=work.runtime.now(),
            )
        )
        _audit(work, "debtor_bound", account.code)


def _audit(work: Work, event: str, code: str) -> None:
    record(work.session, work.link.tenant, event, at=work.runtime.now(), code=code)
