"""What others wrote into Redis: never run, set aside and named, and no worker ends over it."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from rq import Callback, Queue
from rq.job import Retry
from rq.repeat import Repeat
from rq.serializers import JSONSerializer
from rq.webhook import Webhook

from mice_exact_plugin.jobs import queues, schedule, sieve, tasks
from mice_exact_plugin.jobs.admission import QUEUE, TICK
from mice_exact_plugin.jobs.sieve import sift
from mice_exact_plugin.jobs.worker import ExactWorker
from simulator.tests.waiting import eventually
from tests.whole.invoices import invoice
from tests.whole.nights.at_work import work

if TYPE_CHECKING:
    from pathlib import Path

    from redis import Redis

    from tests.whole.jobs.workers import Workers
    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
ODD_ID: Any = b"\xff\xfe\x00 no id"


def theirs(redis: Redis, serializer: Any = JSONSerializer) -> Queue:
    """The queue as anybody reaches it who has RQ and the address of this server."""
    return Queue(QUEUE, connection=redis, serializer=serializer)


def set_aside(redis: Redis) -> int:
    return len(redis.keys(f"{sieve.PREFIX}*"))


def plant(redis: Redis, job_id: bytes, **fields: Any) -> None:
    """A job as somebody writes it who knows the format and not RQ."""
    call = json.dumps([TICK, None, ["now"], {}]).encode()
    ours: dict[Any, Any] = {"data": zlib.compress(call), "origin": QUEUE, "status": "queued", "timeout": "60"}
    redis.hset(f"rq:job:{job_id.decode()}", mapping=ours | fields)
    redis.rpush(f"rq:queue:{QUEUE}", job_id)


@pytest.mark.parametrize("kind", ["on_success", "on_failure", "on_stopped"])
def test_no_callback_is_called(redis: Redis, tmp_path: Path, kind: str) -> None:
    job = theirs(redis).enqueue(TICK, "now", **{kind: Callback("pathlib.Path.touch")})
    work(redis)
    assert not redis.exists(job.key)
    assert set_aside(redis) == 1


@pytest.mark.parametrize(
    "options",
    [
        {"webhooks": [Webhook("http://127.0.0.1:9/", "finished")]},
        {"repeat": Repeat(times=3, interval=0)},
        {"retry": Retry(max=3)},
        {"meta": {"a": 1}},
    ],
    ids=["webhook", "repeat", "retry", "meta"],
)
def test_nothing_else_is_done_with_a_job(redis: Redis, options: dict[str, Any]) -> None:
    job = theirs(redis).enqueue(TICK, "now", **options)
    work(redis)
    assert not redis.exists(job.key)
    assert set_aside(redis) == 1


def test_no_function_and_no_pickle_of_others_is_run(redis: Redis, tmp_path: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return os.mkdir, (str(tmp_path / "pickled"),)

    theirs(redis).enqueue("os.mkdir", str(tmp_path / "called"))
    plant(redis, b"pickled", data=zlib.compress(pickle.dumps(Bomb())))
    plant(redis, b"result", result=pickle.dumps(Bomb()), meta=pickle.dumps(Bomb()))
    work(redis)
    assert list(tmp_path.glob("*led")) == []
    assert set_aside(redis) == 3


def test_dependents_of_a_job_of_ours_go_nowhere(night: Night, redis: Redis) -> None:
    """The name of our next job can be guessed, and RQ reads who waits for it from Redis."""
    ours = queues.queue(redis).enqueue(TICK, "now", job_id="ours", result_ttl=0)
    other = Queue("other", connection=redis, serializer=JSONSerializer)
    other.enqueue("os.getpid", depends_on=ours)
    work(redis)
    assert other.job_ids == []


def test_a_scheduled_job_of_others_is_not_queued(redis: Redis, night: Night) -> None:
    tasks.wake(night.runtime, night.open_run(), night.runtime.now())
    (mine,) = queues.queue(redis).scheduled_job_registry.get_job_ids()
    redis.zadd(f"rq:scheduled:{QUEUE}", {ODD_ID: 1, "gone": 1, "theirs": 1, mine: 2})
    theirs(redis).create_job("os.getpid", job_id="theirs").save()

    schedule.enqueue_due(redis)
    assert queues.queue(redis).job_ids == [mine]
    assert redis.zcard(f"rq:scheduled:{QUEUE}") == 0
    assert set_aside(redis) == 1


def poison(redis: Redis) -> None:
    """Everything at once that ends a worker of RQ when it is read."""
    redis.set("rq:job:text", "no hash")
    plant(redis, b"huge", description="x", data=b"x" * 5_000_000)
    plant(redis, b"status", status="odd")
    plant(redis, b"date", created_at="odd")
    plant(redis, b"bytes", origin=b"\xff")
    plant(redis, b"endless", timeout="-1")
    redis.rpush(f"rq:queue:{QUEUE}", "text", ODD_ID, b"x" * 1_000_000, b"", "none")
    redis.rpush(f"rq:queue:{QUEUE}:intermediate", ODD_ID, "text")
    redis.sadd(f"rq:workers:{QUEUE}", ODD_ID)
    redis.sadd("rq:rate-limits", ODD_ID)
    redis.sadd("rq:groups", ODD_ID)
    redis.set(f"rq:scheduler-lock:{QUEUE}", "for ever")
    redis.set(f"rq:clean_registries:{QUEUE}", "for ever")
    for registry in ("wip", "failed", "finished", "scheduled", "deferred", "ready"):
        redis.zadd(f"rq:{registry}:{QUEUE}", {ODD_ID: 1, "text": 1, "a:b:c": 1})


def test_a_poisoned_queue_ends_no_worker(night: Night, redis: Redis, workers: Workers) -> None:
    night.send(invoice("F1"))
    poison(redis)
    worker = workers.start()
    tasks.wake(night.runtime, night.open_run())
    assert eventually(lambda: night.booked() == {"F1": 1}), workers.said()
    assert worker.poll() is None, workers.said()

    said = workers.said()
    for name in ("text", "huge", "status", "date", "bytes", "endless"):
        assert f"'rq:job:{name}'" in said
    assert r"\xff\xfe\x00 no id" in said
    assert "Traceback" not in said
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(60) == 0, workers.said()


def test_keys_of_the_wrong_kind_end_no_worker(night: Night, redis: Redis, workers: Workers) -> None:
    night.send(invoice("F1"))
    names = ("queue:exact", "queue:exact:intermediate", "workers", "workers:exact", "queues")
    keys = [f"rq:{name}" for name in (*names, "wip:exact", "failed:exact", "finished:exact", "scheduled:exact")]
    for key in keys:
        redis.set(key, "odd")
    redis.rpush("rq:scheduler-lock:exact", "odd")
    redis.rpush("rq:clean_registries:exact", "odd")
    night.runtime.session.rollback()
    workers.empty_the_queue()
    assert set_aside(redis) == len(keys) + 2
    tasks.wake(night.runtime, night.open_run())
    workers.empty_the_queue()
    assert night.booked() == {"F1": 1}


def test_a_queue_that_turns_into_something_else_is_set_aside_at_work(redis: Redis) -> None:
    redis.set(f"rq:queue:{QUEUE}", "odd")
    assert queues.ExactQueue.lmove(redis, f"rq:queue:{QUEUE}", None) is None
    assert set_aside(redis) == 1


def test_nobody_can_command_a_worker(redis: Redis, workers: Workers) -> None:
    worker: subprocess.Popen[bytes] = workers.start()
    assert eventually(lambda: redis.smembers(f"rq:workers:{QUEUE}")), workers.said()
    (key,) = ExactWorker.all_keys(queue=queues.queue(redis))
    heard = redis.publish(f"rq:pubsub:{key.rsplit(':', 1)[1]}", json.dumps({"command": "shutdown"}))
    assert heard == 0
    assert worker.poll() is None


def test_what_is_ours_is_left_alone(night: Night, redis: Redis) -> None:
    run_id = night.open_run()
    tasks.wake(night.runtime, run_id)
    before = {key: redis.dump(key) for key in redis.scan_iter()}
    sift(redis)
    assert {key: redis.dump(key) for key in redis.scan_iter()} == before
