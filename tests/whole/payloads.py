"""What was sent to Exact, byte for byte, as digests: what changes no behaviour changes none of them.

The ids of new relations follow from a secret of the installation, so each is told by the place of its creation instead.
"""

from __future__ import annotations

import hashlib
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.booking import preview
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exact.wire.entries import new_entry
from mice_exact_plugin.exports import queue
from mice_exact_plugin.host import adapter
from mice_exact_plugin.work import books_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from simulator.tests.control import Control
    from tests.whole.world import World

WRITES = frozenset({"POST", "PUT"})


def sent(control: Control) -> list[str]:
    """One line per body since the log was cleared, in the order of sending: method, place and digest."""
    calls = [call for call in control.log() if call["method"] in WRITES and "/api/v1/" in call["path"]]
    bodies = _with_places([call["body"] for call in calls])
    places = [f"{call['method']}\t{call['path'].partition('/api/v1/')[2]}" for call in calls]
    return [f"{place}\t{_digest(body)}" for place, body in zip(places, bodies, strict=True)]


def entries(control: Control) -> dict[str, dict[str, Any]]:
    """The bodies of the entries since the log was cleared, by our number."""
    calls = [call for call in control.log() if call["method"] == "POST" and call["path"].endswith("SalesEntries")]
    bodies = [json.loads(call["body"], parse_float=Decimal) for call in calls]
    return {body["YourRef"]: body for body in bodies}


def foretold(world: World, tenant: str) -> dict[str, dict[str, Any]]:
    """The same as the preview of each waiting invoice has them; a debtor that is still to be made has no id."""
    books = books_of(world.runtime, tenant)
    with step(world.runtime.session):
        rows = queue.in_state(world.runtime.session, tenant, State.QUEUED)
        hosts = world.runtime.host.invoices(tenant, [row.invoice_id for row in rows])
        found = adapter.invoices(hosts)
    assert books is not None, "it is configured"
    readable = [(row, invoice) for row in rows if (invoice := found[row.invoice_id])]
    told = [preview.by_books(books, row, invoice) for row, invoice in readable]
    return {
        each.entry.your_ref: new_entry(each.draft.entry, each.entry.account_id or "", None)
        for each in told
        if each.draft and each.entry and not each.problems
    }


def _with_places(bodies: list[str]) -> list[str]:
    made = [json.loads(body).get("ID") for body in bodies]
    shown = {account_id: f"relation {place}" for place, account_id in enumerate(filter(None, made))}
    ids = re.compile("|".join(map(re.escape, shown)) or "(?!)")
    return [ids.sub(lambda found: shown[found[0]], body) for body in bodies]


def kept(path: Path, name: str) -> list[str]:
    """The lines of one recording."""
    found = (line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [rest for recording, _, rest in found if recording == name]


def keep(path: Path, name: str, lines: Iterable[str]) -> None:
    """Write a recording anew, between the others."""
    others = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    left = [line for line in others if not line.startswith(f"{name}\t")]
    path.write_text("\n".join(sorted_by_name([*left, *(f"{name}\t{line}" for line in lines)])) + "\n", encoding="utf-8")


def sorted_by_name(lines: list[str]) -> list[str]:
    return sorted(lines, key=lambda line: line.partition("\t")[0])


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]
