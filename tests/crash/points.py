"""Every moment at which a worker can die or fall asleep, counted from outside: around each commit and each request.

Nothing of the plugin is replaced: the points hang on SQLAlchemy's events and on the HTTP library's own trace. A commit
of a transaction that wrote nothing is no point, because nothing can be lost or kept by it.
"""

from __future__ import annotations

import json
import os
import re
import signal
import time
import urllib.request
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpcore2
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from tests.crash.child import report

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRITES = re.compile(r"(INSERT INTO|UPDATE|DELETE FROM) (\w+)", re.IGNORECASE)
Point = tuple[str, int]
#: The simulator answers from memory; this long without an answer is a broken test.
PATIENCE = 20.0


class Points:
    """Counts the points of this process, and sends it `harm` at the point `fatal`: a name, and which one of that name.

    Attributes:
        passed: the names of the points so far.
    """

    def __init__(self, fatal: Point | None, harm: signal.Signals, exact_url: str, descriptor: int) -> None:
        self.passed: list[str] = []
        self._fatal = fatal
        self._exact_url = exact_url
        self._harm = harm
        self._descriptor = descriptor
        self._written: list[str] = []
        self._requests: Counter[str] = Counter()

    def install(self) -> None:
        """Hang the points on this process; it is a child made for one run."""
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "rollback", lambda _: self._written.clear())
        event.listen(Engine, "commit", self._before_commit)
        event.listen(Session, "after_commit", self._after_commit)
        real = httpcore2.ConnectionPool.handle_request

        def send(pool: httpcore2.ConnectionPool, request: httpcore2.Request) -> httpcore2.Response:
            self._watch(request)
            response = real(pool, request)
            self.reach(f"after the answer to {_name(request)}")
            return response

        httpcore2.ConnectionPool.handle_request = send  # type: ignore[assignment,method-assign]  # calls the real one

    def reach(self, name: str) -> None:
        is_fatal = self._comes_next(name)
        self.passed.append(name)
        if is_fatal:
            report(self._descriptor, {"harmed": name})
            os.kill(os.getpid(), self._harm)

    def _comes_next(self, name: str) -> bool:
        return (name, self.passed.count(name) + 1) == self._fatal

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
        """Two points inside a request: before its first byte, and when Exact has done it but nobody read the answer."""
        name = _name(request)
        self._requests[name] += 1

        def trace(event_name: str, _info: Mapping[str, Any]) -> None:
            if event_name.endswith("send_request_headers.started"):
                self.reach(f"before {name}")
            if event_name.endswith("send_request_body.complete"):
                if self._comes_next(f"{name} done, not answered"):
                    self._wait_until_done(name)
                self.reach(f"{name} done, not answered")

        request.extensions = {**request.extensions, "trace": trace}

    def _wait_until_done(self, name: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while _done(self._exact_url)[name] < self._requests[name]:
            assert time.monotonic() < deadline, f"the simulator never did {name}"
            time.sleep(0.002)


def _done(exact_url: str) -> Counter[str]:
    """How many calls of each name the simulator has finished since its log was cleared."""
    with urllib.request.urlopen(f"{exact_url}/_control/log", timeout=PATIENCE) as answer:
        calls = json.load(answer)["requests"]
    return Counter(_call(call["method"], call["path"]) for call in calls if call["ended"])


def _name(request: httpcore2.Request) -> str:
    return _call(request.method.decode(), request.url.target.decode().partition("?")[0])


def _call(method: str, path: str) -> str:
    return f"{method} {re.sub(r'^/api/(v1/)?([0-9]+/)?', '', path)}"
