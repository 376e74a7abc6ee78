"""Configuration of the host: read from the environment, with defaults that need nothing installed."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]


def settings(overrides: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The application's configuration; `overrides` wins over the environment, the environment over the defaults."""
    given = dict(overrides or {})
    state = Path(given.get("STATE_DIR") or os.environ.get("MICE_STATE_DIR") or CHECKOUT / ".state").resolve()
    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = given.pop("DATABASE_URL", None) or os.environ.get("DATABASE_URL") or f"sqlite:///{state / 'host.sqlite'}"
    return {
        "STATE_DIR": state,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or kept_secret(state / "secret_key"),
        "SQLALCHEMY_DATABASE_URI": with_driver(database),
        "REDIS_URL": os.environ.get("REDIS_URL") or None,
        "ADDONS_DISABLED": frozenset(filter(None, os.environ.get("MICE_ADDONS_DISABLED", "").split(","))),
        # How passwords are hashed: slow by design; tests that make users by the hundred take a quick way.
        "PASSWORD_METHOD": "scrypt",
        "SESSION_COOKIE_NAME": "mice_session",
        "SESSION_COOKIE_HTTPONLY": True,
        # Lax and not Strict: somebody who comes back from a log-in page elsewhere must still be logged in.
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": os.environ.get("MICE_HTTPS") == "1",
        "MAX_CONTENT_LENGTH": 4 * 1024 * 1024,
        # A form lives as long as its session; a page left open overnight must not lose what was typed.
        "WTF_CSRF_TIME_LIMIT": None,
        # The address under which browsers find the host, for links in mails; without it there are none.
        "EXTERNAL_URL": os.environ.get("MICE_URL", "").rstrip("/"),
        #: The languages of venues by their code, and the venues whose mail server is away.
        "LANGUAGES": {},
        #: How people write, by their address; the zones of people by their address and of venues by their code.
        "LOCALES": {},
        "ZONES": {},
        "MAIL_DOWN": frozenset(),
        **given,
    }


def with_driver(url: str) -> str:
    """Name psycopg 3: SQLAlchemy 2.0 takes a bare `postgresql://` for psycopg2."""
    for bare in ("postgresql://", "postgres://"):
        if url.startswith(bare):
            return "postgresql+psycopg://" + url.removeprefix(bare)
    return url


def kept_secret(path: Path) -> str:
    """A generated key, kept in a file so that sessions survive a restart; the first process to link it wins."""
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".secret", delete=False) as draft:
            draft.write(secrets.token_hex(32))
        _link_once(Path(draft.name), path)
    return path.read_text()


def _link_once(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
