"""*Proefrun*: what the invoices of a past month would become, by the planning that books; nothing is sent or changed.

It works in parts, each written down as it is done, so that whoever takes it up again goes on where it was left.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.booking.planning import Ready
from mice_exact_plugin.booking.preview import as_if_queued
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain.entry.ledger_mapping import ledger_number
from mice_exact_plugin.domain.entry.lines import lines_with_amounts
from mice_exact_plugin.domain.entry.mapper import Blocked, NothingToBook
from mice_exact_plugin.domain.entry.payment_terms import term_in_days
from mice_exact_plugin.domain.notices import problem_key
from mice_exact_plugin.domain.run import AMSTERDAM
from mice_exact_plugin.domain.trial import Fate, report
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import queue
from mice_exact_plugin.exports.problems import as_json
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.golive import trial_table
from mice_exact_plugin.golive.trial_table import Trial, TrialPart
from mice_exact_plugin.host import adapter, offers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.decisions.approving import Planned
    from mice_exact_plugin.domain.entry.mapper import Mapped
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.trial import Judged, Share
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.runtime import Person, Runtime
    from mice_exact_plugin.work import Books

BATCH = 100
#: More than this is no month of a venue.
MOST = 50_000


class TrialRefused(LinkError):
    """`not_ready`: no administration with settings; `no_month`: the month has not begun."""


def start(runtime: Runtime, tenant: str, person: Person, month: date) -> int:
    """Ask for a trial over the month of a day; one that is under way is returned as it is."""
    first = month.replace(day=1)
    if first > runtime.today():
        raise TrialRefused("no_month")
    books, now = approving.books_to_look(runtime, tenant), runtime.now()
    if books is None:
        raise TrialRefused("not_ready")
    with step(runtime.session):
        under_way = trial_table.open_trial(runtime.session, tenant)
        if under_way is not None:
            return under_way.id
        site, division = books.link.place
        who = {"tenant": tenant, "site": site, "division": division, "asked_by": person.name}
        trial = Trial(**who, month=first, asked_at=now, beat_at=now, total=0, handled=0)
        runtime.session.add(trial)
        runtime.session.flush()
        trial_table.forget(runtime.session, tenant)
        return trial.id


def work_on(runtime: Runtime, trial_id: int, should_stop: Callable[[], bool]) -> bool:
    """Take a trial as far as time allows; False when it has to be gone on with."""
    with step(runtime.session):
        trial = runtime.session.get(Trial, trial_id, populate_existing=True)
        if trial is None or not trial_table.take(runtime.session, trial, runtime.now()):
            return True
        tenant, month, place = trial.tenant, trial.month, (trial.site, trial.division)
        done = trial_table.parts_done(runtime.session, trial_id)
    books = approving.books_to_look(runtime, tenant)
    if books is None or books.link.place != place:
        return _end(runtime, trial_id, "not_ready")
    ids = _sent_in(runtime, tenant, month)
    if len(ids) > MOST:
        return _end(runtime, trial_id, "too_many")
    parts = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    for place_of, part in enumerate(parts):
        if place_of in done:
            continue
        if should_stop():
            return False
        _write(
            runtime, TrialPart(trial_id=trial_id, tenant=tenant, place=place_of, judged=_judge(books, part)), len(ids)
        )
    return _finish(runtime, trial_id, books.reference.division.currency)


def to_resume(runtime: Runtime) -> dict[int, str]:
    """Unfinished trials on which nobody has worked for a while, each with its mark."""
    with step(runtime.session):
        found = trial_table.silent(runtime.session, runtime.now() - 2 * runtime.config.lease)
        return {trial.id: _mark(trial) for trial in found}


def mark_of(runtime: Runtime, trial_id: int) -> str | None:
    """What tells the next piece of work on a trial from all others; None when it is over."""
    with step(runtime.session):
        trial = runtime.session.get(Trial, trial_id, populate_existing=True)
        return None if trial is None or trial.finished_at is not None else _mark(trial)


def _mark(trial: Trial) -> str:
    return f"{trial.beat_at:%Y%m%dT%H%M%S%f}"


def month_of(day: date) -> tuple[datetime, datetime]:
    """From the first moment of a day's month in Amsterdam to that of the next."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    start, end = (datetime.combine(each, time(), AMSTERDAM).astimezone(UTC) for each in (first, following))
    return start, end


