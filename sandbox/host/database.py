"""The host's database: one session per application context, on SQLite or PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, event, make_url, text

from sandbox.host.models import Base

if TYPE_CHECKING:
    from flask import Flask
    from sqlalchemy.orm import Session

db = SQLAlchemy(model_class=Base)

#: Any number will do, as long as every process of the host takes the same one while it creates tables.
CREATE_TABLES_LOCK = 20260101


def session() -> Session:
    """The session of this application context."""
    return db.session()


def init_app(app: Flask) -> None:
    uri: str = app.config["SQLALCHEMY_DATABASE_URI"]
    # Without it the text of every error of the database holds the row at hand, and the log with it.
    options: dict[str, Any] = {"hide_parameters": True}
    if uri.startswith("sqlite"):
        _make_private(uri)
        options["connect_args"] = {"timeout": 30, "isolation_level": None}
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", options)
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _prepare_sqlite(db.engine)
        create_tables(db.engine)


def create_tables(engine: Engine) -> None:
    """Create what is missing of the host's own tables; an addon's tables are its own affair."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CREATE_TABLES_LOCK})
        Base.metadata.create_all(connection)


def _make_private(uri: str) -> None:
    """The file is for its owner only; what SQLite writes beside it takes over its mode."""
    name = make_url(uri).database
    if name and name != ":memory:":
        path = Path(name)
        path.touch(mode=0o600)
        path.chmod(0o600)


def _prepare_sqlite(engine: Engine) -> None:
    """Serialise writers: pysqlite opens no transaction before a SELECT, so two processes would lose updates."""

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: Any) -> None:
        for pragma in ("journal_mode = WAL", "busy_timeout = 30000", "foreign_keys = ON", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    def begin(dbapi_connection: Any) -> None:
        dbapi_connection.execute("BEGIN IMMEDIATE")

    # By its dialect and not as a statement: SQLAlchemy spends more on one than SQLite does on beginning.
    engine.dialect.do_begin = begin  # type: ignore[method-assign]
