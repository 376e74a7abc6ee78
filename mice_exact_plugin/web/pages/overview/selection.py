"""What is done with several invoices of the list at once: try again, book now, not book, or call a remark seen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flask import flash, redirect, request

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import decisions
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.decisions.trying import Tried, again
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.pages.overview.running import began
from mice_exact_plugin.web.pages.overview.wanted import back_to, came_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

#: More than are on a page nobody can have chosen.
MOST = 50
AGAIN, NOW, NOT, SEEN = "opnieuw", "nu", "niet", "gezien"


def with_selected() -> ResponseReturnValue:
    """One invoice that cannot does not keep the others from it; what became of them is said in one sentence each."""
    chosen, what = request.form.getlist("invoice")[:MOST], request.form.get("doen", "")
    back = redirect(back_to(request.form.get("filter", "")) + "#facturen", 303)
    if not chosen:
        flash(gettext("Kies minstens één factuur."), "error")
    elif what == NOT:
        _leave(chosen, request.form.get("reason", ""))
    elif what == SEEN:
        _seen(chosen, came_from(request.form.get("filter", "")).get("opmerking", ""))
    elif what in (AGAIN, NOW):
        _try_again(chosen, at_once=what == NOW)
    return back


def _leave(chosen: list[str], reason: str) -> None:
    runtime, tenant, person = current.runtime(), current.tenant().code, current.person()

    def leave(invoice_id: str) -> str:
        decisions.leave(runtime, tenant, invoice_id, person, reason)
        return "left"

    counted = _each(chosen, leave)
    words = ngettext("%(num)s factuur wordt niet geboekt.", "%(num)s facturen worden niet geboekt.", counted["left"])
    if counted["left"]:
        flash(words, "success")


def _seen(chosen: list[str], code: str) -> None:
    """The kind of remark that the list was narrowed down to, of which each says the same."""
    runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
    with step(runtime.session):
        rows = (row_of(runtime.session, tenant, invoice_id) for invoice_id in chosen)
        said = remarks.open_of(runtime.session, tenant, [row.id for row in rows if row])
    meant = {str(remark.id): remark for each in said.values() for remark in each if remark.code == code}

    def put_aside(remark_id: str) -> str:
        remarks.put_aside(runtime, tenant, int(remark_id), person, "")
        return SEEN

    if seen := _each(list(meant), put_aside)[SEEN]:
        flash(ngettext("%(num)s opmerking is gezien.", "%(num)s opmerkingen zijn gezien.", seen), "success")


def _try_again(chosen: list[str], *, at_once: bool) -> None:
    """What waits already stays as it is: booking now sets a run going for that too."""
    runtime, tenant, name = current.runtime(), current.tenant().code, current.person().name
    counted = _each(chosen, lambda invoice_id: str(again(runtime, tenant, invoice_id, name).outcome), quiet=at_once)
    ready, still = counted[Tried.QUEUED] + counted[Tried.SEARCHED], counted[Tried.STILL]
    if ready:
        flash(answers.queued(ready), "success")
    if still:
        words = ngettext("%(num)s wordt nog tegengehouden.", "%(num)s worden nog tegengehouden.", still)
        flash(words, "error")
    if at_once:
        flash(*_started())


def _started() -> tuple[str, str]:
    if began():
        return gettext("De synchronisatie is gestart."), "success"
    return gettext("Er kan nu niet geboekt worden; de volgende synchronisatie doet het."), "info"


def _each(chosen: list[str], act: Callable[[str], str], *, quiet: bool = False) -> Counter[str]:
    """What became of each; why something could not be done is said once."""
    counted: Counter[str] = Counter()
    refused: list[str] = []
    for invoice_id in chosen:
        try:
            counted[act(invoice_id)] += 1
        except DecisionRefused as refusal:
            refused.append(answers.of_code(answers.DECISION, str(refusal)))
        except LinkError as error:
            refused.append(answers.of_error(error))
    for words in [] if quiet else dict.fromkeys(refused):
        flash(words, "error")
    return counted
