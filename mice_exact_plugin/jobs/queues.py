"""The queue of this plugin: JSON payloads only, ids that say what a job is for, and no dependents."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from redis.exceptions import RedisError, ResponseError
from rq import Queue
from rq.exceptions import DuplicateJobError
from rq.intermediate_queue import IntermediateQueue
from rq.job import JobStatus
from rq.serializers import JSONSerializer
from rq.utils import now

from mice_exact_plugin.jobs.admission import COMPARISON, JOB_ID, JOB_TIMEOUT, QUEUE, TRIAL, WORK
from mice_exact_plugin.jobs.job import ExactJob
from mice_exact_plugin.jobs.sieve import logger, shown, sift

if TYPE_CHECKING:
    from datetime import datetime

    from redis import Redis
    from redis.client import Pipeline
    from rq.job import Job

#: RQ keeps a failed job for a year, for whoever wants to look at it.
FAILURE_TTL = 7 * 86400
#: Seconds in which a job that was taken has long begun, and a slice too, which its run's row then tells.
BEGINNING = 60
_OPTIONS: dict[str, object] = {"job_timeout": JOB_TIMEOUT, "result_ttl": 0, "failure_ttl": FAILURE_TTL}
_OF_A_RUN = "run-"
_SPENT = (JobStatus.FINISHED, JobStatus.FAILED, JobStatus.STOPPED, JobStatus.CANCELED)


class ExactQueue(Queue):
    """RQ's queue without what others could use it for: odd ids are dropped, and nothing follows on a job."""

    job_class = ExactJob

    @classmethod
    def lmove(cls, connection: Redis, queue_key: str, timeout: int | None) -> tuple[str, bytes] | None:
        """The next id that can be one of ours; one that cannot ends no worker."""
        while True:
            try:
                moved: tuple[str, bytes] | None = super().lmove(connection, queue_key, timeout)
            except ResponseError:
                sift(connection)
                continue
            if moved is None:
                return None
            if JOB_ID.fullmatch(name := moved[1].decode("utf-8", "replace")):
                # RQ lifts it when the job begins. Of a worker that dies before, nothing is left to wait for.
                connection.expire(ExactJob.key_for(name), BEGINNING)
                return moved
            connection.lrem(IntermediateQueue.get_intermediate_queue_key(queue_key), 1, moved[1])  # type: ignore[arg-type]
            logger.warning("dropped from the queue: %s", shown(moved[1]))

    def move_dependents_to_ready(
        self,
        job: Job,
        pipeline: Pipeline | None = None,
        exclude_job_id: str | None = None,
        refresh_job_status: bool = True,
    ) -> dict[str, list[str]]:
        """None: a job of ours has no dependents, and what claims to be one goes nowhere."""
        return {}


def queue(redis: Redis) -> ExactQueue:
    return ExactQueue(QUEUE, connection=redis, serializer=JSONSerializer, job_class=ExactJob)


def enqueue_slice(redis: Redis, run_id: int, mark: str, at: datetime | None = None) -> None:
    """Wake somebody up to work on a run, now or at a moment (UTC): once for as long as the run's mark is the same."""
    target, name = queue(redis), f"{_OF_A_RUN}{run_id}-{mark}"
    with suppress(DuplicateJobError):
        try:
            _enqueue(target, name, WORK, run_id, at)
        except DuplicateJobError:
            if _stands_in_the_way(target, name, at):
                _forget(target, name)
                _enqueue(target, name, WORK, run_id, at)


def enqueue_trial(redis: Redis, trial_id: int, mark: str) -> None:
    """Wake somebody up to work on a trial run: once for as long as its mark is the same."""
    _enqueue_once(redis, TRIAL, trial_id, f"trial-{trial_id}-{mark}")


def enqueue_comparison(redis: Redis, comparison_id: int, mark: str) -> None:
    """The same for a comparison of deposits with the ledger."""
    _enqueue_once(redis, COMPARISON, comparison_id, f"comparison-{comparison_id}-{mark}")


def _enqueue_once(redis: Redis, function: str, number: int, name: str) -> None:
    with suppress(DuplicateJobError):
        _enqueue(queue(redis), name, function, number)


def take_next(redis: Redis) -> int | None:
    """The run whose turn it is, taken out of the queue; None when nothing waits, or something else than a run.

    Its job counts as started for a minute, so that no tick queues it again before its slice has begun. Whoever takes it
    and dies has lost a wake-up, and the next tick gives another.
    """
    target = queue(redis)
    while (head := redis.lindex(target.key, 0)) is not None:
        name = head.decode("utf-8", "replace") if isinstance(head, bytes) else head
        if not name.startswith(_OF_A_RUN):
            return None
        if redis.lrem(target.key, 1, name) and (run_id := _begun(target, name)) is not None:
            return run_id
    return None


def waiting(redis: Redis) -> int:
    """How many jobs wait for a worker, as far as can be told: a slice books on while the queue is away."""
    with suppress(RedisError):
        return queue(redis).count
    return 0


def _begun(target: ExactQueue, name: str) -> int | None:
    """The run of a job that was taken; None when what bears the name is no such job."""
    job = target.fetch_job(name)
    if job is None:
        return None
    if job.func_name != WORK:
        _forget(target, name)
        return None
    with target.connection.pipeline() as pipeline:
        job.set_status(JobStatus.STARTED, pipeline=pipeline)
        pipeline.expire(job.key, BEGINNING)
        pipeline.execute()
    run_id: int = job.args[0]
    return run_id


def _enqueue(target: ExactQueue, name: str, function: str, number: int, at: datetime | None = None) -> None:
    if at is None:
        target.enqueue(function, number, job_id=name, unique=True, **_OPTIONS)
    else:
        target.enqueue_at(at, function, number, job_id=name, unique=True, **_OPTIONS)
    # What a dead worker left there would be taken for this one, and this one for stuck.
    target.connection.lrem(target.intermediate_queue_key, 0, name)


def _stands_in_the_way(target: ExactQueue, name: str, at: datetime | None) -> bool:
    """Whether the job of this id will not do: it has ended, waits for a later moment, is on no list or fell silent."""
    job = target.fetch_job(name)
    if job is None:
        return True
    status = job.get_status(refresh=False)
    if status is JobStatus.SCHEDULED:
        return at is None
    if status is JobStatus.STARTED:
        return _is_silent(job)
    return status in _SPENT or (status is JobStatus.QUEUED and not _is_listed(target, name))


def _is_listed(target: ExactQueue, name: str) -> bool:
    keys = (target.key, target.intermediate_queue_key)
    return any(target.connection.lpos(key, name) is not None for key in keys)


def _is_silent(job: Job) -> bool:
    """Whether its worker, which gives a sign every ten seconds, has given none for so long that it is dead."""
    return job.last_heartbeat is not None and now() - job.last_heartbeat > timedelta(seconds=BEGINNING)


def _forget(target: ExactQueue, name: str) -> None:
    with target.connection.pipeline() as pipeline:
        target.scheduled_job_registry.remove(name, pipeline=pipeline)
        target.failed_job_registry.remove(name, pipeline=pipeline)
        pipeline.delete(ExactJob.key_for(name))
        pipeline.execute()
