"""The setting for private persons whom nothing but their name tells apart from a relation that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import RadioField, StringField
from wtforms.validators import Length

from mice_exact_plugin.domain.matching import PrivatePolicy
from mice_exact_plugin.domain.settings import PrivateCustomers
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.forms.base import option

if TYPE_CHECKING:
    from mice_exact_plugin.domain.reference import CrmAccount

POLICY, COLLECTIVE = "private_policy", "collective"
#: Codes of relations are at most 18 characters long.
LONGEST_CODE = 18


def private_fields() -> dict[str, Any]:
    words = {
        PrivatePolicy.NEW: gettext("Nieuwe debiteur, gemarkeerd als mogelijk dubbel"),
        PrivatePolicy.ASK: gettext("Vragen"),
        PrivatePolicy.COLLECTIVE: gettext("Verzameldebiteur"),
    }
    return {
        POLICY: RadioField(
            gettext("Particulieren zonder postcode"),
            choices=[option(str(policy), label) for policy, label in words.items()],
            default=PrivatePolicy.NEW,
        ),
        COLLECTIVE: StringField(
            gettext("Code van de verzameldebiteur"), [Length(max=LONGEST_CODE)], id="collective", default=""
        ),
    }


def private_start(saved: PrivateCustomers | None, collective: CrmAccount | None) -> dict[str, str]:
    return {
        POLICY: str(saved.policy if saved else PrivatePolicy.NEW),
        COLLECTIVE: collective.code if collective else "",
    }


def chosen_private(form: Any, account_id: str | None) -> PrivateCustomers:
    return PrivateCustomers(PrivatePolicy(form[POLICY].data or PrivatePolicy.NEW), account_id)
