"""One call and its answer on the wire: the request as plain data, the connection, and the ways to answer or not to."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.answers import Answer, Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.request_log import Entry


@dataclass(slots=True)
class Exchange:
    """`work` does what the request asks, at once and completely; everything around it is about the connection."""

    wire: web.Request
    entry: Entry
    work: Callable[[], Answer]

    @property
    def client_gone(self) -> bool:
        return self.wire.transport is None or self.wire.transport.is_closing()

    async def until_gone(self, seconds: float) -> None:
        """Wait until the client has closed the connection, but not for ever."""
        for _ in range(int(seconds * 50)):
            if self.client_gone:
                return
            await asyncio.sleep(0.02)

    def drop(self) -> ConnectionResetError:
        """Close the connection without an answer; raise what this returns."""
        if self.wire.transport is not None:
            self.wire.transport.abort()
        return ConnectionResetError("dropped by a fault")

    def do(self) -> Answer:
        answer = self.work()
        self.entry.done = answer.status
        return answer

    def response(self, answer: Answer) -> web.Response:
        """The answer as aiohttp sends it."""
        self.entry.client_gone = self.client_gone
        if not self.entry.client_gone:
            self.entry.status = answer.status
        headers = dict(answer.headers)
        if answer.body or answer.status == 200:
            headers["Content-Type"] = answer.content_type
        return web.Response(status=answer.status, body=answer.body or None, headers=headers)


async def plain_request(wire: web.Request) -> Request:
    """The request as it was sent: raw path and query, no decoding but that of the transfer."""
    target = _readable(wire.raw_path)
    if "://" in target[:8]:  # absolute form, as to a proxy
        target = "/" + target.split("/", 3)[-1] if target.count("/") > 2 else "/"
    path, _, query = target.partition("?")
    headers = {name.lower(): value for name, value in wire.headers.items()}
    return Request(wire.method, path, query, headers, await wire.read(), f"{wire.scheme}://{_readable(wire.host)}")


def _readable(text: str) -> str:
    """Text without the bytes that are no UTF-8, which cannot be written back."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
