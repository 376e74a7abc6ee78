"""Exactly once, in small: no sequence of events sends an invoice twice without a search in between.

Exports, one after the other, and a model of Exact meet everything that can happen: answers lost, entries that appear
late, refusals, crashes, entries that are not what was sent, hand bookings, cures, people who retry, leave, adopt, let
stand, delete in Exact or book anyway. Every move is made by the real `next_state`, `after`, `way_back`, `decide` and
`compare`; the machine only keeps what the store keeps in a row.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from mice_exact_plugin.domain.entry.adoption import Adopt, Conflict, Differs, Requeue, decide
from mice_exact_plugin.domain.entry.comparison import compare
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.states import Event, State, way_back
from tests.domain.posting_model import GROSS, SETTLE, Model

#: What Exact makes of an invoice when a VAT code is not what we think it is.
OTHER_GROSS = Decimal("100.00")
CONFLICT = [Problem(Code.ENTRY_CONFLICT)]
DIFFERS = [Problem(Code.ENTRY_DIFFERS)]


class Fate(StrEnum):
    """What becomes of a post of which no answer comes."""

    BOOKED_LATE = "booked later"
    LOST = "not booked"
    BOOKED = "booked"


class PostingProtocol(Model):
    """Everything that the run, people and Exact can do to it, and what must hold whatever they do."""

    @initialize(keeps_ids=st.booleans())
    def connect(self, keeps_ids: bool) -> None:
        self.keeps_ids = keeps_ids

    @rule(gross=st.sampled_from([GROSS, OTHER_GROSS]))
    def exact_computes(self, gross: Decimal) -> None:
        """What comes of the posts that follow; a wrong VAT code may be put right, or the other way round."""
        self.gross = gross

    # -- the run ------------------------------------------------------------------------------------------------------

    @precondition(lambda self: self.state is State.QUEUED)
    @rule(fate=st.sampled_from(Fate), event=st.sampled_from([Event.OUTCOME_UNKNOWN, Event.CRASH_SEEN]))
    def post_unanswered(self, fate: Fate, event: Event) -> None:
        self._claim()
        if self._is_refused():
            return
        if fate is Fate.BOOKED:
            self._book(self.generation)
        elif fate is Fate.BOOKED_LATE:
            self.under_way.append((self.now + SETTLE, self.generation))
        self._move(event)

    @precondition(lambda self: self.state is State.QUEUED)
    @rule(is_crash=st.booleans(), is_deleted_meanwhile=st.booleans())
    def claimed_in_vain(self, is_crash: bool, is_deleted_meanwhile: bool) -> None:
        """The worker died, or had to wait, before the first byte."""
        self._claim()
        if is_deleted_meanwhile:
            self._move(Event.DELETED)
        if is_crash:
            self._move(Event.CRASH_SEEN)
        else:
            self.sends -= 1
            self._move(Event.NOT_SENT)

    @precondition(lambda self: self.state is State.QUEUED)
    @rule(tells_figures=st.booleans())
    def post_accepted(self, tells_figures: bool) -> None:
        self._claim()
        if self._is_refused():
            return
        booked = self._book(self.generation)
        self.entry_id = booked.entry_id
        if not tells_figures:
            self._move(Event.POST_UNSEEN)
        elif compare(self._sent(), booked):
            self.problems = DIFFERS
            self._move(Event.POST_DIFFERS)
        else:
            self._move(Event.POST_ACCEPTED)

    @precondition(lambda self: self.state is State.QUEUED)
    @rule()
    def post_refused(self) -> None:
        self._claim()
        self._send()
        self._refuse()

    @precondition(lambda self: self.state in (State.UNCONFIRMED, State.QUEUED))
    @rule(minutes=st.sampled_from([16, 1]), is_deleted_meanwhile=st.booleans())
    def search(self, minutes: int, is_deleted_meanwhile: bool) -> None:
        """Recovery for an unconfirmed row, verify for a queued one."""
        self._wait(minutes)
        if is_deleted_meanwhile and self.state is State.UNCONFIRMED:
            self._move(Event.DELETED)
        decision = decide(self._attempt(), self.entries, self.now, SETTLE)
        if isinstance(decision, Adopt):
            self.entry_id = decision.entry.entry_id
            self._move(Event.FOUND_ONE)
        elif isinstance(decision, Differs):
            self.problems, self.may_exist, self.entry_id = DIFFERS, True, decision.entry.entry_id
            self._move(Event.FOUND_DIFFERENT)
        elif isinstance(decision, Conflict):
            self.problems, self.may_exist = CONFLICT, True
            self._move(Event.FOUND_CONFLICT)
        elif isinstance(decision, Requeue):
            self.may_exist = False
            if self.state is State.UNCONFIRMED:
                self._move(Event.FOUND_NONE)

    @precondition(lambda self: self.state in (State.QUEUED, State.BLOCKED) and self.problems not in (CONFLICT, DIFFERS))
    @rule(event=st.sampled_from([Event.MAP_BLOCKED, Event.MAP_NOTHING]))
    def map(self, event: Event) -> None:
        self.problems = [Problem(Code.PERIOD_CLOSED)] if event is Event.MAP_BLOCKED else []
        self._move(event)

    # -- people and the host ------------------------------------------------------------------------------------------

    @precondition(lambda self: self.state in (State.BLOCKED, State.IGNORED))
    @rule()
    def cured_or_retried(self) -> None:
        event = way_back(self.sends, self.problems)
        if event is None:
            assert self.problems == DIFFERS
            return
        self.problems = []
        self._move(event)

    @precondition(lambda self: self.state in (State.BLOCKED, State.QUEUED))
    @rule(event=st.sampled_from([Event.LEAVE, Event.DELETED]))
    def put_away(self, event: Event) -> None:
        if event is Event.DELETED or self.problems != DIFFERS:
            self._move(event)

    @precondition(lambda self: self.state is State.BLOCKED and self.entries and self.problems != DIFFERS)
    @rule()
    def adopted_by_a_person(self) -> None:
        self.entry_id = self.entries[-1].entry_id
        self._move(Event.ADOPT)

    @precondition(lambda self: self.state is State.BLOCKED and self.problems == DIFFERS)
    @rule()
    def let_stand(self) -> None:
        self._move(Event.LET_STAND)

    @precondition(lambda self: self.state is State.BLOCKED and self.problems == DIFFERS)
    @rule()
    def put_right_in_exact(self) -> None:
        self.entries = [replace(entry, gross=GROSS) for entry in self.entries]

    @precondition(lambda self: self.entry_id and self.state in (State.SYNCED, State.BLOCKED))
    @rule()
    def deleted_in_exact(self) -> None:
        self.entries = [entry for entry in self.entries if entry.entry_id != self.entry_id]
        self.is_deleted_in_exact = True

    @precondition(lambda self: self.entry_id and self.state in (State.SYNCED, State.BLOCKED))
    @rule()
    def look(self) -> None:
        """*Kijk in Exact*, and *opnieuw boeken* when the entry is gone."""
        found = next((entry for entry in self.entries if entry.entry_id == self.entry_id), None)
        if found is None:
            self._move(Event.BOOK_ANEW)
            self._begin_anew()
        elif self.state is State.BLOCKED and not compare(self._sent(), found):
            self._move(Event.SEEN_EQUAL)

    @precondition(lambda self: self.state is State.BLOCKED and self.problems != DIFFERS)
    @rule()
    def booked_anyway(self) -> None:
        self._move(Event.BOOK_BESIDE)
        self._begin_anew()

    @precondition(lambda self: self.state is not State.SYNCED)
    @rule(account=st.sampled_from(["debtor", "somebody"]))
    def booked_by_hand(self, account: str) -> None:
        self._add_entry(f"hand-{len(self.entries)}", account)

    @precondition(lambda self: self.state is not State.SYNCED and self.entries)
    @rule()
    def hand_bookings_deleted(self) -> None:
        self.entries = [entry for entry in self.entries if not entry.entry_id.startswith("hand")]

    @precondition(lambda self: self.state is State.SYNCED)
    @rule()
    def next_invoice(self) -> None:
        self._queue()

    # -- what must hold -----------------------------------------------------------------------------------------------

    @invariant()
    def booked_at_most_once_unless_a_person_wants_it_again(self) -> None:
        assert all(count == 1 for count in self.bookings.values())

    @invariant()
    def what_is_queued_was_searched_and_can_no_longer_arrive(self) -> None:
        assert self.state is not State.QUEUED or not (self.may_exist or self.under_way)

    @invariant()
    def what_may_exist_is_never_put_away_but_as_a_conflict(self) -> None:
        is_put_away = self.state in (State.BLOCKED, State.IGNORED)
        assert not (is_put_away and self.may_exist) or self.problems in (CONFLICT, DIFFERS)

    @invariant()
    def what_is_synced_is_in_exact(self) -> None:
        assert self.state is not State.SYNCED or self.entries or self.is_deleted_in_exact

    @invariant()
    def what_differs_keeps_its_entry(self) -> None:
        assert self.problems != DIFFERS or self.entry_id


TestPostingProtocol = PostingProtocol.TestCase
TestPostingProtocol.settings = settings(max_examples=100, stateful_step_count=30)
