"""What nobody foresaw about one invoice holds up that invoice alone: it is reported, and the others go on."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import InterfaceError, OperationalError

from mice_exact_plugin.errors import Bug, LinkError
from mice_exact_plugin.logs import trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

logger = logging.getLogger("mice_exact_plugin.services")


@contextmanager
def alone(session: Session, invoice_id: str) -> Iterator[None]:
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
