"""Two people at once, on SQLite and on PostgreSQL: every invoice its own number, and no update lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from sandbox.host.database import db, session
from sandbox.host.models import Invoice, Tenant
from sandbox.host.services import sending
from tests.host import material

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

THREADS, EACH = 4, 5


@pytest.fixture
def shared_app(database: str, make_app: Callable[..., Flask]) -> Flask:
    app = make_app(DATABASE_URL=database.replace("+psycopg", ""))
    assert app.test_cli_runner().invoke(args=["create-tenant", "zaal"]).exit_code == 0
    return app


def test_every_invoice_gets_its_own_number(shared_app: Flask) -> None:
    with shared_app.app_context():
        assert db.engine.dialect.name in shared_app.config["SQLALCHEMY_DATABASE_URI"]
        drafts = [material.draft().id for _ in range(THREADS * EACH)]

    def send(ids: list[int]) -> list[str | None]:
        numbers = []
        for invoice_id in ids:
            with shared_app.app_context():
                invoice = session().get_one(Invoice, invoice_id)
                sending.send(invoice, by_mail=False)
                numbers.append(invoice.identifier)
        return numbers

    with ThreadPoolExecutor(THREADS) as pool:
        numbers = [n for found in pool.map(send, [drafts[i::THREADS] for i in range(THREADS)]) for n in found]
    assert len(set(numbers)) == len(drafts)
    counters = sorted(int(number or 0) for number in numbers)
    assert counters == list(range(counters[0], counters[0] + len(drafts)))


def test_reading_and_then_writing_loses_nothing_on_sqlite(make_app: Callable[..., Flask]) -> None:
    app = make_app()
    with app.app_context():
        start = material.tenant().default_payment_term

    def add(_: int) -> None:
        for _ in range(EACH):
            with app.app_context():
                tenant = session().get_one(Tenant, 1)
                tenant.default_payment_term += 1
                session().commit()

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(add, range(THREADS)))
    with app.app_context():
        assert material.tenant().default_payment_term == start + THREADS * EACH
