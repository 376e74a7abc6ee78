"""What may come in from Redis as a job: whoever can write there must not be able to have anything else done.

A job is let in when it is one that this plugin could have written: a function on the list, arguments of its kind, and
none of RQ's features that run, call or queue something more. Everything is looked at before RQ reads it.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING, Final

from mice_exact_plugin.config import LONGEST_JOB

if TYPE_CHECKING:
    from collections.abc import Mapping

TICK: Final = "mice_exact_plugin.jobs.tasks.tick"
WORK: Final = "mice_exact_plugin.jobs.tasks.work_on_run"
TRIAL: Final = "mice_exact_plugin.jobs.tasks.work_on_trial"
COMPARISON: Final = "mice_exact_plugin.jobs.tasks.work_on_comparison"
ALLOWED: Final = frozenset({TICK, WORK, TRIAL, COMPARISON})
QUEUE: Final = "exact"
JOB_TIMEOUT: Final = int(LONGEST_JOB.total_seconds())
#: Bytes of one field; the largest of ours is a description of some seventy.
LONGEST_FIELD: Final = 1000
_LARGEST_ID: Final = 2**63 - 1

JOB_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,100}")
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_NUMBER = re.compile(rb"\d{1,9}")
_WORKER = re.compile(rb"[0-9a-f]{32}")
_STATUS = re.compile(rb"created|queued|started|finished|failed|stopped|scheduled|canceled")

#: The fields that RQ gets to see, with the form of each; an empty one counts as absent.
_FORMS: Final[Mapping[str, re.Pattern[bytes]]] = {
    "created_at": _MOMENT,
    "enqueued_at": _MOMENT,
    "started_at": _MOMENT,
    "ended_at": _MOMENT,
    "last_heartbeat": _MOMENT,
    "origin": re.compile(QUEUE.encode()),
    "status": _STATUS,
    "timeout": _NUMBER,
    "result_ttl": _NUMBER,
    "failure_ttl": _NUMBER,
    "ttl": _NUMBER,
    "worker_name": _WORKER,
}
#: What RQ would run, call, wait for or queue besides the job itself.
_REFUSED: Final = frozenset(
    {
        "success_callback_name",
        "failure_callback_name",
        "stopped_callback_name",
        "webhooks",
        "dependency_id",
        "dependency_ids",
        "repeats_left",
        "repeat_intervals",
        "retries_left",
        "retry_intervals",
        "number_of_retries",
        "rate_limit_key",
        "rate_limit_concurrency",
        "group_id",
        "meta",
    }
)
#: All that is ever read of a job.
FIELDS: Final = ("data", *_FORMS, *sorted(_REFUSED))


class Foreign(Exception):
    """This was not written by us; the message says what is odd, in words of ours only."""


def admit(fields: Mapping[str, bytes]) -> dict[str, bytes]:
    """What RQ may read of a job's hash; Foreign when it holds anything that we never write."""
    refused = sorted(name for name in _REFUSED if fields.get(name))
    if refused:
        raise Foreign(f"it asks for {', '.join(refused)}")
    admitted = {name: value for name in _FORMS if (value := fields.get(name))}
    for name, value in admitted.items():
        if not _FORMS[name].fullmatch(value):
            raise Foreign(f"{name} has an odd form")
    if int(admitted.get("timeout", b"1")) not in range(1, JOB_TIMEOUT + 1):
        raise Foreign("its time is not one that we give")
    return {**admitted, "data": _payload(fields.get("data", b""))}


def _payload(packed: bytes) -> bytes:
    """The call, unpacked: one of our functions with its own argument."""
    try:
        plain = zlib.decompressobj().decompress(packed, LONGEST_FIELD)
        function, instance, arguments, options = json.loads(plain)
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise Foreign("its call cannot be read") from error
    if not isinstance(function, str) or function not in ALLOWED:
        raise Foreign("its function is not on the list")
    if instance is not None or options != {} or not isinstance(arguments, list) or len(arguments) != 1:
        raise Foreign("its arguments are not of their kind")
    if not (_is_slot(arguments[0]) if function == TICK else _is_run(arguments[0])):
        raise Foreign("its argument is not of its kind")
    return plain


def _is_run(value: object) -> bool:
    return type(value) is int and 0 < value <= _LARGEST_ID


def _is_slot(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 40
