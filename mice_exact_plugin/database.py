"""The declarative base of the plugin's tables, all named `exact_…`, the short transaction, and exact column types.

Moments are aware, cents stay cents, and the database's own clock is asked the same way on every database.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache

# Any: SQLAlchemy's hooks for types and compilation are typed so.
from typing import TYPE_CHECKING, Any, SupportsInt, TypeVar, cast

import msgspec
from sqlalchemy import JSON, BigInteger, DateTime, Integer, MetaData, String, TypeDecorator, bindparam, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.functions import GenericFunction

from mice_exact_plugin.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Executable, Table
    from sqlalchemy.engine import Dialect
    from sqlalchemy.orm import Session
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.sql.operators import OperatorType
    from sqlalchemy.types import TypeEngine

    from mice_exact_plugin.prepared import Found

    Made = TypeVar("Made")
    Model = TypeVar("Model", bound="Base")
    #: What makes of a value what the driver takes, or of that the value.
    Way = Callable[[Any], Made]


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


class StepInsideStep(Exception):
    """A bug: the inner step would commit what the outer one has not finished."""


#: Under these names a session knows that a step of it is open, and on which connection its statements run.
_OPEN, _CONNECTION = "mice_exact_step", "mice_exact_connection"


class step:  # noqa: N801 - read as a statement
    """One short transaction: committed at the end, rolled back when it raises. Never holds a call to Exact.

    Whoever is given a `Session` never commits. Whoever is given a `Runtime` opens steps of its own unless its docstring
    says *within the caller's transaction*; private helpers do as whoever calls them.
    """

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        self._session = session

    def __enter__(self) -> None:
        if self._session.info.get(_OPEN):
            raise StepInsideStep
        self._session.info[_OPEN] = True

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self._session.commit()
        except BaseException as failure:
            error = failure
            raise
        finally:
            self._session.info[_OPEN] = False
            self._session.info.pop(_CONNECTION, None)
            if error is not None:
                self._session.rollback()


def table_of(model: type[Base]) -> Table:
    """The table behind a model, for statements past the ORM."""
    table: Any = model.__table__
    return cast("Table", table)


def columns_of(model: type[Model]) -> type[Model]:
    """The columns of that table: to mypy the attributes of the model, so that a misspelt one is an error."""
    return cast("type[Model]", table_of(model).c)


def core(session: Session, statement: Executable, values: Mapping[str, object]) -> Found:
    """Run a statement that was built once and lives as long as the process, past the ORM (`prepared.py`)."""
    connection = _connection(session)
    driven = prepared(statement, connection.dialect)
    return driven.found(connection.exec_driver_sql(driven.text, driven.bound(values)))


def core_all(session: Session, statement: Executable, rows: Sequence[Mapping[str, object]]) -> None:
    """The same for each of these rows, in one go."""
    if rows:
        connection = _connection(session)
        driven = prepared(statement, connection.dialect)
        connection.exec_driver_sql(driven.text, [driven.bound(values) for values in rows])


def _connection(session: Session) -> Connection:
    connection: Connection | None = session.info.get(_CONNECTION)
    if connection is None:
        connection = session.connection()
        # Of a transaction that is not ours nobody here sees the end.
        if session.info.get(_OPEN):
            session.info[_CONNECTION] = connection
    return connection


def put(session: Session, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Write whole rows, in the place of those under their keys."""
    core_all(session, _putting(table), rows)


@cache
def _putting(table: Table) -> Executable:
    changed = ", ".join(f"{name} = excluded.{name}" for name in table.c.keys() if not table.c[name].primary_key)  # noqa: SIM118
    key = ", ".join(table.primary_key.columns.keys())
    return inserting(table, f"ON CONFLICT ({key}) DO UPDATE SET {changed}")


