"""A client of one administration for whoever is not a run: with the line, the gate before it and the lease it needs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mice_exact_plugin.access.gate import Gate
from mice_exact_plugin.access.lease import writing
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime


@contextmanager
def writing_client(runtime: Runtime, link: Link) -> Iterator[ExactClient]:
    """The one writer of the administration for as long as it lasts; Busy while a run is at work there."""
    with writing(runtime, link.app, link.division) as held:
        gate = Gate(runtime, link.log_in, held)
        with Transport(link.app.base_url, runtime.config.deadline, gate) as transport:
            yield ExactClient(transport, link.division)


@contextmanager
def reading_client(runtime: Runtime, link: Link) -> Iterator[ExactClient]:
    """Beside whoever writes there: the gate lets no write of it through."""
    with Transport(link.app.base_url, runtime.config.deadline, Gate(runtime, link.log_in)) as transport:
        yield ExactClient(transport, link.division)
