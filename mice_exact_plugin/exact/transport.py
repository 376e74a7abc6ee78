"""The only place that sends: one request, one total deadline, no redirect followed, nothing ever repeated by itself.

A time-out per read does not end an answer that drips byte by byte, so the whole exchange runs under one deadline.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import time
from collections.abc import Mapping
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any, Literal, Protocol, Self
from urllib.parse import urlsplit

import httpx2

from mice_exact_plugin.errors import LinkError, TryLater
from mice_exact_plugin.exact import body, odata
from mice_exact_plugin.exact.errors import ForeignLink, classify, unusable
from mice_exact_plugin.exact.sites import is_loopback, require_safe

logger = logging.getLogger("mice_exact_plugin.exact")
BOUNDS = body.Bounds()


@dataclass(frozen=True, slots=True)
class Call:
    """One request as values. `path` is a path below the base URL, or a whole link that an answer handed out.

    `endpoint` names the resource the way Exact budgets refusals; `division` is None where the URL has none.
    """

    method: Literal["GET", "POST", "PUT"]
    path: str
    endpoint: str
    division: int | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = field(default=None, repr=False)
    form: bool = False

    @property
    def is_write(self) -> bool:
        return self.method != "GET"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whole. `headers` finds a name in any case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    #: Why there is no body to speak of, although one came.
    trouble: str = ""

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


#: What a proxy says when the server behind it does not answer (RFC 9110 sections 15.5.9 and 15.6.3 to 15.6.5).
_OF_A_GATEWAY = frozenset({408, 502, 503, 504})


class Gate(Protocol):
    """What the transport asks around every call: tokens, budgets and the writer's fence live behind it."""

    def token(self) -> str:
        """The access token to send, refreshed first where that is due."""

    def renew_token(self, stale: str) -> str:
        """What to send after Exact answered `stale` with 401: another token, or the same once more while it is too
        young to be replaced; ConnectionDead or TryLater when neither helps.
        """

    def before_send(self, call: Call) -> None:
        """Asked directly before the first byte, the connection being open; whatever it raises, nothing was sent.

        It must not wait: the deadline runs and Exact may close the idle line. It raises RateLimited instead.
        """

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        """Told of every answer, whatever its status, before the transport judges it."""

    def after_silence(self, call: Call) -> None:
        """Told when something was sent and no answer came, or only that of a gateway: Exact may still be at it."""


