"""Erasing what is kept of one relation, as that person may ask, without touching the bookkeeper's proof.

What stays is what the law asks for (GDPR article 17(3)(b); in the Netherlands seven years, Awr article 52): which
invoice became which entry, for how much and when, and the audit trail.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import COMMAND_LINE, record
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import comparison_table
from mice_exact_plugin.domain.debtor.bindings import name_key
from mice_exact_plugin.domain.entry.situation_checks import QUESTIONS
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import PERSONAL
from mice_exact_plugin.erasing import statements as erasure
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact.sites import Place
from mice_exact_plugin.golive import trial_table
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.link.run import open_run
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.mirror import relation_table, relations
from mice_exact_plugin.mirror.binding_table import BindingState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mice_exact_plugin.runtime import Runtime

#: Problems that show what is known of a debtor.
_OF_DEBTORS = QUESTIONS | {code for code in Code if code.startswith(("debtor_", "eu_number_"))}


class EraseRefused(LinkError):
    """`unknown`, `run_open`, `waiting`, `under_way` or `collective`."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows lost what they knew; `is_shared` when another tenant books in the same administration."""

    relation: str
    invoices: int
    remarks: int
    bindings: int
    mirrored: int
    is_shared: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A relation as this tenant knows it."""

    account_id: str
    code: str
    names: frozenset[str]
    places: frozenset[Place]
    exports: tuple[int, ...]


def erase_relation(runtime: Runtime, tenant: str, relation: str) -> Erased:
    """Erase the relation with this code in the tenant's administration, or with this id in Exact; or EraseRefused."""
    session = runtime.session
    with step(session):
        if open_run(session, tenant) is not None:
            raise EraseRefused("run_open")
        found = _find(session, tenant, relation)
        _refuse_what_is_needed(session, tenant, found)
        erased = _erase(session, tenant, found)
        record(session, tenant, "relation_erased", at=runtime.now(), actor=COMMAND_LINE, code=found.code)
    return erased


def has_rows(runtime: Runtime, tenant: str) -> bool:
    """Whether anything is kept of invoices of this tenant, also of one that the host has no more."""
    with step(runtime.session):
        return erasure.has_rows(runtime.session, tenant)


def _find(session: Session, tenant: str, relation: str) -> _Found:
    connection = connection_of(session, tenant)
    place = place_of(connection)
    account = None
    if place:
        by_code = relation_table.account_with_code(session, *place, relation)
        account = by_code or relation_table.account_of(session, *place, relation.lower())
    account_id = account.id if account else relation.lower()
    booked = erasure.booked_on(session, tenant, account_id)
    if not account and not booked:
        raise EraseRefused("unknown")
    names = {row.debtor_name for row in booked if row.debtor_name} | ({account.name} if account else set())
    places = {Place(row.site, row.division) for row in booked if row.site} | ({place} if place else set())
    exports = (*(row.id for row in booked), *erasure.set_aside_under(session, tenant, names))
    return _Found(account_id, account.code if account else account_id, frozenset(names), frozenset(places), exports)


def _refuse_what_is_needed(session: Session, tenant: str, found: _Found) -> None:
    """What is still to be booked would be booked on a second relation."""
    if erasure.is_waited_for(session, tenant, found.account_id, {name_key(name) for name in found.names}):
        raise EraseRefused("waiting")
    for place in found.places:
        if erasure.binding_states(session, place, found.account_id) - {BindingState.BOUND}:
            raise EraseRefused("under_way")
        chosen = settings_of(session, tenant, *place)
        if chosen and chosen.private.collective_account_id == found.account_id:
            raise EraseRefused("collective")


def _erase(session: Session, tenant: str, found: _Found) -> Erased:
    own = [place for place in found.places if not erasure.others_in(session, tenant, place)]
    erasure.forget_problems(session, found.exports, _OF_DEBTORS)
    erasure.forget_notices(session, tenant, _OF_DEBTORS)
    # A trial run tells of customers by name; another one is asked for in a moment.
    trial_table.forget(session, tenant, keep=0)
    # And what others booked may say anything in its reference.
    comparison_table.forget(session, tenant)
    mirrored = {place: erasure.drop_from_mirror(session, place, found.account_id) for place in own}
    for place in mirrored:
        # Read anew at the next run: what Exact still has comes back, and nobody gets a second relation.
        relations.start_anew(session, *place)
    return Erased(
        relation=found.code,
        invoices=erasure.forget_names(session, found.exports),
        remarks=erasure.forget_params(session, found.exports, PERSONAL),
        bindings=sum(erasure.drop_bindings(session, place, found.account_id) for place in own),
        mirrored=sum(mirrored.values()),
        is_shared=len(own) < len(found.places),
    )
