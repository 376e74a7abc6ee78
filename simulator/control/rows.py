"""Control of the books behind the client's back: rows put in, changed or taken away, and what the API has booked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.bookkeeping import vat_return as reports
from simulator.bookkeeping.summary import imbalances, vat_summary
from simulator.books.seed import ENTITIES, SEEDER, native_row
from simulator.control.handling import Body, ControlError
from simulator.odata.view import View
from simulator.resources.registry import BY_PATH
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from aiohttp import web

    from simulator.books.administration import Books
    from simulator.books.table import Row, Table
    from simulator.schema.entity import Entity
    from simulator.simulator import Simulator

OTHER_ENTITIES = {
    "SalesEntries": "SalesEntry",
    "SalesEntryLines": "SalesEntryLine",
    "Receivables": "Receivable",
    "VatPercentages": "VatPercentage",
}
SHOWN = {"entries": "salesentry/SalesEntries", "lines": "salesentry/SalesEntryLines", "accounts": "crm/Accounts"}


def _books(simulator: Simulator, wire: web.Request) -> Books:
    books = simulator.books.get(int(wire.match_info["division"]))
    if books is None:
        raise ControlError(f"no division {wire.match_info['division']}; there are {sorted(simulator.books)}")
    return books


def _table(books: Books, name: str) -> tuple[Table, Entity | None]:
    if name not in books.tables:
        raise ControlError(f"no resource {name!r}; there are {', '.join(books.tables)}")
    known = {**ENTITIES, **OTHER_ENTITIES}.get(name)
    return books[name], entity(known) if known else None


def rows(simulator: Simulator, wire: web.Request, _: Body) -> dict[str, Any]:
    """Every row of a resource as it is kept, codes without their blanks."""
    table = _table(_books(simulator, wire), wire.match_info["resource"])[0]
    return {"rows": [_shown(row) for row in table.rows.values()]}


def change_rows(simulator: Simulator, wire: web.Request, body: Body) -> dict[str, Any]:
    """`{"insert": [row…], "patch": [{"where": {…}, "set": {…}}…], "delete": [{…}…]}`; values find the rows."""
    books = _books(simulator, wire)
    table, kind = _table(books, wire.match_info["resource"])
    inserted = [_insert(simulator, table, kind, row) for row in _list(body, "insert")]
    patched = [_patch(simulator, table, kind, change) for change in _list(body, "patch")]
    deleted = [_delete(simulator, books, table, where) for where in _list(body, "delete")]
    return {"inserted": inserted, "patched": sum(patched), "deleted": sum(deleted)}


def _list(body: Body, name: str) -> list[dict[str, Any]]:
    given = body.get(name, [])
    return given if isinstance(given, list) else [given]


def _insert(simulator: Simulator, table: Table, kind: Entity | None, given: dict[str, Any]) -> Any:
    row = native_row(kind, given) if kind else dict(given)
    if kind and kind.key[0] not in row:
        row[kind.key[0]] = simulator.chance.guid()
    now = simulator.clock.wall()
    stamp = {"Created": now, "Creator": SEEDER, "Modified": now, "Modifier": SEEDER} if kind else {}
    return table.key_of(table.put({**stamp, **row}))


def _patch(simulator: Simulator, table: Table, kind: Entity | None, change: dict[str, Any]) -> int:
    values = dict.fromkeys(change["set"]) | (native_row(kind, change["set"]) if kind else change["set"])
    found = _find(table, change.get("where", {}))
    for row in found:
        table.change(row, **values, Modified=simulator.clock.wall())
    return len(found)


def _delete(simulator: Simulator, books: Books, table: Table, where: dict[str, Any]) -> int:
    found = _find(table, where)
    for row in found:
        key = table.key_of(row)
        books.delete(table.name, key, SEEDER, simulator.clock.wall(), simulator.chance.guid())
    return len(found)


def _find(table: Table, where: dict[str, Any]) -> list[Row]:
    """The rows with these values, compared as text so that JSON can name any of them."""
    wanted = {name: str(value) for name, value in where.items()}
    return [row for row in table.rows.values() if all(str(row.get(name)) == value for name, value in wanted.items())]


def _shown(row: Row) -> Row:
    return {name: value for name, value in row.items() if not name.startswith("_")}


def _records(books: Books, what: str) -> list[Row]:
    resource = BY_PATH[SHOWN[what]]
    view = View(resource.entity, books, resource.derived)
    return [view.record(row) for row in books[resource.table].rows.values()]


def entries(simulator: Simulator, wire: web.Request, _: Body) -> dict[str, Any]:
    """Every sales entry with its lines as the API shows them, oldest first."""
    books = _books(simulator, wire)
    lines: dict[str, list[Row]] = {}
    for line in _records(books, "lines"):
        lines.setdefault(line["EntryID"], []).append(line)
    found = _records(books, "entries")
    for entry in found:
        entry["SalesEntryLines"] = sorted(lines.get(entry["EntryID"], []), key=lambda line: int(line["LineNumber"]))
    return {"count": len(found), "entries": found}


def accounts(simulator: Simulator, wire: web.Request, _: Body) -> dict[str, Any]:
    """The relations; with `created_by=api` only those that did not come with the seed."""
    records = _records(_books(simulator, wire), "accounts")
    if wire.query.get("created_by") == "api":
        records = [record for record in records if record["Creator"] != SEEDER]
    return {"count": len(records), "accounts": records}


def balance(simulator: Simulator, wire: web.Request, _: Body) -> dict[str, Any]:
    """Entries that do not balance (there should be none), and the VAT per period and code."""
    books = _books(simulator, wire)
    summary = [
        {"year": t.year, "period": t.period, "code": t.code, "base": str(t.base), "vat": str(t.vat)}
        for t in vat_summary(books)
    ]
    return {"imbalances": {entry: str(total) for entry, total in imbalances(books).items()}, "vat": summary}


def vat_return(simulator: Simulator, wire: web.Request, _: Body) -> dict[str, Any]:
    """The boxes of the VAT return per quarter, and the sales listing per VAT number."""
    books = _books(simulator, wire)
    boxes = [
        {"year": t.year, "quarter": t.quarter, "box": t.box, "base": str(t.base), "vat": str(t.vat)}
        for t in reports.vat_return(books)
    ]
    listing = [
        {"year": s.year, "quarter": s.quarter, "vat_number": s.vat_number, "kind": s.kind, "amount": str(s.amount)}
        for s in reports.sales_listing(books)
    ]
    return {"boxes": boxes, "listing": listing}


def change_division(simulator: Simulator, wire: web.Request, body: Body) -> dict[str, Any]:
    """Change the description of an administration, such as Status, BlockingStatus or DefaultPaymentCondition."""
    books = _books(simulator, wire)
    books.division.update(body)
    simulator.save_all()
    return books.division
