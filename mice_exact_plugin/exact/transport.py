"""The only place that sends: one request, one total deadline, no redirect followed.

Nothing is repeated but a 401, once: Exact did nothing with that request.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache, partial
from typing import Literal, Protocol, Self
from urllib.parse import quote, urlsplit

import httpcore2

from mice_exact_plugin.errors import LinkError, TryLater
from mice_exact_plugin.exact import body, line, odata
from mice_exact_plugin.exact.errors import ForeignLink, classify, unusable
from mice_exact_plugin.exact.pace import Pace
from mice_exact_plugin.exact.sites import require_safe

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
    #: What the gate writes down in the transaction that lets this call out: an intent, committed before the first byte.
    leaves: Callable[[], None] | None = field(default=None, repr=False, compare=False)

    @property
    def is_write(self) -> bool:
        return self.method != "GET"


class Headers(Mapping[str, str]):
    """Finds a name in any case; what came more than once is joined (RFC 9110 section 5.3)."""

    def __init__(self, raw: Iterable[tuple[bytes, bytes]]) -> None:
        self._values: dict[str, str] = {}
        for name, value in raw:
            key, text = name.decode("latin-1").lower(), value.decode("latin-1")
            self._values[key] = f"{self._values[key]}, {text}" if key in self._values else text

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whole."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)
    #: Why there is no body to speak of, although one came.
    trouble: str = ""

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


#: What a link may hold as it is (RFC 3986 section 2), its own encoding included; anything else is encoded.
_KEPT = "%:/?#[]@!$&'()*+,;=~"
_PORTS = {"http": 80, "https": 443}
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
        self,
        base_url: str,
        deadline: timedelta,
        gate: Gate | None = None,
        bounds: body.Bounds = BOUNDS,
        pace: Pace | None = None,
    ) -> None:
        require_safe(base_url)
        self._base_url = base_url.rstrip("/")
        self._origin = _origin(base_url)
        self._host = urlsplit(base_url).netloc
        self._site = httpcore2.URL(base_url)
        self._deadline = deadline.total_seconds()
        self._gate = gate
        self._bounds = bounds
        self._backend = line.Backend()
        self._line = line.Line(base_url, self._backend)
        self._pace = pace or Pace()
        #: Nearly all calls of a slice go to one of a few.
        self._address = lru_cache(maxsize=4)(self._address_of)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._line.close()

    def send(self, call: Call) -> Answer:
        """Send with the gate's token and return a 2xx answer; every other outcome is one of the errors' classes.

        A 401 was not processed, so it alone is repeated, once; the second one is ConnectionDead, or TryLater where the
        gate has no other token yet.
        """
        with self._pace.waiting():
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
        request = self._request(call, token)
        exchange = self._backend.exchange = line.Exchange(self._deadline, self._before_first_byte(call))
        started = time.monotonic()
        try:
            with self._pace.exchange():
                answer = self._received(self._line.connection().handle_request(request))
        except line.BROKEN as failure:
            _log(call, type(failure).__name__, started)
            if self._gate and exchange.has_begun:
                self._gate.after_silence(call)
            raise _failed(call, exchange.has_begun, failure) from failure
        _log(call, answer.status, started)
        if self._gate:
            self._gate.after_answer(call, answer.status, answer.headers)
            if answer.status in _OF_A_GATEWAY:
                self._gate.after_silence(call)
        if answer.trouble:
            raise unusable(call.is_write, f"{call.endpoint}: {answer.trouble}")
        return answer

    def _before_first_byte(self, call: Call) -> Callable[[], None]:
        return partial(self._gate.before_send, call) if self._gate else lambda: None

    def _received(self, response: httpcore2.Response) -> Answer:
        headers = Headers(response.headers)
        try:
            found, trouble = body.read(response.iter_stream(), headers.get("Content-Encoding", ""), self._bounds), ""
        except (body.Oversized, body.Unreadable) as failure:
            # What it says of limits and refusals counts all the same.
            found, trouble = b"", str(failure)
        finally:
            response.close()
        return Answer(response.status, headers, found, trouble)

    def _request(self, call: Call, token: str | None) -> httpcore2.Request:
        headers = {
            "Host": self._host,
            "Accept": "application/json",
            "Accept-Encoding": body.ENCODINGS,
            "User-Agent": "mice-exact-plugin",
        }
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        if call.body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded" if call.form else "application/json"
            headers["Content-Length"] = str(len(call.body))
        if call.method == "POST" and not call.form:
            # Exact's tips page: without it every property of the answer is null.
            headers["Prefer"] = "return=representation"
        # Connecting and TLS get a third each, so that as much is left for the answer to what is sent after them.
        return httpcore2.Request(
            call.method,
            self._address(call.endpoint, call.path, odata.encode(call.query)),
            headers=list(headers.items()),
            content=call.body,
            extensions={"timeout": {"connect": self._deadline / 3}},
        )

    def link(self, address: str) -> str:
        """A link of an answer that may be followed; ValueError for one that leads elsewhere or nowhere."""
        try:
            url = self._whole(address)
        except ForeignLink as error:
            raise ValueError("a link of the answer leads elsewhere") from error
        if len(url) > odata.MAX_URL:
            raise ValueError(f"a link of {len(url)} characters")
        return address

    def _address_of(self, endpoint: str, path: str, query: str) -> httpcore2.URL:
        """ValueError when it is longer than Exact takes."""
        url = f"{self._whole(path)}?{query}" if query else self._whole(path)
        if len(url) > odata.MAX_URL:
            raise ValueError(f"{endpoint}: an address of {len(url)} characters")
        site = self._site
        return httpcore2.URL(scheme=site.scheme, host=site.host, port=site.port, target=_below(url))

    def _whole(self, address: str) -> str:
        """ForeignLink unless it leads to our site: the token must not go anywhere else."""
        if not address.isprintable():
            raise ForeignLink("a link of the answer leads nowhere")
        if address.startswith("/") and not address.startswith("//"):
            return self._base_url + quote(address, safe=_KEPT)
        if _origin(address) != self._origin:
            raise ForeignLink("a link of the answer leads elsewhere")
        return quote(address, safe=_KEPT)


def _failed(call: Call, has_begun: bool, failure: Exception) -> LinkError:
    why = f"{call.endpoint}: {type(failure).__name__}"
    return unusable(call.is_write, why) if has_begun else TryLater(why)


def _origin(url: str) -> tuple[str, str | None, int | None] | None:
    """None for what is no address at all."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return None


def _below(url: str) -> str:
    """What of an address is sent to its site."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _log(call: Call, outcome: object, started: float) -> None:
    """Method, endpoint, division, outcome and time: never an address, a header or a body."""
    elapsed = round((time.monotonic() - started) * 1000)
    logger.info("%s %s division=%s %s %d ms", call.method, call.endpoint, call.division, outcome, elapsed)
