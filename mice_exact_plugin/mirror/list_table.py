"""The mirror of an administration's reference data, and how whole each list of it is."""

from __future__ import annotations

from datetime import datetime

# Any: the rows of all lists are in one table, each as its value's JSON.
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, Integer, String, delete, func, insert, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, UtcDateTime

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    #: One record of a list, in the shape of its kind in the domain.
    Payload = dict[str, Any]


class ReferenceRow(Base):
    """One journal, G/L account, VAT code, … of one administration; `payload` is the domain value as JSON."""

    __tablename__ = "exact_reference"

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    resource: Mapped[str] = mapped_column(String(30), primary_key=True)
    #: Exact's id where the list has one, else the code or `journal/year/period`.
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)


class Mirror(Base):
    """One list of one administration: when it was last read whole, how many rows it then had, and before."""

    __tablename__ = "exact_mirror"

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    resource: Mapped[str] = mapped_column(String(30), primary_key=True)
    loaded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    rows: Mapped[int] = mapped_column(Integer)
    #: The rows of the last reading that was trusted: a list that shrank by more than a tenth is not.
    trusted_rows: Mapped[int] = mapped_column(Integer)
    #: Highest row version seen on a sync endpoint; 0 where the list has no sync twin.
    timestamp: Mapped[int] = mapped_column(BigInteger, default=0)
    is_complete: Mapped[bool] = mapped_column(default=False)
    #: Which facts the readings up to `timestamp` brought: an older form is read anew, from the beginning.
    form: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    #: When and by whom it was said that this list is truly empty: without that an empty list is not believed.
    empty_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    empty_says: Mapped[str | None] = mapped_column(String(200))
    #: Records of the list that made no sense and were left out: how many, and what can be read of the first of them.
    odd_rows: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    odd: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list, server_default=text("'[]'"))


def rows_of(session: Session, site: str, division: int, resource: str) -> Sequence[Payload]:
    return rows_of_all(session, site, division, [resource])[resource]


def rows_of_all(session: Session, site: str, division: int, resources: Collection[str]) -> dict[str, list[Payload]]:
    """The rows of several lists by one statement, in the order of their keys."""
    query = select(ReferenceRow.resource, ReferenceRow.payload).where(
        ReferenceRow.site == site, ReferenceRow.division == division, ReferenceRow.resource.in_(resources)
    )
    found: dict[str, list[Payload]] = {resource: [] for resource in resources}
    for resource, payload in session.execute(query.order_by(ReferenceRow.key)):
        found[resource].append(payload)
    return found


def rows_under(session: Session, site: str, division: int, resource: str, keys: Collection[str]) -> Sequence[Payload]:
    """Those rows of a list whose keys are asked for."""
    query = select(ReferenceRow.payload).where(
        ReferenceRow.site == site,
        ReferenceRow.division == division,
        ReferenceRow.resource == resource,
        ReferenceRow.key.in_(keys),
    )
    return session.scalars(query).all()


def _add_rows(session: Session, site: str, division: int, resource: str, rows: Mapping[str, Payload]) -> None:
    values = [
        {"site": site, "division": division, "resource": resource, "key": key, "payload": payload}
        for key, payload in rows.items()
    ]
    if values:
        session.execute(insert(ReferenceRow), values)


def replace_rows(session: Session, site: str, division: int, resource: str, rows: Mapping[str, Payload]) -> None:
    """Make the list exactly these rows."""
    session.execute(
        delete(ReferenceRow).where(
            ReferenceRow.site == site, ReferenceRow.division == division, ReferenceRow.resource == resource
        )
    )
    _add_rows(session, site, division, resource, rows)


def mirror_of(session: Session, site: str, division: int, resource: str) -> Mirror | None:
    return session.get(Mirror, (site, division, resource))


def forget_forms(session: Session) -> None:
    """Have every list that keeps facts of its own read anew, from the beginning."""
    session.execute(update(Mirror).values(form=0))


def mirrors_of(session: Session, site: str, division: int) -> dict[str, Mirror]:
    query = select(Mirror).where(Mirror.site == site, Mirror.division == division)
    return {mirror.resource: mirror for mirror in session.scalars(query)}


def read_at(session: Session, site: str, division: int, resources: Collection[str]) -> datetime | None:
    """When the oldest of these lists was read; None while none of them was."""
    query = select(func.min(Mirror.loaded_at)).where(
        Mirror.site == site, Mirror.division == division, Mirror.resource.in_(resources)
    )
    return session.scalar(query)
