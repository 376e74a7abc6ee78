"""A worker of the plugin's queue in the process of a test."""

from __future__ import annotations

from rq import SimpleWorker

from mice_exact_plugin.jobs import queues
from mice_exact_plugin.jobs.job import ExactJob


class InProcess(SimpleWorker):
    """The plugin's queue and jobs without a process of their own."""

    queue_class = queues.ExactQueue
    job_class = ExactJob
