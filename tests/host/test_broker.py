"""The embedded Valkey: one server per folder, kept over restarts, stopped by whoever started it."""

from __future__ import annotations

import sys
from contextlib import suppress
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NoServer

from sandbox.broker import Broker, broker
from sandbox.environment import CHECKOUT
from sandbox.host.broker_link import redis
from simulator.tests.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask import Flask

OWNER = """
import sys
from pathlib import Path
from sandbox.broker import Broker
Broker(Path(sys.argv[1])).start()
print("up", flush=True)
input()
"""


def test_the_second_to_ask_gets_the_first_ones_server(tmp_path: Path) -> None:
    first, second = Broker(tmp_path), Broker(tmp_path)
    first.start()
    second.start()
    try:
        assert (first.is_owner, second.is_owner, first.url) == (True, False, second.url)
        second.close()
        with Redis.from_url(first.url) as client:
            assert client.ping()
    finally:
        first.close()
    with Redis.from_url(first.url) as client, pytest.raises(NoServer):
        client.ping()


def test_what_is_in_it_survives(tmp_path: Path) -> None:
    for seen in (None, b"1"):
        with broker(tmp_path) as url, Redis.from_url(url) as client:
            assert client.get("key") == seen
            client.set("key", "1")


def test_a_folder_with_a_long_name_works(tmp_path: Path) -> None:
    deep = tmp_path / ("map" * 30) / ("map" * 30)
    with broker(deep) as url, Redis.from_url(url) as client:
        assert client.ping()


def test_two_folders_have_two_servers(tmp_path: Path) -> None:
    with broker(tmp_path / "a") as one, broker(tmp_path / "b") as other:
        with Redis.from_url(one) as client:
            client.set("key", "1")
        with Redis.from_url(other) as client:
            assert client.get("key") is None


def test_the_host_uses_the_server_it_is_told_to_use(tmp_path: Path, make_app: Callable[..., Flask]) -> None:
    with broker(tmp_path / "ours") as url:
        app = make_app(REDIS_URL=url)
        with redis(app) as client:
            client.set("key", "1")
        with Redis.from_url(url) as direct:
            assert direct.get("key") == b"1"
        assert redis(app) is client


def test_it_ends_with_an_owner_who_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OWNER, str(tmp_path)]
    with Popen(command, cwd=CHECKOUT, stdin=PIPE, stdout=PIPE) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == b"up\n"
        with Redis.from_url(Broker(tmp_path).url) as client:
            assert client.ping()
        owner.kill()
    assert eventually(lambda: not answers(Broker(tmp_path).url))


def answers(url: str) -> bool:
    with Redis.from_url(url) as client, suppress(NoServer):
        return bool(client.ping())
    return False
