"""A job of this plugin: read from Redis only when it is one that we could have written, and failing without a trace."""

from __future__ import annotations

import logging

# Any: as RQ declares it.
from typing import TYPE_CHECKING, Any

from redis.exceptions import ResponseError
from rq.exceptions import NoSuchJobError
from rq.job import Job

from mice_exact_plugin.jobs.admission import ALLOWED, FIELDS, JOB_ID, LONGEST_FIELD, Foreign, admit
from mice_exact_plugin.jobs.sieve import set_aside, shown
from mice_exact_plugin.logs import without_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from redis import Redis

logger = logging.getLogger("mice_exact_plugin.jobs")


class ExactJob(Job):
    """RQ takes a job that is not there in its stride, so what we did not write is not there."""

    @classmethod
    def fetch(cls, id: str, connection: Redis | None = None, serializer: Any = None) -> Job:
        if not JOB_ID.fullmatch(id):
            logger.warning("no job of ours has the id %s", shown(id))
            raise NoSuchJobError
        return super().fetch(id, connection=connection, serializer=serializer)

    @classmethod
    def fetch_many(cls, job_ids: Iterable[str], connection: Redis, serializer: Any = None) -> list[Job | None]:
        return [cls._fetch_one(job_id, connection, serializer) for job_id in job_ids]

    @classmethod
    def _fetch_one(cls, job_id: str, connection: Redis, serializer: Any) -> Job | None:
        try:
            return cls.fetch(job_id, connection=connection, serializer=serializer)
        except NoSuchJobError:
            return None

    def refresh(self) -> None:
        """Read the hash when it is of a size that ours can have; NoSuchJobError when it is absent or set aside."""
        try:
            fields = self._read()
            if "data" not in fields:
                raise NoSuchJobError(self.key)
            self.restore({name.encode(): value for name, value in admit(fields).items()})
        except Foreign as error:
            set_aside(self.connection, self.key, str(error))
            raise NoSuchJobError(self.key) from error
        self.description = self.get_call_string()

    def _read(self) -> dict[str, bytes]:
        """The fields that count, and nothing of what else somebody may have put there; empty when there is no hash."""
        try:
            with self.connection.pipeline() as pipeline:
                for name in FIELDS:
                    pipeline.hstrlen(self.key, name)
                sizes = pipeline.execute()
        except ResponseError as error:
            raise Foreign("it is no hash") from error
        if any(size > LONGEST_FIELD for size in sizes):
            raise Foreign("it is larger than any job of ours")
        values = self.connection.hmget(self.key, FIELDS)
        return {name: value for name, value in zip(FIELDS, values, strict=True) if isinstance(value, bytes)}

    def perform(self) -> Any:
        """Nothing but a function on the list; of an error only its class goes on, as RQ logs and stores it."""
        if self.func_name not in ALLOWED:
            raise PermissionError(self.func_name)
        with without_text(logger, f"job {self.id} failed"):
            return super().perform()