def _sent_in(runtime: Runtime, tenant: str, month: date) -> list[str]:
    with step(runtime.session):
        return offers.sent_ids_between(runtime.host, tenant, *month_of(month))


def _judge(books: Books, ids: Sequence[str]) -> list[Judged]:
    """With its own row where an invoice has one: what a person decided about it counts."""
    with step(books.session):
        invoices = adapter.invoices(books.runtime.host.invoices(books.link.tenant, ids))
        rows = _rows_of(books.session, books.link.tenant, ids)
    readable = [invoice for invoice in invoices.values() if invoice is not None]
    asked = [rows.get(invoice.id) or as_if_queued(invoice) for invoice in readable]
    return [judge(planned) for planned in approving.plans(books, asked)]


def _rows_of(session: Session, tenant: str, invoice_ids: Sequence[str]) -> dict[str, Export]:
    query = select(*queue.TABLE.c).where(InvoiceExport.tenant == tenant, InvoiceExport.invoice_id.in_(invoice_ids))
    return {row.invoice_id: row for row in queue.exports(session, query)}


def judge(planned: Planned) -> Judged:
    """One invoice as a trial keeps it."""
    plan, row, invoice = planned.plan, planned.row, planned.invoice
    located = plan.located if isinstance(plan, Ready) else None
    draft = plan.mapped if isinstance(plan, Ready) else plan.draft if isinstance(plan, Blocked) else None
    problems = plan.problems if isinstance(plan, Blocked) else ()
    return {
        "invoice_id": row.invoice_id,
        "number": row.identifier,
        "day": row.invoice_date.isoformat(),
        "currency": row.currency,
        "gross": str(row.gross),
        "fate": _fate(planned),
        "account_id": located.account.id if located and located.account else None,
        "new": located.key if located and located.account is None else None,
        "term": term_in_days(invoice) if invoice else None,
        "problems": as_json(problems),
        "keys": [problem_key(problem) for problem in problems],
        "entry": _entry(draft) if draft else [],
        "shares": _shares(invoice, draft) if invoice else [],
    }


def _fate(planned: Planned) -> Fate:
    match planned.plan:
        case Ready():
            return Fate.BOOKED
        case Blocked():
            return Fate.HELD
        case NothingToBook():
            return Fate.NOTHING
        case None:
            return Fate.UNKNOWN


def _entry(draft: Mapped) -> list[tuple[str, str, str, str]]:
    return [(line.gl_account_id, line.vat_code, str(line.net), str(line.vat)) for line in draft.entry.lines]


def _shares(invoice: Invoice, draft: Mapped | None) -> list[Share]:
    """Of every line, also one that nothing can be made of yet: it is revenue all the same."""
    default = {each.position for each in draft.fallbacks} if draft else set()
    return [
        {
            "rate_group": line.rate_group.code if line.rate_group else None,
            "description": line.rate_group.description if line.rate_group else None,
            "product": line.product if line.position in default else None,
            "number": ledger_number(line),
            "net": str(line.net),
            "on_default": line.position in default,
        }
        for line in lines_with_amounts(invoice)
    ]


def _write(runtime: Runtime, part: TrialPart, total: int) -> None:
    with step(runtime.session):
        trial = runtime.session.get_one(Trial, part.trial_id)
        trial.total, trial.handled, trial.beat_at = total, min((part.place + 1) * BATCH, total), runtime.now()
        runtime.session.add(part)


def _finish(runtime: Runtime, trial_id: int, currency: str) -> bool:
    with step(runtime.session):
        judged = [each for part in trial_table.parts_of(runtime.session, trial_id) for each in part.judged]
        trial = runtime.session.get_one(Trial, trial_id)
        trial.report, trial.handled, trial.finished_at = report(judged, currency), trial.total, runtime.now()
    return True


def _end(runtime: Runtime, trial_id: int, reason: str) -> bool:
    with step(runtime.session):
        trial = runtime.session.get_one(Trial, trial_id)
        trial.reason, trial.finished_at = reason, runtime.now()
    return True
