"""What decides beside the table of rate groups where a line is booked, and is agreed to with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.dimensions import By
from mice_exact_plugin.exports.words import situations
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.pages.dimensions.shown import costs_words, per_event_words, rule_label
from mice_exact_plugin.web.pages.preview import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.setup.mapping import BookMapping


def besides(found: BookMapping) -> Iterator[tuple[str, str]]:
    settings, reference = found.settings, found.reference
    if settings.deposits.as_turnover:
        yield gettext("Aanbetalingen"), gettext("als omzet")
    for rate, account_id in sorted(settings.deposits.accounts.items(), reverse=True):
        label = gettext("Aanbetalingen met %(rate)s", rate=formatting.rate(rate))
        yield label, words.ledger(account_id, reference) or words.UNKNOWN
    for rate, loose in sorted(settings.loose_lines.items(), reverse=True):
        label = gettext("Losse regels zonder tariefgroep, %(rate)s", rate=formatting.rate(rate))
        yield label, _where(loose.gl_account_id, loose.vat_code, reference)
    for ground, code in settings.situations.codes.items():
        yield gettext("Zonder btw: %(ground)s", ground=situations.name(ground)), _where(None, code, reference)
    if settings.receipts.is_used:
        receipts = settings.receipts
        yield gettext("Kassabonnen op facturen"), _where(receipts.gl_account_id, receipts.vat_code, reference)
    for label, text in _costs(found):
        yield f"{gettext('Kostenplaats en kostendrager')}: {label}", text


def _where(account_id: str | None, code: str | None, reference: ReferenceData) -> str:
    ledger = words.ledger(account_id, reference) or words.UNKNOWN if account_id else ""
    return "; ".join(filter(None, (ledger, f"{gettext('BTW-code')} {words.vat_code(code, reference)}" if code else "")))


def _costs(found: BookMapping) -> Iterator[tuple[str, str]]:
    """The rules in the order in which they are asked; those of rate groups stand in the table."""
    chosen, shown = found.settings.dimensions, {(By.RATE_GROUP, row.group.code) for row in found.rows}
    if chosen.per_event:
        yield gettext("per evenement"), per_event_words(chosen)
    order = {by: place for place, by in enumerate(By)}
    for key, costs in sorted(chosen.rules.items(), key=lambda rule: (order[rule[0][0]], rule[0][1])):
        if key not in shown:
            yield rule_label(key, found.names), costs_words(costs)
