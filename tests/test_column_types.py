"""Values of our own column types on their way to the driver and back: what SQLAlchemy's own types make of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import JSON, BigInteger, DateTime, TypeDecorator, create_mock_engine

from mice_exact_plugin.database import Cents, Json, UtcDateTime
from mice_exact_plugin.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.engine import Dialect
    from sqlalchemy.types import TypeEngine

ENGINES = [create_mock_engine(url, lambda *_: None) for url in ("sqlite://", "postgresql+psycopg://")]
DIALECTS = pytest.mark.parametrize("dialect", [engine.dialect for engine in ENGINES], ids=lambda dialect: dialect.name)
#: Those that convert by themselves, and SQLAlchemy's type below each.
PLAIN: dict[type[TypeDecorator[Any]], TypeEngine[Any]] = {
    UtcDateTime: DateTime(timezone=True),
    Cents: BigInteger(),
    Json: JSON(none_as_null=True),
}
MOMENTS = [
    datetime(2026, 11, 27, 12, 3, 4, 567, UTC),
    datetime(2026, 3, 29, 3, 0, tzinfo=timezone(timedelta(hours=2))),
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, 999999, UTC),
]
AMOUNTS = [Decimal(text) for text in ("0", "-0.01", "12345678.90", "1E+3", "-92233720368547758.08")]
KEPT = [
    {"a": [1, None, True, "é 100 %", "\0\x1f\x7f\u2028"], "b": {}, "c": 0.1, "1": "\N{GRINNING FACE}"},
    [],
    {},
    "",
    0,
    2**70,
    float("inf"),
    "\ud800",
]


def _plain(value: object, dialect: Dialect) -> object:
    """What SQLAlchemy's type below ours is given."""
    if isinstance(value, datetime):
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment
    return int(value * 100) if isinstance(value, Decimal) else value


def _ways(kind: TypeEngine[Any], dialect: Dialect) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """To the driver and back, as Core and the ORM go them."""
    made = kind.dialect_impl(dialect)
    return made.bind_processor(dialect) or _as_it_is, made.result_processor(dialect, None) or _as_it_is


def _as_it_is(value: object) -> object:
    return value


def test_here_are_all_that_convert_by_themselves() -> None:
    kinds = [column.type for table in METADATA.tables.values() for column in table.c]
    ours = {type(each) for kind in kinds for each in (kind, getattr(kind, "impl_instance", kind))}
    assert {kind for kind in ours if issubclass(kind, TypeDecorator) and "bind_processor" in vars(kind)} == set(PLAIN)


@DIALECTS
@pytest.mark.parametrize(
    ("kind", "values"), [(UtcDateTime(), MOMENTS), (Cents(), AMOUNTS), (Json(), KEPT)], ids=["moments", "cents", "json"]
)
def test_each_is_stored_and_read_as_the_type_below_does(
    dialect: Dialect, kind: TypeDecorator[Any], values: list[object]
) -> None:
    write, read = _ways(kind, dialect)
    plainly_written, plainly_read = _ways(PLAIN[type(kind)], dialect)
    for value in values:
        stored, plain = write(value), plainly_written(_plain(value, dialect))
        assert (repr(stored), type(stored)) == (repr(plain), type(plain)), value
        assert repr(_plain(read(stored), dialect)) == repr(plainly_read(plain))
        assert read(stored) == value or dialect.name != "sqlite"
    assert write(None) is plainly_written(None) is read(None) is None


@DIALECTS
def test_what_is_no_moment_and_no_amount_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        _ways(UtcDateTime(), dialect)[0](datetime(2026, 3, 14))  # noqa: DTZ001
    with pytest.raises(ValueError, match="whole cents"):
        _ways(Cents(), dialect)[0](Decimal("0.001"))


def test_what_another_program_stored_is_read_as_before() -> None:
    read, plainly_read = (_ways(kind, ENGINES[0].dialect)[1] for kind in (Json(), JSON()))
    for stored in (' {"a":1, "a": 2}\n', "NaN", "1e400", '"\\ud83d"', "[1.0, -0]"):
        assert repr(read(stored)) == repr(plainly_read(stored))
    with pytest.raises(ValueError, match="Expecting value"):
        read("")
