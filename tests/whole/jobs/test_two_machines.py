"""More than one machine: what each process knows of the others is the database, the queue and the keys."""

from __future__ import annotations

import os
import socket
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest
from sqlalchemy import text

from mice_exact_plugin.jobs import queues
from mice_exact_plugin.jobs.admission import TICK
from sandbox import environment
from simulator.tests.control import SECOND, VENUE
from simulator.tests.waiting import eventually
from tests.whole.invoices import document, invoice
from tests.whole.world import booked

if TYPE_CHECKING:
    from collections.abc import Callable

    from redis import Redis

    from tests.whole.jobs.workers import Workers
    from tests.whole.nights.night import Night

#: The database and the queue, the keys, and whose app it is: the same on every machine.
NEEDED = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "MICE_EXACT_KEYS")
OF_THE_APP = "MICE_EXACT_NL_"
START = f"import sys; sys.path[:0] = [{str(environment.CHECKOUT)!r}]; from sandbox.flask_command import main; main()"


def command(folder: Path, *words: str) -> tuple[str, ...]:
    """A command of the host in a directory of its own, with nothing else in its environment."""
    kept = {name: os.environ[name] for name in os.environ if name in NEEDED or name.startswith(OF_THE_APP)}
    kept |= {"HOME": str(folder), "MICE_STATE_DIR": str(folder), "FLASK_APP": "sandbox.host:create_app()"}
    change = f"import os; os.environ.clear(); os.environ.update({kept!r}); os.chdir({str(folder)!r}); "
    return "-P", "-c", f"{change}{START}", *words


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def answers(port: int) -> bool:
    try:
        return httpx2.get(f"http://127.0.0.1:{port}/", trust_env=False).status_code < 500
    except httpx2.TransportError:
        return False


def patiently(condition: Callable[[], object]) -> bool:
    """Six processes start at once here, on whatever machine this is."""
    return any(eventually(condition) for _ in range(4))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_two_workers_two_schedulers_and_two_webs_book_each_invoice_once(
    night: Night, redis: Redis, workers: Workers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenants = {night.tenant: VENUE, night.world.ready("tweede", SECOND): SECOND}
    for tenant in tenants:
        invoices = (invoice(f"{tenant}-{number}") for number in range(3))
        night.world.send(tenant, document(*invoices), night.folder)
    monkeypatch.setenv("REDIS_URL", night.world.app.config["REDIS_URL"])
    ports = [free_port(), free_port()]
    processes = []
    for port in ports:
        folder = tmp_path / f"machine-{port}"
        folder.mkdir()
        processes += [
            workers.start(*command(folder, "exact", "worker")),
            workers.start(*command(folder, "exact", "scheduler")),
            workers.start(*command(folder, "run", "--port", str(port))),
        ]
    assert patiently(lambda: all(map(answers, ports))), workers.said()

    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_connection SET next_run_at = connected_at"))
    for slot in ("of one scheduler", "of the other"):
        queues.queue(redis).enqueue(TICK, slot, result_ttl=0)
    assert patiently(lambda: _ended(night) == len(tenants)), workers.said()
    for tenant, place in tenants.items():
        assert {row["state"] for row in night.world.rows(tenant).values()} == {"synced"}
        entries = {number: len(found) for number, found in booked(night.control, place).items()}
        assert entries == {f"{tenant}-{number}": 1 for number in range(3)}

    with night.engine.begin() as connection:
        runs = connection.execute(text("SELECT tenant, state FROM exact_sync_run")).all()
    assert Counter(tenant for tenant, _ in runs) == dict.fromkeys(tenants, 1)
    assert {state for _, state in runs} == {"done"}
    assert [process.poll() for process in processes] == [None] * len(processes), workers.said()


def _ended(night: Night) -> int:
    night.runtime.session.rollback()
    query = text("SELECT count(*) FROM exact_sync_run WHERE finished_at IS NOT NULL")
    with night.engine.begin() as connection:
        return int(connection.execute(query).scalar_one())
