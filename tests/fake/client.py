"""Exact Online behind the client's own methods: who may ask, what is answered, and what goes wrong on the way.

Every call passes the gate as the transport's calls do. What is scripted as trouble happens to the calls one by one.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from mice_exact_plugin.domain.deposits.comparing import LedgerLine
from mice_exact_plugin.domain.entry.entry import SeenEntry, spellings
from mice_exact_plugin.domain.reference import CrmAccount, Division
from mice_exact_plugin.errors import TryLater
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.errors import classify, unusable
from mice_exact_plugin.exact.transport import Call
from mice_exact_plugin.exact.wire import relations as relation_wire
from mice_exact_plugin.exact.wire.entries import ENTRIES, LINES
from mice_exact_plugin.exact.wire.identity import DIVISIONS, ME, RIGHTS, Me
from mice_exact_plugin.exact.wire.ledger import LEDGER
from mice_exact_plugin.exact.wire.relations import ACCOUNT_CHANGES, ACCOUNTS, CUSTOMER, DELETED
from simulator.messages import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    from mice_exact_plugin.domain.entry.entry import EntryLine, SalesEntry
    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import (
        ClosedPeriod,
        CostCode,
        FinancialPeriod,
        GLAccount,
        Journal,
        PaymentCondition,
        VatCode,
    )
    from mice_exact_plugin.exact.transport import Gate
    from tests.fake.books import Books
    from tests.fake.log_in import LogIn

V = TypeVar("V")
Method = Literal["GET", "POST", "PUT"]
Where = tuple[Method, str]

POSTS: Where = ("POST", ENTRIES)
SEARCHES: Where = ("GET", ENTRIES)
MAKES: Where = ("POST", ACCOUNTS)
CHANGES: Where = ("PUT", ACCOUNTS)
LOOKS: Where = ("GET", ACCOUNTS)
RIGHT: Where = ("GET", RIGHTS)
TOKENS: Where = ("POST", "oauth2/token")
GATEWAY = (408, 502, 503, 504)
BATCH, OF_A_RELATION = 40, 2


@dataclass(frozen=True)
class Trouble:
    """What happens to one call: by default it is sent, nothing is done and nothing comes back.

    `is_done`: Exact did it, and the answer is lost. `is_away`: there is no line, so nothing is sent.
    """

    status: int | None = None
    sentence: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    is_done: bool = False
    is_away: bool = False


SILENT, LOST, AWAY = Trouble(), Trouble(is_done=True), Trouble(is_away=True)


def says(sentence: str, status: int = 500) -> Trouble:
    """Exact's own no, in its words."""
    return Trouble(status, sentence)


def shut(reason: str = "") -> Trouble:
    """A 403, with the reason that its header gives."""
    return Trouble(403, "Forbidden", {"Reason": reason} if reason else {})


@dataclass
class Exact:
    """One administration in Exact, and what one user of it may do.

    Attributes:
        forbidden: what the user may not do; what may not be viewed is an empty list.
        tells: whether the answer to a post has more than the key.
        expands: whether it has the lines of an entry.
        log_in: whose tokens are taken; None takes any.
        asked: every call that was sent, as `POST salesentry/SalesEntries`.
    """

    books: Books
    forbidden: set[Where] = field(default_factory=set)
    tells: bool = True
    expands: bool = False
    is_archived: bool = False
    log_in: LogIn | None = None
    asked: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    troubles: defaultdict[Where, deque[Trouble | None]] = field(default_factory=lambda: defaultdict(deque))

    def trouble(self, where: Where, *troubles: Trouble | None) -> None:
        """What happens to the next calls of this kind; None is nothing out of the ordinary."""
        self.troubles[where].extend(troubles)

    def calls(self, where: Where) -> int:
        return self.asked.count(" ".join(where))

    def may(self, where: Where) -> bool:
        return where not in self.forbidden

    def answer(self, where: Where, token: str, do: Callable[[], Any]) -> Reply:
        """What comes back of a call that was sent."""
        self.asked.append(" ".join(where))
        trouble = self.troubles[where].popleft() if self.troubles[where] else None
        if self.log_in is not None and not self.log_in.takes(token):
            return Reply(401)
        if where[0] != "GET" and not self.may(where):
            return FORBIDDEN
        if trouble is not None and not trouble.is_done:
            return Reply(trouble.status, headers=trouble.headers, sentence=trouble.sentence)
        try:
            value = do()
        except Refused as refused:
            return Reply(500, sentence=refused.text("NL"))
        except KeyError:
            return Reply(404, sentence=f"Resource not found for the segment '{where[1].rpartition('/')[2]}'.")
        return Reply(200, value) if trouble is None else Reply(None)


