"""How an invoice comes into a situation: what was sent before, what Exact has of it, and what was written down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from mice_exact_plugin.domain.entry.entry import SeenEntry
from tests.booking.nights import night
from tests.domain.build import debtor, invoice, line
from tests.fake.client import LOST, POSTS, SILENT, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
    from mice_exact_plugin.work import Work
    from tests.fake.client import Where
    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]

JOURNALS: Where = ("GET", "financial/Journals")
DIVISIONS: Where = ("GET", "system/Divisions")
HALL = line("100.00", "21.00")
STRANGER = debtor(name="Nieuwe Klant B.V.", vat_number="NL001234567B01", coc_number="87654321", postcode="3511 AA")
#: Longer than an entry may still appear after it was sent.
SETTLED = 901
ANOTHER = "22222222-aaaa-5222-8222-222222222222"


def bill(key: str, *lines: InvoiceLine, **changes: Any) -> Invoice:
    """The invoice with this id, of one evening in the hall unless it says otherwise."""
    return invoice(*(lines or (HALL,)), **{"id": key, "identifier": f"F2026-{key}"} | changes)


def unforeseen(key: str) -> Invoice:
    """It can be read, and nobody thought of a line without an amount."""
    nothing: Any = None
    return replace(bill(key), lines=(replace(HALL, net=nothing),))


def posted(office: Office, key: str = "1", trouble: Trouble | None = None, **changes: Any) -> Work:
    """An invoice that was sent once, and what happened to it then."""
    office.send(bill(key, **changes))
    return once_more(office, key, trouble)


def once_more(office: Office, key: str = "1", trouble: Trouble | None = None) -> Work:
    office.exact.trouble(POSTS, trouble)
    work = office.work()
    office.export(work, key)
    return work


def lost(office: Office, key: str = "1", **changes: Any) -> Work:
    """Exact booked it and its answer got lost."""
    return posted(office, key, LOST, **changes)


def silent(office: Office, key: str = "1", **changes: Any) -> Work:
    """Nothing arrived."""
    return posted(office, key, SILENT, **changes)


def typed(office: Office, key: str = "1", **changes: Any) -> SeenEntry:
    """Somebody typed the entry of an invoice in Exact, or something like it."""
    plain = SeenEntry(
        entry_id=ANOTHER,
        entry_number=26700900,
        your_ref=f"F2026-{key}",
        account_id=next(iter(office.books.relations)),
        gross=HALL.gross,
        created=office.time.now,
        status=20,
        journal="70",
        vat=HALL.vat,
        currency="EUR",
        entry_date=invoice().invoice_date,
        payment_condition="14",
    )
    entry = replace(plain, **changes)
    office.books.entries[entry.entry_id] = entry
    return entry


def retyped(office: Office, kind: Literal["E", "I"] = "I", code: str = "2") -> None:
    """Somebody changes the kind of a VAT code, so that Exact computes otherwise."""
    codes = office.books.reference.vat_codes
    office.books.with_lists(vat_codes={**codes, code: replace(codes[code], type=kind)})


def bills(office: Office, count: int, **changes: Any) -> None:
    office.send(*(bill(str(number + 1), **changes) for number in range(count)))


def posts(*troubles: Trouble | None, count: int = 0) -> Callable[[Office], Callable[[], Any]]:
    """As many invoices as that, and what happens to their posts."""

    def situation(office: Office) -> Callable[[], Any]:
        bills(office, count or len(troubles))
        office.exact.trouble(POSTS, *troubles)
        return office.run

    return situation


def hindered(where: Where, *troubles: Trouble, count: int = 1) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        bills(office, count)
        office.exact.trouble(where, *troubles)
        return lambda: night(office)

    return situation
