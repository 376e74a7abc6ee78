"""A tenant's link with one Exact administration: its row, the log-ins under way, and a snapshot to work with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import JSON, BigInteger, ColumnElement, String, case, delete, literal, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, Shown, UtcDateTime, step
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.golive import Looked
from mice_exact_plugin.domain.run import FURTHEST
from mice_exact_plugin.errors import ConnectionDead, LinkError
from mice_exact_plugin.exact.sites import App, LogIn, Place, Site
from mice_exact_plugin.runtime import Runtime

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session


class Status(StrEnum):
    """How far the log-in at Exact is."""

    CHOOSING = "choosing"
    """Logged in, no administration chosen yet."""
    CONNECTED = "connected"
    DEAD = "dead"
    """Only a new log-in helps (`opnieuw inloggen`)."""
    DISCONNECTED = "disconnected"


class Connection(Base):
    """One row per tenant for ever: settings and bindings hang on (site, division), not on this row."""

    __tablename__ = "exact_connection"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100), unique=True)
    site: Mapped[str] = mapped_column(String(3))
    #: The app's client id: limits, leases and tokens belong to it.
    app: Mapped[str] = mapped_column(String(100))
    exact_user: Mapped[str | None] = mapped_column(String(64))
    exact_user_name: Mapped[str | None] = mapped_column(Shown)
    division: Mapped[int | None] = mapped_column(BigInteger, index=True)
    division_name: Mapped[str | None] = mapped_column(Shown)
    #: The number that people see in Exact; None where it was chosen before this was kept.
    division_hid: Mapped[int | None] = mapped_column(BigInteger)
    division_country: Mapped[str | None] = mapped_column(String(3))
    division_currency: Mapped[str | None] = mapped_column(String(3))
    status: Mapped[str] = mapped_column(String(20))
    dead_reason: Mapped[str | None] = mapped_column(String(60))
    disconnected_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    connected_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: When the loading of the reference data was last started; lists read since then are done.
    load_started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    loaded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Since when somebody has everything read anew; None when that is done.
    reload_asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Set by the first successful save of the settings, afterwards the switch *Koppeling ingeschakeld*.
    enabled: Mapped[bool] = mapped_column(default=False)
    #: Support allowed this tenant to share its administration with another tenant.
    shared_allowed: Mapped[bool] = mapped_column(default=False)
    #: Whether a person says yes to each invoice first (`domain/approval.py`); None was never asked, and books.
    approval: Mapped[str | None] = mapped_column(String(10))
    #: What was found in Exact before going live (`domain/golive.py`); None: nobody looked.
    looked: Mapped[Looked | None] = mapped_column(JSON(none_as_null=True))
    next_run_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    #: The end of the last sweep over the host's sent invoices.
    swept_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Up to when what changed at the host was compared, and when everything was, by a host that tells what changed.
    compared_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    compared_all_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: When Exact last took long to answer here, or did not; None once it answers as usual.
    slow_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: While set, every due row is looked up in Exact before its first post.
    verify_reason: Mapped[str | None] = mapped_column(String(60))
    #: Whether Exact keeps our `EntryID`: None not seen yet, False it ignores or refuses it.
    entry_id_kept: Mapped[bool | None] = mapped_column()
    #: Written by 0.1 only, which may still be at work while the tables are upgraded; notices have a table now.
    warned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


def looked_of(connection: Connection | None) -> Looked | None:
    """What was found in Exact, as long as it is about the administration of now."""
    looked = connection.looked if connection else None
    if connection is None or looked is None:
        return None
    return looked if (looked["site"], looked["division"]) == (connection.site, connection.division) else None


def place_of(connection: Connection | None) -> Place | None:
    """The administration that was chosen, if one was."""
    if connection is None or connection.division is None:
        return None
    return Place(connection.site, connection.division)


class LogInUnderWay(Base):
    """One log-in at Exact under way: the OAuth state, stored hashed, single use.

    It is bound to tenant, user, site and browser.
    """

    __tablename__ = "exact_log_in"

    state_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100))
    user_id: Mapped[str] = mapped_column(String(100))
    #: None in a row of 0.1, which lives ten minutes.
    browser_hash: Mapped[str | None] = mapped_column(String(64))
    site: Mapped[str] = mapped_column(String(3))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def came_with(self) -> tuple[str, str, str | None]:
        """What whoever finishes it must come with: tenant, person and browser, the last as it is kept."""
        return self.tenant, self.user_id, self.browser_hash


def connection_of(session: Session, tenant: str) -> Connection | None:
    return session.scalars(select(Connection).where(Connection.tenant == tenant)).one_or_none()


def connections_of(session: Session, tenants: Collection[str]) -> Sequence[Connection]:
    return session.scalars(select(Connection).where(Connection.tenant.in_(tenants)).order_by(Connection.id)).all()


def others_book_in(session: Session, connection: Connection, division: int | None) -> bool:
    """Whether that administration is another tenant's too."""
    query = select(Connection.id).where(
        Connection.tenant != connection.tenant,
        Connection.site == connection.site,
        Connection.division == division,
        Connection.status != Status.DISCONNECTED,
    )
    return session.execute(query.limit(1)).scalar() is not None


