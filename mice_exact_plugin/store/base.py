"""The declarative base of the plugin's tables, all named `exact_…`, apart from the host's own metadata."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


class Base(DeclarativeBase):
    """Every constraint is named, so that a migration can drop it on any database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


@contextmanager
def step(session: Session) -> Iterator[None]:
    """One short transaction: committed at the end, rolled back when it raises. Never holds a call to Exact."""
    try:
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise
