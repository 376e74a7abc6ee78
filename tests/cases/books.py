"""What the cases of a bookkeeper look at: where each line stands in the books, and what is changed behind the link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import Invoice, RateGroup
from simulator.tests.control import VENUE
from tests.cases.selling import CLIENT, invoice, line

if TYPE_CHECKING:
    from tests.cases.case import Case

BREDA = {**CLIENT, "name": "Eerste Klant BV", "country": "NL", "postalcode": "4811 AB", "city": "Breda"}
HALL = line("100.00", "21.00")

#: Ledger, VAT code, net and VAT of a line.
Booked = tuple[str, str, float, float]


def sold(number: str, *lines: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Of an ordinary Dutch customer; an evening in the hall unless it says otherwise."""
    return invoice(number, *(lines or (HALL,)), **{"client": BREDA} | changes)


def back(number: str, of: str, *lines: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A credit of it, of the evening in the hall unless it says otherwise."""
    credited = lines or (line("-100.00", "-21.00"),)
    return sold(number, *credited, **{"kind": "credit", "credits": of, "payment_term": None} | changes)


def booked_on(case: Case, number: str) -> list[Booked]:
    lines = case.entry(number)["SalesEntryLines"]
    return [
        (str(one["GLAccountCode"]).strip(), str(one["VATCode"]).strip(), one["AmountFC"], one["VATAmountFC"])
        for one in lines
    ]


def change_group(case: Case, code: str, ledger: str) -> None:
    """The venue gives a rate group another ledger number."""
    with case.services():
        session().scalars(select(RateGroup).where(RateGroup.code == code)).one().ledger_number = ledger
        session().commit()


def relation(case: Case, name: str, **changes: Any) -> str:
    """One that the bookkeeper made."""
    row = {"Name": name, "Status": "C", "Type": "A", "Postcode": "9711AA", "City": "Groningen", "Country": "NL"}
    case.control.insert(VENUE, "Accounts", row | {"Code": "77001"} | changes)
    (found,) = case.relations(name)
    return str(found["ID"])


def invoice_id(case: Case, number: str) -> str:
    with case.services():
        found = session().scalars(select(Invoice).where(Invoice.identifier == number)).one()
        return str(found.id)
