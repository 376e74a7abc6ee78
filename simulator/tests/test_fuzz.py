"""Malformed requests: never a traceback, never silence, always a status that Exact documents."""

import json
import socket
from urllib.parse import quote, urlsplit

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from simulator.tests.api import Api
from simulator.tests.control import Control

DOCUMENTED = {
    200,
    201,
    204,
    301,
    302,
    400,
    401,
    403,
    404,
    405,
    406,
    408,
    411,
    413,
    414,
    415,
    417,
    429,
    431,
    500,
    501,
    503,
}
# A traceback; Exact's own words for a fault of the service; and those of the simulator's HTTP library.
MISTAKES = ("Traceback", 'File "', "A problem has occurred", "Server got itself in trouble")
fuzz = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
words = st.sampled_from([
    "eq", "ne", "and", "or", "not", "(", ")", "'", "''", "Code", "Type", "ID", "guid'", "datetime'", "'x'", "5",
    "5L", "null", "true", "substringof", "trim", ",", "/", "$", "%", "-", "Timestamp", "gt", "SalesEntryLines",
    "*", " ", "é", "\x00",
])  # fmt: skip
soup = st.lists(words, max_size=14).map(" ".join)
plain = st.text(max_size=40)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from(
    ["Customer", "Journal", "SalesEntryLines", "EntryDate", "EntryID", "EntryNumber", "YourRef", "Rate"]
)
paths = st.sampled_from(["salesentry/SalesEntries", "crm/Accounts", "financial/Journals", "sync/CRM/Accounts"])


def proper(status: int, text: str) -> None:
    assert status in DOCUMENTED
    assert not any(mistake in text for mistake in MISTAKES), text[:500]


def unlimited(control: Control) -> None:
    control.switch(error_limit=0, minute_limit=10**6, day_limit=10**6)


@fuzz
@given(path=paths, condition=soup | plain)
@example(path="financial/Journals", condition="(" * 3000)
@example(path="financial/Journals", condition="not " * 1000 + "IsBlocked eq true")
@example(path="financial/Journals", condition=" or ".join(["Type eq 1"] * 400))
def test_filters(control: Control, exact: Api, path: str, condition: str) -> None:
    unlimited(control)
    answer = exact.send("GET", f"{path}?$select=ID&$filter={quote(condition)}", {"Accept": "application/json"})
    proper(answer.status, answer.text)


@fuzz
@given(
    path=paths,
    option=st.sampled_from(["select", "top", "skip", "orderby", "expand", "skiptoken", "inlinecount"]),
    text=soup,
)
def test_other_options(control: Control, exact: Api, path: str, option: str, text: str) -> None:
    unlimited(control)
    query = f"$filter={quote('Name ne null')}&${option}={quote(text)}"
    answer = exact.send("GET", f"{path}?{query}", {"Accept": "application/json"})
    proper(answer.status, answer.text)


@fuzz
@given(path=plain, query=plain)
@example(path="crm/Accounts(guid'", query="")
@example(path="crm/Accounts()", query="$filter")
@example(path="../../etc/passwd", query="&&&==&$=")
@example(path="%00%ff%2e%2e", query="%zz")
def test_paths(control: Control, exact: Api, path: str, query: str) -> None:
    unlimited(control)
    answer = exact.send("GET", f"{quote(path, safe='/()')}?{quote(query, safe='=&$')}", {"Accept": "application/json"})
    proper(answer.status, answer.text)


@fuzz
@given(path=paths, body=st.dictionaries(names | st.text(max_size=12), values, max_size=5) | values)
def test_bodies(control: Control, exact: Api, path: str, body: object) -> None:
    unlimited(control)
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    answer = exact.send("POST", path, headers, json.dumps(body))
    proper(answer.status, answer.text)


@fuzz
@given(body=st.binary(max_size=60), method=st.sampled_from(["POST", "PUT"]))
def test_bytes(control: Control, exact: Api, body: bytes, method: str) -> None:
    unlimited(control)
    answer = exact.send(method, "crm/Accounts", {"Accept": "application/json"}, body)
    proper(answer.status, answer.text)


@fuzz
@given(fields=st.dictionaries(st.sampled_from(["grant_type", "code", "client_id", "redirect_uri", "state"]), plain))
def test_the_token_endpoint_and_the_sign_in_page(control: Control, exact: Api, fields: dict[str, str]) -> None:
    query = "&".join(f"{name}={quote(value)}" for name, value in fields.items())
    for method, url in (("POST", "/api/oauth2/token"), ("GET", f"/api/oauth2/auth?{query}")):
        answer = exact.send(method, f"{control.url}{url}", {"Content-Type": "application/x-www-form-urlencoded"}, query)
        proper(answer.status, answer.text)


@fuzz
@given(
    line=st.sampled_from(
        [b"GET / HTTP/1.1", b"GET /api/v1/1/x HTTP/1.1", b"PATCH / HTTP/1.1", b"\x16\x03\x01", b"GET"]
    ),
    name=st.sampled_from(
        [b"Content-Length", b"Authorization", b"Accept", b"Host", b"Transfer-Encoding", b"Prefer", b"X"]
    ),
    value=st.binary(max_size=30).filter(lambda text: b"\n" not in text and b"\r" not in text),
)
def test_raw_headers(control: Control, line: bytes, name: bytes, value: bytes) -> None:
    """Straight to the socket, because a client library refuses to send most of these."""
    answer = raw(control.url, b"\r\n".join([line, name + b": " + value, b"Connection: close", b"", b""]))
    if answer:
        status = int(answer.split(b" ", 2)[1])
        proper(status, answer.decode("utf-8", "replace"))


def raw(url: str, request: bytes) -> bytes:
    parts = urlsplit(url)
    assert parts.hostname
    assert parts.port
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))
