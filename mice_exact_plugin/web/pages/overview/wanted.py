"""What the address of the overview asks for, and the addresses that ask for something else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from flask import request, url_for

from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.reader import reader
from mice_exact_plugin.standing.invoice_list import ORDERS, Wanted
from mice_exact_plugin.web import days

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from mice_exact_plugin.standing.to_do import Held

#: What an address may say.
NAMES = ("status", "q", "van", "tot", "reden", "opmerking", "debiteur", "sorteer")
#: What *status* says, besides a state, of what is ready: whether somebody said yes.
BY_APPROVAL = {"awaiting": False, "approved": True}
#: And what it says of all that should be in the books and is not, in whatever state.
MISSING = "not_booked"


def wanted(causes: Sequence[Held]) -> Wanted:
    """What means nothing is no filter; a cause that is gone has no invoices any more."""
    order = request.args.get("sorteer", "")
    name = order.removeprefix("-")
    status, code = request.args.get("status", ""), request.args.get("opmerking", "")
    is_approved = BY_APPROVAL.get(status)
    state = status if is_approved is None else State.QUEUED
    return Wanted(
        state=State(state) if state in set(State) else None,
        is_approved=is_approved,
        is_missing=status == MISSING,
        text=request.args.get("q", "").strip()[:100],
        since=days.written(request.args.get("van")),
        until=days.written(request.args.get("tot")),
        stored=_stored(request.args.get("reden", ""), causes),
        remark=RemarkCode(code) if code in set(RemarkCode) else None,
        account_id=request.args.get("debiteur", "")[:36],
        order=name if name in ORDERS else "",
        is_descending=order.startswith("-") or name not in ORDERS or not name,
    )


def periods(now: datetime, around: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """The months that are asked for most: name, address, and whether it is the one at hand."""
    first = now.astimezone(reader().zone).date().replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    named = ((gettext("Deze maand"), first), (gettext("Vorige maand"), before))
    return [_period(name, start, around) for name, start in named]


def _period(name: str, start: date, around: Mapping[str, str]) -> tuple[str, str, bool]:
    end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    asked = {"van": start.isoformat(), "tot": end.isoformat()}
    return name, url(around, **asked), all(around.get(key) == day for key, day in asked.items())


def _stored(key: str, causes: Sequence[Held]) -> tuple[str, ...] | None:
    return next((cause.stored for cause in causes if cause.key == key), ()) if key else None


def said() -> dict[str, str]:
    """What the address says, as far as it means something to the overview."""
    return {name: text for name in NAMES if (text := request.args.get(name, "").strip()[:200])}


def url(around: Mapping[str, str], **changes: str | int | None) -> str:
    """The overview with what is asked for now but for these; None leaves one out."""
    values = {**around, **changes}
    kept = {name: str(value) for name, value in values.items() if value not in (None, "")}
    return _with(kept)


def _with(kept: Mapping[str, str]) -> str:
    address: str = url_for("mice_exact.overview", **dict(kept))  # type: ignore[arg-type]  # the rest is for the query
    return address


def back_to(query: str) -> str:
    """Where a form came from, of which only the overview's own words are believed."""
    return _with(came_from(query))


def came_from(query: str) -> dict[str, str]:
    """What was looked for where a form was filled in."""
    return {name: text[:200] for name, text in parse_qsl(query[:2000]) if name in (*NAMES, "pagina")}
