"""Setting aside what is odd in Redis: moved out of RQ's way, kept for a week, and named in the log."""

from __future__ import annotations

import hashlib
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from redis.exceptions import ResponseError

if TYPE_CHECKING:
    from redis import Redis

logger = logging.getLogger("mice_exact_plugin.jobs")
PREFIX = "mice-exact:aside:"
KEEP_SECONDS = 7 * 86400


def set_aside(redis: Redis, key: str, why: str) -> None:
    """Move a key out of RQ's way. Another process may have done it already."""
    kept = PREFIX + hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    with suppress(ResponseError):
        redis.rename(key, kept)
        redis.expire(kept, KEEP_SECONDS)
        logger.warning("set aside from Redis as %s: %s: %s", kept, shown(key), why)


def shown(name: str | bytes) -> str:
    """A name as one short line of plain characters, whatever is in it."""
    return ascii(name)[:80]
