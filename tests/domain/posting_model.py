"""What the machine of the posting protocol keeps: a row, the entries in Exact, and what is under way between them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis.stateful import RuleBasedStateMachine

from mice_exact_plugin.domain.entry.adoption import Attempt
from mice_exact_plugin.domain.entry.entry import SeenEntry, SentEntry
from mice_exact_plugin.domain.entry.keys import posting_key
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.refusals import About, after
from mice_exact_plugin.domain.states import Event, next_state

SETTLE = timedelta(minutes=15)
GROSS = Decimal("121.00")


class Model(RuleBasedStateMachine):
    """The row as the store keeps it, and a small Exact.

    `may_exist` is the truth that the row can only guess at: something was sent, or found, that no search or person has
    settled yet.
    """

    keeps_ids: bool

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 3, 15, 1, tzinfo=UTC)
        self.invoice = 0
        self._queue()

    def _queue(self) -> None:
        self.invoice += 1
        self.state = next_state(None, Event.QUEUE)
        self.sends = self.generation = 0
        self.problems: list[Problem] = []
        self.first_sent_at: datetime | None = None
        self.last_sent_at: datetime | None = None
        self.entries: list[SeenEntry] = []
        self.under_way: list[tuple[datetime, int]] = []
        self.may_exist = False
        self.bookings: dict[int, int] = {}
        self.entry_id: str | None = None
        self.is_deleted_in_exact = False
        self.gross = GROSS

    def _move(self, event: Event) -> None:
        self.state = next_state(self.state, event)

    def _begin_anew(self) -> None:
        self.generation += 1
        self.sends, self.problems, self.may_exist = 0, [], False
        self.first_sent_at = self.last_sent_at = self.entry_id = None

    def _claim(self) -> None:
        self._move(Event.CLAIM)
        self.first_sent_at = self.first_sent_at or self.now
        self.last_sent_at = self.now
        self.sends += 1

    def _send(self) -> None:
        assert not self.may_exist, "sent again without a search"
        self.may_exist = True

    def _is_refused(self) -> bool:
        """Send. A server that keeps our ids refuses one that it has, which to us is a refusal like any other."""
        self._send()
        is_taken = any(entry.entry_id == self._key(self.generation) for entry in self.entries)
        if is_taken:
            self._refuse()
        return is_taken

    def _refuse(self) -> None:
        """Only a first post's refusal proves that nothing is there."""
        self.may_exist = self.sends > 1
        event = after(About.ENTRY, earlier_sends=self.sends - 1)
        self._move(event)
        if event is Event.POST_REFUSED:
            self.sends -= 1
            self.problems = [Problem(Code.REFUSED)]

    def _wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for _, generation in filter(self._has_arrived, self.under_way):
            self._book(generation)
        self.under_way = [sent for sent in self.under_way if not self._has_arrived(sent)]

    def _has_arrived(self, sent: tuple[datetime, int]) -> bool:
        return sent[0] <= self.now

    def _book(self, generation: int) -> SeenEntry:
        self.bookings[generation] = self.bookings.get(generation, 0) + 1
        entry_id = self._key(generation) if self.keeps_ids else f"server-{len(self.bookings)}"
        return self._add_entry(entry_id, "debtor", self.gross)

    def _add_entry(self, entry_id: str, account: str, gross: Decimal = GROSS) -> SeenEntry:
        entry = SeenEntry(entry_id, len(self.entries), f"F{self.invoice}", account, gross, self.now, 20, "70")
        self.entries.append(entry)
        return entry

    def _sent(self) -> SentEntry:
        return SentEntry(f"F{self.invoice}", GROSS, "debtor")

    def _attempt(self) -> Attempt:
        is_sent = self.first_sent_at is not None
        key, journal = (self._key(self.generation), "70") if is_sent else (None, None)
        moments = self.first_sent_at, self.last_sent_at
        return Attempt(key, self._sent(), journal, *moments, self.keeps_ids, self.entry_id)

    def _key(self, generation: int) -> str:
        return str(posting_key("nl", 1234567, "proef", str(self.invoice), generation))
