"""What holding the booked invoices against Exact brought, for the command that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.services.looking import Result
from mice_exact_plugin.web.wording import runs
from mice_exact_plugin.web.wording.differences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.services.booked_check import Finding


def compared(count: int, wrong: int) -> str:
    all_of_them = ngettext("%(num)s geboekte factuur vergeleken", "%(num)s geboekte facturen vergeleken", count)
    if not count:
        return gettext("%(compared)s.", compared=all_of_them)
    if not wrong:
        return gettext("%(compared)s; alles is gelijk.", compared=all_of_them)
    some = ngettext("%(num)s wijkt af of is weg", "%(num)s wijken af of zijn weg", wrong)
    return gettext("%(compared)s; %(wrong)s.", compared=all_of_them, wrong=some)


def finding(found: Finding, names: Mapping[str, str]) -> str:
    """One invoice that is not as it was booked; `names` are those of the relations that differ."""
    what = sentence_of(found.look.differences, names)
    if found.look.result is Result.GONE:
        what = gettext("De boeking staat niet meer in Exact Online.")
    return f"{found.identifier}\t{found.entry_number or '-'}\t{what}"


def left(count: int, why: str, details: Mapping[str, Any]) -> str:
    text = ngettext("%(num)s factuur is niet vergeleken", "%(num)s facturen zijn niet vergeleken", count)
    return gettext("%(left)s: %(reason)s.", left=text, reason=runs.reason(why, details))
