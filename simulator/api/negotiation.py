"""Which representation a client asked for, and failures written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.answers import JSON, Answer, BadRequest
from simulator.odata import atom, verbose_json

if TYPE_CHECKING:
    from simulator.answers import Failure, Request

ATOM_TYPES = ("*/*", "application/*", "application/atom+xml")


def accepted(request: Request) -> list[str]:
    """The media types of the Accept header, without their parameters."""
    header = request.headers.get("accept", "")
    return [part.partition(";")[0].strip().lower() for part in header.split(",") if part.strip()]


def wants_json(request: Request) -> bool:
    """JSON only when it is asked for; Exact's default is Atom."""
    return "application/json" in accepted(request)


def demand_acceptable(request: Request) -> None:
    """application/xml alone is refused (Exact's page on header types)."""
    types = accepted(request)
    if types and "application/json" not in types and not any(kind in ATOM_TYPES for kind in types):
        raise BadRequest("Unsupported media type requested.")


def failed(failure: Failure, *, json: bool) -> Answer:
    """The answer to a request that failed."""
    headers = {"Reason": failure.reason} if failure.reason else {}
    if json:
        return Answer(failure.status, verbose_json.error(failure.text), JSON, headers)
    return Answer(failure.status, atom.error(failure.text), "application/xml;charset=utf-8", headers)
