"""Every moment at which a worker can die or fall asleep, counted from outside: around each commit and each request.

Nothing of the plugin is replaced: the points hang on SQLAlchemy's events and on the HTTP library's own trace. A commit
of a transaction that wrote nothing is no point, because nothing can be lost or kept by it.
"""

from __future__ import annotations

import os
import re
import signal
from typing import TYPE_CHECKING, Any

import httpcore2
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from tests.crash.child import report

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRITES = re.compile(r"(INSERT INTO|UPDATE|DELETE FROM) (\w+)", re.IGNORECASE)
Point = tuple[str, int]


class Points:
    """Counts the points of this process, and sends it `harm` at the point `fatal`: a name, and which one of that name.

    Attributes:
        passed: the names of the points so far.
    """

    def __init__(self, fatal: Point | None, harm: signal.Signals, descriptor: int) -> None:
        self.passed: list[str] = []
        self._fatal = fatal
        self._harm = harm
        self._descriptor = descriptor
        self._written: list[str] = []

    def install(self) -> None:
        """Hang the points on this process; it is a child made for one run."""
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "rollback", lambda _: self._written.clear())
        event.listen(Engine, "commit", self._before_commit)
        event.listen(Session, "after_commit", self._after_commit)
        real = httpcore2.HTTPConnection.handle_request

        def send(line: httpcore2.HTTPConnection, request: httpcore2.Request) -> httpcore2.Response:
            self._watch(request)
            response = real(line, request)
            self.reach(f"after the answer to {_name(request)}")
            return response

        httpcore2.HTTPConnection.handle_request = send  # type: ignore[assignment,method-assign]  # calls the real one

    def reach(self, name: str) -> None:
        self.passed.append(name)
        if (name, self.passed.count(name)) == self._fatal:
            report(self._descriptor, {"harmed": name})
            os.kill(os.getpid(), self._harm)

    def _statement(self, _conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        self._written += ["{} {}".format(*found).lower() for found in _WRITES.findall(statement)[:1]]

    def _before_commit(self, _conn: Any) -> None:
        if self._written:
            self.reach(f"before the commit of {self._what()}")

    def _after_commit(self, _session: Any) -> None:
        if self._written:
            self.reach(f"after the commit of {self._what()}")
        self._written.clear()

    def _what(self) -> str:
        return ", ".join(dict.fromkeys(self._written))

    def _watch(self, request: httpcore2.Request) -> None:
        """Two points inside a request: before its first byte, and when it is answered, of which nothing was made."""
        name = _name(request)

        def trace(event_name: str, _info: Mapping[str, Any]) -> None:
            if event_name.endswith("send_request_headers.started"):
                self.reach(f"before {name}")
            if event_name.endswith("receive_response_headers.complete"):
                self.reach(f"{name} done, not answered")

        request.extensions = {**request.extensions, "trace": trace}


def _name(request: httpcore2.Request) -> str:
    path = request.url.target.decode().partition("?")[0]
    return f"{request.method.decode()} {re.sub(r'^/api/(v1/)?([0-9]+/)?', '', path)}"
