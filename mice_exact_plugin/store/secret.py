"""Secrets of the installation itself, encrypted under the key ring like the tokens are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import LargeBinary, String, select
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.store.base import Base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


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
