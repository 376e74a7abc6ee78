"""The object an addon gets in `setup(app, host)`: the base that the plugin offers to hosts, and our own facts.

Writing calls (`grant`, `withdraw`, `confirm_sync`, `send_mail`) commit at once, except inside a savepoint such as the
one a signal receiver runs in: there they belong to the transaction around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import url_for

from mice_exact_plugin.host.flask_host import Activated, FlaskHost, activated
from sandbox.host import broker_link, tenancy
from sandbox.host.addons import records
from sandbox.host.addons.invoice_source import InvoiceSource
from sandbox.host.addons.registry import Contributions, MenuItem, Tile
from sandbox.host.database import db
from sandbox.host.models import Activation, User
from sandbox.host.permissions import Right, may
from sandbox.host.services import (
    activation,
    catalogue,
    changes,
    mailing,
    rate_groups,
    reporting,
    synchronisation,
    tenants,
)
from sandbox.host.services.events import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from flask import Flask

    from sandbox.host.addons.registry import Mark, Signals
    from sandbox.host.models import Tenant
    from sandbox.host.services.changes import ChangeRecord
    from sandbox.host.services.synchronisation import Confirmation

API_VERSION = "1.1"
HOOKS = frozenset({"invoice_page", "invoice_list_badges"})
SLOTS = frozenset({"koppelingen"})


class AddonHost(FlaskHost):
    """One per addon; what it registers counts only when its setup succeeds."""

    api_version = API_VERSION
    activations = Activation

    def __init__(self, app: Flask, contributions: Contributions) -> None:
        super().__init__(app, db, lambda: broker_link.redis(app))
        self._contributions = contributions
        self._invoices = InvoiceSource()

    @property
    def signals(self) -> Signals:
        return self._contributions.signals

    def current_tenant(self) -> records.TenantRecord | None:
        tenant = tenancy.current_tenant()
        return None if tenant is None else records.tenant_record(tenant)

    def person(self, user: Any) -> records.UserRecord | None:
        return records.user_record(user) if isinstance(user, User) else None

    def owner(self, tenant: str) -> dict[str, Any]:
        return {"tenant_id": _tenant(tenant).id}

    def activations_of(self, tenants: Collection[str], addon: str) -> dict[str, Activated]:
        found = activation.of_tenants(tenants, addon)
        if unknown := sorted(set(tenants) - found.keys()):
            raise LookupError(f"there is no tenant {unknown[0]!r}")
        return {tenant: activated(last) for tenant, last in found.items() if last is not None}

    def tenants(self) -> Sequence[records.TenantRecord]:
        return [records.tenant_record(tenant) for tenant in tenants.all_tenants()]

    def chat_url(self, tenant: str, message: str) -> str:
        return self.url("chat.conversation", bericht=message)

    def invoices(self, tenant: str, invoice_ids: Collection[str]) -> Mapping[str, records.InvoiceRecord]:
        return self._invoices.by_id(_tenant(tenant), invoice_ids)

    def invoices_sent_between(self, tenant: str, start: datetime, end: datetime) -> Iterable[records.InvoiceRecord]:
        return self._invoices.sent_between(_tenant(tenant), start, end)

    def rate_groups(self, tenant: str) -> Sequence[records.RateGroupRecord]:
        return [records.rate_group_record(group) for group in rate_groups.in_use(_tenant(tenant))]

    def invoice_url(self, invoice_id: str) -> str:
        return self.url("invoices.page", invoice_id=int(invoice_id))

    def rate_groups_url(self) -> str:
        return self.url("rate_groups.overview")

    def event_url(self, event_id: str) -> str:
        return self.url("events.page", event_id=int(event_id))

    def locations(self, tenant: str) -> Sequence[records.PlaceRecord]:
        return [records.place_record(location) for location in catalogue.locations(_tenant(tenant))]

    def event_types(self, tenant: str) -> Sequence[records.PlaceRecord]:
        return [records.PlaceRecord(str(each), label) for each, label in EVENT_TYPES.items()]

    def rooms(self, tenant: str) -> Sequence[records.PlaceRecord]:
        """Of this venue each room is a location as well."""
        return self.locations(tenant)

    def categories(self, tenant: str) -> Sequence[records.PlaceRecord]:
        names = sorted({each.category for each in catalogue.products(_tenant(tenant)) if each.category})
        return [records.PlaceRecord(name, name) for name in names]

    def confirm_sync(
        self, tenant: str, invoice_id: str, *, provider: str, external_id: str, at: datetime, status: str
    ) -> None:
        synchronisation.confirm(_tenant(tenant), invoice_id, provider, external_id, at, status)
        self.keep()

    def send_mail(self, tenant: str, *, subject: str, body: str) -> None:
        mailing.mail_administrators(_tenant(tenant), subject, body)
        self.keep()

    def add_settings_tile(self, *, slot: str, title: str, description: str, endpoint: str) -> None:
        if slot not in SLOTS:
            raise ValueError(f"the host has no slot {slot!r}; it has {', '.join(sorted(SLOTS))}")
        self._contributions.tiles.append(Tile(slot, title, description, endpoint))

    def add_menu_item(self, *, title: str, endpoint: str, roles: Collection[str]) -> None:
        self._contributions.menu.append(MenuItem(title, endpoint, frozenset(roles)))

    def add_template_hook(self, name: str, hook: Callable[..., Any]) -> None:
        if name not in HOOKS:
            raise ValueError(f"the host has no hook {name!r}; it has {', '.join(sorted(HOOKS))}")
        self._contributions.hooks.setdefault(name, []).append(hook)

    def set_tile_state(self, *, slot: str, endpoint: str, state: Callable[[], Mark | None]) -> None:
        self._contributions.tile_states[endpoint] = state

    def set_menu_mark(self, *, endpoint: str, mark: Callable[[], Mark | None]) -> None:
        self._contributions.menu_marks[endpoint] = mark

    def trail(self, *, slot: str) -> Sequence[tuple[str, str | None]]:
        if not may(Right.LINKS):
            return ()
        above = url_for("settings.overview") if may(Right.SETUP) else None
        return (("Beheer", None), ("Instellingen", above), ("Koppelingen", url_for("links.overview")))

    def changed_since(
        self, tenant: str, since: datetime, *, after: ChangeRecord | None, limit: int
    ) -> Sequence[ChangeRecord]:
        return changes.since(_tenant(tenant), since, after, limit)

    def sent_ids_between(self, tenant: str, start: datetime, end: datetime) -> Iterable[str]:
        return self._invoices.ids_sent_between(_tenant(tenant), start, end)

    def sent_totals_between(self, tenant: str, start: datetime, end: datetime) -> Iterable[records.TotalRecord]:
        return self._invoices.totals_sent_between(_tenant(tenant), start, end)

    def revenue_between(self, tenant: str, start: datetime, end: datetime) -> Sequence[reporting.Revenue]:
        return reporting.revenue(_tenant(tenant), start, end)

    def confirm_syncs(self, tenant: str, confirmations: Sequence[Confirmation], *, provider: str) -> None:
        synchronisation.confirm_all(_tenant(tenant), confirmations, provider)
        self.keep()

    def activation_asked_at(self, tenant: str, addon: str) -> datetime | None:
        return activation.asked_at(_tenant(tenant), addon)


def _tenant(code: str) -> Tenant:
    tenant = tenancy.tenant_by_code(code)
    if tenant is None:
        raise LookupError(f"there is no tenant {code!r}")
    return tenant
