"""`./run bench calls`: how many calls a night takes, ours and the published client's, from the server's own log."""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.installation import Installation
from benchmarks.published import book, published
from benchmarks.report import Row, how_many, tell
from tests.crash import small
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TENANT = "zaal"
NO_LIMITS = {"minute_limit": 1_000_000, "day_limit": 1_000_000}
#: What a night may read, besides one call for each invoice and each new debtor.
READING = 12
POSTS = {"salesentry/SalesEntries": "entries", "crm/Accounts": "relations"}


@dataclass(frozen=True, slots=True)
class Night:
    """Which customers get an invoice, by number; those up to `known` had one before."""

    name: str
    customers: tuple[int, ...]
    known: int

    @property
    def new(self) -> int:
        return len({number for number in self.customers if number > self.known})


class Office(Installation):
    """One tenant, ready to book."""

    def prepare(self) -> None:
        self.world.ready(TENANT)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench calls", description=__doc__)
    parser.add_argument("--first", type=how_many, default=100, help="invoices of a night of new customers")
    parser.add_argument("--steady", type=how_many, default=300, help="invoices of a later night, a fifth of them new")
    options = parser.parse_args(arguments)
    nights = list(_nights(options.first, options.steady))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office(folder, None, small.write(folder), NO_LIMITS, {})
        with office, office.world.app.app_context():
            ours = [_ours(office, night) for night in nights]
            with published(office.control, folder) as api:
                theirs = [_theirs(office, api, night) for night in nights]
    tell("Calls as the server counted them", [*ours, *theirs])
    kept = all(
        _total(row) <= len(night.customers) + night.new + READING for row, night in zip(ours, nights, strict=True)
    )
    return 0 if kept else 1


def _nights(first: int, steady: int) -> Iterator[Night]:
    new = steady // 5
    regulars = tuple(1 + number % first for number in range(steady - new))
    yield Night("first", tuple(range(1, first + 1)), known=0)
    yield Night("steady", (*regulars, *range(first + 1, first + new + 1)), known=first)


def _ours(office: Office, night: Night) -> Row:
    bills = (
        invoice(f"{night.name[0].upper()}{number:05}", client=_customer(customer))
        for number, customer in enumerate(night.customers)
    )
    office.world.send(TENANT, document(*bills), office.folder)
    office.control.clear_log()
    office.world.run(TENANT)
    row = _row("ours", night, office.control.log())
    states = Counter(each["state"] for each in office.world.rows(TENANT).values())
    assert set(states) == {"synced"}, states
    return row


def _customer(number: int) -> dict[str, Any]:
    return {**CLIENT, "name": f"Eigen klant {number} B.V.", "postalcode": "3511 AB", "city": "Utrecht"}


def _theirs(office: Office, api: Any, night: Night) -> Row:
    office.control.clear_log()
    for number, customer in enumerate(night.customers, start=night.known):
        book(api, number, customer)
    return _row("exactonline", night, office.control.log())


def _row(client: str, night: Night, log: list[dict[str, Any]]) -> Row:
    posts = Counter(POSTS.get(_endpoint(call["path"])) for call in log if call["method"] == "POST")
    return {
        "client": client,
        "night": night.name,
        "invoices": len(night.customers),
        "new customers": night.new,
        "calls": len(log),
        "an invoice": len(log) / len(night.customers),
        **{f"posted {what}": posts[what] for what in POSTS.values()},
        "the rest": len(log) - sum(posts[what] for what in POSTS.values()),
    }


def _endpoint(path: str) -> str:
    return "/".join(path.strip("/").split("/")[-2:])


def _total(row: Row) -> int:
    return int(str(row["calls"]))
