"""Commands that stay up: the worker and the scheduler; and one tick by hand."""

from __future__ import annotations

import os
import time

import click
from flask.cli import with_appcontext
from redis import RedisError

from mice_exact_plugin.cli.database import refuse_behind
from mice_exact_plugin.cli.output import refuse, runtime
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.jobs import schedule, tasks
from mice_exact_plugin.jobs.worker import settle
from mice_exact_plugin.jobs.worker import worker as make_worker


@click.command()
@click.option("--burst", is_flag=True, help="Stop when the queue is empty.")
@with_appcontext
def worker(burst: bool) -> None:
    """Work on the queue until SIGTERM; run as many as there are administrations to serve at once."""
    refuse_behind()
    engine = runtime().session.get_bind()

    def after_fork() -> None:
        engine.engine.dispose(close=False)

    settle()
    make_worker(runtime().host.redis, after_fork).work(burst=burst, with_scheduler=True)


@click.command()
@with_appcontext
def scheduler() -> None:
    """Send the tick every five minutes; more than one is harmless."""
    # RQ's cron thinks in the process's local time; the tick is due at every fifth minute of any zone.
    os.environ["TZ"] = "UTC"
    time.tzset()
    schedule.scheduler(runtime().host.redis).start()  # type: ignore[no-untyped-call]  # RQ leaves it untyped


@click.command()
@with_appcontext
def tick() -> None:
    """Do one tick now: start due runs, resume waiting ones, keep log-ins alive."""
    try:
        tasks.tick(runtime().now().isoformat())
    except RedisError:
        refuse(gettext("De wachtrij (Redis) is niet bereikbaar: wat klaarstaat is niet gewekt, het overige is gedaan."))


COMMANDS = (worker, scheduler, tick)
