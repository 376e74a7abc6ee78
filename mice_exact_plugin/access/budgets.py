"""Exact's limits as every process shares them: a call is spent in the database before it is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Integer, String, and_, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, UtcDateTime, columns_of, core, step, table_of
from mice_exact_plugin.errors import EndpointResting
from mice_exact_plugin.exact import limits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import App, LogIn
    from mice_exact_plugin.runtime import Runtime


class CallWindow(Base):
    """Calls of one (site, app, division) in the running minute or day; `span` is `minute` or `day`."""

    __tablename__ = "exact_call_window"

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    app: Mapped[str] = mapped_column(String(100), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    span: Mapped[str] = mapped_column(String(6), primary_key=True)
    resets_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used: Mapped[int] = mapped_column(Integer)
    maximum: Mapped[int] = mapped_column(Integer)
    #: Grows with every write, so that two processes never count the same call twice.
    version: Mapped[int] = mapped_column(BigInteger)


class Refusal(Base):
    """One answer that Exact counts towards the hourly block of an endpoint."""

    __tablename__ = "exact_refusal"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    app: Mapped[str] = mapped_column(String(100), index=True)
    exact_user: Mapped[str] = mapped_column(String(64))
    division: Mapped[int] = mapped_column(BigInteger)
    endpoint: Mapped[str] = mapped_column(String(100))
    status: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


_WINDOWS, _WINDOW = table_of(CallWindow), columns_of(CallWindow)
_HERE = and_(
    _WINDOW.site == bindparam("of_site"),
    _WINDOW.app == bindparam("of_app"),
    _WINDOW.division == bindparam("of_division"),
)
_SPEND = (
    update(_WINDOWS)
    .where(_HERE, _WINDOW.resets_at > bindparam("now"), _WINDOW.used + bindparam("calls") <= _WINDOW.maximum)
    .values(used=_WINDOW.used + bindparam("calls"), version=_WINDOW.version + 1)
    .returning(*_WINDOWS.c)
)
_READ = select(*_WINDOWS.c).where(_HERE)
_WRITE = (
    update(_WINDOWS)
    .where(_HERE, _WINDOW.span == bindparam("of_span"), _WINDOW.version == bindparam("read"))
    .values(
        resets_at=bindparam("to_reset"),
        used=bindparam("to_used"),
        maximum=bindparam("to_maximum"),
        version=_WINDOW.version + 1,
    )
    .returning(_WINDOW.version)
)
_REFUSAL = columns_of(Refusal)
_REFUSED = (
    select(_REFUSAL.endpoint, _REFUSAL.at)
    .where(
        _REFUSAL.app == bindparam("of_app"),
        _REFUSAL.exact_user == bindparam("of_user"),
        _REFUSAL.division == bindparam("of_division"),
        _REFUSAL.at > bindparam("since"),
    )
    .order_by(_REFUSAL.at)
)

HOUR = timedelta(hours=1)


class Overtaken(Exception):
    """Another process wrote a window between our reading and our writing: the transaction is tried once more."""


@dataclass(frozen=True, slots=True)
class Spent:
    """The windows as they are now, and how many of the calls that were spent are still to be made in them."""

    windows: Mapping[limits.Span, limits.Window]
    left: int = 0

    def one_less(self, now: datetime) -> Spent | None:
        """After one of these calls; None when there is none, or the minute that it was spent in is over."""
        if self.left < 1 or any(window.resets_at <= now for window in self.windows.values()):
            return None
        return Spent(self.windows, self.left - 1)


NOTHING = Spent({})


def spend(session: Session, app: App, division: int, now: datetime, calls: int = 1) -> Spent:
    """Count calls against the minute and the day, within the caller's transaction, which holds both or neither.

    Of several that are asked for it is one where there are not so many left, or where a window begins.

    Raises RateLimited, with the moment it ends, when either is spent; Overtaken when it must be tried once more.
    """
    place = _place(app, division)
    rows = core(session, _SPEND, {**place, "now": now, "calls": calls})
    spent = {limits.Span(row.span): _window(row) for row in rows}
    if len(spent) == len(limits.Span):
        return Spent(spent, calls - 1)
    return Spent(spent | _spend_apart(session, place, now, set(limits.Span) - spent.keys()))


def _spend_apart(
    session: Session, place: dict[str, object], now: datetime, spans: Collection[limits.Span]
) -> dict[limits.Span, limits.Window]:
    """Those that have run out, are spent, or were never there."""
    rows, spent = _rows(session, place), {}
    for span in spans:
        row = rows.get(span)
        spent[span] = limits.spend(_window(row) if row else limits.fresh(span, now), span, now)
        if not (_write(session, row, spent[span]) if row else _add(session, place, span, spent[span])):
            raise Overtaken
    return spent


def correct(
    runtime: Runtime,
    app: App,
    division: int,
    headers: Mapping[str, str],
    spent: Spent,
    now: datetime,
) -> Spent:
    """Let Exact's own headers overrule our count: other processes may use the same allowance unseen.

    Nothing is read or written while Exact says what we `spent`, which is the rule. A correction that another process
    overtakes is left out: the next answer brings a newer one. Returned is what was `spent`, without the calls still to
    be made when Exact has room for fewer: whoever used it up, a 429 to a write is an outcome that nobody knows.
    """
    told = [found for span in limits.Span if (found := limits.told(headers, span))]
    kept = replace(spent, left=0) if any(each.remaining < spent.left for each in told) else spent
    known = spent.windows
    said = [each for each in told if each.span not in known or _is_news(known[each.span], each, now)]
    if not said:
        return kept
    with step(runtime.session):
        rows = _rows(runtime.session, _place(app, division))
        for each in said:
            row = rows.get(each.span)
            if row is not None and _is_news(_window(row), each, now):
                _write(runtime.session, row, limits.correct(_window(row), each, now))
    return kept


def refusal_times(session: Session, log_in: LogIn, division: int, now: datetime) -> Mapping[str, Sequence[datetime]]:
    """When Exact refused something there in the last hour, whoever asked for it: by its endpoint."""
    whose = {"of_app": log_in.app.client_id, "of_user": log_in.user, "of_division": division}
    found: dict[str, list[datetime]] = {}
    for endpoint, at in core(session, _REFUSED, {**whose, "since": now - HOUR}):
        found.setdefault(endpoint, []).append(at)
    return found


def check_endpoint(endpoint: str, refusals: Iterable[datetime], now: datetime) -> None:
    """EndpointResting after the sixth refusal of the hour: Exact blocks the key at ten."""
    until = limits.resting_until(refusals, now)
    if until is not None:
        raise EndpointResting(endpoint, until)


def count_refusal(runtime: Runtime, log_in: LogIn, division: int, endpoint: str, status: int, now: datetime) -> None:
    """Remember an answer that Exact counts."""
    values = {"app": log_in.app.client_id, "exact_user": log_in.user, "division": division}
    with step(runtime.session):
        runtime.session.execute(insert(Refusal).values(**values, endpoint=endpoint, status=status, at=now))
        runtime.session.execute(delete(Refusal).where(Refusal.at < now - 2 * HOUR))


def _place(app: App, division: int) -> dict[str, object]:
    return {"of_site": str(app.site), "of_app": app.client_id, "of_division": division}


def _rows(session: Session, place: dict[str, object]) -> dict[str, Row[Any]]:
    """The windows by span, as the database has them now."""
    return {row.span: row for row in core(session, _READ, place)}


def _window(row: Row[Any]) -> limits.Window:
    return limits.Window(row.resets_at, row.used, row.maximum)


def _is_news(window: limits.Window, told: limits.Told, now: datetime) -> bool:
    """Whether it says anything new; the moment of the reset is only known to about a second."""
    corrected = limits.correct(window, told, now)
    if (window.used, window.maximum) != (corrected.used, corrected.maximum):
        return True
    return abs(window.resets_at - corrected.resets_at) > limits.JITTER


def _write(session: Session, row: Row[Any], window: limits.Window) -> bool:
    """Write a window unless another process wrote it since it was read; False then."""
    values = {"of_site": row.site, "of_app": row.app, "of_division": row.division, "of_span": row.span}
    values |= {"read": row.version, **_values(window)}
    return core(session, _WRITE, values).scalar() is not None


def _add(session: Session, place: dict[str, object], span: limits.Span, window: limits.Window) -> bool:
    """Make the first row of a window; False when another process was first."""
    row = {"site": place["of_site"], "app": place["of_app"], "division": place["of_division"], "span": str(span)}
    row |= {"resets_at": window.resets_at, "used": window.used, "maximum": window.maximum, "version": 0}
    try:
        with session.begin_nested():
            session.execute(insert(_WINDOWS).values(row))
    except IntegrityError:
        return False
    return True


def _values(window: limits.Window) -> dict[str, object]:
    return {"to_reset": window.resets_at, "to_used": window.used, "to_maximum": window.maximum}
