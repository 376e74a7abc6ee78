"""Statements that go to the driver as text, on both paramstyles: values, errors and transactions are SQLAlchemy's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    create_engine,
    func,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from mice_exact_plugin.database import Cents, Shown, UtcDateTime, core, core_all, inserting, put, step
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.prepared import among, listed, room_for
from tests.databases import SQLITE

if TYPE_CHECKING:
    from collections.abc import Iterator

THINGS = Table(
    "things",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("amount", Cents),
    Column("at", UtcDateTime),
    Column("day", Date),
    Column("kept", JSON(none_as_null=True)),
    Column("state", String(20)),
    Column("is_credit", Boolean),
    Column("shown", Shown()),
    Column("large", BigInteger),
)
#: Column, what is written, and what is read, each with what of it differs from what was written.
VALUES: list[tuple[str, object, object]] = [
    ("amount", Decimal("12345678.90"), Decimal("12345678.90")),
    ("amount", Decimal("-0.01"), Decimal("-0.01")),
    ("at", datetime(2026, 3, 14, 1, 2, 3, 456789, UTC), datetime(2026, 3, 14, 1, 2, 3, 456789, UTC)),
    ("at", datetime(2026, 3, 29, 3, 0, tzinfo=timezone(timedelta(hours=2))), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
    ("day", date(2024, 2, 29), date(2024, 2, 29)),
    ("kept", {"a": [1, None, "é 100 %"], "b": {}}, {"a": [1, None, "é 100 %"], "b": {}}),
    ("kept", [], []),
    ("state", State.QUEUED, "queued"),
    ("state", "100 % :at $1 ? '", "100 % :at $1 ? '"),
    ("is_credit", True, True),
    ("is_credit", False, False),
    ("shown", "x" * 201, "x" * 199 + "…"),
    ("large", 2**62, 2**62),
    *[(column.name, None, None) for column in THINGS.c if column.name != "id"],
]
WRITE = insert(THINGS).values({column.name: bindparam(f"new_{column.name}") for column in THINGS.c})
READ = select(THINGS).where(THINGS.c.id == bindparam("of_id"))


@pytest.fixture
def session(database: str) -> Iterator[Session]:
    engine = create_engine(database)
    THINGS.create(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def whole(**values: object) -> dict[str, object]:
    return {column.name: None for column in THINGS.c} | {"id": 1} | values


def written(session: Session, **values: object) -> None:
    core(session, WRITE, {f"new_{name}": value for name, value in whole(**values).items()})


def count(session: Session) -> int | None:
    return session.scalar(select(func.count()).select_from(THINGS))


def test_each_value_comes_back_as_it_went_in(session: Session) -> None:
    for number, (name, value, _) in enumerate(VALUES):
        written(session, id=number, **{name: value})
    for number, (name, _, expected) in enumerate(VALUES):
        row = core(session, READ, {"of_id": number}).first()
        assert row is not None
        read, plain = getattr(row, name), getattr(session.execute(READ, {"of_id": number}).one(), name)
        assert (read, type(read)) == (expected, type(expected)), (name, "as it went in")
        assert (read, type(read)) == (plain, type(plain)), (name, "as SQLAlchemy reads it")


def test_a_value_is_searched_for_as_it_is_kept(session: Session) -> None:
    amount, at, day = Decimal("1.10"), datetime(2026, 3, 14, 12, tzinfo=timezone(timedelta(hours=1))), date(2026, 3, 14)
    written(session, amount=amount, at=at, day=day, state=State.QUEUED, is_credit=True)
    for name, value in {"amount": amount, "at": at, "day": day, "state": State.QUEUED, "is_credit": True}.items():
        query = select(THINGS.c.id).where(THINGS.c[name] == bindparam("value"))
        assert core(session, query, {"value": value}).scalar() == 1, name


def test_what_a_statement_brings_itself_is_bound_too(session: Session) -> None:
    for number, state in enumerate(["100 % a", "100 % b", "other"]):
        written(session, id=number, state=state, amount=Decimal(number))
    moving = update(THINGS).where(THINGS.c.state.like("100 %"), THINGS.c.amount >= bindparam("least"))
    changed = core(session, moving.values(day=date(2026, 1, 1), state="moved"), {"least": Decimal("0.01")})
    assert changed.rowcount == 1
    assert session.scalars(text("SELECT state FROM things ORDER BY id")).all() == ["100 % a", "moved", "other"]


def test_what_was_written_is_told_with_the_types_of_its_columns(session: Session) -> None:
    written(session, amount=Decimal(1), at=datetime(2026, 3, 14, tzinfo=UTC))
    adding = update(THINGS).values(amount=THINGS.c.amount + bindparam("more", type_=Cents))
    row = core(session, adding.returning(THINGS.c.amount, THINGS.c.at), {"more": Decimal("0.05")}).first()
    assert row == (Decimal("1.05"), datetime(2026, 3, 14, tzinfo=UTC))
    assert core(session, READ, {"of_id": 2}).rows == []


def test_rows_are_written_whole_and_in_the_place_of_those_under_their_keys(session: Session) -> None:
    put(session, THINGS, [whole(id=1, kept={"a": 1}), whole(id=2, amount=Decimal("0.10"))])
    put(session, THINGS, [whole(id=2, kept=[2]), whole(id=3)])
    assert [session.execute(READ, {"of_id": number}).one().kept for number in (1, 2, 3)] == [{"a": 1}, [2], None]
    assert session.execute(READ, {"of_id": 2}).one().amount is None


@pytest.mark.parametrize("wanted", [(), ("b",), ("a", "c", "none of them"), tuple("abcde")])
def test_a_list_of_any_length_finds_what_it_names(session: Session, wanted: tuple[str, ...]) -> None:
    put(session, THINGS, [whole(id=number, state=state) for number, state in enumerate([*"abcdef", None])])
    room = room_for(wanted)
    query = select(THINGS.c.state).where(among(THINGS.c.state, "state", room)).order_by(THINGS.c.state)
    found = core(session, query, listed("state", wanted, room)).rows
    assert [state for (state,) in found] == [state for state in wanted if state in set("abcdef")]


def test_few_texts_serve_lists_of_any_length() -> None:
    assert [room_for(range(length)) for length in (0, 1, 2, 3, 4, 5, 40, 64, 65)] == [2, 2, 2, 4, 4, 8, 64, 64, 128]


def test_an_error_keeps_its_class(session: Session) -> None:
    written(session)
    with pytest.raises(IntegrityError), session.begin_nested():
        written(session)
    with pytest.raises(IntegrityError), session.begin_nested():
        core_all(session, inserting(THINGS), [whole(id=2), whole(id=1)])
    assert count(session) == 1, "the savepoint is undone, all of it, and the transaction goes on"
    with pytest.raises(ValueError, match="without a zone"):
        written(session, id=3, at=datetime(2026, 3, 14))  # noqa: DTZ001
    with pytest.raises(KeyError):
        core(session, READ, {"id": 1})


def test_a_statement_is_in_the_transaction_of_its_session(session: Session) -> None:
    written(session)
    session.rollback()
    assert count(session) == 0
    session.rollback()
    with pytest.raises(IntegrityError), step(session):
        core_all(session, inserting(THINGS), [whole(id=1), whole(id=1)])
    assert count(session) == 0
    session.rollback()
    with step(session):
        written(session, id=3)
    session.rollback()
    assert count(session) == 1


def test_a_list_of_any_length_is_refused(session: Session) -> None:
    query = select(THINGS.c.id).where(THINGS.c.id.in_(bindparam("ids", expanding=True)))
    with pytest.raises(DBAPIError):
        core(session, query, {"ids": [1, 2]})


def test_both_paramstyles_are_here(session: Session) -> None:
    dialect = session.get_bind().dialect
    assert dialect.positional is (dialect.name == SQLITE)
