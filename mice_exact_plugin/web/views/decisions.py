"""What a person decides about one invoice; afterwards the host's page of that invoice says how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request
from redis import RedisError

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.services import decisions as service
from mice_exact_plugin.services.again import Outcome, again
from mice_exact_plugin.web import current
from mice_exact_plugin.web.views.deciding import Said, told
from mice_exact_plugin.web.wording import tried

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue


def retry(invoice_id: str) -> ResponseReturnValue:
    """*Opnieuw proberen*: says at once what still stands in the way, and looks in Exact where that comes first."""

    def decide() -> Said:
        answer = again(current.runtime(), current.tenant().code, invoice_id, current.person().name)
        return Said(*tried.sentence(answer, is_looking=answer.outcome is Outcome.SEARCHED and _look()))

    return told(invoice_id, decide)


def _look() -> bool:
    """Set a run going that looks now; False when it will be the next one that can."""
    try:
        current.plugin().enqueue_run(current.tenant().code, current.person().name)
    except (LinkError, RedisError):
        return False
    return True


def leave(invoice_id: str) -> ResponseReturnValue:
    reason = request.form.get("reason", "")

    def decide() -> None:
        service.leave(current.runtime(), current.tenant().code, invoice_id, current.person(), reason)

    return decided(invoice_id, decide, gettext("De factuur wordt niet geboekt."))


def adopt(invoice_id: str) -> ResponseReturnValue:
    """An entry that differs is bound by somebody who has seen how."""
    entry_id, knows = request.form.get("entry_id", ""), request.form.get("confirmed") == "1"

    def decide() -> None:
        runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
        service.adopt(runtime, tenant, invoice_id, person, entry_id, knows_differences=knows)

    return decided(invoice_id, decide, gettext("De factuur is aan deze boeking gekoppeld."))


def book_anyway(invoice_id: str) -> ResponseReturnValue:
    """Books beside what is in Exact already, so a yes is asked first."""
    confirmed = request.form.get("confirmed") == "1"

    def decide() -> None:
        if not confirmed:
            raise service.DecisionRefused("unconfirmed_choice")
        service.book_anyway(current.runtime(), current.tenant().code, invoice_id, current.person())

    return decided(invoice_id, decide, gettext("De factuur staat klaar en wordt nog eens geboekt."))


def decided(invoice_id: str, decide: Callable[[], None], words: str) -> ResponseReturnValue:
    """A decision that needs no more than one sentence when it was carried out."""

    def said() -> Said:
        decide()
        return Said(words)

    return told(invoice_id, said)
