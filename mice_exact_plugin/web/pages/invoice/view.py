"""What a person sees and decides about one invoice; afterwards the host's page of it says how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import abort, flash, redirect, request, url_for

from mice_exact_plugin import formatting
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import decisions, looking
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.decisions.looking import Look, Result
from mice_exact_plugin.decisions.trying import Tried, again
from mice_exact_plugin.domain.entry.comparison import as_kept
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.exports.remarks import RemarkRefused
from mice_exact_plugin.exports.words import differences
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.standing import overview
from mice_exact_plugin.web import answers, current

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue


class Said(NamedTuple):
    """What a person is told of a decision that was carried out."""

    words: str
    category: str = "success"


def told(invoice_id: str, decide: Callable[[], Said], back: str = "") -> ResponseReturnValue:
    """Carry a decision out and say what came of it; an invoice of another tenant does not exist here.

    Args:
        back: the page that says how it stands, when it is not the host's page of the invoice.
    """
    if row_of(current.runtime().session, current.tenant().code, invoice_id) is None:
        abort(404)
    try:
        flash(*decide())
    except (DecisionRefused, RemarkRefused) as refusal:
        flash(answers.of_code(answers.DECISION, str(refusal)), "error")
    except LinkError as error:
        flash(answers.of_error(error), "error")
    return redirect(back or current.runtime().host.invoice_url(invoice_id), 303)


def retry(invoice_id: str) -> ResponseReturnValue:
    """*Opnieuw proberen*: says at once what still stands in the way, and looks in Exact where that comes first."""

    def decide() -> Said:
        answer = again(current.runtime(), current.tenant().code, invoice_id, current.person().name)
        return Said(*answers.tried_sentence(answer, is_looking=answer.outcome is Tried.SEARCHED and _look()))

    return told(invoice_id, decide)


def _look() -> bool:
    """Set a run going that looks now; False when it will be the next one that can."""
    try:
        current.plugin().enqueue_run(current.tenant().code, current.person().name)
    except LinkError:
        return False
    return True


def leave(invoice_id: str) -> ResponseReturnValue:
    reason = request.form.get("reason", "")

    def decide() -> None:
        decisions.leave(current.runtime(), current.tenant().code, invoice_id, current.person(), reason)

    return decided(invoice_id, decide, gettext("De factuur wordt niet geboekt."))


def adopt(invoice_id: str) -> ResponseReturnValue:
    """An entry that differs is bound by somebody who has seen how."""
    entry_id, knows = request.form.get("entry_id", ""), request.form.get("confirmed") == "1"

    def decide() -> None:
        runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
        decisions.adopt(runtime, tenant, invoice_id, person, entry_id, knows_differences=knows)

    return decided(invoice_id, decide, gettext("De factuur is aan deze boeking gekoppeld."))


def book_beside(invoice_id: str) -> ResponseReturnValue:
    """Books beside what is in Exact already, so a yes is asked first."""
    confirmed = request.form.get("confirmed") == "1"

    def decide() -> None:
        if not confirmed:
            raise decisions.DecisionRefused("unconfirmed_choice")
        decisions.book_beside(current.runtime(), current.tenant().code, invoice_id, current.person())

    return decided(invoice_id, decide, gettext("De factuur staat klaar en wordt nog eens geboekt."))


def decided(invoice_id: str, decide: Callable[[], None], words: str) -> ResponseReturnValue:
    """A decision that needs no more than one sentence when it was carried out."""

    def said() -> Said:
        decide()
        return Said(words)

    return told(invoice_id, said)


def look(invoice_id: str) -> ResponseReturnValue:
    """*Kijk in Exact*: the entry and its lines, and the answer at once."""

    def decide() -> Said:
        return _said(looking.look(current.runtime(), current.tenant().code, invoice_id, current.person()))

    return told(invoice_id, decide)


def look_at_lines(invoice_id: str) -> ResponseReturnValue:
    """*Opnieuw bij Exact kijken*: the entry and its lines, beside what was sent."""

    def decide() -> Said:
        runtime, tenant = current.runtime(), current.tenant().code
        return _said(looking.look(runtime, tenant, invoice_id, current.person()))

    return told(invoice_id, decide, url_for("mice_exact.preview", invoice_id=invoice_id))


def let_stand(invoice_id: str) -> ResponseReturnValue:
    reason = request.form.get("reason", "")

    def decide() -> Said:
        decisions.let_stand(current.runtime(), current.tenant().code, invoice_id, current.person(), reason)
        return Said(gettext("De boeking blijft zoals zij is; de factuur blijft gemarkeerd."))

    return told(invoice_id, decide)


def book_anew(invoice_id: str) -> ResponseReturnValue:
    reason = request.form.get("reason", "")

    def decide() -> Said:
        looking.book_anew(current.runtime(), current.tenant().code, invoice_id, current.person(), reason)
        return Said(gettext("De boeking stond niet meer in Exact Online; de factuur wordt opnieuw geboekt."))

    return told(invoice_id, decide)


def put_aside(invoice_id: str, remark_id: int) -> ResponseReturnValue:
    reason = request.form.get("reason", "")

    def decide() -> Said:
        remarks.put_aside(current.runtime(), current.tenant().code, remark_id, current.person(), reason)
        words = gettext("De opmerking is afgehandeld.") if reason.strip() else gettext("De opmerking is gezien.")
        return Said(words)

    return told(invoice_id, decide)


def _names(found: Look) -> dict[str, str]:
    runtime, text = current.runtime(), as_kept(found.differences)
    with step(runtime.session):
        return overview.names_of(runtime.session, current.tenant().code, differences.ids(text))


def _said(found: Look) -> Said:
    moment = formatting.moment(found.at)
    match found.result:
        case Result.EQUAL:
            words = gettext(
                "Gekeken op %(moment)s: de boeking staat in Exact Online en is gelijk aan wat verstuurd is.",
                moment=moment,
            )
            return Said(words)
        case Result.GONE:
            words = gettext("Gekeken op %(moment)s: de boeking staat niet meer in Exact Online.", moment=moment)
        case Result.DIFFERENT:
            what = differences.sentence(as_kept(found.differences), _names(found))
            words = gettext("Gekeken op %(moment)s: de boeking wijkt af. %(what)s", moment=moment, what=what)
    return Said(words, "error")