def shares_log_in(session: Session, connection: Connection) -> bool:
    """Whether another tenant's connection lives by the same token."""
    query = select(Connection.id).where(
        Connection.tenant != connection.tenant,
        Connection.site == connection.site,
        Connection.app == connection.app,
        Connection.exact_user == connection.exact_user,
        Connection.status != Status.DISCONNECTED,
    )
    return session.execute(query.limit(1)).scalar() is not None


def _has_come(now: datetime) -> ColumnElement[bool]:
    """Whose night has come; so has one further away than any night is, which a clock told that stood wrong."""
    return or_(Connection.next_run_at <= now, Connection.next_run_at > now + FURTHEST)


def claim_due_night(session: Session, connection: Connection, now: datetime, following: datetime) -> bool:
    """Move `next_run_at` on, once: of any number of schedulers exactly one gets True."""
    moved = session.execute(
        update(Connection)
        .where(Connection.id == connection.id, Connection.next_run_at == connection.next_run_at, _has_come(now))
        .values(next_run_at=following)
        .returning(Connection.id)
    ).scalar()
    return moved is not None


def claim_due_nights(session: Session, following: Mapping[int, datetime], now: datetime) -> set[int]:
    """The same for many at once, by their ids: those that got True. What another process holds is left to it."""
    query = select(Connection.id).where(Connection.id.in_(following), _has_come(now))
    # In one order, so that no two processes wait for each other.
    free = session.scalars(query.order_by(Connection.id).with_for_update(skip_locked=True)).all()
    if not free:
        return set()
    moments = {row_id: literal(following[row_id], UtcDateTime) for row_id in free}
    moved = session.scalars(
        update(Connection)
        .where(Connection.id.in_(free), _has_come(now))
        .values(next_run_at=case(moments, value=Connection.id))
        .returning(Connection.id)
        .execution_options(synchronize_session=False)
    )
    return set(moved)


def connections_due(session: Session, now: datetime, after: int, limit: int) -> Sequence[Connection]:
    """Whose night has come, from behind an id."""
    query = select(Connection).where(Connection.status == Status.CONNECTED, _has_come(now), Connection.id > after)
    return session.scalars(query.order_by(Connection.id).limit(limit)).all()


def use_log_in(session: Session, state_hash: str, now: datetime, not_before: datetime) -> LogInUnderWay | None:
    """Spend a state: the log-in it stands for, or None when it is unknown, used or too old."""
    spent = session.execute(
        update(LogInUnderWay)
        .where(
            LogInUnderWay.state_hash == state_hash,
            LogInUnderWay.used_at.is_(None),
            LogInUnderWay.created_at >= not_before,
        )
        .values(used_at=now)
        .returning(LogInUnderWay.state_hash)
    ).scalar()
    return None if spent is None else session.get(LogInUnderWay, state_hash, populate_existing=True)


def forget_log_ins(session: Session, before: datetime) -> None:
    session.execute(delete(LogInUnderWay).where(LogInUnderWay.created_at < before))


class NotConnected(LinkError):
    """The tenant has no administration to work with."""


@dataclass(frozen=True, slots=True)
class Link:
    """A tenant's connection as plain values: reading it opens no transaction, so it may be used around a call."""

    connection_id: int
    tenant: str
    log_in: LogIn
    division: int
    division_name: str
    division_country: str
    division_currency: str
    entry_id_kept: bool | None
    asks_approval: bool = False

    @property
    def app(self) -> App:
        return self.log_in.app

    @property
    def site(self) -> Site:
        return self.app.site

    @property
    def place(self) -> Place:
        return Place(str(self.app.site), self.division)

    @property
    def writer_key(self) -> str:
        return writer_key(self.app, self.division)


def writer_key(app: App, division: int) -> str:
    """One writer per (site, app, division) at a time, over all tenants: Exact advises against parallel writes."""
    return f"writer:{app.site}:{app.client_id}:{division}"


def link_of(runtime: Runtime, tenant: str) -> Link:
    """The tenant's link; NotConnected without an administration, ConnectionDead when only a new log-in helps."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.status in (Status.DISCONNECTED, Status.CHOOSING):
            raise NotConnected(tenant)
        if connection.status == Status.DEAD:
            raise ConnectionDead(connection.dead_reason or "log_in_ended")
        return snapshot(runtime, connection)


def link_to_look(runtime: Runtime, tenant: str) -> Link | None:
    """The tenant's link for who makes no call, so also while a new log-in is needed; None without an administration."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.status in (Status.DISCONNECTED, Status.CHOOSING):
            return None
        return snapshot(runtime, connection)


def snapshot(runtime: Runtime, connection: Connection) -> Link:
    """The values of a connection; NotConnected when its app is gone from the configuration or nothing was chosen."""
    app = runtime.config.apps.get(Site(connection.site))
    if app is None or connection.division is None or connection.exact_user is None:
        raise NotConnected(connection.tenant)
    return Link(
        connection_id=connection.id,
        tenant=connection.tenant,
        log_in=LogIn(app, connection.exact_user),
        division=connection.division,
        division_name=connection.division_name or str(connection.division),
        division_country=connection.division_country or "",
        division_currency=connection.division_currency or "EUR",
        entry_id_kept=connection.entry_id_kept,
        asks_approval=connection.approval == Approval.FIRST,
    )
