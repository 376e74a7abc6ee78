"""Remarks on exports: made by whatever sees something, shown wherever the state is, put aside by a person."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mice_exact_plugin import clock
from mice_exact_plugin.domain.entry_comparison import Difference, Part, as_text
from mice_exact_plugin.domain.reason import kept
from mice_exact_plugin.domain.remarks import Remark, RemarkCode
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.store import remark as store
from mice_exact_plugin.store.audit import SYSTEM, record
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy.orm import Session

    from mice_exact_plugin.services.connect import Person
    from mice_exact_plugin.services.runtime import Runtime


class RemarkRefused(LinkError):
    """The remark cannot be put aside: it is not open any more (`not_open`), or no reason is given (`reason`)."""


def add(session: Session, export_id: int, code: RemarkCode, params: Mapping[str, str] | None = None) -> bool:
    """Remark something within the caller's transaction; whether that says anything new.

    Of one kind an export has one open remark, which says what was seen last. What a person put aside comes back only
    when it says something else.
    """
    said = dict(params or {})
    earlier = store.latest(session, export_id, code)
    if earlier is None or (earlier.seen_at is not None and (earlier.params != said or earlier.seen_by == SYSTEM)):
        store.insert_open(session, export_id, code, said, clock.now())
        return True
    if earlier.seen_at is None and earlier.params != said:
        store.change_params(session, earlier.id, said)
        return True
    return False


def on_booked(session: Session, export_id: int) -> None:
    """What is known of an invoice the moment it is booked, within the caller's transaction."""
    deleted_at, fallbacks = store.facts_of(session, export_id)
    if fallbacks:
        add(session, export_id, RemarkCode.DEFAULT_LEDGER)
    if deleted_at is not None:
        add(session, export_id, RemarkCode.DELETED_AFTER_BOOKING)


#: What a person binds knowingly, by what differs.
_KNOWN = {
    Part.GROSS: RemarkCode.OTHER_AMOUNT,
    Part.DEBTOR: RemarkCode.OTHER_DEBTOR,
    Part.ENTRY_DATE: RemarkCode.OTHER_DATE,
}


def add_known(session: Session, export_id: int, differences: Iterable[Difference]) -> None:
    """A person binds an entry that differs: each kind of difference is a remark, within the caller's transaction."""
    others = []
    for found in differences:
        if code := _KNOWN.get(found.part):
            add(session, export_id, code, {"ours": found.ours, "theirs": found.theirs})
        else:
            others.append(found)
    if others:
        add(session, export_id, RemarkCode.DIFFERS, {"differences": as_text(others)})


def is_known(session: Session, export_id: int, difference: Difference) -> bool:
    """Whether a person bound the entry although it differs just so."""
    code = _KNOWN.get(difference.part)
    earlier = store.latest(session, export_id, code) if code else None
    return earlier is not None and earlier.seen_by != SYSTEM and earlier.params.get("theirs") == difference.theirs


def withdraw(session: Session, export_id: int, code: RemarkCode) -> None:
    """What was remarked is no longer so: put aside by the system, within the caller's transaction."""
    earlier = store.latest(session, export_id, code)
    if earlier is not None and earlier.seen_at is None:
        store.close(session, earlier.id, earlier.tenant, SYSTEM, clock.now(), None)


def put_aside(runtime: Runtime, tenant: str, remark_id: int, person: Person, reason: str) -> None:
    """A person has seen it and says why it may rest."""
    why = kept(reason, store.REASON_LIMIT)
    if not why:
        raise RemarkRefused("reason")
    with step(runtime.session):
        now = runtime.now()
        closed = store.close(runtime.session, remark_id, tenant, person.name, now, why)
        if closed is None:
            raise RemarkRefused("not_open")
        details = {"remark": closed.code, "why": why}
        record(
            runtime.session,
            tenant,
            "remark_put_aside",
            at=now,
            actor=person.name,
            export_id=closed.export_id,
            **details,
        )


def open_of(session: Session, tenant: str, export_ids: Collection[int] | None = None) -> dict[int, list[Remark]]:
    """The open remarks of these exports, or of all, oldest first, by export id; those without one are absent."""
    found: dict[int, list[Remark]] = defaultdict(list)
    for row in store.open_of(session, tenant, export_ids):
        if row.code in set(RemarkCode):  # a database of a later version may know more
            found[row.export_id].append(Remark(row.id, row.export_id, RemarkCode(row.code), row.params, row.made_at))
    return dict(found)


def open_counts(session: Session, tenant: str) -> dict[RemarkCode, int]:
    """How many invoices have an open remark of each kind."""
    counts = store.open_counts(session, tenant)
    return {code: counts[code] for code in RemarkCode if code in counts}
