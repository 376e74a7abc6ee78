"""Reads the query options of a request: `$select`, `$filter`, `$orderby`, `$top` and the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from simulator.answers import BadRequest
from simulator.odata.parser import parse
from simulator.odata.tokens import tokens

if TYPE_CHECKING:
    from simulator.odata.nodes import Node

KNOWN = ("$select", "$filter", "$orderby", "$top", "$skip", "$skiptoken", "$inlinecount", "$expand")


@dataclass(frozen=True, slots=True)
class Options:
    """What a GET asks for; `raw` keeps the text of every option for the link to the next page."""

    select: tuple[str, ...] = ()
    filter: Node | None = None
    orderby: tuple[tuple[str, bool], ...] = ()
    top: int | None = None
    skip: int = 0
    skiptoken: tuple[Any, ...] = ()
    count_all: bool = False
    expand: tuple[str, ...] = ()
    raw: dict[str, str] = field(default_factory=dict)


def split_query(query: str) -> dict[str, str]:
    """The parameters of a query, decoded once; the same `$option` twice is an error."""
    given: dict[str, str] = {}
    for part in query.split("&"):
        if not part:
            continue
        name, _, value = part.partition("=")
        decoded = unquote_plus(name).strip()
        if decoded.startswith("$") and decoded in given:
            raise BadRequest(f"Query parameter '{decoded}' is specified, but it should be specified exactly once.")
        given[decoded] = unquote_plus(value)
    return given


def read_options(query: str) -> Options:
    """The options of a raw query; what does not begin with `$` is ignored."""
    given = {name: value.strip() for name, value in split_query(query).items() if name.startswith("$")}
    for name in given:
        if name not in KNOWN:
            raise BadRequest(
                f"The query parameter '{name}' begins with a system-reserved '$' character but is not recognized."
            )
    return Options(
        select=_names(given.get("$select", "")),
        filter=parse(given["$filter"]) if given.get("$filter") else None,
        orderby=_orderby(given.get("$orderby", "")),
        top=_count("$top", given["$top"]) if "$top" in given else None,
        skip=_count("$skip", given.get("$skip", "0")),
        skiptoken=_skiptoken(given.get("$skiptoken", "")),
        count_all=_inlinecount(given.get("$inlinecount", "none")),
        expand=_names(given.get("$expand", "")),
        raw=given,
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _orderby(text: str) -> tuple[tuple[str, bool], ...]:
    order = []
    for part in _names(text):
        name, _, direction = part.partition(" ")
        if direction.strip() not in ("", "asc", "desc"):
            raise BadRequest(f"Syntax error at position {len(name) + 1}.")
        order.append((name, direction.strip() == "desc"))
    return tuple(order)


def _count(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadRequest(f"Incorrect format for {name} argument '{text}'.")
    return int(text)


def _inlinecount(text: str) -> bool:
    if text not in ("none", "allpages"):
        raise BadRequest(f"Unknown $inlinecount option, only 'allpages' and 'none' are supported: '{text}'.")
    return text == "allpages"


def _skiptoken(text: str) -> tuple[Any, ...]:
    """The values after which the page begins; a client may send an empty one to begin at the start."""
    values = tokens(text)[:-1]
    if any(token.kind != ("mark" if at % 2 else "literal") for at, token in enumerate(values)):
        raise BadRequest("Bad Request - Error in query syntax.")
    return tuple(token.value for token in values[::2])
