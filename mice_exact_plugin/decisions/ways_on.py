"""The ways on for an invoice that is held although it was lawfully sent: what a person accepts, chooses or did by hand.

Each has a name, a reason and a line in the trail, and holds only for the figures that the person saw.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from mice_exact_plugin.audit import record
from mice_exact_plugin.booking import cure
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions.decisions import DecisionRefused, given, row_of
from mice_exact_plugin.domain.entry import eu_sales, situation_checks, vat_mapping
from mice_exact_plugin.domain.entry.acceptance import Acceptance, Kind, entry_number
from mice_exact_plugin.domain.entry.eu_sales import RELATION
from mice_exact_plugin.domain.entry.lines import can_be_carried
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import Resource, VatCode
from mice_exact_plugin.domain.states import BY_HAND, Event, State
from mice_exact_plugin.exports import acceptance, queue
from mice_exact_plugin.exports.table import differing
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.mirror import list_table
from mice_exact_plugin.work import books_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import Place
    from mice_exact_plugin.exports.export import Changes, Export
    from mice_exact_plugin.runtime import Person, Runtime

    #: Which of the problems a person is asked about.
    Asks = Callable[[Iterable[Problem]], tuple[Problem, ...]]

#: The event of the trail that tells of each kind.
EVENTS = {
    Kind.VAT_DIFFERENCE: "vat_difference_accepted",
    Kind.VAT_CODE: "vat_code_chosen",
    Kind.EU_NUMBER: "eu_number_accepted",
    Kind.FILL_NUMBER: "fill_number_accepted",
    Kind.PERIOD: "later_day_accepted",
    Kind.DEPOSIT: "deposit_oversettled_accepted",
    Kind.BOOKED_BY_HAND: "booked_by_hand",
}


_QUESTIONS = eu_sales.QUESTIONS | situation_checks.QUESTIONS


class EntryNumberTaken(DecisionRefused):
    """The entry is that of other invoices already, which may be right: whoever knows says so."""

    def __init__(self, invoices: Sequence[str]) -> None:
        super().__init__("entry_number_taken")
        self.invoices = tuple(invoices)


def differences(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The VAT differences that an administrator may accept: those that Exact can take."""
    return tuple(found for found in problems if found.code is Code.VAT_DIFFERENCE and can_be_carried(found))


