"""The end of a job over its time: nothing that takes exceptions for one invoice's trouble can hold it up."""

from __future__ import annotations

from typing import Any

from rq.timeouts import JobTimeoutException, UnixSignalDeathPenalty


class OutOfTime(SystemExit):
    """Ends the job at once, whatever it was doing.

    RQ's own is an Exception: it would be taken for a bug of the invoice at hand, and the job would go on without any
    limit, because the alarm rings once. A SystemExit is also what asyncio passes on, wherever the alarm finds it.
    """


class Penalty(UnixSignalDeathPenalty):
    """RQ's alarm, with an exception of our own for jobs; the worker's own waits keep theirs."""

    def __init__(self, timeout: int, exception: type[BaseException], **options: Any) -> None:
        chosen = OutOfTime if exception is JobTimeoutException else exception
        super().__init__(timeout, chosen, **options)  # type: ignore[no-untyped-call]  # RQ leaves it untyped
