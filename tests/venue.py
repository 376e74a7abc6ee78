"""The world of the host that docs/host-contract.md shows: a small application on Flask-SQLAlchemy and Flask-Login."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from flask import Flask, abort
from flask_login import LoginManager, UserMixin
from flask_sqlalchemy import SQLAlchemy
from jinja2 import DictLoader
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from mice_exact_plugin.database import UtcDateTime
from mice_exact_plugin.host.flask_host import ActivationColumns
from tests.minimal_host import BASE


class Model(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Model)


class Activation(ActivationColumns, Model):
    __tablename__ = "addon_activation"


class Venue(Model):
    __tablename__ = "venue"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class User(UserMixin, Model):
    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True)
    venue_code: Mapped[str]
    role: Mapped[str]
    name, email, is_support = "Bea", "bea@zaal.test", False

    @property
    def roles(self) -> frozenset[str]:
        return frozenset({self.role})


class RateGroup(Model):
    __tablename__ = "rate_group"

    code: Mapped[str] = mapped_column(primary_key=True)
    tenant_code: Mapped[str]
    description: Mapped[str]
    vat_rate, ledger_number = Decimal(21), None


class Mail(Model):
    __tablename__ = "mail"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_code: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]


class Invoice(Model):
    """One line of 100 euro with 21 per cent, for the bakery."""

    __tablename__ = "invoice"

    id: Mapped[str] = mapped_column(primary_key=True)
    tenant_code: Mapped[str]
    identifier: Mapped[str]
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    booked_as: Mapped[str | None]

    is_credit, credits_id, currency, reference, due_date, payment_term = False, None, "EUR", None, None, 14
    invoice_date, total_excl, total_vat, total_incl = date(2026, 3, 14), Decimal(100), Decimal(21), Decimal(121)

    @property
    def client(self) -> Any:
        empty = dict.fromkeys(("id", "first_name", "last_name", "address_line_1", "address_line_2", "email"))
        numbers = {"vat_number": None, "coc_number": None}
        return SimpleNamespace(**empty, **numbers, name="Bakkerij", postalcode="1234 AB", city="Ede", country="NL")

    @property
    def lines(self) -> list[Any]:
        amounts = {"amount_excl": self.total_excl, "amount_vat": self.total_vat, "amount_incl": self.total_incl}
        group = RateGroup(code="hoog", tenant_code=self.tenant_code, description="Hoog")
        told = {"position": 1, "description": "Zaalhuur", "product": None, "quantity": Decimal(1)}
        return [SimpleNamespace(**told, **amounts, vat_rate=Decimal(21), rate_group=group)]


def create_app(database: str, redis: str) -> Flask:
    app = Flask("venue")
    app.config.update(SQLALCHEMY_DATABASE_URI=database, REDIS_URL=redis, SECRET_KEY="venue")
    # As docs/host-contract.md asks: without it a savepoint of SQLite is kept when the rest is rolled back.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"hide_parameters": True, "connect_args": {"isolation_level": None}}
    app.jinja_loader = DictLoader({"mice/base.html": BASE})
    db.init_app(app)
    logins = LoginManager(app)  # type: ignore[no-untyped-call]  # Flask-Login has no type information
    logins.user_loader(lambda user_id: db.session.get(User, user_id))  # type: ignore[no-untyped-call]
    for rule, endpoint in (("/chat", "chat"), ("/tariefgroepen", "rate_groups"), ("/facturen/<invoice_id>", "invoice")):
        app.add_url_rule(rule, endpoint, lambda **_: abort(404))
    with app.app_context():
        event.listen(db.engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        db.create_all()
        for code in ("zaal", "strand"):
            db.session.add(Venue(code=code, name=code.title()))
            db.session.add_all(User(id=f"{role}-{code}", venue_code=code, role=role) for role in ("beheerder", "crew"))
        db.session.add(RateGroup(code="hoog", tenant_code="zaal", description="Hoog"))
        db.session.commit()
    return app
