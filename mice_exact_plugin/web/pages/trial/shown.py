"""A trial run as people see it: what would be booked, what held up, and the sums by ledger and code; also as files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.trial import Fate, count_of
from mice_exact_plugin.exports.problems import from_json
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web.pages.overview.csv_file import BYTE_ORDER_MARK, defused, line
from mice_exact_plugin.web.pages.preview import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.trial import Judged, Posted, Report
    from mice_exact_plugin.golive.trial_table import Trial

FATES: dict[str, str] = {
    Fate.BOOKED: N_("zou geboekt worden"),
    Fate.HELD: N_("zou tegengehouden worden"),
    Fate.NOTHING: N_("niets te boeken"),
    Fate.UNKNOWN: N_("nog niet te zeggen"),
}
ENDS: dict[str, str] = {
    "not_ready": N_("De administratie of de instellingen zijn intussen veranderd; begin een nieuwe proefrun."),
    "too_many": N_("Er zijn in deze maand te veel facturen voor een proefrun."),
}
REFUSED: dict[str, str] = {
    "not_ready": N_("Een proefrun kan pas als de instellingen zijn opgeslagen."),
    "no_month": N_("Kies een maand die begonnen is."),
}


@dataclass(frozen=True, slots=True)
class Tile:
    number: str
    label: str
    amount: str
    tone: str


@dataclass(frozen=True, slots=True)
class ReasonView:
    sentence: str
    count: int
    amount: str
    named: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class PostedView:
    name: str
    lines: str
    net: str
    vat: str


@dataclass(frozen=True, slots=True)
class GroupView:
    name: str
    number: str
    net: str
    share: str


@dataclass(frozen=True, slots=True)
class ReportView:
    tiles: tuple[Tile, ...]
    reasons: tuple[ReasonView, ...]
    ledgers: tuple[PostedView, ...]
    codes: tuple[PostedView, ...]
    defaults: tuple[GroupView, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a trial is; `counted` says it in words."""

    trial_id: int
    handled: int
    total: int
    counted: str
    is_finished: bool


def progress(trial: Trial) -> Progress:
    done, every = formatting.number(trial.handled), formatting.number(trial.total)
    counted = (
        gettext("%(done)s van %(total)s", done=done, total=every) if trial.total else gettext("Wacht op een werker")
    )
    return Progress(trial.id, trial.handled, trial.total, counted, trial.finished_at is not None)


def report_view(report: Report, reference: ReferenceData | None, currency: str) -> ReportView:
    return ReportView(
        tiles=tuple(_tiles(report, currency)),
        reasons=tuple(
            ReasonView(
                problems.common_sentence(from_json([reason["problem"]])[0]),
                reason["count"],
                formatting.money_text(reason["gross"], currency),
                tuple((invoice_id, number) for invoice_id, number in reason["named"]),
                reason["count"] - len(reason["named"]),
            )
            for reason in report["reasons"]
        ),
        ledgers=_posted(report["ledgers"], currency, lambda key: ledger_name(key, reference)),
        codes=_posted(report["codes"], currency, lambda key: code_name(key, reference)),
        defaults=tuple(_defaults(report, currency)),
    )


def _tiles(report: Report, currency: str) -> Iterator[Tile]:
    labels = {
        Fate.BOOKED: (gettext("zouden geboekt worden"), "success"),
        Fate.HELD: (gettext("zouden tegengehouden worden"), "danger"),
        Fate.NOTHING: (gettext("zonder bedrag"), "neutral"),
        Fate.UNKNOWN: (gettext("nog niet te zeggen"), "warning"),
    }
    for fate, (label, tone) in labels.items():
        amount = count_of(report["fates"], fate)
        if amount["count"] or fate in (Fate.BOOKED, Fate.HELD):
            yield Tile(
                formatting.number(amount["count"]), label, formatting.money_text(amount["gross"], currency), tone
            )
    new = report["new_debtors"]
    yield Tile(formatting.number(new), gettext("nieuwe debiteuren"), "", "info")


def _posted(lines: Iterable[Posted], currency: str, name: Callable[[str], str]) -> tuple[PostedView, ...]:
    return tuple(
        PostedView(
            name(each["key"]),
            formatting.number(each["lines"]),
            formatting.money_text(each["net"], currency),
            formatting.money_text(each["vat"], currency),
        )
        for each in lines
    )


def _defaults(report: Report, currency: str) -> Iterator[GroupView]:
    """What the default ledger would take, largest first."""
    revenue = Decimal(report["revenue"])
    for group in report["groups"]:
        default = Decimal(group["default"])
        if not default:
            continue
        names = (group["product"], group["description"])
        name = " – ".join(each for each in names if each) or gettext("Losse regels zonder tariefgroep")
        share = formatting.rate(round(default / revenue * 100, 1)) if revenue else ""
        yield GroupView(name, group["number"] or "", formatting.money(default, currency), share)


def ledger_name(key: str, reference: ReferenceData | None) -> str:
    found = reference.gl_accounts_by_id.get(key) if reference else None
    return words.coded(found.code, found.description) if found else words.UNKNOWN


def code_name(key: str, reference: ReferenceData | None) -> str:
    found = reference.vat_codes.get(key) if reference else None
    return words.coded(found.code, found.description) if found else key


def ledgers_file(report: Report, reference: ReferenceData | None) -> str:
    """Per ledger and per VAT code, as a file for a spreadsheet."""
    head = [gettext("Soort"), gettext("Naam"), gettext("Regels"), gettext("Bedrag excl. btw"), gettext("Btw")]
    rows = [(gettext("Grootboek"), ledger_name(each["key"], reference), each) for each in report["ledgers"]]
    rows += [(gettext("BTW-code"), code_name(each["key"], reference), each) for each in report["codes"]]
    lines = [
        line([defused(sort), defused(name), str(each["lines"]), _plain(each["net"]), _plain(each["vat"])])
        for sort, name, each in rows
    ]
    return BYTE_ORDER_MARK + line(head) + "".join(lines)


def invoices_file(judged: Iterable[Judged], names: Mapping[str, str]) -> Iterator[str]:
    """One line per invoice; `names` are those of the relations by id."""
    head = [
        gettext("Factuur"),
        gettext("Factuurdatum"),
        gettext("Valuta"),
        gettext("Bedrag incl. btw"),
        gettext("Uitkomst"),
        gettext("Debiteur"),
        gettext("Toelichting"),
    ]
    yield BYTE_ORDER_MARK + line(head)
    for each in judged:
        debtor = gettext("nieuwe debiteur") if each["new"] else names.get(each["account_id"] or "", "")
        why = " ".join(problems.sentence(problem) for problem in from_json(each["problems"]))
        day = formatting.day(date.fromisoformat(each["day"]))
        cells = [each["number"], day, each["currency"]]
        said = [gettext(FATES.get(each["fate"], each["fate"])), debtor, why]
        yield line([*map(defused, cells), _plain(each["gross"]), *map(defused, said)])


def _plain(amount: str) -> str:
    return formatting.plain_number(Decimal(amount))
