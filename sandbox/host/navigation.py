"""The main menu, with what the user's rights allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import request

from sandbox.host import tenancy
from sandbox.host.identity import logged_in_user
from sandbox.host.permissions import WITHOUT_TENANT, Right, may

if TYPE_CHECKING:
    from flask import Flask


@dataclass(frozen=True)
class Entry:
    label: str
    endpoint: str
    icon: str
    right: Right

    @property
    def is_current(self) -> bool:
        return (request.endpoint or "").partition(".")[0] == self.endpoint.partition(".")[0]


MENU = (
    # TMP    Entry("Planning", "planning.overview", "calendar", Right.PLANNING),
    # TMP    Entry("Evenementen", "events.overview", "event", Right.EVENTS_VIEW),
    # TMP    Entry("Relaties", "relations.overview", "people", Right.RELATIONS),
    Entry("Facturatie", "invoices.overview", "invoice", Right.INVOICES_VIEW),
    # TMP    Entry("Rapportages", "reports.invoiced", "chart", Right.REPORTS),
    Entry("Outbox", "outbox.overview", "mail", Right.OUTBOX),
    Entry("Chat", "chat.conversation", "chat", Right.CHAT),
)

SETUP = (
    # TMP    Entry("Tariefgroepen", "rate_groups.overview", "percent", Right.SETUP),
    # TMP    Entry("Producten", "products.overview", "box", Right.SETUP),
    # TMP    Entry("Arrangementen", "packages.overview", "layers", Right.SETUP),
    # TMP    Entry("Locaties", "locations.overview", "door", Right.SETUP),
    # TMP    Entry("Gebruikers", "users.overview", "user", Right.SETUP),
    # TMP    Entry("Instellingen", "settings.overview", "gear", Right.SETUP),
    Entry("Koppelingen", "links.overview", "link", Right.LINKS),
)

SUPPORT = (Entry("Locaties en chats", "support.overview", "chat", Right.SUPPORT),)


def _allowed(entries: tuple[Entry, ...]) -> list[Entry]:
    tenant = tenancy.current_tenant()
    return [each for each in entries if may(each.right) and (tenant or each.right in WITHOUT_TENANT)]


def _context() -> dict[str, Any]:
    if logged_in_user() is None:
        return {}
    sections = (("Support", SUPPORT), ("", MENU), ("Beheer", SETUP))
    return {
        "menu": [(heading, entries) for heading, every in sections if (entries := _allowed(every))],
        "tenant": tenancy.current_tenant(),
    }


def init_app(app: Flask) -> None:
    app.context_processor(_context)
