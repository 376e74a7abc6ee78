"""The books of one administration in Exact as values, with the rules by which the simulator books and refuses.

Its sentences, its figures and its order of complaints are the simulator's, which `tests/whole/exact/test_fake.py` holds
it to: both are asked the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import NAMESPACE_OID, uuid5

from mice_exact_plugin import clock
from mice_exact_plugin.domain.entry.entry import EntryLine, SeenEntry
from mice_exact_plugin.domain.reference import Use
from mice_exact_plugin.exact.wire.relations import AccountRow
from simulator.bookkeeping.due_date import due_date
from simulator.bookkeeping.lines import CONTROL_ACCOUNTS
from simulator.bookkeeping.vat import CHARGING, work_out
from simulator.messages import Message, Refused, refuse
from simulator.resources.accounts import EMAIL, VAT_NUMBER
from simulator.resources.countries import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from mice_exact_plugin.domain.entry.entry import SalesEntry, SalesEntryLine
    from mice_exact_plugin.domain.reference import CrmAccount, GLAccount, ReferenceData, VatCode

V = TypeVar("V")
SALES_JOURNAL, OPEN = 20, 20


def as_it_is(made: V) -> V:
    return made


@dataclass
class Books:
    """What an administration has; whatever is changed here was changed by somebody in Exact itself.

    Attributes:
        default_condition: what an entry has without a condition of its own, or of its relation.
        keeps_ids: whether an entry or a relation is kept under the id that was sent with it.
        books: what Exact makes of an entry that is as it should be, where it makes something else of it.
        makes: the same for a new relation.
        shows: whether a search finds what is there.
        version: the row version of what changed last, as sync endpoints tell it.
    """

    reference: ReferenceData
    relations: dict[str, CrmAccount] = field(default_factory=dict)
    entries: dict[str, SeenEntry] = field(default_factory=dict)
    default_condition: str | None = "30"
    keeps_ids: bool = True
    books: Callable[[SeenEntry], SeenEntry] = as_it_is
    makes: Callable[[CrmAccount], CrmAccount] = as_it_is
    shows: bool = True
    deleted: list[tuple[int, str]] = field(default_factory=list)
    versions: dict[str, int] = field(default_factory=dict)
    version: int = 1
    made: int = 0

    def knows(self, *accounts: CrmAccount) -> None:
        """Somebody puts relations in, or changes them."""
        for account in accounts:
            self.version += 1
            self.relations[account.id], self.versions[account.id] = account, self.version

    def loses(self, account_id: str) -> None:
        """Somebody deletes a relation."""
        self.version += 1
        del self.relations[account_id]
        self.deleted.append((self.version, account_id))

    def fresh_id(self) -> str:
        self.made += 1
        return str(uuid5(NAMESPACE_OID, f"made by Exact {self.made}"))

    def book(self, entry: SalesEntry, account_id: str, entry_id: str | None) -> SeenEntry:
        """A new entry, or what is wrong with it, all of it at once."""
        about_lines = (each for line in entry.lines for each in self._line(line, entry.entry_date))
        problems = [*self._header(entry, account_id), *about_lines]
        if not entry.lines:
            problems.append(Message("mandatory", "lines"))
        worth = [self._worth(line, entry.entry_date, problems) for line in entry.lines]
        if problems:
            raise Refused(*dict.fromkeys(problems))
        key = self._key(entry_id, self.entries)
        seen = self.books(self._seen(entry, account_id, key, tuple(worth)))
        self.entries[key] = seen
        return seen

    def _header(self, entry: SalesEntry, account_id: str) -> Iterator[Message]:
        account, journal = self.relations.get(account_id), self.reference.journals.get(entry.journal)
        yield from self._customer(account, entry.entry_date)
        if journal is None:
            yield Message("reference", "journal")
        elif journal.type != SALES_JOURNAL:
            yield Message("invalid", "journal_type")
        elif journal.is_blocked:
            yield Message("blocked", "journal")
        condition = entry.payment_condition or self._usual(account)
        if condition is None:
            yield Message("mandatory", "condition")
        elif condition not in self.reference.payment_conditions:
            yield Message("reference", "condition")
        yield from self._period(entry)
        if entry.currency != self.reference.division.currency:
            yield Message("reference", "currency")

    @staticmethod
    def _customer(account: CrmAccount | None, day: date) -> Iterator[Message]:
        if account is None:
            yield Message("reference", "customer")
        elif account.status != "C":
            yield Message("invalid", "customer_type")
        elif account.is_blocked:
            yield Message("blocked", "customer")
        elif account.end_date and account.end_date < day:
            yield Message("invalid", "customer_inactive")
        elif account.start_date and day < account.start_date:
            yield Message("inactive", "customer")

    def _period(self, entry: SalesEntry) -> Iterator[Message]:
        found = next((each for each in self.reference.periods if each.start <= entry.entry_date <= each.end), None)
        if found is None:
            yield Message("unknown", "year")
        elif any(
            (closed.journal, closed.year, closed.period) == (entry.journal, found.year, found.period)
            for closed in self.reference.closed_periods
        ):
            yield Message("period_closed", f"{found.year} – {found.period}")

    def _line(self, line: SalesEntryLine, day: date) -> Iterator[Message]:
        ledger, code = self.reference.gl_accounts_by_id.get(line.gl_account_id), self._vat_code(line)
        if ledger is None:
            yield Message("reference", "ledger")
        elif ledger.type in CONTROL_ACCOUNTS:
            yield Message("invalid", "ledger_type")
        elif ledger.is_blocked:
            yield Message("blocked", "ledger")
        for given, term in zip(self._costs(line, ledger), ("cost_center", "cost_unit"), strict=True):
            yield from self._cost(given, term, ledger, day)
        if code is None:
            yield Message("reference", "vat_code")
        elif code.is_blocked:
            yield Message("blocked", "vat_code")
        elif code.transaction_type not in ("S", "B"):
            yield Message("not_allowed", "vat_code")

    def _costs(self, line: SalesEntryLine, ledger: GLAccount | None) -> tuple[str | None, str | None]:
        """Those of the line, else of its account."""
        center, unit = line.cost_center, line.cost_unit
        return (center or ledger.cost_center, unit or ledger.cost_unit) if ledger else (center, unit)

    def _cost(self, code: str | None, term: str, ledger: GLAccount | None, day: date) -> Iterator[Message]:
        is_center = term == "cost_center"
        use = (ledger.cost_center_use if is_center else ledger.cost_unit_use) if ledger else Use.OPTIONAL
        if code is None:
            yield from [Message("mandatory", term)] if use is Use.MANDATORY else []
            return
        found = (self.reference.cost_centers if is_center else self.reference.cost_units).get(code)
        if found is None:
            yield Message("reference", term)
        elif use is Use.NO:
            yield Message("invalid", f"{term}_link")
        elif not found.is_active_on(day):
            yield Message("invalid", term)

    def _vat_code(self, line: SalesEntryLine) -> VatCode | None:
        return self.reference.vat_codes.get(line.vat_code)

    def _worth(self, line: SalesEntryLine, day: date, problems: list[Message]) -> EntryLine:
        code = self._vat_code(line)
        kind = code.type if code else "N"
        rate = next((each.rate for each in code.percentages if each.holds_on(day)), None) if code else Decimal(0)
        if rate is None and kind in CHARGING:
            problems.append(Message("invalid", "vat_percentage"))
        override = line.vat if line.vat_override else None
        worth = work_out(kind, line.net, (rate or Decimal(0)) / 100, override, "half_up")
        costs = self._costs(line, self.reference.gl_accounts_by_id.get(line.gl_account_id))
        return EntryLine(line.gl_account_id, line.vat_code, worth.net, worth.vat, *costs)

    def _seen(self, entry: SalesEntry, account_id: str, key: str, lines: tuple[EntryLine, ...]) -> SeenEntry:
        condition = entry.payment_condition or self._usual(self.relations[account_id])
        vat = sum((line.vat or Decimal(0) for line in lines), Decimal(0))
        return SeenEntry(
            entry_id=key,
            entry_number=int(f"{entry.entry_date.year % 100:02}{entry.journal}".ljust(8, "0")) + len(self.entries) + 1,
            your_ref=entry.your_ref,
            account_id=account_id,
            gross=sum((line.net for line in lines), vat),
            created=clock.now().replace(microsecond=0),
            status=OPEN,
            journal=entry.journal,
            vat=vat,
            currency=entry.currency,
            entry_date=entry.entry_date,
            due_date=entry.due_date or self._due(entry.entry_date, condition),
            payment_condition=condition or "",
            lines=lines,
        )

    def _usual(self, account: CrmAccount | None) -> str | None:
        """The condition of the relation, of which we know only that it has one, else that of the administration."""
        if account is not None and account.has_payment_condition:
            return next(iter(self.reference.payment_conditions), None)
        return self.default_condition

    def _due(self, day: date, code: str | None) -> date:
        found = self.reference.payment_conditions[code or ""]
        rule = {"PaymentEndOfMonths": found.end_of_months, "PaymentDays": found.days}
        return due_date(datetime.combine(day, time(), UTC), rule).date()

    def _key(self, given: str | None, taken: Collection[str]) -> str:
        if given is None or not self.keeps_ids:
            return self.fresh_id()
        if given in taken:
            raise refuse("exists")
        return given

    def make(self, properties: dict[str, str]) -> CrmAccount:
        """A new relation of what was sent, or what is wrong with it."""
        problems = []
        if "Email" in properties and not EMAIL.fullmatch(properties["Email"]):
            problems.append(Message("invalid", "email"))
        if "VATNumber" in properties and not VAT_NUMBER.fullmatch(properties["VATNumber"]):
            problems.append(Message("invalid", "vat_number"))
        if properties.get("Country", "NL") not in COUNTRIES:
            problems.append(Message("reference", "country"))
        if problems:
            raise Refused(*problems)
        key = self._key(properties.get("ID"), self.relations)
        code = max((int(account.code) for account in self.relations.values() if account.code.isdigit()), default=0) + 1
        known: dict[str, Any] = {
            name: value for name, value in properties.items() if name in AccountRow.__struct_fields__
        }
        start = known.pop("StartDate", None)
        made = AccountRow(**{**known, "ID": key, "Code": str(code)}).value()
        self.knows(self.makes(replace(made, start_date=date.fromisoformat(start) if start else None)))
        return self.relations[key]

    def change(self, account_id: str, **changes: Any) -> None:
        """Change a relation; KeyError for one that is not there."""
        self.knows(replace(self.relations[account_id], **changes))

    def number(self, account_id: str, number: str) -> None:
        """Write the VAT number of a relation, in whatever way it is written."""
        if not VAT_NUMBER.fullmatch(number):
            raise refuse("invalid", "vat_number")
        self.change(account_id, vat_number=number)

    def patch(self, entry_id: str, **changes: Any) -> None:
        """Somebody changes an entry."""
        self.entries[entry_id] = replace(self.entries[entry_id], **changes)

    def with_lists(self, **changes: Any) -> None:
        """Somebody changes the lists."""
        self.reference = replace(self.reference, **changes)
