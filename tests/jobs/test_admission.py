"""A job is let in when this plugin could have written it, and for nothing else."""

from __future__ import annotations

import json
import pickle
import zlib
from typing import Any

import pytest

from mice_exact_plugin.jobs.admission import FIELDS, LONGEST_FIELD, TICK, WORK, Foreign, admit

NOW = b"2026-11-26T12:00:00.000000Z"


def call(*parts: Any) -> bytes:
    return zlib.compress(json.dumps(parts).encode())


OURS = {
    "data": call(WORK, None, [7], {}),
    "created_at": NOW,
    "origin": b"exact",
    "status": b"queued",
    "timeout": b"1800",
    "result_ttl": b"0",
    "success_callback_name": b"",
    "worker_name": b"",
    "group_id": b"",
}


def test_ours_is_let_in_unpacked_and_without_what_is_empty() -> None:
    admitted = admit(OURS)
    assert json.loads(admitted["data"]) == [WORK, None, [7], {}]
    assert set(admitted) == {"data", "created_at", "origin", "status", "timeout", "result_ttl"}


@pytest.mark.parametrize(
    "field",
    [
        *(f"{kind}_callback_name" for kind in ("success", "failure", "stopped")),
        *("webhooks", "dependency_id", "dependency_ids", "repeats_left", "repeat_intervals", "retries_left"),
        *("retry_intervals", "number_of_retries", "rate_limit_key", "rate_limit_concurrency", "group_id", "meta"),
    ],
)
def test_what_rq_would_do_besides_is_refused_by_name(field: str) -> None:
    assert field in FIELDS, "else it is never read"
    with pytest.raises(Foreign, match=field):
        admit({**OURS, field: b"os.system"})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("origin", b"default"),
        ("origin", b"exact:intermediate"),
        ("status", b"deferred"),
        ("status", b"ready_to_enqueue"),
        ("timeout", b"-1"),
        ("timeout", b"1801"),
        ("timeout", b"0"),
        ("timeout", b"abc"),
        ("timeout", "٣".encode()),
        ("result_ttl", b"-1"),
        ("failure_ttl", b"1e9"),
        ("created_at", b"yesterday"),
        ("started_at", b"2026-11-26T12:00:00Z\n"),
        ("worker_name", b"../../x"),
    ],
)
def test_a_field_of_an_odd_form_is_refused(field: str, value: bytes) -> None:
    with pytest.raises(Foreign):
        admit({**OURS, field: value})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not packed",
        zlib.compress(pickle.dumps((WORK, None, (7,), {}))),
        zlib.compress(b"[" * 900),
        zlib.compress(b'"' + b"x" * 10_000_000 + b'"'),
        zlib.compress(b"\xff\xfe"),
        call(WORK, None, [7]),
        call("os.system", None, ["touch proof"], {}),
        call("mice_exact_plugin.setup.upkeep.reap", None, [7], {}),
        call(["os.system"], None, [7], {}),
        call({"a": 1}, None, [7], {}),
        call(None, None, [7], {}),
        call(WORK, "x", [7], {}),
        call(WORK, None, [], {}),
        call(WORK, None, [7, 8], {}),
        call(WORK, None, {"run_id": 7}, {}),
        call(WORK, None, [7], {"run_id": 8}),
        call(WORK, None, ["7"], {}),
        call(WORK, None, [True], {}),
        call(WORK, None, [7.0], {}),
        call(WORK, None, [0], {}),
        call(WORK, None, [2**63], {}),
        call(TICK, None, [7], {}),
        call(TICK, None, ["x" * 41], {}),
    ],
)
def test_a_call_that_we_never_make_is_refused(data: bytes) -> None:
    with pytest.raises(Foreign):
        admit({**OURS, "data": data})


def test_what_unpacks_to_more_than_ours_is_not_unpacked_whole() -> None:
    longest = json.dumps([TICK, None, ["now"], {}]).encode().ljust(LONGEST_FIELD)
    assert admit({**OURS, "data": zlib.compress(longest)})["data"] == longest
    with pytest.raises(Foreign):
        admit({**OURS, "data": zlib.compress(b" " * LONGEST_FIELD + longest)})