def questions(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is asked about VAT number and country of an invoice without VAT."""
    return tuple(found for found in problems if found.code in _QUESTIONS)


def fillable(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """A good number that the relation lacks in Exact; the collective relation never gets one."""
    lacking = (found for found in problems if found.code is Code.EU_NUMBER_NOT_IN_EXACT)
    return tuple(found for found in lacking if found.params.get("state") == RELATION)


def later_days(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The day on which an invoice of a closed period may be booked."""
    return tuple(found for found in problems if found.code is Code.PERIOD_ASKED)


def oversettled(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The deposits of which more is taken off than is left."""
    return tuple(found for found in problems if found.code is Code.DEPOSIT_OVERSETTLED)


def may_be_booked_by_hand(row: Export) -> bool:
    """Any held invoice but one whose own entry is in Exact: that one is looked at, and never made again by itself."""
    return row.state is State.BLOCKED and row.entry_id is None


def other_codes(session: Session, place: Place, problem: Problem, on: date) -> tuple[VatCode, ...]:
    """The codes of the mirror that fit instead of the one that a problem names; reads and never commits."""
    rows = list_table.rows_of(session, *place, Resource.VAT_CODES)
    codes = (msgspec.convert(row, VatCode) for row in rows)
    return vat_mapping.other_codes(codes, problem.params["code"], Decimal(problem.params["rate"]), on)


def token(problems: Iterable[Problem]) -> str:
    """Stands for what was shown: a decision about something else is refused."""
    shown = json.dumps([[found.code, found.params] for found in problems], sort_keys=True)
    return hashlib.sha256(shown.encode()).hexdigest()[:24]


#: What each decision accepts as it was shown: an administrator the amounts, whoever decides the rest.
_ASKED: dict[Kind, Asks] = {
    Kind.VAT_DIFFERENCE: differences,
    Kind.EU_NUMBER: questions,
    Kind.DEPOSIT: oversettled,
    Kind.FILL_NUMBER: fillable,
    Kind.PERIOD: later_days,
}


def accept(
    runtime: Runtime, tenant: str, invoice_id: str, person: Person, kind: Kind, *, shown: str, reason: str
) -> None:
    """Book it with what was asked about, on the day that was shown, or with the number that the next run fills in."""
    row, found = _asked(runtime, tenant, invoice_id, _ASKED[kind], shown)
    _accept(runtime, row, person, reason, [Acceptance(kind, problem.params) for problem in found])


def choose_code(
    runtime: Runtime, tenant: str, invoice_id: str, person: Person, shown: str, reason: str, choice: tuple[str, str]
) -> None:
    """Another VAT code for this invoice alone; `choice` is the code of the settings and the one instead."""
    row, found = _asked(runtime, tenant, invoice_id, questions, shown)
    used, chosen = choice
    asked = next((problem for problem in found if problem.params["code"] == used), None)
    place = link_of(runtime, tenant).place
    with step(runtime.session):
        offered = other_codes(runtime.session, place, asked, row.invoice_date) if asked else ()
    if chosen not in {code.code for code in offered}:
        raise DecisionRefused("unknown_code")
    _accept(runtime, row, person, reason, [Acceptance(Kind.VAT_CODE, {"from": used, "to": chosen})])


def booked_by_hand(
    runtime: Runtime,
    tenant: str,
    invoice_id: str,
    person: Person,
    typed: str,
    reason: str,
    *,
    knows_others: bool = False,
) -> None:
    """*Zelf geboekt*: a bookkeeper made the entry, so we never do; put back, it is searched for first."""
    row = _row(runtime, tenant, invoice_id)
    if differing(row) is not None:
        raise DecisionRefused("differs")
    if not may_be_booked_by_hand(row):
        raise DecisionRefused(row.state)
    link = link_of(runtime, tenant)
    changes: Changes = {"ignored_reason": BY_HAND, "not_before": None}
    if row.place is None:
        changes |= {"site": link.place[0], "division": link.division, "division_name": link.division_name}
    number = _entry_number(typed)
    others = _others(runtime, row, link.place, number)
    if others and not knows_others:
        raise EntryNumberTaken(others)
    why, now = given(reason, acceptance.REASON_LIMIT), runtime.now()
    with step(runtime.session):
        if not queue.advance(runtime.session, row.id, State.BLOCKED, Event.BOOKED_BY_HAND, **changes):
            raise DecisionRefused(row.state)
        done = Acceptance(Kind.BOOKED_BY_HAND, {"entry_number": number})
        acceptance.accept(runtime.session, row.id, done, reason=why, by=person.name, at=now)
        details = {"entry_number": number, "reason": why}
        record(runtime.session, tenant, "booked_by_hand", at=now, actor=person.name, export_id=row.id, **details)


def _entry_number(typed: str) -> str:
    if not typed.strip():
        raise DecisionRefused("entry_number_missing")
    number = entry_number(typed)
    if number is None:
        raise DecisionRefused("no_entry_number")
    return str(number)


def _others(runtime: Runtime, row: Export, place: Place, number: str) -> Sequence[str]:
    """The other invoices of the tenant that are in Exact under this entry."""
    with step(runtime.session):
        return acceptance.invoices_of_entry(runtime.session, row.tenant, row.place or place, number, but=row.id)


def withdraw(
    runtime: Runtime, tenant: str, invoice_id: str, person: Person, acceptance_id: int, *, may_setup: bool
) -> None:
    """Take a decision back while it can still matter; what it was stays on record."""
    row = _row(runtime, tenant, invoice_id)
    if row.state not in (State.BLOCKED, State.QUEUED):
        raise DecisionRefused(row.state)
    with step(runtime.session):
        kinds = {item.id: item.code for item in acceptance.rows_of(runtime.session, row.id)}
    if acceptance_id not in kinds or (kinds[acceptance_id] == Kind.VAT_DIFFERENCE and not may_setup):
        raise DecisionRefused("not_held")
    now = runtime.now()
    with step(runtime.session):
        if not acceptance.withdraw(runtime.session, row.id, acceptance_id, by=person.name, at=now):
            raise DecisionRefused("not_held")
        record(runtime.session, tenant, "acceptance_withdrawn", at=now, actor=person.name, export_id=row.id)


def _asked(
    runtime: Runtime, tenant: str, invoice_id: str, asks: Asks, shown: str
) -> tuple[Export, tuple[Problem, ...]]:
    """The row and what it asks, when that is still what the person saw."""
    row = _row(runtime, tenant, invoice_id)
    if row.state is not State.BLOCKED:
        raise DecisionRefused(row.state)
    found = asks(row.problems)
    if not found or token(found) != shown:
        raise DecisionRefused("other_figures")
    return row, found


def _accept(runtime: Runtime, row: Export, person: Person, reason: str, acceptances: Sequence[Acceptance]) -> None:
    """Keep the decision, then see at once what it cures; the rest of its problems stay in view."""
    why, now = given(reason, acceptance.REASON_LIMIT), runtime.now()
    with step(runtime.session):
        for taken in acceptances:
            acceptance.accept(runtime.session, row.id, taken, reason=why, by=person.name, at=now)
            details = {**taken.params, "reason": why}
            record(
                runtime.session,
                row.tenant,
                EVENTS[taken.kind],
                at=now,
                actor=person.name,
                export_id=row.id,
                **details,
            )
    books = books_of(runtime, row.tenant)
    if books is not None:
        cure.recheck_one(books, _row(runtime, row.tenant, row.invoice_id))


def _row(runtime: Runtime, tenant: str, invoice_id: str) -> Export:
    row = row_of(runtime, tenant, invoice_id)
    if row.deleted_at is not None:
        raise DecisionRefused("unknown")
    return row
