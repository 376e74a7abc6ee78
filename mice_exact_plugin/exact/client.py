"""What this plugin asks of one administration in Exact Online, in the domain's own values.

Every method may raise the classes of `mice_exact_plugin.errors`. Lists are read whole, over all their pages. A user
without the right gets an empty list instead of an error (Exact's REST tips): the caller judges whether empty can be.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

# Any: a bound of a type variable cannot name another one.
from typing import Any, Literal, TypeVar

from mice_exact_plugin.domain.deposits.comparing import LedgerLine
from mice_exact_plugin.domain.entry.entry import EntryLine, SalesEntry, SeenEntry
from mice_exact_plugin.domain.invoice import Debtor
from mice_exact_plugin.domain.reference import (
    ClosedPeriod,
    CostCode,
    CrmAccount,
    Division,
    FinancialPeriod,
    GLAccount,
    Journal,
    PaymentCondition,
    VatCode,
)
from mice_exact_plugin.errors import NotAllowed, Refused, TryLater
from mice_exact_plugin.exact.errors import unusable
from mice_exact_plugin.exact.odata import Query
from mice_exact_plugin.exact.transport import Call, Transport
from mice_exact_plugin.exact.wire import entries, envelope, identity, ledger, reference, relations
from mice_exact_plugin.exact.wire.envelope import Garbled, Page, Row, ValueRow
from mice_exact_plugin.exact.wire.identity import Me
from mice_exact_plugin.exact.wire.odd import Odd, Sifted, sane, sifted

__all__ = ["ExactClient", "Me"]

#: Two million relations, a thousand a page; Exact allows 5,000 calls a day.
MOST_PAGES = 2000
#: A list may take half of the ten minutes of a slice; what is kept page by page goes on where it was.
LONGEST = timedelta(minutes=5)

R = TypeVar("R", bound=Row)
P = TypeVar("P", bound="Page[Any] | Sifted[Any]")
V = TypeVar("V")


class ExactClient:
    """One administration, over a transport with a gate. `me` and `divisions` need no division yet: 0 will do."""

    def __init__(self, transport: Transport, division: int, longest: timedelta = LONGEST) -> None:
        self._transport = transport
        self._division = division
        self._longest = longest.total_seconds()
        #: Records of mirrored lists that made no sense; whoever reads a list takes them from here.
        self.odd: list[Odd] = []
        #: Until a search with the function `trim` is refused.
        self._trims = True

    def me(self) -> Me:
        """The user whose token this is; not counted in the daily limit (Exact's limits page)."""
        query = identity.me()
        return self._one(Call("GET", f"/api/v1/{query.endpoint}", query.endpoint, query=query.options), identity.MeRow)

    def divisions(self, current_division: int) -> list[Division]:
        """The administrations that the user may use and granted to the app; any division leads to the same list."""
        return ExactClient(self._transport, current_division)._list(identity.divisions(), identity.DivisionRow)

    def gl_accounts_since(self, timestamp: int) -> Iterator[tuple[list[GLAccount], int]]:
        """Pages of what changed after a row version (0: everything), each with the version to go on from."""
        return self._changes(reference.gl_account_changes(timestamp), reference.GLAccountRow)

    def crm_accounts_since(self, timestamp: int) -> Iterator[tuple[list[CrmAccount], int]]:
        """The same for relations, of which only the few properties of `CrmAccount` are read."""
        return self._changes(relations.account_changes(timestamp), relations.AccountRow)

    def deleted_since(self, timestamp: int) -> Iterator[tuple[list[tuple[int, str]], int]]:
        """The same for deletions of the last two months as (entity type, id): 2 is a relation, 7 a G/L account."""
        return self._changes(relations.deletions(timestamp), relations.DeletedRow)

    def journals(self) -> list[Journal]:
        return self._mirrored(reference.journals(), reference.JournalRow)

    def vat_codes(self) -> list[VatCode]:
        """All VAT codes with the percentages of now and earlier; two lists in Exact, joined here."""
        codes = self._shaped(reference.vat_codes(), reference.VatCodeRow)
        self.odd.extend(odd for found in codes for odd in found.odd)
        percentages = self._shaped(reference.vat_percentages(), reference.VatPercentageRow)
        values, odd = reference.joined(
            (each for found in codes for each in found.rows),
            (each for found in percentages for each in found.rows),
            (each for found in percentages for each in found.odd),
        )
        # A percentage of which not even the code can be read is named itself.
        self.odd.extend([*odd, *(each for found in percentages for each in found.odd if not each.id)])
        return values

    def take_odd(self) -> list[Odd]:
        """The records that made no sense since this was last asked."""
        taken, self.odd = self.odd, []
        return taken

    def payment_conditions(self) -> list[PaymentCondition]:
        return self._mirrored(reference.payment_conditions(), reference.PaymentConditionRow)

    def cost_centers(self) -> list[CostCode]:
        return self._mirrored(reference.cost_centers(), reference.CostCodeRow)

    def cost_units(self) -> list[CostCode]:
        return self._mirrored(reference.cost_units(), reference.CostCodeRow)

    def periods(self) -> list[FinancialPeriod]:
        return self._mirrored(reference.periods(), reference.PeriodRow)

    def closed_periods(self, journal_codes: Collection[str]) -> list[ClosedPeriod]:
        """The closed periods of these journals; an empty list is the usual answer."""
        if not journal_codes:
            return []
        return self._mirrored(reference.closed_periods(journal_codes), reference.ClosedPeriodRow)

    def find_crm_accounts(self, account_ids: Iterable[str]) -> list[CrmAccount]:
        """Those of the relations that exist, 40 a call."""
        return [
            account for query in relations.accounts(account_ids) for account in self._list(query, relations.AccountRow)
        ]

    def create_crm_account(
        self,
        debtor: Debtor,
        account_id: str,
        *,
        leaves: Callable[[], None],
        start: date | None = None,
        omit: Collection[str] = frozenset(),
        home_country: str | None = None,
    ) -> CrmAccount:
        """Create a customer under an id of ours, active from `start` on.

        A number without a country in front is of the address's, or else of `home_country`. `omit` leaves out `id`,
        `email`, `vat_number` or `coc_number`. A relation without name comes from an answer that says nothing of it.
        `leaves` writes down the intent, in the transaction that lets the call out.

        Raises Refused with the `reference` to leave out, OutcomeUnknown when the relation may exist.
        """
        sent = relations.new_account(debtor, account_id, omit, start, home_country)
        answer = self._transport.send(replace(self._write("POST", relations.ACCOUNTS, sent), leaves=leaves))
        with _understood(relations.ACCOUNTS, is_write=True):
            return relations.created(
                envelope.record(answer.body, relations.AccountRow), envelope.location_key(answer.headers)
            )

    def has_right(self, endpoint: str, action: Literal["GET", "POST", "PUT"]) -> bool:
        """Whether the user may do this there, asked instead of tried: a refused write counts, an answer does not.

        Of `GET` nothing but asking tells, as what may not be viewed is an empty list.
        """
        query = identity.right(endpoint, action)
        answer = self._transport.send(self._get(query))
        with _understood(query.endpoint):
            return identity.has_right(answer.body)

    def promote_crm_account(self, account_id: str) -> None:
        """Make a relation a customer; harmless when repeated."""
        path = relations.account_path(account_id)
        self._transport.send(self._write("PUT", relations.ACCOUNTS, relations.promotion(), path))

    def fill_vat_number(self, account_id: str, number: str) -> None:
        """Give a relation without VAT number one; whoever calls has seen that it has none."""
        path = relations.account_path(account_id)
        self._transport.send(self._write("PUT", relations.ACCOUNTS, relations.number_filled(number), path))

    def find_entries(self, entry_ids: Collection[str], your_refs: Collection[str]) -> list[SeenEntry]:
        """Entries with one of the keys or references, in whatever journal.

        Every 40 keys and references cost one call; an entry that two of them find comes once.
        """
        try:
            return self._found(entry_ids, your_refs)
        except Refused as error:
            if isinstance(error, NotAllowed) or not your_refs or not self._trims:
                raise
        self._trims = False
        return self._found(entry_ids, your_refs)

    def _found(self, entry_ids: Collection[str], your_refs: Collection[str]) -> list[SeenEntry]:
        queries = entries.searches(entry_ids, your_refs, trims=self._trims)
        found = [entry for query in queries for entry in self._list(query, entries.FoundRow)]
        return list({entry.entry_id: entry for entry in found}.values())

    def entry_lines(self, entry_ids: Collection[str]) -> dict[str, tuple[EntryLine, ...]]:
        """The lines of these entries by their entry, 40 entries a call; without those of which nothing is shown."""
        found: dict[str, tuple[EntryLine, ...]] = {}
        for query in entries.lines_of(entry_ids):
            for entry_id, line in self._list(query, entries.EntryLineRow):
                found[entry_id] = (*found.get(entry_id, ()), line)
        return found

    def account_lines(self, account_ids: Collection[str]) -> Iterator[list[LedgerLine]]:
        """What these few accounts have, a page at a time; each page is a call."""
        query = ledger.of_accounts(account_ids)
        return (found.rows for found in self._pages(query, lambda body: envelope.valued(body, ledger.LedgerRow)))

    def last_entries(self, account_ids: Collection[str]) -> dict[str, date]:
        """The date of the last sales entry of each relation, for one call; one with older entries may be absent."""
        query = entries.newest(account_ids)
        answer = self._transport.send(self._get(query))
        with _understood(query.endpoint):
            return entries.last_days(envelope.page(answer.body, entries.DatedRow).rows)

    def post_entry(
        self, entry: SalesEntry, account_id: str, entry_id: str | None, *, leaves: Callable[[], None]
    ) -> SeenEntry:
        """Book a sales entry, under a key of ours unless `entry_id` is None.

        `leaves` claims it, in the transaction that lets the call out: whatever that raises is raised here, unsent.

        Raises Refused (nothing was booked), TryLater (nothing was sent), OutcomeUnknown (search before sending again).
        """
        body = entries.new_entry(entry, account_id, entry_id)
        answer = self._transport.send(replace(self._write("POST", entries.ENTRIES, body), leaves=leaves))
        with _understood(entries.ENTRIES, is_write=True):
            return entries.posted(
                envelope.record(answer.body, entries.PostedRow), envelope.location_key(answer.headers)
            )

    def _list(self, query: Query, row: type[ValueRow[V]]) -> list[V]:
        """Every record, or none: what is searched for must not be missed."""
        return [value for found in self._pages(query, lambda body: envelope.valued(body, row)) for value in found.rows]

    def _mirrored(self, query: Query, row: type[ValueRow[V]]) -> list[V]:
        return [value for found in self._sane(query, row) for value in found[0]]

    def _changes(self, query: Query, row: type[ValueRow[V]]) -> Iterator[tuple[list[V], int]]:
        """Pages with something in them; an empty one has no row version to go on from."""
        return (found for found in self._sane(query, row) if found[1])

    def _sane(self, query: Query, row: type[ValueRow[V]]) -> Iterator[tuple[list[V], int]]:
        for found in self._pages(query, lambda body: sifted(body, row)):
            values, odd, version = sane(found, row)
            self.odd.extend(odd)
            yield values, version

    def _shaped(self, query: Query, row: type[R]) -> list[Sifted[R]]:
        return list(self._pages(query, lambda body: sifted(body, row)))

    def _pages(self, query: Query, understand: Callable[[bytes], P]) -> Iterator[P]:
        """Every page; a failure on the way leaves the pages before it read."""
        call, seen, end = self._get(query), set[str](), time.monotonic() + self._longest
        while True:
            answer = self._transport.send(call)
            with _understood(query.endpoint):
                found = understand(answer.body)
                if found.next in seen:
                    raise Garbled("a list that leads back to itself")
                following = replace(call, path=self._transport.link(found.next), query={}) if found.next else call
            yield found
            if not found.next:
                return
            seen.add(found.next)
            self._check_length(query.endpoint, len(seen), end)
            call = following

    def _check_length(self, endpoint: str, pages: int, end: float) -> None:
        if pages >= MOST_PAGES:
            raise TryLater(f"{endpoint}: more than {MOST_PAGES} pages")
        if time.monotonic() >= end:
            raise TryLater(f"{endpoint}: takes longer than {self._longest:.0f} s")

    def _one(self, call: Call, row: type[ValueRow[V]]) -> V:
        answer = self._transport.send(call)
        with _understood(call.endpoint):
            return envelope.record(answer.body, row).value()

    def _get(self, query: Query) -> Call:
        return Call("GET", self._path(query.endpoint), query.endpoint, self._division, query.options)

    def _write(
        self, method: Literal["POST", "PUT"], endpoint: str, body: Mapping[str, object], path: str | None = None
    ) -> Call:
        return Call(method, self._path(path or endpoint), endpoint, self._division, body=envelope.encoded(body))

    def _path(self, below: str) -> str:
        return f"/api/v1/{self._division}/{below}"


@contextmanager
def _understood(endpoint: str, *, is_write: bool = False) -> Iterator[None]:
    """An answer that makes no sense is no answer: OutcomeUnknown for a write, TryLater for a read."""
    try:
        yield
    except (ValueError, ArithmeticError) as error:
        # The text of any other error may hold what the answer says of people.
        why = f" ({error})" if isinstance(error, Garbled) else ""
        raise unusable(is_write, f"{endpoint}: an answer that makes no sense{why}") from error
