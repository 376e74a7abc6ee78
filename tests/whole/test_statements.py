"""What an invoice costs our tables: statements and commits, counted where they reach the database."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from tests.whole.world import World

FEW, MANY = 20, 60
#: The goal for an invoice of a known debtor, and what a new one may cost on top.
STATEMENTS, COMMITS = 6, 3
MORE_STATEMENTS, MORE_COMMITS = 5, 2


@dataclass
class Count:
    """Of our own tables: the host's statements and its own commits are apart."""

    statements: int = 0
    commits: int = 0
    is_ours: bool = False

    def statement(self, _conn: Any, _cursor: Any, text: str, *_: Any) -> None:
        if "exact_" in text:
            self.statements += 1
            self.is_ours = True

    def commit(self, _conn: Any) -> None:
        self.commits += self.is_ours
        self.is_ours = False


@contextmanager
def counted(engine: Engine) -> Iterator[Count]:
    count = Count()
    event.listen(engine, "before_cursor_execute", count.statement)
    event.listen(engine, "commit", count.commit)
    yield count
    event.remove(engine, "before_cursor_execute", count.statement)
    event.remove(engine, "commit", count.commit)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_invoice_costs_few_statements_and_commits(world: World, tmp_path: Path) -> None:
    tenant = world.ready()
    world.send(tenant, document(invoice("F0")), tmp_path)
    world.run(tenant)

    few = _night(world, tmp_path, [invoice(f"A{number}") for number in range(FEW)])
    many = _night(world, tmp_path, [invoice(f"B{number}") for number in range(MANY)])
    new = _night(world, tmp_path, [_of_a_new_debtor(number) for number in range(MANY)])

    known = _each(many, few, MANY - FEW)
    assert known[0] <= STATEMENTS, f"{known[0]} statements an invoice"
    assert known[1] <= COMMITS, f"{known[1]} commits an invoice"
    more = _each(new, many, MANY)
    assert known[0] + more[0] <= STATEMENTS + MORE_STATEMENTS, f"{more[0]} statements more for a new debtor"
    assert known[1] + more[1] <= COMMITS + MORE_COMMITS, f"{more[1]} commits more for a new debtor"


def _night(world: World, folder: Path, invoices: list[dict[str, Any]]) -> Count:
    world.send("zaal", document(*invoices), folder)
    with counted(world.engine) as count:
        world.run("zaal")
    assert {row["state"] for row in world.rows("zaal").values()} == {"synced"}
    return count


def _each(more: Count, less: Count, invoices: int) -> tuple[float, float]:
    """What one invoice costs: what a run costs in any case is in both."""
    return (more.statements - less.statements) / invoices, (more.commits - less.commits) / invoices


def _of_a_new_debtor(number: int) -> dict[str, Any]:
    return invoice(f"N{number}", client={**CLIENT, "id": f"new-{number}", "name": f"Nieuwe Klant {number} B.V."})
