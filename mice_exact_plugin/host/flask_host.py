"""A ready base for a host on Flask-SQLAlchemy and Flask-Login: all of the contract that is no fact of the host's own.

A host derives from `FlaskHost` and writes what only it knows; docs/host-contract.md shows one. The plugin itself never
imports this module: it knows its host by the contract only.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime

# Any: Flask-SQLAlchemy's models and Flask's hooks are not known here.
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from blinker import NamedSignal
from flask import has_request_context, url_for
from flask_login import current_user
from sqlalchemy import DateTime, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column, scoped_session

from mice_exact_plugin import clock
from mice_exact_plugin.host.contract import HOST_API, Host
from mice_exact_plugin.logs import trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from contextlib import AbstractContextManager

    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy
    from redis import Redis

    from mice_exact_plugin.host.contract import HostInvoice, HostSignals, HostUser
    from mice_exact_plugin.host.offered import Mark

logger = logging.getLogger("mice_exact_plugin.host")


class ActivationColumns:
    """A table of activations for a host that has none: `class Activation(ActivationColumns, db.Model)`."""

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100), index=True)
    addon: Mapped[str] = mapped_column(String(60))
    granted_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


@dataclass(frozen=True, slots=True)
class Activated:
    """An activation as the contract has it: moments are aware, whatever the database makes of them."""

    granted_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Signals:
    invoice_sent: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_sent"))
    invoice_updated: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_updated"))
    invoice_credited: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_credited"))
    invoice_deleted: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_deleted"))
    event_cancelled: NamedSignal = field(default_factory=lambda: NamedSignal("event_cancelled"))
    event_moved: NamedSignal = field(default_factory=lambda: NamedSignal("event_moved"))


class Tile(NamedTuple):
    slot: str
    title: str
    description: str
    endpoint: str


class MenuItem(NamedTuple):
    title: str
    endpoint: str
    roles: frozenset[str]


class FlaskHost(Host):
    """A host that lacks one of its own facts is told so when it is made.

    What the addons hang on the host is kept in `tiles`, `menu`, `hooks`, `tile_states` and `menu_marks`, to be drawn.

    Args:
        redis: gives the connection to the server that carries the queues; asked each time.
    """

    api_version = HOST_API
    #: The host's model of an activation: `addon`, `granted_at`, `withdrawn_at`, a growing `id`, and what `owner` names.
    activations: type[Any]

    def __init__(self, app: Flask, db: SQLAlchemy, redis: Callable[[], Redis]) -> None:
        members = {name: asked for name, asked in vars(Host).items() if not name.startswith("_")}
        if missing := [name for name, asked in members.items() if getattr(type(self), name) is asked]:
            raise TypeError(f"{type(self).__name__} must have {', '.join(missing)}")
        self.app, self._db, self._redis = app, db, redis
        self._signals = Signals()
        self.tiles: list[Tile] = []
        self.menu: list[MenuItem] = []
        self.hooks: dict[str, list[Callable[..., Any]]] = {}
        self.tile_states: dict[str, Callable[[], Mark | None]] = {}
        self.menu_marks: dict[str, Callable[[], Mark | None]] = {}

    @property
    def session(self) -> scoped_session[Session]:
        # Flask-SQLAlchemy hands out a subclass of Session of its own, and a scoped session is invariant in it.
        return cast("scoped_session[Session]", self._db.session)

    @property
    def redis(self) -> Redis:
        return self._redis()

    @property
    def signals(self) -> HostSignals:
        return self._signals

    def current_user(self) -> HostUser | None:
        user = current_user._get_current_object() if has_request_context() else None
        return self.person(user) if user is not None and user.is_authenticated else None

    def person(self, user: Any) -> HostUser | None:
        """Flask-Login's user as the contract has one; override it where the host's model has other attributes."""
        found: HostUser = user
        return found

    def app_context(self) -> AbstractContextManager[Any]:
        return self.app.app_context()

    def activation(self, tenant: str, addon: str) -> Activated | None:
        last = self._last(tenant, addon)
        return last and activated(last)

    def activations_of(self, tenants: Collection[str], addon: str) -> dict[str, Activated]:
        """In one statement where activations name their tenant by its code; a host with other owners writes its own."""
        if type(self).owner is not FlaskHost.owner:
            return {tenant: found for tenant in tenants if (found := self.activation(tenant, addon))}
        model = self.activations
        query = select(model).where(model.tenant.in_(tenants), model.addon == addon).order_by(model.id)
        return {row.tenant: activated(row) for row in self.session.scalars(query)}

    def grant(self, tenant: str, addon: str) -> None:
        last = self._last(tenant, addon)
        if last is None or last.withdrawn_at is not None:
            self.session.add(self.activations(**self.owner(tenant), addon=addon, granted_at=clock.now()))
        self.keep()

    def withdraw(self, tenant: str, addon: str) -> None:
        last = self._last(tenant, addon)
        if last is not None and last.withdrawn_at is None:
            last.withdrawn_at = clock.now()
        self.keep()

    def owner(self, tenant: str) -> dict[str, Any]:
        """By which columns of `activations` a tenant's are found and made."""
        return {"tenant": tenant}

    def invoice(self, tenant: str, invoice_id: str) -> HostInvoice | None:
        return self.invoices(tenant, [invoice_id]).get(invoice_id)

    def add_settings_tile(self, *, slot: str, title: str, description: str, endpoint: str) -> None:
        self.tiles.append(Tile(slot, title, description, endpoint))

    def add_menu_item(self, *, title: str, endpoint: str, roles: Collection[str]) -> None:
        self.menu.append(MenuItem(title, endpoint, frozenset(roles)))

    def add_template_hook(self, name: str, hook: Callable[..., Any]) -> None:
        self.hooks.setdefault(name, []).append(hook)

    def set_tile_state(self, *, slot: str, endpoint: str, state: Callable[[], Mark | None]) -> None:
        self.tile_states[endpoint] = state

    def set_menu_mark(self, *, endpoint: str, mark: Callable[[], Mark | None]) -> None:
        self.menu_marks[endpoint] = mark

    def external_url(self, tenant: str, path: str) -> str | None:
        base = self.app.config.get("EXTERNAL_URL")
        return f"{base}{path}" if base else None

    # What the host's own code calls.

    def url(self, endpoint: str, **values: Any) -> str:
        """The address of a page; jobs and commands have no request and get the path alone."""
        if has_request_context():
            return url_for(endpoint, **values)
        return self.app.url_map.bind("localhost").build(endpoint, values)

    def keep(self) -> None:
        """Commit what the plugin asked for, unless it is part of a savepoint such as that of a signal's receiver."""
        session = self.session()
        if session.in_nested_transaction():
            session.flush()
        else:
            session.commit()

    def announce(self, signal: NamedSignal, tenant: str, **values: Any) -> None:
        """Send a signal in the transaction that is open; what a failing receiver wrote is rolled back."""
        for receiver in list(signal.receivers_for(tenant)):
            self._guarded(receiver, tenant, **values)

    def ask(self, hook: str, **values: Any) -> Iterable[Any]:
        """What the addons answer for a named place of a page; one that fails leaves its place empty."""
        answers = (self._guarded(asked, **values) for asked in self.hooks.get(hook, ()))
        return [answer for answer in answers if answer]

    def _guarded(self, call: Callable[..., Any], *args: Any, **values: Any) -> Any:
        try:
            with self.session.begin_nested():
                return call(*args, **values)
        except Exception as error:
            trouble(logger, error, "an addon failed; the host goes on without it")
            return None

    def _last(self, tenant: str, addon: str) -> Any:
        model = self.activations
        query = select(model).filter_by(**self.owner(tenant), addon=addon).order_by(model.id.desc()).limit(1)
        return self.session.scalars(query).first()


def activated(row: Any) -> Activated:
    """A row of `activations` as the contract has it."""
    return Activated(_aware(row.granted_at), row.withdrawn_at and _aware(row.withdrawn_at))


def _aware(moment: datetime) -> datetime:
    """SQLite forgets the zone; what was written is UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
