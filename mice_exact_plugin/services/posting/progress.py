"""The run's sign of life, which a dead slice stops writing, and what it keeps for the slices that follow."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.causes import Kind, Wrong
from mice_exact_plugin.domain.suspicion import Refusal
from mice_exact_plugin.services.posting import suspicion
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.invoice_export import as_json, from_json
from mice_exact_plugin.store.sync_run import SyncRun

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.services.posting.work import Work


def beat(work: Work, phase: str) -> None:
    """Write phase, counts and time."""
    with step(work.session):
        run = work.session.get_one(SyncRun, work.run_id)
        run.phase, run.beat_at = phase, work.runtime.now()
        remember(work, run)


def remember(work: Work, run: SyncRun) -> None:
    """Keep what was counted and learnt for the slices that follow."""
    run.counts = dict(work.counts)
    run.memory = {
        "suspects": sorted(work.suspects),
        "reread": sorted(work.reread),
        "unpromoted": dict(work.unpromoted),
        "prepared": work.prepared,
        "held": dict(work.held),
        "wrongs": [[wrong.kind, sorted(wrong.traits)] for wrong in work.wrongs],
        "refusals": [[refusal.sentence, sorted(refusal.references)] for refusal in work.refusals],
        "accepted": sorted(work.accepted),
        "refused": {row: [digest, *as_json([problem])] for row, (digest, problem) in work.refused.items()},
        "silences": work.unknown_in_a_row,
        "lost_rights": work.lost_rights,
    }


def recall(work: Work, counts: Mapping[str, int], memory: Mapping[str, Any]) -> None:
    """Take over what earlier slices of the run counted and learnt."""
    work.counts = Counter(counts)
    work.suspects = set(memory.get("suspects", ()))
    work.reread = set(memory.get("reread", ()))
    work.unpromoted = Counter(memory.get("unpromoted", {}))
    work.prepared = bool(memory.get("prepared"))
    work.held = dict(memory.get("held", {}))
    work.wrongs = [Wrong(Kind(kind), frozenset(traits)) for kind, traits in memory.get("wrongs", ())]
    work.refusals = [Refusal(sentence, frozenset(found)) for sentence, found in memory.get("refusals", ())]
    work.accepted = set(memory.get("accepted", ()))
    work.refused = {
        row: (digest, *from_json([problem])) for row, (digest, problem) in memory.get("refused", {}).items()
    }
    work.unknown_in_a_row = memory.get("silences", 0)
    suspicion.see_alike(work)
    if work.prepared:
        work.lost_rights = dict(memory.get("lost_rights", {}))
