"""The main menu, with what the user's rights allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import request, url_for

from sandbox.host import tenancy
from sandbox.host.addons import dispatch
from sandbox.host.addons.registry import registry
from sandbox.host.identity import logged_in_user
from sandbox.host.permissions import WITHOUT_TENANT, Right, may
from sandbox.host.services.activation import last_activation

if TYPE_CHECKING:
    from flask import Flask

    from sandbox.host.addons.registry import Mark


@dataclass(frozen=True)
class Entry:
    label: str
    endpoint: str
    icon: str
    right: Right

    @property
    def href(self) -> str:
        return url_for(self.endpoint)


@dataclass(frozen=True)
class AddonEntry:
    """An entry of an addon; the addon itself decides who may open the page."""

    label: str
    endpoint: str
    icon: str = "ledger"
    mark: Mark | None = None

    @property
    def href(self) -> str:
        return url_for(self.endpoint)


Item = Entry | AddonEntry

MENU = (
    Entry("Planning", "planning.overview", "calendar", Right.PLANNING),
    Entry("Evenementen", "events.overview", "event", Right.EVENTS_VIEW),
    Entry("Relaties", "relations.overview", "people", Right.RELATIONS),
    Entry("Facturatie", "invoices.overview", "invoice", Right.INVOICES_VIEW),
    Entry("Rapportages", "reports.invoiced", "chart", Right.REPORTS),
    Entry("Outbox", "outbox.overview", "mail", Right.OUTBOX),
    Entry("Chat", "chat.conversation", "chat", Right.CHAT),
)

SETUP = (
    Entry("Tariefgroepen", "rate_groups.overview", "percent", Right.SETUP),
    Entry("Producten", "products.overview", "box", Right.SETUP),
    Entry("Arrangementen", "packages.overview", "layers", Right.SETUP),
    Entry("Locaties", "locations.overview", "door", Right.SETUP),
    Entry("Gebruikers", "users.overview", "user", Right.SETUP),
    Entry("Instellingen", "settings.overview", "gear", Right.SETUP),
    Entry("Koppelingen", "links.overview", "link", Right.LINKS),
)

SUPPORT = (Entry("Locaties en chats", "support.overview", "chat", Right.SUPPORT),)


def _allowed(entries: tuple[Entry, ...]) -> list[Item]:
    tenant = tenancy.current_tenant()
    return [each for each in entries if may(each.right) and (tenant or each.right in WITHOUT_TENANT)]


def _addon_entries() -> list[Item]:
    """What addons add for the user's roles, once their addon was activated for the tenant."""
    tenant, user = tenancy.current_tenant(), logged_in_user()
    if tenant is None or user is None:
        return []
    return [
        AddonEntry(item.title, item.endpoint, mark=dispatch.menu_mark(report, item.endpoint))
        for report in registry().loaded
        for item in report.contributions.menu
        if item.roles & user.roles and last_activation(tenant, report.name)
    ]


def _context() -> dict[str, Any]:
    if logged_in_user() is None:
        return {}
    sections = (("Support", _allowed(SUPPORT)), ("", [*_allowed(MENU), *_addon_entries()]), ("Beheer", _allowed(SETUP)))
    menu = [(heading, entries) for heading, entries in sections if entries]
    return {"menu": menu, "current_href": _current_href(menu), "tenant": tenancy.current_tenant()}


def _current_href(menu: list[tuple[str, list[Item]]]) -> str | None:
    """The entry whose address the page's address starts with; pages of addons count too."""
    hrefs = [entry.href for _, entries in menu for entry in entries]
    above = [href for href in hrefs if f"{request.path}/".startswith(f"{href}/")]
    return max(above, key=len, default=None)


def init_app(app: Flask) -> None:
    app.context_processor(_context)
