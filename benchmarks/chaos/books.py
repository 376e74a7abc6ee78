"""The invoices of one run, and the judgement on what Exact holds of them afterwards; `mixed.py` has the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.crash.mixed import NEW, NEWER, Wanted
from tests.crash.small import KNOWN, PROSPECT
from tests.whole.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Number, net, VAT and debtor; C8 is the credit of C1.
INVOICES = (
    ("C1", "100.00", "21.00", KNOWN),
    ("C2", "250.00", "52.50", NEW),
    ("C3", "75.50", "15.86", KNOWN),
    ("C4", "310.00", "65.10", PROSPECT),
    ("C5", "18.00", "3.78", NEWER),
    ("C6", "1200.00", "252.00", NEW),
    ("C7", "99.99", "21.00", PROSPECT),
    ("C8", "-100.00", "-21.00", KNOWN),
)
CREDIT, ORIGINAL = "C8", "C1"
ORDINARY = tuple(Wanted(number, f"{float(net) + float(vat):.2f}", debtor) for number, net, vat, debtor in INVOICES)


def sent() -> dict[str, Any]:
    """The import file."""
    return document(*(_invoice(*each) for each in INVOICES))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a bookkeeper would find: invoice numbers, or relations, that are not as they should be."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    #: Not booked as far as our table knows when the bench gave up: nothing is lost by that, and nothing is proven.
    unfinished: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.wrong)


def judge(
    wanted: Sequence[Wanted],
    entries: Sequence[Mapping[str, Any]],
    relations: Sequence[Mapping[str, Any]],
    rows: Mapping[str, Mapping[str, Any]],
) -> Verdict:
    """Hold Exact's entries and relations against the invoices and against what our table says of them."""
    counted = Counter(entry["YourRef"] for entry in entries)
    named = Counter(relation["Name"] for relation in relations)
    by_id = {entry["EntryID"]: entry for entry in entries}
    names = {relation["ID"]: relation["Name"] for relation in relations}
    verdict = Verdict()
    for each in wanted:
        number = each.number
        if rows[number]["state"] != "synced":
            verdict.unfinished.append(f"{number} ({rows[number]['state']})")
        elif not counted[number]:
            verdict.lost.append(number)
        elif not each.agrees(by_id.get(rows[number]["entry_id"]), names):
            verdict.wrong.append(number)
    verdict.doubled.extend(number for number, count in counted.items() if count > 1)
    verdict.doubled.extend(name for name, count in named.items() if count > 1)
    return verdict


def _invoice(number: str, net: str, vat: str, debtor: Mapping[str, str]) -> dict[str, Any]:
    client = {**CLIENT, "name": debtor["Name"], "postalcode": debtor["Postcode"], "city": debtor["City"]}
    credit: dict[str, Any] = {"kind": "credit", "credits": ORIGINAL} if number == CREDIT else {}
    return invoice(number, lines=[line(net, vat)], client=client, **credit)
