"""Which relation in Exact a customer was found to be: kept, so that nobody is asked twice and nothing is made twice.

Rows of version 1 were made by 0.1 and are named by its match key; those of version 2 keep the facts they were made on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Index,
    Integer,
    String,
    and_,
    bindparam,
    false,
    func,
    or_,
    select,
    union,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from mice_exact_plugin.database import Base, Json, Shown, UtcDateTime, columns_of, core, table_of
from mice_exact_plugin.domain.kept import KeptFacts
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.prepared import among, listed, room_for

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Executable
    from sqlalchemy.orm import Session


class BindingState(StrEnum):
    """`creating`: a relation may be under way in Exact and must be searched for before it is sent again.

    `wanted`: a person wants a new one, which was not sent yet.
    """

    WANTED = "wanted"
    CREATING = "creating"
    BOUND = "bound"


class DebtorBinding(Base):
    """One customer of one administration. Several may share name, postcode and country."""

    __tablename__ = "exact_debtor_binding"
    __table_args__ = (
        Index("ix_exact_debtor_binding_name", "site", "division", "name_key"),
        Index("ix_exact_debtor_binding_account", "site", "division", "account_id"),
    )

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    match_key: Mapped[str] = mapped_column(String(200), primary_key=True)
    #: The relation in Exact; while `creating` the id that we asked for.
    account_id: Mapped[str] = mapped_column(String(36))
    state: Mapped[str] = mapped_column(String(10))
    attempted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: How often the creation was sent, for all we know in vain.
    sends: Mapped[int] = mapped_column(Integer, default=0)
    fence: Mapped[int] = mapped_column(BigInteger, default=0)
    #: Fields that Exact refused at creation, left out and shown (`email vat_number`).
    omitted: Mapped[str | None] = mapped_column(String(100))
    decided_by: Mapped[str | None] = mapped_column(Shown)
    bound_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: A person wants this relation made a customer although it is only a supplier.
    may_promote: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: The export for which the relation is made.
    made_for: Mapped[int | None] = mapped_column(BigInteger)
    #: Which form `match_key` has.
    key_version: Mapped[int] = mapped_column(Integer, default=2, server_default="1")
    #: What a customer's own bindings are found by.
    name_key: Mapped[str | None] = mapped_column(String(100))
    #: The facts on which it was made, in normal form, the e-mail as its keyed hash; None for version 1.
    facts: Mapped[KeptFacts | None] = mapped_column(Json)


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a binding a person's decision changes: a run writes in its place only while it is so."""

    key: str
    state: str
    account_id: str
    decided_by: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """A binding as plain values, which may be used around a call."""

    key: str
    key_version: int
    account_id: str
    state: str
    attempted_at: datetime | None
    sends: int
    decided_by: str | None
    may_promote: bool
    bound_at: datetime | None
    omitted: str | None
    facts: KeptFacts | None

    @classmethod
    def of(cls, row: DebtorBinding) -> Known:
        return cls(
            key=row.match_key,
            key_version=row.key_version,
            account_id=row.account_id,
            state=row.state,
            attempted_at=row.attempted_at,
            sends=row.sends,
            decided_by=row.decided_by,
            may_promote=row.may_promote,
            bound_at=row.bound_at,
            omitted=row.omitted,
            facts=row.facts,
        )

    @property
    def standing(self) -> Standing:
        return Standing(self.key, self.state, self.account_id, self.decided_by)


_TABLE, _ROW = table_of(DebtorBinding), columns_of(DebtorBinding)
_KNOWN = ("match_key", *(name for name in Known.__dataclass_fields__ if name != "key"))


#: From when to when.
Made = tuple[datetime, datetime]


def known(session: Session, site: str, division: int, match_key: str | None) -> Known | None:
    row = binding_of(session, site, division, match_key) if match_key else None
    return None if row is None else Known.of(row)


def binding_of(
    session: Session, site: str, division: int, match_key: str, *, locked: bool = False
) -> DebtorBinding | None:
    """`locked`: held until the end of the transaction, for who writes what he read (SQLite has one writer anyway)."""
    query = select(DebtorBinding).where(*_here(site, division), DebtorBinding.match_key == match_key)
    query = query.with_for_update() if locked else query
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def bindings_named(session: Session, site: str, division: int, name_key: str) -> list[Known]:
    """The bindings of version 2 of customers with this name, oldest first."""
    return [known for key, known in found(session, site, division, {name_key}, ()) if key == name_key]


