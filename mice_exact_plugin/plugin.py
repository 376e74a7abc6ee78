"""The composition root that the entry point names: builds the runtime and hangs everything on the host."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mice_exact_plugin import cli, config, logs
from mice_exact_plugin.errors import QueueAway
from mice_exact_plugin.host import offers
from mice_exact_plugin.later import Later
from mice_exact_plugin.runtime import KEY, Extension, Runtime
from mice_exact_plugin.web import current, hanging
from mice_exact_plugin.web.blueprint import create_blueprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    # Any: signals carry arguments that later hosts may add.
    from typing import Any

    from flask import Flask

    from mice_exact_plugin.host.contract import Host, HostInvoice

logger = logging.getLogger("mice_exact_plugin")


letters, queueing, hearing = Later("web.letters"), Later("exports.queueing"), Later("deposits.hearing")


class ExactPlugin:
    """One per process; everything that belongs to an application hangs on that application."""

    def setup(self, app: Flask, host: Host) -> None:
        """Register pages, hooks, signals and commands. ConfigurationError names everything that is missing."""
        logs.hush()
        runtime = Runtime(host, config.load(os.environ), letters.write)
        app.extensions[KEY] = Extension(
            runtime,
            lambda tenant, actor: _enqueue_run(runtime, tenant, actor),
            lambda trial_id: _wake_for_trial(runtime, trial_id),
            lambda comparison_id: _wake_for_comparison(runtime, comparison_id),
            lambda tenant: current.standing_of_request(tenant).site,
        )
        app.register_blueprint(create_blueprint())
        app.cli.add_command(cli.group)
        hanging.register(host, runtime)
        _listen(host, runtime)


def _listen(host: Host, runtime: Runtime) -> None:
    """Receivers only write rows; a receiver that talked to Exact would hold the host's transaction open."""

    quietly = logs.discreet(logger, "a signal of the host failed")

    @quietly
    def sent(tenant: str, *, invoice: HostInvoice, **_: Any) -> None:
        queueing.on_sent(runtime, tenant, invoice)

    @quietly
    def updated(tenant: str, *, invoice: HostInvoice, **_: Any) -> None:
        queueing.on_changed(runtime, tenant, invoice)

    @quietly
    def deleted(tenant: str, *, invoice_id: str, **_: Any) -> None:
        queueing.on_deleted(runtime, tenant, invoice_id)

    @quietly
    def event_changed(tenant: str, *, event_id: str, **_: Any) -> None:
        hearing.on_event(runtime, tenant, event_id)

    # Held strongly: a weak reference would drop these closures at once.
    host.signals.invoice_sent.connect(sent, weak=False)
    host.signals.invoice_updated.connect(updated, weak=False)
    host.signals.invoice_deleted.connect(deleted, weak=False)
    for signal in offers.event_signals(host):
        signal.connect(event_changed, weak=False)


def _enqueue_run(runtime: Runtime, tenant: str, actor: str) -> int:
    # Redis, RQ and the line to Exact take a third of a second to load, and most processes of the web start no run.
    from mice_exact_plugin.booking import starting
    from mice_exact_plugin.jobs.tasks import wake

    run_id = starting.start(runtime, tenant, trigger="person", actor=actor)
    with _queue_away(run_id):
        wake(runtime, run_id)
    return run_id


def _wake_for_trial(runtime: Runtime, trial_id: int) -> None:
    from mice_exact_plugin.jobs.tasks import wake_for_trial

    with _queue_away(trial_id):
        wake_for_trial(runtime, trial_id)


def _wake_for_comparison(runtime: Runtime, comparison_id: int) -> None:
    from mice_exact_plugin.jobs.tasks import wake_for_comparison

    with _queue_away(comparison_id):
        wake_for_comparison(runtime, comparison_id)


@contextmanager
def _queue_away(number: int) -> Iterator[None]:
    """What a queue that cannot be reached means to whoever asked for work."""
    from redis import RedisError

    try:
        yield
    except RedisError as error:
        raise QueueAway(str(number)) from error


plugin = ExactPlugin()
