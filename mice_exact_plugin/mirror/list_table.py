"""The mirror of an administration's reference data, and how whole each list of it is."""

from __future__ import annotations

from datetime import datetime
from functools import cache

# Any: the rows of all lists are in one table, each as its value's JSON.
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Integer, String, bindparam, delete, func, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, Json, UtcDateTime, columns_of, core, core_all, inserting, table_of
from mice_exact_plugin.prepared import among, listed, room_for

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Executable
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
    payload: Mapped[dict[str, Any]] = mapped_column(Json)


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
    odd: Mapped[list[dict[str, str]]] = mapped_column(Json, default=list, server_default=text("'[]'"))


_ROWS, _MIRRORS = table_of(ReferenceRow), table_of(Mirror)
_ROW, _LIST = columns_of(ReferenceRow), columns_of(Mirror)


def rows_of(session: Session, site: str, division: int, resource: str) -> Sequence[Payload]:
    return rows_of_all(session, site, division, [resource])[resource]


def rows_of_all(session: Session, site: str, division: int, resources: Collection[str]) -> dict[str, list[Payload]]:
    """The rows of several lists by one statement, in the order of their keys."""
    room = room_for(resources)
    asked = {"of_site": site, "of_division": division, **listed("list", resources, room)}
    found: dict[str, list[Payload]] = {resource: [] for resource in resources}
    for resource, _, payload in core(session, _rows(room), asked):
        found[resource].append(payload)
    return found


@cache
def _rows(room: int) -> Executable:
    query = select(_ROW.resource, _ROW.key, _ROW.payload).where(
        _ROW.site == bindparam("of_site"), _ROW.division == bindparam("of_division")
    )
    return query.where(among(_ROW.resource, "list", room)).order_by(_ROW.key)


def rows_under(session: Session, site: str, division: int, resource: str, keys: Collection[str]) -> Sequence[Payload]:
    """Those rows of a list whose keys are asked for."""
    query = select(ReferenceRow.payload).where(
        ReferenceRow.site == site,
        ReferenceRow.division == division,
        ReferenceRow.resource == resource,
        ReferenceRow.key.in_(keys),
    )
    return session.scalars(query).all()


def replace_rows(session: Session, site: str, division: int, resource: str, rows: Mapping[str, Payload]) -> None:
    """Make the list exactly these rows, which most often it is."""
    here = {"of_site": site, "of_division": division}
    if {key: payload for _, key, payload in core(session, _rows(1), here | listed("list", [resource], 1))} == rows:
        return
    core(session, _DROPPING, here | {"of_resource": resource})
    place = {"site": site, "division": division, "resource": resource}
    core_all(session, _ADDING, [{**place, "key": key, "payload": payload} for key, payload in rows.items()])


_ADDING = inserting(_ROWS)
_DROPPING = delete(_ROWS).where(
    _ROW.site == bindparam("of_site"),
    _ROW.division == bindparam("of_division"),
    _ROW.resource == bindparam("of_resource"),
)


def mirror_of(session: Session, site: str, division: int, resource: str) -> Mirror | None:
    return session.get(Mirror, (site, division, resource))


def forget_forms(session: Session) -> None:
    """Have every list that keeps facts of its own read anew, from the beginning."""
    session.execute(update(Mirror).values(form=0))


def mirrors_of(session: Session, site: str, division: int) -> dict[str, Mirror]:
    """All of an administration, to look at: plain values, of which the session knows nothing."""
    found = core(session, _MIRRORS_OF, {"of_site": site, "of_division": division})
    return {row.resource: Mirror(**row._asdict()) for row in found}


def as_read(session: Session, site: str, division: int, resource: str) -> Mirror:
    """How a list stands for whoever reads it now, written anew by `keep`; one that was never read has no moment."""
    row = core(session, _MIRROR, {"of_site": site, "of_division": division, "of_resource": resource}).first()
    if row is not None:
        return Mirror(**row._asdict())
    place = {"site": site, "division": division, "resource": resource}
    return Mirror(**place, rows=0, trusted_rows=0, timestamp=0, form=1, is_complete=False, odd_rows=0, odd=[])


def keep(session: Session, mirror: Mirror) -> None:
    """Write down what a reading found; what a person said of the list meanwhile stays."""
    core(session, _KEEPING, {name: getattr(mirror, name) for name in _MIRRORS.columns.keys()})  # noqa: SIM118


_MIRRORS_OF = select(*_MIRRORS.c).where(_LIST.site == bindparam("of_site"), _LIST.division == bindparam("of_division"))
_MIRROR = _MIRRORS_OF.where(_LIST.resource == bindparam("of_resource"))
_READ = ("loaded_at", "rows", "trusted_rows", "timestamp", "is_complete", "form", "odd_rows", "odd")
_KEEPING = inserting(
    _MIRRORS,
    "ON CONFLICT (site, division, resource) DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in _READ),
)


def read_at(session: Session, site: str, division: int, resources: Collection[str]) -> datetime | None:
    """When the oldest of these lists was read; None while none of them was."""
    query = select(func.min(Mirror.loaded_at)).where(
        Mirror.site == site, Mirror.division == division, Mirror.resource.in_(resources)
    )
    return session.scalar(query)
