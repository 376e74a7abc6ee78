"""Whether everything came out as it should: each invoice against its story and its entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.demo.books import Entry
    from sandbox.demo.figures import Figures
    from sandbox.demo.stories import Story


@dataclass(frozen=True)
class Outcome:
    """An invoice at the end of the demo."""

    identifier: str
    story: Story
    client: str
    here: Figures
    entries: Sequence[Entry]
    first: str
    last: str

    @property
    def entry(self) -> Entry | None:
        return self.entries[0] if self.entries else None


def differences(outcome: Outcome, default_ledger: str) -> list[str]:
    """Everything about an invoice that is not as told, one sentence each."""
    found = [*_states(outcome), *_count(outcome)]
    if outcome.entry:
        found += [*_figures(outcome.here, outcome.entry.figures), *_debtor(outcome.story, outcome.entry)]
        found += _ledger(outcome.story, outcome.entry, default_ledger)
    return [f"{outcome.identifier}: {sentence}" for sentence in found]


def _states(outcome: Outcome) -> Iterator[str]:
    for when, state, told in (
        ("after the first run", outcome.first, outcome.story.first),
        ("at the end", outcome.last, outcome.story.last),
    ):
        if not state.startswith(told):
            yield f"{when} it is {state!r}, not {told!r}"


def _count(outcome: Outcome) -> Iterator[str]:
    wanted = 0 if outcome.story.debtor is None else 1
    if len(outcome.entries) != wanted:
        yield f"Exact has {len(outcome.entries)} entries of it, not {wanted}"


def _figures(here: Figures, there: Figures) -> Iterator[str]:
    for name in ("net", "vat", "gross", "vat_by_rate"):
        ours, theirs = getattr(here, name), getattr(there, name)
        if ours != theirs:
            yield f"{name} is {ours} here and {theirs} in Exact"


def _debtor(story: Story, entry: Entry) -> Iterator[str]:
    if entry.debtor != story.debtor:
        yield f"it is booked on {entry.debtor!r}, not on {story.debtor!r}"
    if entry.debtor_is_new != story.is_new:
        yield f"its debtor was {'created' if entry.debtor_is_new else 'there already'}"


def _ledger(story: Story, entry: Entry, default_ledger: str) -> Iterator[str]:
    if (default_ledger in entry.ledgers) != story.on_default:
        yield f"its ledgers are {', '.join(sorted(entry.ledgers))}"
