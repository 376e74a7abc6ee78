"""A spring in one night: deposits, finals that take them off, credits in a journal of their own, closed periods.

What must stand in Exact of each is written beside it, line by line; killing and chaos are judged by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.setup import settings
from simulator.tests.control import VENUE
from tests.crash.small import KNOWN, PROSPECT, small
from tests.whole.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from simulator.tests.control import Control
    from tests.whole.world import World

    #: Ledger, VAT code and net.
    Booked = tuple[str, str, str]

NEW = {"Name": "Nieuwe Klant B.V.", "Postcode": "9711 EF", "City": "Groningen"}
NEWER = {"Name": "Nog Een Nieuwe Klant", "Postcode": "5611 GH", "City": "Eindhoven"}
KEPT_ON = {"21": "1850", "9": "1851"}
INVOICES, CREDITS = "70", "71"
#: Closed when the night begins, by journal.
CLOSED = {INVOICES: (3,), CREDITS: (3, 4)}
#: What is of March goes here, unless April closes too: then where the credits go.
APRIL, MAY = "2026-04-01", "2026-05-01"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Wanted:
    """What Exact must hold of one invoice; without lines the sum is all that is asked.

    Attributes:
        days: those on which it may be, as a period may close while it is on its way.
    """

    number: str
    gross: str
    debtor: Mapping[str, str]
    journal: str = INVOICES
    days: frozenset[str] = frozenset()
    lines: tuple[Booked, ...] = ()
    sent: dict[str, Any] = field(default_factory=dict, compare=False)

    def agrees(self, entry: Mapping[str, Any] | None, names: Mapping[str, str]) -> bool:
        if entry is None:
            return False
        seen = entry["YourRef"], f"{entry['AmountFC']:.2f}", names.get(entry["Customer"]), entry["Journal"].strip()
        if seen != (self.number, self.gross, self.debtor["Name"], self.journal):
            return False
        return not self.lines or (_day(entry) in self.days and _lines(entry) == sorted(self.lines))


def _day(entry: Mapping[str, Any]) -> str:
    """As `/Date(1776124800000)/`: milliseconds since 1970."""
    return (EPOCH + timedelta(milliseconds=int(entry["EntryDate"][6:-2]))).date().isoformat()


def _lines(entry: Mapping[str, Any]) -> list[Booked]:
    return sorted(
        (one["GLAccountCode"].strip(), one["VATCode"].strip(), f"{one['AmountFC']:.2f}")
        for one in entry["SalesEntryLines"]
    )


def _sold(net: str, vat: str, rate: str = "21") -> dict[str, Any]:
    return {**line(net, vat, rate, "8000" if rate == "21" else "8010"), "kind": "product"}


def _paid(net: str, vat: str, rate: str = "21", *, of: str | None = None) -> dict[str, Any]:
    """Of a deposit; `of` takes that one off."""
    kind = "deposit_settlement" if of else "deposit"
    return {**line(net, vat, rate, None), "kind": kind, "settles": of}


def _wanted(number: str, debtor: Mapping[str, str], day: str, *lines: dict[str, Any], **changes: Any) -> Wanted:
    """`credits` is the number of what it credits."""
    client = {**CLIENT, "name": debtor["Name"], "postalcode": debtor["Postcode"], "city": debtor["City"]}
    journal = CREDITS if "credits" in changes else INVOICES
    kind = {"kind": "credit"} if "credits" in changes else {}
    date_sent = datetime.fromisoformat(day).date()
    event = {"id": f"E-{debtor['Name'][:8]}", "name": "Gala", "date": "2026-06-20"}
    sent = invoice(number, lines=list(lines), day=date_sent, client=client, event=event, **kind, **changes)
    booked = tuple((_ledger(one), {"21": "2", "9": "1"}[one["vat_rate"]], one["amount_excl"]) for one in lines)
    gross = sum((Decimal(one["amount_incl"]) for one in lines), Decimal(0))
    closed = date_sent.month in CLOSED[journal]
    days = {MAY} if journal == CREDITS else {APRIL, MAY} if closed or date_sent.month == 4 else set()
    return Wanted(number, f"{gross:.2f}", debtor, journal, frozenset(days | (set() if closed else {day})), booked, sent)


def _ledger(one: Mapping[str, Any]) -> str:
    return str(one["rate_group"]).partition("-")[2] if one["kind"] == "product" else KEPT_ON[one["vat_rate"]]


#: Of March and April most; M4 gives back a deposit, M9 a part of a final.
SPRING = (
    _wanted("M1", KNOWN, "2026-02-10", _paid("300.00", "63.00"), _paid("100.00", "9.00", "9")),
    _wanted("M2", NEW, "2026-03-10", _paid("200.00", "42.00")),
    _wanted("M3", PROSPECT, "2026-02-12", _paid("150.00", "31.50")),
    _wanted("M4", PROSPECT, "2026-03-20", _paid("-150.00", "-31.50"), credits="M3"),
    _wanted(
        "M5",
        KNOWN,
        "2026-03-14",
        _sold("1000.00", "210.00"),
        _sold("400.00", "36.00", "9"),
        _paid("-300.00", "-63.00", of="M1"),
        _paid("-100.00", "-9.00", "9", of="M1"),
    ),
    _wanted("M6", NEW, "2026-04-14", _sold("800.00", "168.00"), _paid("-200.00", "-42.00", of="M2")),
    _wanted("M7", KNOWN, "2026-02-14", _sold("100.00", "21.00")),
    _wanted("M8", KNOWN, "2026-02-20", _sold("-100.00", "-21.00"), credits="M7"),
    _wanted("M9", KNOWN, "2026-03-25", _sold("-50.00", "-10.50"), credits="M5"),
    _wanted("M10", NEWER, "2026-03-02", _sold("18.00", "3.78")),
)


#: One customer's, for nights that are killed at every moment: S1 is booked the night before.
KILLED = (
    _wanted("S1", KNOWN, "2026-02-12", _paid("150.00", "31.50")),
    _wanted("S2", KNOWN, "2026-03-10", _paid("200.00", "42.00")),
    _wanted("S3", KNOWN, "2026-04-14", _sold("800.00", "168.00"), _paid("-200.00", "-42.00", of="S2")),
    _wanted("S4", KNOWN, "2026-03-20", _paid("-150.00", "-31.50"), credits="S1"),
)


def imported(wanted: Iterable[Wanted]) -> dict[str, Any]:
    """The import file."""
    return document(*(each.sent for each in wanted))


def with_prepayments(build: Any) -> dict[str, Any]:
    """Small books with the two accounts that deposits are kept on."""
    seed = small(build)
    kept = [row for row in build()["GLAccounts"] if row["Code"] in KEPT_ON.values()]
    return {**seed, "GLAccounts": [*seed["GLAccounts"], *kept]}


def choose(world: World, tenant: str) -> None:
    """A journal for credits, accounts for deposits, and what is of a closed period goes to the first open one."""
    for journal, months in CLOSED.items():
        close(world.control, journal, *months)
    offered = {each.code: each.id for each in settings.choices(world.runtime, tenant).deposits.accounts}
    world.configure(
        tenant,
        deposits=DepositSettings({Decimal(rate): offered[code] for rate, code in KEPT_ON.items()}),
        credit_journal_code=CREDITS,
        closed_periods=ClosedPeriodSettings(ClosedPolicy.FIRST_OPEN),
    )


def close(control: Control, journal: str, *months: int) -> None:
    """Somebody closes periods in Exact."""
    rows = ({"Journal": journal, "Year": 2026, "Period": month} for month in months)
    control.insert(VENUE, "ClosedPeriods", *rows)
