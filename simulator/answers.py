"""A request and an answer as plain data, and how a request can fail: the error class decides the status."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON = "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived: the raw path and query as sent, headers by lower-case name, and `base` as the client called us."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    base: str


@dataclass(slots=True)
class Answer:
    """What goes back."""

    status: int
    body: bytes = b""
    content_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)


class Failure(Exception):
    """A request that is refused; `reason` is sent in the header `Reason` where Exact does so."""

    status = 500

    def __init__(self, text: str = "", *, reason: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.reason = reason


class BadRequest(Failure):
    status = 400


class Unauthorised(Failure):
    status = 401


class Forbidden(Failure):
    status = 403


class NotFound(Failure):
    status = 404


class MethodNotAllowed(Failure):
    status = 405


class UnsupportedMediaType(Failure):
    status = 415


class BodyTooLarge(Failure):
    status = 413


class BusinessError(Failure):
    """A refusal by the administration itself; Exact answers it with 500 and does not count it as an error."""


class NotImplementedHere(Failure):
    status = 501


UNSUPPORTED = "Unsupported media type requested."
QUERY_SYNTAX = "Bad Request - Error in query syntax."
NOT_A_RESOURCE = "Error processing request stream. The request should be a valid top-level resource object."


def syntax_error() -> BadRequest:
    return BadRequest(QUERY_SYNTAX)
