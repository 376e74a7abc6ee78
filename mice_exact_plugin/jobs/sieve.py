"""What RQ keeps of our queue, sifted before RQ reads it: what is odd is set aside and ends no worker."""

from __future__ import annotations

import hashlib
import logging
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from redis.exceptions import ResponseError
from rq.defaults import RQ_KEY_PREFIX as RQ
from rq.worker_registration import REDIS_WORKER_KEYS

from mice_exact_plugin.jobs.admission import QUEUE

if TYPE_CHECKING:
    from collections.abc import Iterable

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


_ID = re.compile(rb"[A-Za-z0-9_-]{1,100}")
_WORKER = re.compile(rb"rq:worker:[0-9a-f]{32}")
_EXECUTION = re.compile(rb"[A-Za-z0-9_-]{1,100}:[0-9a-f]{32}")

#: Shared with other users of RQ on this server: only their kind is looked at.
_SHARED: Final = {REDIS_WORKER_KEYS: b"set", f"{RQ}:queues": b"set"}
#: Locks run out by themselves; one that does not would keep everybody out for ever.
_LOCKS: Final = (f"{RQ}:scheduler-lock:{QUEUE}", f"{RQ}:clean_registries:{QUEUE}")
_LISTS: Final = (f"{RQ}:queue:{QUEUE}:intermediate",)
_REGISTRIES: Final = {
    f"{RQ}:finished:{QUEUE}": _ID,
    f"{RQ}:failed:{QUEUE}": _ID,
    f"{RQ}:scheduled:{QUEUE}": _ID,
    f"{RQ}:wip:{QUEUE}": _EXECUTION,
}
_WORKERS: Final = f"{RQ}:workers:{QUEUE}"
#: Entries of a list read at once; what is longer is odd by itself and is read in the next round.
_AT_ONCE: Final = 1000


def sift(redis: Redis) -> None:
    """Set aside what is of the wrong kind, and drop entries that cannot be ours."""
    kinds = {**_SHARED, f"{RQ}:queue:{QUEUE}": b"list", **dict.fromkeys(_LISTS, b"list"), _WORKERS: b"set"}
    for key, kind in {**kinds, **dict.fromkeys(_REGISTRIES, b"zset")}.items():
        if redis.type(key) not in (kind, b"none"):
            set_aside(redis, key, f"it is no {kind.decode()}")
    for key in _LOCKS:
        if redis.type(key) not in (b"string", b"none") or redis.ttl(key) == -1:
            set_aside(redis, key, "it is no lock that runs out")
    for key in _LISTS:
        for entry in _odd(redis.lrange(key, 0, _AT_ONCE), _ID):
            redis.lrem(key, 0, entry)  # type: ignore[arg-type]  # bytes will do
            _dropped(key, entry)
    for key, form in _REGISTRIES.items():
        for entry in _odd(redis.zrange(key, 0, _AT_ONCE), form):
            redis.zrem(key, entry)
            _dropped(key, entry)
    for entry in _odd(redis.smembers(_WORKERS), _WORKER):
        redis.srem(_WORKERS, entry)
        _dropped(_WORKERS, entry)


def _odd(entries: Iterable[object], form: re.Pattern[bytes]) -> list[bytes]:
    return [entry for entry in entries if isinstance(entry, bytes) and not form.fullmatch(entry)]


def _dropped(key: str, entry: bytes) -> None:
    logger.warning("dropped from %s: %s", key, shown(entry))