@dataclass(frozen=True)
class Reply:
    """A value, or a status with a sentence; None is silence."""

    status: int | None
    value: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    sentence: str = ""


FORBIDDEN = Reply(403, sentence="Forbidden")


class FakeClient(ExactClient):
    """The client's methods over values. `tests/whole/exact/test_fake.py` sees to it that none is left out."""

    def __init__(self, exact: Exact, gate: Gate, division: int) -> None:
        self.exact, self.books, self.gate, self.place = exact, exact.books, gate, division
        self.odd = []

    def me(self) -> Me:
        return self._ask("GET", ME, lambda: Me("user-1", "anke", "Anke", self.books.reference.division.code, "NL"))

    def divisions(self, current_division: int) -> list[Division]:
        own = replace(self.books.reference.division, is_archived=self.exact.is_archived)
        return self._ask("GET", DIVISIONS, lambda: [own])

    def gl_accounts_since(self, timestamp: int) -> Iterator[tuple[list[GLAccount], int]]:
        found = list(self.books.reference.gl_accounts_by_id.values())
        yield from self._paged("sync/Financial/GLAccounts", lambda: found if timestamp < 1 else [], 1)

    def crm_accounts_since(self, timestamp: int) -> Iterator[tuple[list[CrmAccount], int]]:
        books = self.books
        newer = [key for key, version in books.versions.items() if version > timestamp and key in books.relations]
        yield from self._paged(ACCOUNT_CHANGES, lambda: [books.relations[key] for key in newer], books.version)

    def deleted_since(self, timestamp: int) -> Iterator[tuple[list[tuple[int, str]], int]]:
        gone = [(OF_A_RELATION, key) for version, key in self.books.deleted if version > timestamp]
        yield from self._paged(DELETED, lambda: gone, self.books.version)

    def journals(self) -> list[Journal]:
        return self._listed("financial/Journals", self.books.reference.journals.values())

    def vat_codes(self) -> list[VatCode]:
        self._listed("vat/VATCodes", ())
        return self._listed("vat/VatPercentages", self.books.reference.vat_codes.values())

    def payment_conditions(self) -> list[PaymentCondition]:
        return self._listed("cashflow/PaymentConditions", self.books.reference.payment_conditions.values())

    def cost_centers(self) -> list[CostCode]:
        return self._listed("hrm/Costcenters", self.books.reference.cost_centers.values())

    def cost_units(self) -> list[CostCode]:
        return self._listed("hrm/Costunits", self.books.reference.cost_units.values())

    def periods(self) -> list[FinancialPeriod]:
        return self._listed("financial/FinancialPeriods", self.books.reference.periods)

    def closed_periods(self, journal_codes: Collection[str]) -> list[ClosedPeriod]:
        closed = (each for each in self.books.reference.closed_periods if each.journal in journal_codes)
        return self._listed("read/financial/JournalStatusList", closed) if journal_codes else []

    def find_crm_accounts(self, account_ids: Iterable[str]) -> list[CrmAccount]:
        wanted = list(account_ids)
        found = (self.books.relations[key] for key in wanted if key in self.books.relations)
        for _ in relation_wire.accounts(wanted[BATCH:]):
            self._listed(ACCOUNTS, ())
        return self._listed(ACCOUNTS, found) if wanted else []

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
        sent = relation_wire.new_account(debtor, account_id, omit, start, home_country)
        made = self._ask("POST", ACCOUNTS, lambda: self.books.make(sent), leaves)
        return made if self.exact.tells else CrmAccount(made.id, "", "", None, None, None, None, is_blocked=False)

    def has_right(self, endpoint: str, action: Method) -> bool:
        return self._ask("GET", RIGHTS, lambda: self.exact.may((action, endpoint)))

    def promote_crm_account(self, account_id: str) -> None:
        self._ask("PUT", ACCOUNTS, lambda: self.books.change(account_id, status=CUSTOMER))

    def fill_vat_number(self, account_id: str, number: str) -> None:
        self._ask("PUT", ACCOUNTS, lambda: self.books.number(account_id, number))

    def find_entries(self, entry_ids: Collection[str], your_refs: Collection[str]) -> list[SeenEntry]:
        keys, references = list(entry_ids), list(your_refs)
        found: dict[str, SeenEntry] = {}
        for start in range(0, max(len(keys), len(references)), BATCH):
            batch = set(keys[start : start + BATCH]), _spelled(references[start : start + BATCH])
            found |= {entry.entry_id: entry for entry in self._listed(ENTRIES, self._matching(*batch))}
        return list(found.values())

    def _matching(self, keys: set[str], references: set[str]) -> Iterator[SeenEntry]:
        return (
            replace(entry, lines=None)
            for entry in (self.books.entries.values() if self.books.shows else ())
            if entry.entry_id in keys or entry.your_ref.strip() in references
        )

    def entry_lines(self, entry_ids: Collection[str]) -> dict[str, tuple[EntryLine, ...]]:
        keys = list(entry_ids)
        found: dict[str, tuple[EntryLine, ...]] = {}
        for start in range(0, len(keys), BATCH):
            batch = [self.books.entries[key] for key in keys[start : start + BATCH] if key in self.books.entries]
            seen = self._listed(LINES, batch)
            found |= {entry.entry_id: tuple(map(_with_blanks, entry.lines)) for entry in seen if entry.lines}
        return found

    def account_lines(self, account_ids: Collection[str]) -> Iterator[list[LedgerLine]]:
        entries = self.books.entries.values()
        lines = ((entry, line) for entry in entries for line in entry.lines or () if line.gl_account_id in account_ids)
        yield self._listed(LEDGER, (_ledger_line(entry, line) for entry, line in lines))

    def last_entries(self, account_ids: Collection[str]) -> dict[str, date]:
        days: dict[str, date] = {}
        for entry in self._listed(ENTRIES, self.books.entries.values()):
            if entry.account_id in account_ids and entry.entry_date:
                days[entry.account_id] = max(entry.entry_date, days.get(entry.account_id, entry.entry_date))
        return days

    def post_entry(
        self, entry: SalesEntry, account_id: str, entry_id: str | None, *, leaves: Callable[[], None]
    ) -> SeenEntry:
        booked = self._ask("POST", ENTRIES, lambda: self.books.book(entry, account_id, entry_id), leaves)
        if not self.exact.tells:
            return SeenEntry(booked.entry_id)
        return replace(booked, lines=tuple(map(_with_blanks, booked.lines or ())) if self.exact.expands else None)

    def _paged(self, endpoint: str, found: Callable[[], list[V]], version: int) -> Iterator[tuple[list[V], int]]:
        page = self._listed(endpoint, found())
        if page:
            yield page, version

    def _listed(self, endpoint: str, found: Iterable[V]) -> list[V]:
        """Nothing where the user may not look."""
        return self._ask("GET", endpoint, lambda: list(found) if self.exact.may(("GET", endpoint)) else [])

    def _ask(self, method: Method, endpoint: str, do: Callable[[], V], leaves: Callable[[], None] | None = None) -> V:
        """As the transport sends: a 401 is asked once more with what the gate has then."""
        call = Call(method, f"/api/v1/{self.place}/{endpoint}", endpoint, self.place, leaves=leaves)
        token = self.gate.token()
        reply = self._sent(call, token, do)
        if reply.status == 401:
            renewed = self.gate.renew_token(token)
            reply = self._sent(call, renewed, do)
            if reply.status == 401 and renewed == token:
                self.gate.renew_token(token)
        if reply.status is not None and reply.status < 300:
            value: V = reply.value
            return value
        raise classify(reply.status or 0, reply.headers, _body(reply.sentence), method, endpoint)

    def _sent(self, call: Call, token: str, do: Callable[[], Any]) -> Reply:
        where: Where = (call.method, call.endpoint)
        if self.exact.troubles[where] and self.exact.troubles[where][0] == AWAY:
            self.exact.troubles[where].popleft()
            raise TryLater(f"{call.endpoint}: ConnectError")
        self.gate.before_send(call)
        reply = self.exact.answer(where, token, do)
        if reply.status is None:
            self.gate.after_silence(call)
            raise unusable(call.is_write, f"{call.endpoint}: ReadTimeout")
        self.gate.after_answer(call, reply.status, self.exact.headers | reply.headers)
        if reply.status in GATEWAY:
            self.gate.after_silence(call)
        return reply


def _spelled(references: Iterable[str]) -> set[str]:
    return {spelling for reference in references for spelling in spellings(reference)}


def _body(sentence: str) -> bytes:
    return json.dumps({"error": {"message": {"value": sentence}}}).encode() if sentence else b""


def _with_blanks(line: EntryLine) -> EntryLine:
    """A line that is shown tells that it has no costs."""
    return replace(line, cost_center=line.cost_center or "", cost_unit=line.cost_unit or "")


def _ledger_line(entry: SeenEntry, line: EntryLine) -> LedgerLine:
    place = entry.your_ref, entry.entry_number, entry.entry_date
    return LedgerLine(entry.entry_id, line.gl_account_id, line.net, line.net, *place)
