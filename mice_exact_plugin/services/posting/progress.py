"""The run's sign of life, which a dead slice stops writing, and what it keeps for the slices that follow."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.store.base import step
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
        "lost_rights": sorted(work.lost_rights),
    }


def recall(work: Work, counts: Mapping[str, int], memory: Mapping[str, Any]) -> None:
    """Take over what earlier slices of the run counted and learnt."""
    work.counts = Counter(counts)
    work.suspects = set(memory.get("suspects", ()))
    work.reread = set(memory.get("reread", ()))
    work.unpromoted = Counter(memory.get("unpromoted", {}))
    work.prepared = bool(memory.get("prepared"))
    if work.prepared:
        work.lost_rights = set(memory.get("lost_rights", ()))