class Transport:
    """The line to one site, for one thread; a context manager that closes its connections.

    `deadline` is the time for one whole request. Without a gate no token is sent, as the token endpoint wants it.
    """

    def __init__(
        self, base_url: str, deadline: timedelta, gate: Gate | None = None, bounds: body.Bounds = BOUNDS
    ) -> None:
        require_safe(base_url)
        self._base_url = base_url.rstrip("/")
        self._deadline = deadline.total_seconds()
        self._gate = gate
        self._bounds = bounds
        self._runner = asyncio.Runner()
        # Environment proxies serve the real sites, but never the simulator on this machine.
        trust_env = not is_loopback(urlsplit(base_url).hostname or "")
        # A TLS handshake that is cancelled from outside leaks its socket, so connecting has limits of its own: one for
        # the line and one for TLS, together within the deadline, which ends everything after them.
        timeout = httpx2.Timeout(None, connect=self._deadline / 3)
        self._client = httpx2.AsyncClient(
            verify=_tls(trust_env), timeout=timeout, follow_redirects=False, trust_env=trust_env
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()

    def send(self, call: Call) -> Answer:
        """Send with the gate's token and return a 2xx answer; every other outcome is one of the errors' classes.

        A 401 was not processed, so it alone is repeated, once; the second one is ConnectionDead, or TryLater where the
        gate has no other token yet.
        """
        token = self._gate.token() if self._gate else None
        answer = self.exchange(call, token)
        if answer.status == 401 and self._gate and token is not None:
            renewed = self._gate.renew_token(token)
            answer = self.exchange(call, renewed)
            if answer.status == 401 and renewed == token:
                self._gate.renew_token(token)
        if answer.is_success:
            return answer
        raise classify(answer.status, answer.headers, answer.body, call.method, call.endpoint)

    def exchange(self, call: Call, token: str | None = None) -> Answer:
        """One request and its whole answer, of any status.

        TryLater when nothing was sent; from the first byte on a failure leaves a write OutcomeUnknown, a read TryLater.
        """
        sending = _Sending(call, self._gate)
        request = self._request(call, token, sending)
        started = time.monotonic()
        try:
            # The context is the caller's of this moment, not that of the first call: a session may be bound to it.
            answer = self._runner.run(self._receive(request), context=copy_context())
        except (httpx2.HTTPError, OSError) as failure:
            _log(call, type(failure).__name__, started)
            if self._gate and sending.has_begun:
                self._gate.after_silence(call)
            raise _failed(call, sending.has_begun, failure) from failure
        _log(call, answer.status, started)
        if self._gate:
            self._gate.after_answer(call, answer.status, answer.headers)
            if answer.status in _OF_A_GATEWAY:
                self._gate.after_silence(call)
        if answer.trouble:
            raise unusable(call.is_write, f"{call.endpoint}: {answer.trouble}")
        return answer

    async def _receive(self, request: httpx2.Request) -> Answer:
        async with asyncio.timeout(self._deadline):
            response = await self._client.send(request, stream=True)
            try:
                encoding = response.headers.get("Content-Encoding", "")
                found, trouble = await body.read(response.aiter_raw(), encoding, self._bounds), ""
            except (body.Oversized, body.Unreadable) as failure:
                # What it says of limits and refusals counts all the same.
                found, trouble = b"", str(failure)
            finally:
                await response.aclose()
        return Answer(response.status_code, response.headers, found, trouble)

    def _request(self, call: Call, token: str | None, sending: _Sending) -> httpx2.Request:
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": body.ENCODINGS,
            "User-Agent": "mice-exact-plugin",
        }
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        if call.body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded" if call.form else "application/json"
        if call.method == "POST" and not call.form:
            # Exact's tips page: without it every property of the answer is null.
            headers["Prefer"] = "return=representation"
        return self._client.build_request(
            call.method, self._url(call), content=call.body, headers=headers, extensions={"trace": sending.trace}
        )

    def link(self, address: str) -> str:
        """A link of an answer that may be followed; ValueError for one that leads elsewhere or nowhere."""
        try:
            url = self._whole(address)
            httpx2.URL(url)
        except (httpx2.InvalidURL, ForeignLink) as error:
            raise ValueError("a link of the answer leads elsewhere") from error
        if len(url) > odata.MAX_URL:
            raise ValueError(f"a link of {len(url)} characters")
        return address

    def _url(self, call: Call) -> str:
        url = self._whole(call.path)
        if call.query:
            url += "?" + odata.encode(call.query)
        if len(url) > odata.MAX_URL:
            raise ValueError(f"{call.endpoint}: an address of {len(url)} characters")
        return url

    def _whole(self, address: str) -> str:
        """ForeignLink unless it leads to our site: the token must not go anywhere else."""
        if address.startswith("/") and not address.startswith("//"):
            return self._base_url + address
        if _origin(address) != _origin(self._base_url):
            raise ForeignLink("a link of the answer leads elsewhere")
        return address


@cache
def _tls(trust_env: bool) -> ssl.SSLContext:
    """Reading the certificates takes longer than most calls, and they are the same for every line of a process."""
    return httpx2.create_ssl_context(trust_env=trust_env)


class _Sending:
    """Watches one request and asks the gate at the last moment before its first byte."""

    def __init__(self, call: Call, gate: Gate | None) -> None:
        self.has_begun = False
        self._call = call
        self._gate = gate

    async def trace(self, event: str, info: Mapping[str, Any]) -> None:
        # `http11.send_request_headers.started` is httpx2's event between an open connection and the first byte.
        # A proxy's tunnel is opened by a request of its own, which carries nothing of ours.
        if not event.endswith("send_request_headers.started") or info["request"].method == b"CONNECT":
            return
        if self._gate:
            self._gate.before_send(self._call)
        self.has_begun = True


def _failed(call: Call, has_begun: bool, failure: Exception) -> LinkError:
    why = f"{call.endpoint}: {type(failure).__name__}"
    return unusable(call.is_write, why) if has_begun else TryLater(why)


def _origin(url: str) -> tuple[str, str, int | None]:
    parsed = httpx2.URL(url)
    return parsed.scheme, parsed.host, parsed.port


def _log(call: Call, outcome: object, started: float) -> None:
    """Method, endpoint, division, outcome and time: never an address, a header or a body."""
    elapsed = round((time.monotonic() - started) * 1000)
    logger.info("%s %s division=%s %s %d ms", call.method, call.endpoint, call.division, outcome, elapsed)
