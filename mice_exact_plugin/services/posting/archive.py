"""Whether an administration that is shut was put in the archive, which Exact's `Reason` does not tell apart.

`system/Divisions` does: its `Status` is 2 then, and that list is given whatever administration its address names
(picqer/exact-php-client issue 470). It is asked once, after a refusal that ends the run anyway.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from mice_exact_plugin.errors import AdministrationClosed, OutcomeUnknown, Refused, TryLater

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.services.posting.work import Work

#: In the place of Exact's own reason, which has no word for it.
ARCHIVED = "DivisionArchived"
#: What Exact may answer of an administration in the archive.
_MAY_BE = frozenset({"DivisionBlocked", "NoDivisionAccess"})


@contextmanager
def told_apart(work: Work) -> Iterator[None]:
    """Name the archive as the reason where it is."""
    try:
        yield
    except AdministrationClosed as closed:
        if closed.kind in _MAY_BE and _is_archived(work):
            raise AdministrationClosed(closed.status, closed.messages, ARCHIVED) from closed
        raise


def _is_archived(work: Work) -> bool:
    """No answer is no: then what Exact said of the administration stands."""
    try:
        divisions = work.client.divisions(work.link.division)
    except (Refused, TryLater, OutcomeUnknown):
        return False
    return any(found.code == work.link.division and found.is_archived for found in divisions)
