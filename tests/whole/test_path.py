"""How far it is from a due invoice to the books: which functions of ours are at work where they reach what is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import httpcore2
import pytest
from sqlalchemy import event

from tests.whole.invoices import document, invoice

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType

    from tests.whole.world import World

PACKAGE = "/mice_exact_plugin/"
#: Functions of ours one within another, from the loop over what is due to the tables and to the library that sends.
MOST_FRAMES = 12
#: Whose functions are at work then, in their order. What is decided of the invoice is in the first two; each of the
#: others is a wall that guards something (docs/architecture.md).
DECIDES = ["booking/slice.py", "booking/post.py"]
SENDS = ["exact/client.py", "exact/transport.py"]
FILES = {
    "claim": [*DECIDES, *SENDS, "exact/line.py", "access/gate.py", "exports/queue.py", "database.py"],
    "POST": [*DECIDES, *SENDS],
    "booked": [*DECIDES, "booking/outcomes.py", "exports/queue.py", "database.py"],
}


def _at_work() -> list[str]:
    """The files of the functions at work, from the loop of the slice on, one for each function."""
    found: list[str] = []
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_name != "run_slice":
        _, is_ours, file = frame.f_code.co_filename.rpartition(PACKAGE)
        found += [file] if is_ours else []
        frame = frame.f_back
    return found[::-1] if frame else []


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_from_due_to_booked_is_a_short_way(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tenant, ways = world.ready(), dict[str, list[str]]()
    exchange = httpcore2.HTTPConnection.handle_request

    def sending(line: httpcore2.HTTPConnection, request: httpcore2.Request) -> httpcore2.Response:
        ways[request.method.decode()] = _at_work()
        return exchange(line, request)

    def writing(_conn: Any, _cursor: Any, text: str, *_: Any) -> None:
        if text.startswith("UPDATE exact_invoice_export"):
            ways["claim" if "posting_key=" in text else "booked" if "entry_id=" in text else "else"] = _at_work()

    monkeypatch.setattr(httpcore2.HTTPConnection, "handle_request", sending)
    event.listen(world.engine, "before_cursor_execute", writing)
    world.send(tenant, document(invoice("F1")), tmp_path)
    world.run(tenant)

    for what, files in FILES.items():
        assert len(ways[what]) <= MOST_FRAMES, ways[what]
        assert list(dict.fromkeys(ways[what])) == files
