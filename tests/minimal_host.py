"""A whole host in under a hundred lines: what `mice_exact_plugin/host/contract.py` asks for, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from blinker import NamedSignal
from flask import Flask, session
from jinja2 import DictLoader
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

BASE = """<!doctype html><html lang="nl"><title>{% block title %}{% endblock %}</title>{% block head %}{% endblock %}
{% for message in get_flashed_messages() %}<p>{{ message }}</p>{% endfor %}<main>{% block breadcrumb %}{% endblock %}
{% block content %}{% endblock %}</main>{% block scripts %}{% endblock %}</html>"""


class MinimalHost:
    """One venue, and whoever says who they are; activation, invoices and messages are kept in memory."""

    def __init__(self, database: str, redis: Any) -> None:
        self.api_version, self.redis = "1.0", redis
        self.session = scoped_session(sessionmaker(create_engine(database)))
        names = ("invoice_sent", "invoice_updated", "invoice_credited", "invoice_deleted")
        self.signals: Any = SimpleNamespace(**{name: NamedSignal(name) for name in names})
        self.venue = SimpleNamespace(code="zaal", name="De Zaal")
        self.active: Any = None
        self.groups: list[Any] = []
        self.sent: dict[str, Any] = {}
        self.told: list[Any] = []
        self.added: dict[str, Any] = {}
        self.app = Flask("minimal_host")
        self.app.secret_key = "minimal"
        self.app.jinja_loader = DictLoader({"mice/base.html": BASE})
        self.app.teardown_appcontext(lambda _: self.session.remove())
        self.app.add_url_rule("/facturen/<key>", "page", lambda key: self.added["invoice_page"](invoice=self.sent[key]))

    def current_tenant(self) -> Any:
        return self.venue

    def current_user(self) -> Any:
        user = {"id": "1", "name": "Bea", "email": "bea@zaal.test", "is_support": False}
        return SimpleNamespace(**user, roles=frozenset(session["roles"])) if "roles" in session else None

    def tenants(self) -> list[Any]:
        return [self.venue]

    def activation(self, tenant: str, addon: str) -> Any:
        return self.active

    def grant(self, tenant: str, addon: str) -> None:
        self.active = SimpleNamespace(granted_at=datetime.now(UTC), withdrawn_at=None)

    def withdraw(self, tenant: str, addon: str) -> None:
        self.active.withdrawn_at = datetime.now(UTC)

    def chat_url(self, tenant: str, message: str) -> str:
        return f"/chat?{urlencode({'bericht': message})}"

    def invoice(self, tenant: str, invoice_id: str) -> Any:
        return self.sent.get(invoice_id)

    def invoices(self, tenant: str, invoice_ids: Any) -> dict[str, Any]:
        return {key: self.sent[key] for key in invoice_ids if key in self.sent}

    def invoices_sent_between(self, tenant: str, start: datetime, end: datetime) -> list[Any]:
        return [invoice for invoice in self.sent.values() if start <= invoice.sent_at < end]

    def rate_groups(self, tenant: str) -> list[Any]:
        return self.groups

    def invoice_url(self, invoice_id: str) -> str:
        return f"/facturen/{invoice_id}"

    def rate_groups_url(self) -> str:
        return "/tariefgroepen"

    def confirm_sync(self, tenant: str, invoice_id: str, **outcome: Any) -> None:
        self.told.append((invoice_id, outcome["status"]))

    def send_mail(self, tenant: str, *, subject: str, body: str) -> None:
        self.told.append(subject)

    def add_settings_tile(self, **tile: str) -> None:
        self.added["tile"] = tile

    def add_menu_item(self, **item: Any) -> None:
        self.added["menu"] = item

    def add_template_hook(self, name: str, hook: Any) -> None:
        self.added[name] = hook

    def app_context(self) -> Any:
        return self.app.app_context()
