"""What the plugin overrides of RQ is there and is called as we think; the bound in pyproject.toml keeps it so."""

from __future__ import annotations

import inspect
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from rq import Queue, Worker
from rq.cron import CronJob, CronScheduler
from rq.job import Job
from rq.registry import BaseRegistry, StartedJobRegistry
from rq.scheduler import RQScheduler
from rq.timeouts import UnixSignalDeathPenalty

from mice_exact_plugin.jobs.job import ExactJob
from mice_exact_plugin.jobs.queues import ExactQueue
from mice_exact_plugin.jobs.schedule import Scheduler, Tick
from mice_exact_plugin.jobs.worker import ExactWorker, _Started

#: Owner, member and the names of its parameters; the second group is called and not overridden.
OVERRIDDEN: list[tuple[type, type, str, str]] = [
    (Job, ExactJob, "fetch", "id connection serializer"),
    (Job, ExactJob, "fetch_many", "job_ids connection serializer"),
    (Job, ExactJob, "refresh", "self"),
    (Job, ExactJob, "perform", "self"),
    (Queue, ExactQueue, "lmove", "connection queue_key timeout"),
    (Queue, ExactQueue, "move_dependents_to_ready", "self job pipeline exclude_job_id refresh_job_status"),
    (Worker, ExactWorker, "bootstrap", "self logging_level date_format log_format"),
    (Worker, ExactWorker, "subscribe", "self"),
    (Worker, ExactWorker, "handle_warm_shutdown_request", "self"),
    (Worker, ExactWorker, "clean_registries", "self"),
    (Worker, ExactWorker, "clean_group_registries", "self"),
    (Worker, ExactWorker, "_start_scheduler", "self burst logging_level date_format log_format"),
    (Worker, ExactWorker, "main_work_horse", "self job queue"),
    (RQScheduler, Scheduler, "heartbeat", "self"),
    (RQScheduler, Scheduler, "enqueue_scheduled_jobs", "self"),
    (StartedJobRegistry, _Started, "get_queue", "self"),
    (CronJob, Tick, "enqueue", "self connection"),
]
CALLED: list[tuple[type, str, str]] = [
    (Job, "restore", "self raw_data"),
    (Job, "get_call_string", "self"),
    (Queue, "_enqueue_job", "self job pipeline at_front unique"),
    (RQScheduler, "acquire_locks", "self auto_start"),
    (RQScheduler, "release_locks", "self"),
    (BaseRegistry, "remove", "self job pipeline delete_job"),
    (UnixSignalDeathPenalty, "__init__", "self timeout exception kwargs"),
]
ROOT = Path(__file__).parents[2]


def parameters(member: Any) -> str:
    return " ".join(inspect.signature(inspect.unwrap(getattr(member, "__func__", member))).parameters).removeprefix(
        "cls "
    )


@pytest.mark.parametrize(("theirs", "ours", "name", "expected"), OVERRIDDEN)
def test_what_is_overridden_exists(theirs: type, ours: type, name: str, expected: str) -> None:
    assert parameters(inspect.getattr_static(theirs, name)) == expected
    assert name in vars(ours), "it is overridden"


@pytest.mark.parametrize(("theirs", "name", "expected"), CALLED)
def test_what_is_called_exists(theirs: type, name: str, expected: str) -> None:
    assert parameters(inspect.getattr_static(theirs, name)) == expected


def test_attributes_that_are_read_or_set_exist() -> None:
    worker = {"self.scheduler", "self.last_cleaned_at", "self._dequeue_strategy"}
    assert all(name in inspect.getsource(Worker.__mro__[1]) for name in worker)
    assert "self._acquired_locks" in inspect.getsource(RQScheduler)
    assert "self._cron_jobs" in inspect.getsource(CronScheduler)


def test_the_version_has_an_upper_bound_that_holds_here() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (rq,) = [found for found in map(Requirement, project["dependencies"]) if found.name == "rq"]
    assert str(rq.specifier) == "<3.1,>=3.0"
    assert rq.specifier.contains(version("rq"))
