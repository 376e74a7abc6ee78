"""The host's connection to the server that carries the queues: `REDIS_URL`, else the embedded one."""

from __future__ import annotations

import atexit
import os
import threading
from typing import TYPE_CHECKING

from redis import Redis

from sandbox.broker import Broker

if TYPE_CHECKING:
    from flask import Flask

_starting = threading.Lock()


def redis(app: Flask) -> Redis:
    """A client of the application's server, made at first use; the embedded server is started when nobody runs it."""
    with _starting:
        client: Redis | None = app.extensions.get("mice_redis")
        if client is None:
            client = app.extensions["mice_redis"] = Redis.from_url(app.config["REDIS_URL"] or _embedded(app))
        return client


def _embedded(app: Flask) -> str:
    server = Broker(app.config["STATE_DIR"] / "valkey")
    server.start()
    owner = os.getpid()
    # A forked worker inherits this handler and must leave its parent's server alone.
    atexit.register(lambda: server.close() if os.getpid() == owner else None)
    return server.url
