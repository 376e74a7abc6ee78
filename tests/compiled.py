"""What an application compiles at its first use, kept for the next of the session, as one does that lives on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache
from sqlalchemy.util import LRUCache

if TYPE_CHECKING:
    from types import CodeType

    from flask import Flask
    from jinja2.bccache import Bucket
    from sqlalchemy import Dialect, Engine

#: By kind of database.
STATEMENTS: dict[str, tuple[Dialect, LRUCache[Any, Any]]] = {}


class Templates(BytecodeCache):
    """By name and content, so that another template under a name is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None, "it was compiled just now"
        self._kept[bucket.key, bucket.checksum] = bucket.code


TEMPLATES = Templates()


def share_templates(app: Flask) -> None:
    app.jinja_env.bytecode_cache = TEMPLATES


def share_statements(engine: Engine) -> None:
    engine.dialect, engine._compiled_cache = STATEMENTS.setdefault(
        engine.dialect.name, (engine.dialect, LRUCache(10_000))
    )
