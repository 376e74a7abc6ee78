"""*Vergelijk met Exact* on the page of open deposits: asking for it, following it, and what it found."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request, url_for

from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import comparing, comparison_table
from mice_exact_plugin.errors import LinkError, QueueAway
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.frame import fragment

if TYPE_CHECKING:
    from datetime import datetime

    from flask.typing import ResponseReturnValue
    from sqlalchemy.orm import Session

    from mice_exact_plugin.deposits.comparison_table import DepositComparison
    from mice_exact_plugin.domain.kept import KeptFinding
    from mice_exact_plugin.exact.sites import Place


@dataclass(frozen=True, slots=True)
class Found:
    """A comparison with a result. `balances`: account, open here, in the ledger."""

    asked_by: str
    at: datetime
    balances: tuple[tuple[str, Decimal, Decimal], ...]
    findings: tuple[KeptFinding, ...]
    deposits: dict[str, Decimal]
    more: int
    more_amount: Decimal


@dataclass(frozen=True, slots=True)
class Shown:
    """The one under way, the one that ended without a result since, and the last result."""

    progress: DepositComparison | None = None
    ended: DepositComparison | None = None
    found: Found | None = None


def shown(session: Session, tenant: str, place: Place | None) -> Shown:
    """Of the present administration; within the caller's transaction, by one statement."""
    known = [each for each in comparison_table.of_tenant(session, tenant) if (each.site, each.division) == place]
    last = known[0] if known else None
    return Shown(
        progress=last if last and last.finished_at is None else None,
        ended=last if last and last.finished_at and not last.result else None,
        found=next((found for each in known if (found := _found(each))), None),
    )


def compare_deposits() -> ResponseReturnValue:
    """Losing the queue's server loses nothing: it is written down and the scheduler picks it up."""
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        comparison_id = comparing.start(runtime, tenant, current.person())
        current.plugin().wake_for_comparison(comparison_id)
    except QueueAway:
        flash(gettext("De vergelijking staat klaar en begint zodra de wachtrij weer bereikbaar is."), "info")
    except LinkError as error:
        flash(answers.of_error(error), "error")
    return redirect(url_for("mice_exact.open_deposits"), 303)


def comparison_progress() -> ResponseReturnValue:
    """A piece of the page, asked again and again while it is under way."""
    runtime, number = current.runtime(), request.args.get("nr", 0, type=int)
    with step(runtime.session):
        known = comparison_table.of_tenant(runtime.session, current.tenant().code)
    asked = next((each for each in known if each.id == number), None)
    if asked is None:
        abort(404)
    return fragment("_deposit_progress.html", progress=asked)


def _found(comparison: DepositComparison) -> Found | None:
    result = comparison.result
    if result is None or comparison.finished_at is None:
        return None
    more, amount = result["more"]
    return Found(
        asked_by=comparison.asked_by,
        at=comparison.finished_at,
        balances=tuple((code, Decimal(here), Decimal(there)) for code, here, there in result["balances"]),
        findings=tuple(result["findings"]),
        deposits={key: Decimal(there) for key, there in result["deposits"].items()},
        more=more,
        more_amount=Decimal(amount),
    )
