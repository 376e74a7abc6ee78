"""Which functions a job may call: whoever can write to Redis must not be able to run anything else."""

from __future__ import annotations

from typing import Any

from rq.job import Job

ALLOWED = frozenset({"mice_exact_plugin.jobs.tasks.tick", "mice_exact_plugin.jobs.tasks.work_on_run"})


class ExactJob(Job):
    """A job whose function and callbacks must be on the list; JSON payloads alone do not keep `os.system` out."""

    def perform(self) -> Any:
        names = (
            self.func_name,
            self._success_callback_name,
            self._failure_callback_name,
            self._stopped_callback_name,
        )
        for name in filter(None, names):
            if name not in ALLOWED:
                raise PermissionError(name)
        return super().perform()
