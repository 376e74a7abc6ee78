"""How every decision about an invoice ends: on the host's page of it, with what came of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import abort, flash, redirect

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.services.decisions import DecisionRefused
from mice_exact_plugin.services.remarks import RemarkRefused
from mice_exact_plugin.store.export_queue import row_of
from mice_exact_plugin.web import current
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue


class Said(NamedTuple):
    """What a person is told of a decision that was carried out."""

    words: str
    category: str = "success"


def told(invoice_id: str, decide: Callable[[], Said]) -> ResponseReturnValue:
    """Carry a decision out and say what came of it; an invoice of another tenant does not exist here."""
    if row_of(current.runtime().session, current.tenant().code, invoice_id) is None:
        abort(404)
    try:
        flash(*decide())
    except (DecisionRefused, RemarkRefused) as refusal:
        flash(refusals.of_code(refusals.DECISION, str(refusal)), "error")
    except LinkError as error:
        flash(refusals.of_error(error), "error")
    return redirect(current.runtime().host.invoice_url(invoice_id), 303)
