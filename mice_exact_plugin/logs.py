"""How an error is written down: by its class and its place in the code, never with what it carries.

What nobody foresaw about one invoice holds up that invoice alone: it is reported, and the others go on.
"""

from __future__ import annotations

import logging
import traceback
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from sqlalchemy.exc import InterfaceError, OperationalError

from mice_exact_plugin.errors import Bug, LinkError, Unforeseen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from logging import Logger

    from sqlalchemy.orm import Session

Params = ParamSpec("Params")
Result = TypeVar("Result")
#: The client's libraries tell of every request with its whole address, in which names and numbers are searched for.
TALKATIVE = ("httpx2", "httpcore2")

#: How far back the causes of an error are followed.
DEEPEST = 5


def trouble(logger: Logger, error: BaseException, message: str, *args: object) -> None:
    """Log an error that somebody must look into, without its text."""
    logger.error(f"{message}\n%s", *args, anonymous(error))


@contextmanager
def without_text(logger: Logger, message: str, passing: tuple[type[BaseException], ...] = ()) -> Iterator[None]:
    """Log what nobody foresaw and go on as Unforeseen: whoever catches it outside would write its text down."""
    try:
        yield
    except passing:
        raise
    except Exception as error:
        trouble(logger, error, message)
        raise (error if isinstance(error, LinkError) else Unforeseen(class_of(error))) from None


def discreet(
    logger: Logger, message: str, passing: tuple[type[BaseException], ...] = ()
) -> Callable[[Callable[Params, Result]], Callable[Params, Result]]:
    """`without_text` around a function that the host or a library calls."""

    def around(function: Callable[Params, Result]) -> Callable[Params, Result]:
        @wraps(function)
        def call(*args: Params.args, **kwargs: Params.kwargs) -> Result:
            with without_text(logger, message, passing):
                return function(*args, **kwargs)

        return call

    return around


def hush() -> None:
    """Keep the client's libraries from telling addresses, unless the host has chosen a level for them."""
    for name in TALKATIVE:
        if logging.getLogger(name).level == logging.NOTSET:
            logging.getLogger(name).setLevel(logging.WARNING)


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


logger = logging.getLogger("mice_exact_plugin.bugs")


@contextmanager
def as_bug(session: Session, invoice_id: str) -> Iterator[None]:
    """Turn what nobody foresaw into Bug, with the session rolled back.

    A database that is away is not the invoice's fault: it ends the slice, and the run goes on when it is back.
    """
    try:
        yield
    except (LinkError, OperationalError, InterfaceError):
        raise
    except Exception as error:
        trouble(logger, error, "invoice %s met a bug", invoice_id)
        session.rollback()
        raise Bug(invoice_id) from error
