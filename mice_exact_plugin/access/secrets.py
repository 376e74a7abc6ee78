"""Secrets at rest as rows: the token pair of each Exact user on each app, and what the installation keeps for itself.

Each is encrypted under the key ring and bound to its owner and column.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import LargeBinary, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, UtcDateTime
from mice_exact_plugin.link.connection import shares_log_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.link.connection import Connection


#: The column as ciphertexts are bound to it.
CIPHERTEXT = "exact_secret.ciphertext"


class Secret(Base):
    """One secret by its name, which is also the owner that the ciphertext is bound to."""

    __tablename__ = "exact_secret"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    ciphertext: Mapped[bytes] = mapped_column(LargeBinary)


def secret_of(session: Session, name: str) -> bytes | None:
    return session.scalar(select(Secret.ciphertext).where(Secret.name == name))


def all_secrets(session: Session) -> Sequence[Secret]:
    return session.scalars(select(Secret)).all()


#: The columns as ciphertexts are bound to them.
ACCESS, REFRESH = "exact_token.access", "exact_token.refresh"


class Token(Base):
    """Shared by all connections of the same Exact user: a new log-in of that user replaces it for all of them."""

    __tablename__ = "exact_token"

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    app: Mapped[str] = mapped_column(String(100), primary_key=True)
    exact_user: Mapped[str] = mapped_column(String(64), primary_key=True)
    access: Mapped[bytes] = mapped_column(LargeBinary)
    refresh: Mapped[bytes] = mapped_column(LargeBinary)
    #: When we received the pair, by our own clock: all of Exact's token rules count from here.
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: When a refresh was last sent that brought no answer; None when the last one was answered.
    unanswered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    dead_reason: Mapped[str | None] = mapped_column(String(60))

    @property
    def owner(self) -> str:
        """The name that the ciphertexts are bound to."""
        return owner_name(*self.key)

    @property
    def key(self) -> tuple[str, str, str]:
        return self.site, self.app, self.exact_user


def owner_name(site: str, app: str, exact_user: str) -> str:
    return f"{site}:{app}:{exact_user}"


def token_of(session: Session, site: str, app: str, exact_user: str) -> Token | None:
    """The row as the database has it now, not as this session remembers it."""
    query = select(Token).where(Token.site == site, Token.app == app, Token.exact_user == exact_user)
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def is_unchanged(session: Session, token: Token) -> bool:
    """Whether the pair is still the one that was read, with its row locked until the transaction ends.

    By the moment that it came: turning the keys over writes the same pair in other ciphertexts.
    """
    query = select(Token.received_at).where(
        Token.site == token.site, Token.app == token.app, Token.exact_user == token.exact_user
    )
    return session.execute(query.with_for_update()).scalar() == token.received_at


def all_tokens(session: Session) -> Sequence[Token]:
    return session.scalars(select(Token)).all()


def tokens_to_write(session: Session) -> Sequence[Token]:
    """As they are now, and locked until the caller's transaction ends: whoever brings a newer pair waits for that."""
    query = select(Token).order_by(Token.site, Token.app, Token.exact_user).with_for_update()
    return session.scalars(query.execution_options(populate_existing=True)).all()


def drop_unused(session: Session, connection: Connection) -> None:
    """Drop the log-in of a connection that goes, unless another tenant's connection lives by it."""
    if connection.exact_user is None or shares_log_in(session, connection):
        return
    mine = (Token.site == connection.site, Token.app == connection.app, Token.exact_user == connection.exact_user)
    session.execute(delete(Token).where(*mine))
