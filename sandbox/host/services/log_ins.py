"""Logging in: sessions that the server can end, and tries that get slower the more of them fail."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from sandbox.host import clock
from sandbox.host.database import session
from sandbox.host.models import LogInSession, LogInTries, User

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Failures that cost no wait: of one e-mail address, and of one network address, behind which an office may sit.
FREE = {"email": 3, "address": 10}
LONGEST = timedelta(minutes=15)
#: A quiet hour is forgiven.
FORGOTTEN_AFTER = timedelta(hours=1)


def begin(user: User) -> str:
    """Note a browser as logged in; the token goes into its cookie and only its hash is kept."""
    token = secrets.token_urlsafe(32)
    session().add(LogInSession(token_hash=_hash(token), user_id=user.id, started_at=clock.now()))
    session().commit()
    return token


def user_of(token: str, user_id: int) -> User | None:
    """The user of a session that the server still knows."""
    query = select(User).join(LogInSession, LogInSession.user_id == User.id)
    return session().scalar(query.where(LogInSession.token_hash == _hash(token), User.id == user_id))


def end(token: str) -> None:
    """From here on a copy of the cookie opens nothing."""
    session().execute(delete(LogInSession).where(LogInSession.token_hash == _hash(token)))
    session().commit()


def pause(failures: int, free: int) -> timedelta:
    """How long the next try waits: nothing at first, then a second that doubles with each failure."""
    over = failures - free
    return timedelta(0) if over < 0 else min(timedelta(seconds=2 ** min(over, 20)), LONGEST)


def wait(email: str, address: str) -> timedelta:
    """How long somebody must wait before the next try counts."""
    now = clock.now()
    waits = [row.last_at + pause(row.failures, free) - now for row, free in _tries(email, address)]
    return max([*waits, timedelta(0)])


def failed(email: str, address: str) -> None:
    now = clock.now()
    known = {row.key: row for row, _ in _tries(email, address)}
    for key, _ in _keys(email, address):
        row = known.get(key)
        if row is None:
            session().merge(LogInTries(key=key, failures=1, last_at=now))
        else:
            row.failures, row.last_at = row.failures + 1, now
    session().commit()


def succeeded(email: str, address: str) -> None:
    """Forgives the e-mail address only: whoever has one good log-in must not get free tries at others with it."""
    (key, _), _ = _keys(email, address)
    session().execute(delete(LogInTries).where(LogInTries.key == key))
    session().commit()


def _tries(email: str, address: str) -> Iterable[tuple[LogInTries, int]]:
    free = dict(_keys(email, address))
    rows = session().scalars(select(LogInTries).where(LogInTries.key.in_(free)).with_for_update())
    return [(row, free[row.key]) for row in rows if row.last_at + FORGOTTEN_AFTER > clock.now()]


def _keys(email: str, address: str) -> list[tuple[str, int]]:
    names = {"email": email.strip().lower(), "address": address}
    return [(_hash(f"{kind}:{name}"), FREE[kind]) for kind, name in names.items()]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
