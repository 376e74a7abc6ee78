"""What the host tells while a claim is being made is about what was claimed; PostgreSQL alone lets the two meet."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin.database import step
from mice_exact_plugin.exports import queueing
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from tests.whole.nights.night import Night

CLAIM = text("UPDATE exact_invoice_export SET state = 'claimed', reference = 'as claimed'")
WAITING = text("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def delete(night: Night, invoice_id: str) -> None:
    queueing.on_deleted(night.runtime, night.tenant, invoice_id)


def change(night: Night, invoice_id: str) -> None:
    sent = night.runtime.host.invoice(night.tenant, invoice_id)
    assert sent is not None
    queueing.on_changed(night.runtime, night.tenant, sent)


@pytest.mark.parametrize(("tells", "is_deleted"), [(delete, True), (change, False)])
def test_it_finds_the_row_as_it_was_claimed(
    night: Night, tells: Callable[[Night, str], None], *, is_deleted: bool
) -> None:
    night.send(invoice("F1"))
    invoice_id = night.row("F1")["invoice_id"]
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_invoice_export SET reference = 'as it was told before'"))

    def tell() -> None:
        with night.world.app.app_context(), step(night.runtime.session):
            tells(night, invoice_id)

    with ThreadPoolExecutor(1) as pool, night.engine.connect() as claiming:
        claiming.execute(CLAIM)
        telling = pool.submit(tell)
        _wait_until_it_waits(night, telling)
        claiming.commit()
        telling.result()
    with night.engine.connect() as connection:
        (row,) = connection.execute(text("SELECT state, reference, deleted_at FROM exact_invoice_export")).all()
    assert (row.state, row.reference, row.deleted_at is not None) == ("claimed", "as claimed", is_deleted)


def _wait_until_it_waits(night: Night, telling: Future[None]) -> None:
    with night.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as looking:
        while not telling.done() and looking.execute(WAITING).first() is None:
            continue
