"""How an error is written down: by its class and its place in the code, never with what it carries.

The text of a database's error holds the statement with its parameters, and PostgreSQL's own sentence the row itself;
the text of a host's error may hold anything. A row of ours is names, addresses and amounts of people.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from mice_exact_plugin.errors import LinkError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from logging import Logger

#: How far back the causes of an error are followed.
DEEPEST = 5


def trouble(logger: Logger, error: BaseException, message: str, *args: object) -> None:
    """Log an error that somebody must look into, without its text."""
    logger.error(f"{message}\n%s", *args, anonymous(error))


def anonymous(error: BaseException) -> str:
    """Classes and places of an error and of what led to it; the texts of our own errors are codes and may be told."""
    return "\n".join(_named(one) for one in _chain(error))


def class_of(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _named(error: BaseException) -> str:
    told = f": {error}" if isinstance(error, LinkError) else ""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{class_of(error)}{told}\n{places}".rstrip()


def _chain(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    for _ in range(DEEPEST):
        if found is None:
            return
        yield found
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
