"""The protocols a host must satisfy: the plugin knows its host only through this file and `offered.py`.

Everything is read-only and structural: a host hands over its own records, whatever their class, as long as they carry
these attributes. Amounts are `Decimal` in the invoice's currency, VAT rates are percentages (`Decimal("21")`), moments
are aware datetimes in UTC, invoice dates are plain dates. Every call that concerns a tenant names the tenant.
"""

from __future__ import annotations

# Any: a hook takes what the host's templates give it.
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from decimal import Decimal

    from blinker import NamedSignal
    from flask import Flask
    from redis import Redis
    from sqlalchemy.orm import Session, scoped_session

#: The version of this contract; `plugin.toml` names the range a plugin fits. 1.1 added optional attributes and members
#: only, which `offered.py` lists: the protocols below are all of 1.0.
HOST_API = "1.1"


class HostTenant(Protocol):
    """A venue: one customer of the host."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


class HostUser(Protocol):
    """Whoever is logged in. `roles` is drawn from `beheerder planner staf billing crew`; support staff have none."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def roles(self) -> frozenset[str]: ...
    @property
    def is_support(self) -> bool: ...


class HostClient(Protocol):
    """The invoice's own copy of the client, taken when the invoice was made."""

    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def first_name(self) -> str | None: ...
    @property
    def last_name(self) -> str | None: ...
    @property
    def address_line_1(self) -> str | None: ...
    @property
    def address_line_2(self) -> str | None: ...
    @property
    def postalcode(self) -> str | None: ...
    @property
    def city(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def vat_number(self) -> str | None: ...
    @property
    def coc_number(self) -> str | None: ...


class HostRateGroup(Protocol):
    """A tariefgroep. `ledger_number` is the host's text, not yet an account in Exact."""

    @property
    def code(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def vat_rate(self) -> Decimal: ...
    @property
    def ledger_number(self) -> str | None: ...


class HostInvoiceLine(Protocol):
    """One rate-group portion of a commercial line. `rate_group` is None for manual and till lines.

    `quantity` is there for other addons: we read only its amounts.
    """

    @property
    def position(self) -> int: ...
    @property
    def description(self) -> str: ...
    @property
    def product(self) -> str | None: ...
    @property
    def quantity(self) -> Decimal: ...
    @property
    def vat_rate(self) -> Decimal: ...
    @property
    def rate_group(self) -> HostRateGroup | None: ...
    @property
    def amount_excl(self) -> Decimal: ...
    @property
    def amount_vat(self) -> Decimal: ...
    @property
    def amount_incl(self) -> Decimal: ...


class HostInvoice(Protocol):
    """A sent invoice as it stands now. `identifier` is the printed number, `sent_at` the moment of sending (UTC).

    `credits_id` is the id of the invoice that this one credits, when the host knows it. Credit lines are negative.
    """

    @property
    def id(self) -> str: ...
    @property
    def tenant_code(self) -> str: ...
    @property
    def identifier(self) -> str: ...
    @property
    def is_credit(self) -> bool: ...
    @property
    def credits_id(self) -> str | None: ...
    @property
    def invoice_date(self) -> date: ...
    @property
    def due_date(self) -> date | None: ...
    @property
    def payment_term(self) -> int | None: ...
    @property
    def currency(self) -> str: ...
    @property
    def reference(self) -> str | None: ...
    @property
    def sent_at(self) -> datetime: ...
    @property
    def client(self) -> HostClient: ...
    @property
    def lines(self) -> Sequence[HostInvoiceLine]: ...
    @property
    def total_excl(self) -> Decimal: ...
    @property
    def total_vat(self) -> Decimal: ...
    @property
    def total_incl(self) -> Decimal: ...


class HostActivation(Protocol):
    """When support granted the paid link to a tenant, and when they withdrew it (None while it is active)."""

    @property
    def granted_at(self) -> datetime: ...
    @property
    def withdrawn_at(self) -> datetime | None: ...


class HostSignals(Protocol):
    """Blinker signals, sent with the tenant code as sender, inside the host's own transaction.

    `invoice_sent(tenant, invoice=HostInvoice)`, `invoice_updated(tenant, invoice=HostInvoice)`,
    `invoice_credited(tenant, invoice=HostInvoice, credit=HostInvoice)` and
    `invoice_deleted(tenant, invoice_id=str, identifier=str)`. Receivers take `**kwargs`: the host may add arguments.
    `invoice_credited` is for other addons: we read nothing of it.
    """

    @property
    def invoice_sent(self) -> NamedSignal: ...
    @property
    def invoice_updated(self) -> NamedSignal: ...
    @property
    def invoice_credited(self) -> NamedSignal: ...
    @property
    def invoice_deleted(self) -> NamedSignal: ...


class Host(Protocol):
    """What the host gives an addon in `setup(app, host)`."""

    @property
    def api_version(self) -> str: ...
    @property
    def session(self) -> scoped_session[Session]:
        """The database session of the request or job; the host owns the engine."""

    @property
    def redis(self) -> Redis:
        """A connection to the server that carries the RQ queues (bytes, not decoded)."""

    @property
    def signals(self) -> HostSignals: ...

    def current_tenant(self) -> HostTenant | None:
        """The tenant of this request; None outside a tenant's pages."""

    def current_user(self) -> HostUser | None:
        """The user who is logged in; None when nobody is."""

    def tenants(self) -> Sequence[HostTenant]: ...

    def activation(self, tenant: str, addon: str) -> HostActivation | None:
        """The last activation of an addon for a tenant, also when it was withdrawn; None when there never was one."""

    def grant(self, tenant: str, addon: str) -> None:
        """Activate an addon for a tenant, as support does after the chat."""

    def withdraw(self, tenant: str, addon: str) -> None: ...

    def chat_url(self, tenant: str, message: str) -> str:
        """The page of the chat with support, with `message` filled in and not yet sent."""

    def invoice(self, tenant: str, invoice_id: str) -> HostInvoice | None:
        """A sent invoice of this tenant; None when it is gone, a draft, or another tenant's."""

    def invoices(self, tenant: str, invoice_ids: Collection[str]) -> Mapping[str, HostInvoice]:
        """The same for many at once, by id; missing ids are absent."""

    def invoices_sent_between(self, tenant: str, start: datetime, end: datetime) -> Iterable[HostInvoice]:
        """Invoices whose moment of sending lies in [start, end), oldest first."""

    def rate_groups(self, tenant: str) -> Sequence[HostRateGroup]:
        """All rate groups in use, archived ones with open invoices included."""

    def invoice_url(self, invoice_id: str) -> str: ...

    def rate_groups_url(self) -> str:
        """Where an administrator edits ledger numbers."""

    def confirm_sync(
        self, tenant: str, invoice_id: str, *, provider: str, external_id: str, at: datetime, status: str
    ) -> None:
        """Tell the host that an invoice was processed (`status` is `processed` or `failed`); may be repeated."""

    def send_mail(self, tenant: str, *, subject: str, body: str) -> None:
        """Mail the tenant's administrators."""

    def add_settings_tile(self, *, slot: str, title: str, description: str, endpoint: str) -> None:
        """A tile on a settings page; `slot` is `koppelingen`; `endpoint` is a Flask endpoint without arguments."""

    def add_menu_item(self, *, title: str, endpoint: str, roles: Collection[str]) -> None:
        """An item of the main menu for users with one of the roles, once the addon was activated for their tenant."""

    def add_template_hook(self, name: str, hook: Callable[..., Any]) -> None:
        """HTML for a named place: `invoice_page(invoice=HostInvoice)`, `invoice_list_badges(invoices=[…])`.

        The list hook returns a mapping from invoice id to HTML, asked once for the whole page. A hook that raises is
        logged by the host and leaves its place empty.
        """

    def app_context(self) -> AbstractContextManager[Any]:
        """An application context for jobs and commands; the session ends with it."""


class Addon(Protocol):
    """What the entry point in group `mice_operations.plugins` must name."""

    def setup(self, app: Flask, host: Host) -> None: ...
