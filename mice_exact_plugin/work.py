"""What mapping and posting carry along: the mirror and the settings; in a run also the client under the lease."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from mice_exact_plugin.services import email_hash
from mice_exact_plugin.services.posting import rights
from mice_exact_plugin.store.debtor import Forms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.causes import Wrong
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.domain.suspicion import Refusal
    from mice_exact_plugin.errors import RightMissing
    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.services.runtime import Link, Runtime
    from mice_exact_plugin.store.export import Export
    from mice_exact_plugin.store.lease import Lease


@dataclass(kw_only=True)
class Desk:
    """Everything needed to map an invoice without a call.

    Attributes:
        suspects: references (`kind:key`) refused after a fresh reading; rows that use one are blocked unsent.
        held: traits of entries that Exact made something else of (`domain/causes.py`): rows with one are not sent.
            Each with the place in the audit trail at which it began to be held.
        wrongs: what was wrong with the entries of this run that differ from what was sent.
        alike: what entries share that Exact refuses with one and the same sentence, and the problem of the others.
        resendable: keys of bindings whose creation was searched for and certainly did not arrive.
    """

    runtime: Runtime
    link: Link
    reference: ReferenceData
    settings: LinkSettings
    today: date
    suspects: set[str] = field(default_factory=set)
    held: dict[str, int] = field(default_factory=dict)
    wrongs: list[Wrong] = field(default_factory=list)
    alike: list[tuple[frozenset[str], Problem]] = field(default_factory=list)
    resendable: set[str] = field(default_factory=set)

    @property
    def session(self) -> Session:
        return self.runtime.session

    @cached_property
    def lost_rights(self) -> dict[str, str]:
        """What may not be done with relations for all we know, and why: `POST` makes one, `PUT` changes one.

        Without `GET` none can be seen, so none is made either: it may exist.
        """
        return rights.believed_lost(self.session, self.link.tenant)

    @cached_property
    def forms(self) -> Forms:
        """How facts become keys; asked for outside a transaction."""
        return Forms(self.link.division_country, email_hash.keyed(self.runtime))


@dataclass(kw_only=True)
class Work(Desk):
    """One slice of a run.

    Attributes:
        reread: lists that were read again because of a refusal, once per run.
        should_stop: asked between two invoices; True ends the slice (time is up, or the worker is being stopped).
        unpromoted: how often the promotion of a relation had no answer in this run.
        prepared: an earlier part of this run has read the lists, swept the host and released what was cured.
        verifying: every row that was never sent is looked up in Exact before its first post.
        entry_id_kept: whether Exact keeps the `EntryID` that we send; None until an answer told.
        out: entries that may be in Exact and whose figures nobody has seen, since the last search.
        unknown_in_a_row: posts without a usable answer since the last usable one.
        refusals: entries of this run that were refused, by the sentence, as what they refer to.
        accepted: what the entries refer to that were booked in this run.
        refused: what was refused for a row in this run, by its id: a digest and the problem, so as not to repeat it.
        sees: endpoints of which a search of this slice found something, or the right to view was asked for.
        shut_out: rows that Exact answered with a 403 and no reason, until a post after them tells whose fault it is.
    """

    client: ExactClient
    lease: Lease
    run_id: int
    should_stop: Callable[[], bool]
    counts: Counter[str] = field(default_factory=Counter)
    reread: set[str] = field(default_factory=set)
    unpromoted: Counter[str] = field(default_factory=Counter)
    prepared: bool = False
    verifying: bool = False
    entry_id_kept: bool | None = None
    out: int = 0
    unknown_in_a_row: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    accepted: set[str] = field(default_factory=set)
    refused: dict[str, tuple[str, Problem]] = field(default_factory=dict)
    sees: set[str] = field(default_factory=set)
    shut_out: list[tuple[Export, RightMissing]] = field(default_factory=list)
