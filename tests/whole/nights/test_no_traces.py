"""Errors of every kind with a customer's data and our secrets at hand: none of it reaches a log or Redis."""

from __future__ import annotations

import logging
import os
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from rq.serializers import JSONSerializer
from sqlalchemy import text
from werkzeug.exceptions import InternalServerError

from mice_exact_plugin.access.secrets import ACCESS, REFRESH, all_tokens
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import Unforeseen
from mice_exact_plugin.jobs import queues, tasks
from mice_exact_plugin.jobs.admission import QUEUE, TICK
from sandbox.host.addons.host import AddonHost
from simulator.tests.control import NL_SECRET
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.at_work import InProcess
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from redis import Redis

    from tests.whole.nights.night import Night

MARK = "zwaluwstaart"
MARKED = {
    **CLIENT,
    "id": "77",
    "name": f"Naam {MARK} B.V.",
    "address_line_1": f"Straat {MARK} 1",
    "city": f"Stad {MARK}",
    "email": f"{MARK}@voorbeeld.nl",
}
#: Tables that a run or a signal writes rows of customers into, or the trail of what people did.
TABLES = ("exact_invoice_export", "exact_debtor_binding", "exact_crm_account", "exact_audit")


def refuse_rows(night: Night, table: str) -> None:
    """Every new row is an error of the database; PostgreSQL's text tells the whole of it."""
    if night.engine.dialect.name == "sqlite":
        trigger = f"CREATE TRIGGER no_{table} BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"
        statements = [trigger]
    else:
        function = (
            "CREATE OR REPLACE FUNCTION no_row() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION USING "
            "MESSAGE = NEW::text, ERRCODE = '23514'; END $$ LANGUAGE plpgsql"
        )
        each = f"CREATE TRIGGER no_row BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION no_row()"
        statements = [function, each]
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def accept_rows(night: Night, table: str) -> None:
    name = f"no_{table}" if night.engine.dialect.name == "sqlite" else f"no_row ON {table}"
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER {name}"))


def kept(redis: Redis) -> bytes:
    """Everything that is in Redis, unpacked where RQ packs it."""
    found = []
    for key in redis.scan_iter():
        assert isinstance(key, bytes)
        found += [key, *_values(redis, key)]
    return b"\n".join([*found, *map(_unpacked, found)])


def _values(redis: Redis, key: bytes) -> list[bytes]:
    match redis.type(key):
        case b"hash":
            return [part for pair in redis.hgetall(key).items() for part in pair]  # type: ignore[misc]
        case b"stream":
            return [part for _, fields in redis.xrange(key) for pair in fields.items() for part in pair]  # type: ignore
        case b"string":
            return [redis.get(key)]  # type: ignore[list-item]
        case b"list":
            return redis.lrange(key, 0, -1)  # type: ignore[return-value]
        case b"set":
            return list(redis.smembers(key))  # type: ignore[arg-type]
        case _:
            return redis.zrange(key, 0, -1)  # type: ignore[return-value]


def _unpacked(value: bytes) -> bytes:
    try:
        return zlib.decompress(value)
    except zlib.error:
        return b""


def secrets(night: Night) -> list[str]:
    keys = night.runtime.config.keys
    with step(night.runtime.session):
        (token,) = all_tokens(night.runtime.session)
        opened = [keys.decrypt(token.access, token.owner, ACCESS), keys.decrypt(token.refresh, token.owner, REFRESH)]
    return [NL_SECRET, os.environ["MICE_EXACT_KEYS"], *(secret.decode() for secret in opened)]


def work(redis: Redis) -> None:
    InProcess([QUEUE], connection=redis, serializer=JSONSerializer).work(burst=True)


def tick_and_work(night: Night, redis: Redis, run_id: int) -> None:
    """A run that was started by hand, and the tick, as jobs."""
    tasks.wake(night.runtime, run_id)
    queues.queue(redis).enqueue(TICK, "now")
    work(redis)
    night.runtime.session.rollback()


@pytest.mark.parametrize("hidden", [True, False], ids=["hidden", "shown"])
def test_nothing_of_a_customer_and_no_secret_is_left_behind(
    night: Night, redis: Redis, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, hidden: bool
) -> None:
    """With `hide_parameters`, as the contract asks of the host, and without it, where it is on the plugin alone."""
    caplog.set_level(logging.INFO)
    night.engine.hide_parameters = hidden
    send(night, "Q1", table="exact_invoice_export")
    for number, table in enumerate(TABLES[1:]):
        night.send(invoice(f"F{number}", client={**MARKED, "name": f"{MARKED['name']} {number}"}))
        run_into(night, redis, table)
    refused_by_exact(night, redis)
    failing_host(night, redis, monkeypatch)
    broken_page(night, monkeypatch)

    told = caplog.text
    assert told.count("Unforeseen") + told.count("sqlalchemy.exc.IntegrityError") >= 5, "the errors were met"
    for found in (told, kept(redis).decode("utf-8", "replace")):
        assert [mark for mark in (MARK, *secrets(night)) if mark in found] == []


def send(night: Night, number: str, *, table: str) -> None:
    refuse_rows(night, table)
    night.send(invoice(number, client=MARKED))
    accept_rows(night, table)
    assert number not in night.states()


def run_into(night: Night, redis: Redis, table: str) -> None:
    night.forward(3600)
    run_id = night.open_run()
    refuse_rows(night, table)
    tick_and_work(night, redis, run_id)
    accept_rows(night, table)
    night.run_until_done()


def refused_by_exact(night: Night, redis: Redis) -> None:
    for match in (RELATIONS, ENTRIES):
        night.control.fault("json_500", match, message=f"Ongeldig: {MARK}")
    night.send(invoice("R1", client={**MARKED, "name": f"Weer {MARK}"}), invoice("R2", client=MARKED))
    tick_and_work(night, redis, night.open_run())


def failing_host(night: Night, redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise ValueError(f"no such client: {MARK}")

    night.send(invoice("H1", client=MARKED))
    run_id = night.open_run()
    with monkeypatch.context() as patch:
        patch.setattr(AddonHost, "invoices", broken)
        patch.setattr(AddonHost, "confirm_sync", broken)
        patch.setattr(AddonHost, "activation", broken)
        tick_and_work(night, redis, run_id)
        result = night.world.app.test_cli_runner().invoke(args=["exact", "status", night.tenant])
    assert isinstance(result.exception, Unforeseen)
    assert MARK not in result.output


def broken_page(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise ValueError(f"no such tenant: {MARK}")

    with monkeypatch.context() as patch:
        patch.setattr(AddonHost, "current_user", broken)
        patch.setitem(night.world.app.config, "PROPAGATE_EXCEPTIONS", False)
        answer = night.world.app.test_client().get("/beheer/instellingen/koppelingen/exact-online")
    assert answer.status_code == InternalServerError.code
    assert MARK not in answer.text
