"""Which representation a client asked for, and failures written in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.answers import JSON, NOT_A_RESOURCE, UNSUPPORTED, Answer, BadRequest, UnsupportedMediaType
from simulator.odata import atom, verbose_json

if TYPE_CHECKING:
    from simulator.answers import Failure, Request

CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
BYTE_ORDER_MARK = "\ufeff"
TEXT = "text/plain;charset=utf-8"
TEXT_TYPES = ("*/*", "text/*", "text/plain")
ATOM_TYPES = ("*/*", "application/*", "application/atom+xml")


def accepted(request: Request) -> list[str]:
    """The media types of the Accept header, without their parameters."""
    header = request.headers.get("accept", "")
    return [part.partition(";")[0].strip().lower() for part in header.split(",") if part.strip()]


def wants_json(request: Request) -> bool:
    """JSON only when it is asked for; Exact's default is Atom."""
    return "application/json" in accepted(request)


def demand_acceptable(request: Request, *, count: bool) -> None:
    """application/xml alone is refused (Exact's page on header types); a count is plain text and nothing else."""
    types = accepted(request)
    if count:
        if types and not any(kind in TEXT_TYPES for kind in types):
            raise UnsupportedMediaType(UNSUPPORTED)
        return
    if types and "application/json" not in types and not any(kind in ATOM_TYPES for kind in types):
        raise UnsupportedMediaType(UNSUPPORTED)


def json_text(request: Request) -> str:
    """The body of a write as text, in the character set it says it has; only JSON is taken, and UTF-8 is meant."""
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    if kind.strip().lower() != "application/json":
        raise UnsupportedMediaType(UNSUPPORTED)
    named = CHARSET.search(rest)
    try:
        return request.body.decode(named[1] if named else "utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError:
        raise BadRequest(NOT_A_RESOURCE) from None
    except LookupError:
        raise UnsupportedMediaType(UNSUPPORTED) from None


def failed(failure: Failure, *, json: bool) -> Answer:
    """The answer to a request that failed."""
    headers = {"Reason": failure.reason} if failure.reason else {}
    if json:
        return Answer(failure.status, verbose_json.error(failure.text), JSON, headers)
    return Answer(failure.status, atom.error(failure.text), "application/xml;charset=utf-8", headers)
