"""Showing what a service refuses as a message on the next page."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import flash

from sandbox.host.database import session
from sandbox.host.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def refusals_shown() -> Iterator[None]:
    try:
        yield
    except RefusedError as refusal:
        session().rollback()
        flash(str(refusal), "error")
