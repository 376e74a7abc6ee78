"""Reads the path of a data call: division, resource, key, and what stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from simulator.answers import NotFound

PREFIX = "/api/v1/"
RESOURCE = re.compile(
    r"(?P<path>[A-Za-z_]+(?:/[A-Za-z_]+)*)/?(?:\((?P<key>[^/]*)\))?(?:/(?P<tail>[A-Za-z_]+))??(?P<count>/\$count)?/?",
    re.DOTALL,
)
LARGEST_DIVISION = 2**31


@dataclass(frozen=True, slots=True)
class Address:
    """Where a call goes; only current/Me has no division."""

    division: int | None
    path: str
    key: str | None = None
    tail: str = ""
    is_count: bool = False


def read_address(raw_path: str) -> Address:
    """The address of a raw path, or 404."""
    path = re.sub("/{2,}", "/", unquote(raw_path, errors="replace"))
    if not path.lower().startswith(PREFIX):
        raise NotFound("Not Found")
    rest = path[len(PREFIX) :]
    if is_current_user(path):
        return Address(None, "current/Me")
    division, _, below = rest.partition("/")
    found = RESOURCE.fullmatch(below)
    if not (division.isascii() and division.isdigit() and int(division[:12]) < LARGEST_DIVISION) or found is None:
        raise NotFound("Not Found")
    return Address(int(division), found["path"], found["key"], found["tail"] or "", found["count"] is not None)


def is_current_user(raw_path: str) -> bool:
    """Whether this is the one address without a division."""
    return re.sub("/{2,}", "/", raw_path).lower().rstrip("/") == f"{PREFIX}current/me"


def division_of(raw_path: str) -> int | None:
    """The division a path names, whether or not the rest of it makes sense; for the log and for faults."""
    found = re.match(r"/+api/+v1/+(?:beta/+)?(\d{1,10})(?:/|$)", raw_path, re.IGNORECASE)
    return int(found[1]) if found else None
