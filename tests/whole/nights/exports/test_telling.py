"""The host is told of many bookings at once where it offers that, in an order that keeps nobody waiting."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mice_exact_plugin.exports import telling
from sandbox.host.addons.host import AddonHost
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

NUMBERS = [f"F{number:02}" for number in range(1, 46)]


class Killed(BaseException):
    """What nobody catches."""


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The invoices that the host was told of together."""
    found: list[list[str]] = []
    confirm = AddonHost.confirm_syncs

    def listening(self: AddonHost, tenant: str, confirmations: Any, *, provider: str) -> None:
        found.append([each.invoice_id for each in confirmations])
        confirm(self, tenant, confirmations, provider=provider)

    monkeypatch.setattr(AddonHost, "confirm_syncs", listening)
    return found


def test_all_are_told_in_batches_of_forty(night: Night, batches: list[list[str]]) -> None:
    night.send(*(invoice(number) for number in NUMBERS))
    night.run()
    assert [len(batch) for batch in batches] == [40, 5]
    assert told(night) == set(NUMBERS)
    night.run()
    assert len(batches) == 2, "and only once"


def test_they_are_told_in_the_order_of_the_hosts_ids(night: Night, batches: list[list[str]]) -> None:
    """A host that changes many at once does so in that order too, and two that lock in one order never deadlock."""
    night.send(*(invoice(f"F{number}") for number in range(1, 12)))
    night.runtime.session.execute(text("UPDATE exact_invoice_export SET id = 100 - id"))
    night.runtime.session.commit()
    night.run()
    (told_of,) = batches
    assert told_of == sorted(told_of, key=int)


def test_a_host_without_batches_is_told_one_by_one(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(AddonHost, "confirm_syncs")
    night.send(*(invoice(number) for number in ("F1", "F2")))
    night.run()
    assert told(night) == {"F1", "F2"}


def test_killed_before_it_is_noted_the_same_is_told_again_and_changes_nothing(
    night: Night, batches: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm_all = AddonHost.confirm_syncs

    def dying(self: AddonHost, tenant: str, confirmations: Any, *, provider: str) -> None:
        confirm_all(self, tenant, confirmations, provider=provider)
        raise Killed

    night.send(invoice("F1"))
    with monkeypatch.context() as patch:
        patch.setattr(AddonHost, "confirm_syncs", dying)
        with pytest.raises(Killed):
            night.run()
    assert told(night) == {"F1"}, "the host had committed"
    night.forward()
    night.run()
    assert len(batches) == 2
    assert told(night) == {"F1"}
    assert night.booked() == {"F1": 1}


def told(night: Night) -> set[str]:
    """What the host knows, once each."""
    query = "SELECT identifier FROM mice_invoice_sync JOIN mice_invoice ON mice_invoice.id = invoice_id"
    with night.engine.connect() as connection:
        found = list(connection.execute(text(query)).scalars())
    assert len(found) == len(set(found))
    return set(found)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_our_rows_are_locked_in_that_order_too(night: Night) -> None:
    """Whoever tells us of many changes holds the last one: the teller waits for it with the ones before in hand."""
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    night.run()
    night.runtime.session.execute(text("UPDATE exact_invoice_export SET id = 100 - id, told_host_at = NULL"))
    night.runtime.session.commit()
    with night.engine.connect() as host:
        *before, last = host.scalars(text("SELECT id FROM exact_invoice_export ORDER BY id DESC")).all()
        host.execute(text("SELECT 1 FROM exact_invoice_export WHERE id = :id FOR UPDATE"), {"id": last})
        teller = threading.Thread(target=tell, args=[night], daemon=True)
        teller.start()
        while not host.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
            assert teller.is_alive(), "it waits for the last one"
        query = "SELECT id FROM exact_invoice_export WHERE id <> :id FOR UPDATE SKIP LOCKED"
        assert host.scalars(text(query), {"id": last}).all() == [], f"all of {before} are in hand"
    teller.join(30)
    assert told(night) == {"F1", "F2", "F3"}


def tell(night: Night) -> None:
    with night.world.app.app_context():
        telling.tell_host(night.runtime, night.tenant)
