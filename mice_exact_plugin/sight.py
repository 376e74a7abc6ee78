"""Whether finding nothing means anything: a user without the right to view a resource gets an empty list, and no error.

Asked only when something would follow from nothing that was found, and once a slice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.errors import RightMissing
from mice_exact_plugin.exact.wire.entries import ENTRIES
from mice_exact_plugin.exact.wire.relations import ACCOUNTS

if TYPE_CHECKING:
    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.work import Work


def of_entries(work: Work) -> None:
    """Raises RightMissing unless sales entries can be seen: what was sent or typed in would be booked a second time."""
    _once(work, ENTRIES)


def of_relations(work: Work) -> None:
    """Raises RightMissing unless relations can be seen: one that exists would be made a second time."""
    _once(work, ACCOUNTS)


def demand(client: ExactClient, endpoint: str) -> None:
    """One call; raises RightMissing when the user may not view what is there."""
    if not client.has_right(endpoint, "GET"):
        raise RightMissing((), "forbidden", "GET", endpoint)


def _once(work: Work, endpoint: str) -> None:
    if endpoint not in work.sees:
        demand(work.client, endpoint)
        work.sees.add(endpoint)
