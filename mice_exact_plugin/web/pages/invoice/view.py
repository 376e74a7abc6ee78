"""What a person sees and decides about an entry in Exact: look, let it stand, book anew; and putting remarks aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from mice_exact_plugin.domain.entry_comparison import as_text
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import decisions, looking, overview, remarks
from mice_exact_plugin.services.looking import Look, Result
from mice_exact_plugin.store.base import step
from mice_exact_plugin.web import current, formatting
from mice_exact_plugin.web.views.deciding import Said, told
from mice_exact_plugin.web.wording import differences

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


def look(invoice_id: str) -> ResponseReturnValue:
    """*Kijk in Exact*: one search, and the answer at once."""

    def decide() -> Said:
        return _said(looking.look(current.runtime(), current.tenant().code, invoice_id, current.person()))

    return told(invoice_id, decide)


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
        return Said(gettext("De opmerking is afgehandeld."))

    return told(invoice_id, decide)


def _names(found: Look) -> dict[str, str]:
    runtime, text = current.runtime(), as_text(found.differences)
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
            what = differences.sentence_of(found.differences, _names(found))
            words = gettext("Gekeken op %(moment)s: de boeking wijkt af. %(what)s", moment=moment, what=what)
    return Said(words, "error")
