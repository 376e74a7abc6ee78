"""Runs a simulator: in this process until it is stopped, or in a thread for as long as a test needs it."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.config import Config
from simulator.http.quiet import server_logger
from simulator.server import build_app
from simulator.simulator import Simulator

if TYPE_CHECKING:
    from collections.abc import Iterator


class Running:
    """A simulator that listens; `url` is where."""

    def __init__(self, config: Config) -> None:
        self.simulator = Simulator(config)
        self.url = ""
        self._config = config
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        self._runner = web.AppRunner(
            build_app(self.simulator), access_log=None, logger=server_logger, shutdown_timeout=1
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._config.host, self._config.port)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        self.simulator.close()


@contextmanager
def running_simulator(config: Config | None = None) -> Iterator[Running]:
    """A simulator in a thread of its own; it is gone when the block ends."""
    running = Running(config or Config())
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="exact-online-simulator", daemon=True)
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(running.start(), loop).result(30)
        yield running
    finally:
        asyncio.run_coroutine_threadsafe(running.stop(), loop).result(30)
        asyncio.run_coroutine_threadsafe(_end_what_is_left(), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)
        loop.close()


async def _end_what_is_left() -> None:
    """The server forgets a request whose client has gone; a slow answer to it would still be under way."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