def inserting(table: Table, rest: str = "") -> Executable:
    """A whole row, but for an id that counts by itself, with what both databases call alike behind it."""
    columns = [column for column in table.c if column is not table.autoincrement_column]
    names = [column.name for column in columns]
    written = f"({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"
    values = [bindparam(column.name, type_=column.type) for column in columns]
    return text(f"INSERT INTO {table.name} {written} {rest}").bindparams(*values)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC. SQLite keeps no zone, so the moment is stored naive there and read back as UTC.

    Here and below the whole way to the driver is one function: SQLAlchemy's own would be three for each value.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Way[object]:
        return _moment_as_text if dialect.name == "sqlite" else _in_utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Way[datetime | None]:
        return _moment_of_text if dialect.name == "sqlite" else _in_utc


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment without a zone must not reach the database")
    return value.astimezone(UTC)


def _moment_as_text(value: datetime | None) -> str | None:
    """Always as long, so that the order of the texts is that of the moments."""
    moment = _in_utc(value)
    return None if moment is None else moment.isoformat(" ", "microseconds").removesuffix(_ZONE)


def _moment_of_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value + _ZONE)


#: With it a text is read in a fifth of the time that `replace` takes afterwards.
_ZONE = "+00:00"


class Cents(TypeDecorator[Decimal]):
    """An amount with two decimals, stored as whole cents: SQLite has no decimal type and would make it a float."""

    impl = BigInteger
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Way[object]:
        return _cents

    def result_processor(self, dialect: Dialect, coltype: object) -> Way[Decimal | None]:
        return _amount


def _cents(value: Decimal | None) -> int | None:
    if value is None:
        return None
    cents = value * 100
    whole = int(cents)
    if cents != whole:
        raise ValueError(f"{value} is not an amount in whole cents")
    return whole


def _amount(value: SupportsInt | None) -> Decimal | None:
    return None if value is None else Decimal(int(value)).scaleb(-2)


class Json(TypeDecorator[object]):
    """JSON that is written or read for each invoice, in the text that SQLAlchemy makes of it; None is NULL."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Way[object] | None:
        return _json_as_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Way[object] | None:
        return _json_of_text if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


#: `json.dumps` would make its encoder anew each time.
_JSON = json.JSONEncoder(check_circular=False)


def _json_as_text(value: object) -> str | None:
    if value is None:
        return None
    # Most lists of a booking are empty ones, and making ready to write one takes longer than writing it.
    return "[]" if value in ([], ()) else _JSON.encode(value)


def _json_of_text(value: str | None) -> object:
    if value is None:
        return None
    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError:
        # Half of a surrogate pair, which the standard library writes and reads.
        found: object = json.loads(value)
        return found


def cut(name: str) -> str:
    """A name as a column of `Shown` keeps it."""
    return name if len(name) <= Shown.LENGTH else name[: Shown.LENGTH - 1] + "…"


class Shown(TypeDecorator[str]):
    """A name that is only shown, of any length: what does not fit its column is cut, with a mark."""

    impl = String
    cache_ok = True
    LENGTH = 200

    def __init__(self) -> None:
        super().__init__(self.LENGTH)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else cut(value)

    def coerce_compared_value(self, op: OperatorType | None, value: Any) -> TypeEngine[Any]:
        """What is searched for is no name that is shown."""
        return String()


#: A primary key that counts by itself on both databases: SQLite only does so for a plain INTEGER.
RowId = BigInteger().with_variant(Integer, "sqlite")


class database_ms(GenericFunction[int]):  # noqa: N801 - named as SQL functions are
    """Milliseconds since 1970 by the database's clock: the one clock that all workers share."""

    type = BigInteger()
    inherit_cache = True


@compiles(database_ms, "sqlite")
def _sqlite_ms(element: database_ms, compiler: SQLCompiler, **kw: Any) -> str:
    return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"


@compiles(database_ms, "postgresql")
def _postgresql_ms(element: database_ms, compiler: SQLCompiler, **kw: Any) -> str:
    # clock_timestamp() and not now(): now() stands still within a transaction.
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
