"""What mapping and posting carry along: the mirror and the settings; in a run also the client under the lease.

What the log-in may do with relations belongs to it: learnt from a refusal, and asked for the next night.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.errors import Refused
from mice_exact_plugin.exact.wire.relations import ACCOUNTS
from mice_exact_plugin.exports import queue
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.mirror import email_hash, reference_data, relation_table
from mice_exact_plugin.mirror.relation_table import Forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.access.lease import Lease
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.entry.causes import Refusal, Wrong
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import CrmAccount, ReferenceData
    from mice_exact_plugin.domain.references import Used
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.errors import RightMissing
    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.mirror.known import Read
    from mice_exact_plugin.runtime import Runtime


@dataclass
class Ahead:
    """What was read of a batch before the first of it was sent; what is not in it is asked for alone.

    Attributes:
        invoices: as the host had them after their rows were read.
        reads: what is known of their customers, for as long as nothing of it was written anew; no more come to it.
        booked: which rows were booked under their numbers.
        unreadable: rows with an open remark on what nobody understands of their customer; None: nobody looked.
        oldest: the date of the oldest invoice that waits, of whomever.
        read_at: when, on this process's clock.
        apart: invoices of a batch that could not be read together: each is asked for alone.
    """

    invoices: Mapping[str, Invoice | None] = field(default_factory=dict)
    reads: dict[str, Read] = field(default_factory=dict)
    booked: dict[str, set[int]] | None = None
    unreadable: set[int] | None = None
    oldest: date | None = None
    read_at: float = 0.0
    apart: frozenset[str] = frozenset()

    def of(self, invoice_id: str) -> Read | None:
        return self.reads.get(invoice_id)

    def is_booked(self, row: Export) -> bool | None:
        """Whether another row was booked under its number; None when that was not read."""
        if self.booked is None or row.invoice_id not in self.invoices:
            return None
        return bool(self.booked.get(normal_reference(row.identifier), set()) - {row.id})

    def is_now_booked(self, row: Export) -> None:
        """Its number is taken, and where nothing certain is known of its client, the booking tells who it is."""
        if self.booked is not None:
            self.booked.setdefault(normal_reference(row.identifier), set()).add(row.id)
        told = self.invoices.get(row.invoice_id)
        clients = {row.client_id, told.debtor.client_id if told else None} - {None}
        self._forget(key for key, read in self._uncertain.items() if read.customer.client in clients)

    def outdated(self, customer: Customer | None, account: CrmAccount | None, forms: Forms) -> None:
        """A customer was bound, or a relation written down: whoever it may concern is read again."""
        name = bindings.name_key(customer.written) if customer else None
        keys = relation_table.keys_of(account, forms) if account else (None, None, None)
        self._forget(self._by_name.get(name, ()))
        self._forget(key for key, read in self._uncertain.items() if read.concerns(*keys))

    def _forget(self, keys: Iterable[str]) -> None:
        for key in tuple(keys):
            self.reads.pop(key, None)
            self._uncertain.pop(key, None)

    @cached_property
    def _uncertain(self) -> dict[str, Read]:
        """Those of whom something other than a binding of their name may tell who they are."""
        return {key: read for key, read in self.reads.items() if not read.facts.is_certain}

    @cached_property
    def _by_name(self) -> Mapping[str | None, Sequence[str]]:
        names: dict[str | None, list[str]] = {}
        for key, read in self.reads.items():
            names.setdefault(read.name, []).append(key)
        return names


@dataclass(kw_only=True)
class Books:
    """What invoices are mapped with, without a call: mirror, settings and link.

    Attributes:
        suspects: references refused after a fresh reading; rows that use one are blocked unsent.
        held: traits of entries that Exact made something else of (`entry/causes.py`): rows with one are not sent.
            Each with the place in the audit trail at which it began to be held.
        wrongs: what was wrong with the entries of this run that differ from what was sent.
        alike: what entries share that Exact refuses with one and the same sentence, and the problem of the others.
        ahead: what was read of the rows at hand.
        resendable: keys of bindings whose creation was searched for and certainly did not arrive.
    """

    runtime: Runtime
    link: Link
    reference: ReferenceData
    settings: LinkSettings
    today: date
    suspects: set[Used] = field(default_factory=set)
    held: dict[str, int] = field(default_factory=dict)
    wrongs: list[Wrong] = field(default_factory=list)
    alike: list[tuple[frozenset[Used], Problem]] = field(default_factory=list)
    resendable: set[str] = field(default_factory=set)
    ahead: Ahead = field(default_factory=Ahead)

    @cached_property
    def session(self) -> Session:
        return self.runtime.session

    @cached_property
    def lost_rights(self) -> dict[str, str]:
        """What may not be done with relations for all we know, and why: `POST` makes one, `PUT` changes one.

        Without `GET` none can be seen, so none is made either: it may exist.
        """
        return believed_lost(self.runtime, self.link.tenant)

    @cached_property
    def forms(self) -> Forms:
        """How facts become keys; asked for outside a transaction."""
        return Forms(self.link.division_country, email_hash.keyed(self.runtime))


@dataclass(kw_only=True)
class Work(Books):
    """One slice of a run.

    Attributes:
        reread: lists that were read again because of a refusal, once per run.
        should_stop: asked between two invoices; True ends the slice (its turn is over, the worker is being stopped, or
            the link is not what it was).
        is_over: whether its turn is over, asked between two lists.
        begun: when the run began, or what may be kept of it: what it read since then is not read again.
        phase: what the slice is at, as the run's row says it since `beaten_at` on this process's clock.
        unpromoted: how often the promotion of a relation had no answer in this run.
        prepared: an earlier part of this run has read the lists, swept the host and released what was cured.
        verifying: every row that was never sent is looked up in Exact before its first post.
        searched: rows that this slice has looked up before their first post.
        entry_id_kept: whether Exact keeps the `EntryID` that we send; None until an answer told.
        out: entries that may be in Exact and whose figures nobody has seen, since the last search; the slice counts.
        silences: writes without a usable answer since the last usable one.
        refusals: entries of this run that were refused, by the sentence, as what they refer to.
        accepted: what the entries refer to that were booked in this run.
        refused: what was refused for a row in this run, by its id: a digest and the problem, so as not to repeat it.
        sees: endpoints of which a search of this slice found something, or the right to view was asked for.
        asked_lines: whose entry's lines were asked for in this slice, by the id of their export.
        shut_out: rows that Exact answered with a 403 and no reason, until a post after them tells whose fault it is.
    """

    client: ExactClient
    lease: Lease
    run_id: int
    should_stop: Callable[[], bool]
    is_over: Callable[[], bool] = lambda: False
    begun: datetime | None = None
    counts: Counter[str] = field(default_factory=Counter)
    reread: set[str] = field(default_factory=set)
    phase: str = ""
    beaten_at: float = 0.0
    unpromoted: Counter[str] = field(default_factory=Counter)
    prepared: bool = False
    verifying: bool = False
    searched: set[int] = field(default_factory=set)
    entry_id_kept: bool | None = None
    out: int = 0
    silences: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    accepted: set[Used] = field(default_factory=set)
    refused: dict[str, tuple[str, Problem]] = field(default_factory=dict)
    sees: set[str] = field(default_factory=set)
    asked_lines: set[int] = field(default_factory=set)
    shut_out: list[tuple[Export, RightMissing]] = field(default_factory=list)


logger = logging.getLogger("mice_exact_plugin.run")
_Action = Literal["GET", "POST", "PUT"]
_ACTIONS: tuple[_Action, ...] = ("GET", "POST", "PUT")


def believed_lost(runtime: Runtime, tenant: str) -> dict[str, str]:
    """The rights for want of which an invoice is blocked now, each with what Exact's 403 said."""
    with step(runtime.session):
        rows = queue.blocked_with(runtime.session, tenant, Code.DEBTOR_RIGHT_MISSING)
    problems = (problem for row in rows for problem in row.problems)
    denials = (problem.params["denial"] for problem in problems if problem.code is Code.DEBTOR_RIGHT_MISSING)
    return dict(denials)


def still_lost(client: ExactClient, believed: Mapping[str, str]) -> dict[str, str]:
    """One call for each right that was missing: back again, or nothing of its kind is tried in this run."""
    return {action: believed[action] for action in _ACTIONS if action in believed and not _has_right(client, action)}


def _has_right(client: ExactClient, action: _Action) -> bool:
    try:
        return client.has_right(ACCOUNTS, action)
    except Refused as error:
        logger.warning("the rights on relations cannot be asked for: %s", error.kind)
        return False


def books_of(runtime: Runtime, tenant: str) -> Books | None:
    """None while nothing is set, and then the next run looks at it."""
    return books_at(runtime, link_of(runtime, tenant))


def books_at(runtime: Runtime, link: Link) -> Books | None:
    """The same for a link that was read already."""
    with step(runtime.session):
        settings = settings_of(runtime.session, link.tenant, *link.place)
    if settings is None:
        return None
    reference = reference_data.reference_data(runtime, link)
    return Books(runtime=runtime, link=link, reference=reference, settings=settings, today=runtime.today())