def found(
    session: Session, site: str, division: int, name_keys: Collection[str], match_keys: Collection[str]
) -> list[tuple[str | None, Known]]:
    """The bindings of customers with these names, oldest first, and those under these keys, each with its name."""
    rooms = room_for(name_keys), room_for(match_keys)
    asked: dict[str, object] = {"of_site": site, "of_division": division}
    asked |= listed("name", name_keys, rooms[0]) | listed("key", match_keys, rooms[1])
    return [(name_key, Known(*values)) for name_key, *values in core(session, _found(*rooms), asked)]


@cache
def _found(names: int, keys: int) -> Executable:
    here = _ROW.site == bindparam("of_site"), _ROW.division == bindparam("of_division")
    ways = among(_ROW.name_key, "name", names), among(_ROW.match_key, "key", keys)
    # Each by its own index: of both ways in one condition SQLite makes a walk through all bindings.
    ids = union(*(select(_ROW.match_key).where(*here, way) for way in ways)).subquery()
    query = select(_ROW.name_key, *(_TABLE.c[name] for name in _KNOWN))
    query = query.where(*here, _ROW.match_key.in_(select(ids.c.match_key)))
    return query.order_by(_ROW.bound_at, _ROW.match_key)


def facts_by_account(
    session: Session, site: str, division: int, account_ids: Collection[str]
) -> dict[str, list[KeptFacts]]:
    """The facts of everybody who is bound to these relations."""
    query = select(DebtorBinding.account_id, DebtorBinding.facts).where(
        *_here(site, division), DebtorBinding.account_id.in_(account_ids), DebtorBinding.name_key.is_not(None)
    )
    found: dict[str, list[KeptFacts]] = defaultdict(list)
    for account_id, facts in session.execute(query):
        found[account_id].append(facts)
    return found


def bindings_creating(session: Session, site: str, division: int) -> Sequence[DebtorBinding]:
    query = select(DebtorBinding).where(*_here(site, division), DebtorBinding.state == BindingState.CREATING)
    return session.scalars(query).all()


def beside_newer(session: Session, site: str, division: int) -> list[tuple[str, KeptFacts]]:
    """The key of every binding of version 1 with the facts of each of version 2 to the same relation."""
    newer = aliased(DebtorBinding)
    query = (
        select(DebtorBinding.match_key, newer.facts)
        .join(newer, and_(newer.account_id == DebtorBinding.account_id, *_here(site, division, newer)))
        .where(*_here(site, division), DebtorBinding.key_version == 1, DebtorBinding.state == BindingState.BOUND)
        .where(newer.key_version > 1, newer.state == BindingState.BOUND, newer.name_key.is_not(None))
    )
    return [(key, facts) for key, facts in session.execute(query)]


def page_of(
    session: Session,
    site: str,
    division: int,
    text: str,
    limit: int,
    offset: int,
    without: Collection[str] = (),
    *,
    made: Made | None = None,
) -> tuple[list[Known], int]:
    """Bindings to relations with this code or a name that contains the text, newest first, and how many there are.

    Args:
        made: only those whose relation the link made itself, within these moments.
    """
    query = select(DebtorBinding).where(*_here(site, division), DebtorBinding.match_key.not_in(without))
    if made is not None:
        since, until = made
        query = query.where(DebtorBinding.attempted_at.is_not(None), DebtorBinding.state == BindingState.BOUND)
        query = query.where(DebtorBinding.bound_at >= since, DebtorBinding.bound_at <= until)
    if text:
        named = select(CrmAccountRow.id).where(
            CrmAccountRow.site == site,
            CrmAccountRow.division == division,
            or_(CrmAccountRow.name.icontains(text, autoescape=True), CrmAccountRow.code == text),
        )
        query = query.where(DebtorBinding.account_id.in_(named))
    total = session.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    newest_first = query.order_by(DebtorBinding.bound_at.desc().nulls_first(), DebtorBinding.match_key)
    return [Known.of(row) for row in session.scalars(newest_first.limit(limit).offset(offset))], total


def _here(
    site: str, division: int, table: type[DebtorBinding] = DebtorBinding
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return table.site == site, table.division == division
