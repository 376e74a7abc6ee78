"""A trial run as people see it: what would be booked, what held up, and the sums by ledger and code; also as files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.trial import Fate, count_of
from mice_exact_plugin.exports.problems import from_json
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web.files import defused, line
from mice_exact_plugin.web.pages.preview import words
from mice_exact_plugin.web.parts import by_quarters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mice_exact_plugin.domain.problems import KeptProblem
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.trial import Amount, Group, Judged, Posted, Report
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


#: What is counted first; what would be booked or held is said also where there is none of it.
TILES: dict[Fate, tuple[str, Tone]] = {
    Fate.BOOKED: (N_("zouden geboekt worden"), Tone.SUCCESS),
    Fate.HELD: (N_("zouden tegengehouden worden"), Tone.DANGER),
    Fate.NOTHING: (N_("zonder bedrag"), Tone.NEUTRAL),
    Fate.UNKNOWN: (N_("nog niet te zeggen"), Tone.WARNING),
}


def counted(trial: Trial) -> str:
    """How far it is."""
    if not trial.total:
        return gettext("Wacht op een werker")
    done, every = formatting.number(trial.handled), formatting.number(trial.total)
    return gettext("%(done)s van %(total)s", done=done, total=every)


def said(trial: Trial) -> str:
    """What is said aloud of it: that it is under way, each quarter, and its end."""
    if trial.finished_at is not None:
        return gettext("De proefrun is klaar.")
    return by_quarters(trial.handled, trial.total) or gettext("De proefrun is bezig.")


def tiles(report: Report) -> Iterator[tuple[Tone, str, Amount]]:
    for fate, (label, tone) in TILES.items():
        amount = count_of(report["fates"], fate)
        if amount["count"] or fate in (Fate.BOOKED, Fate.HELD):
            yield tone, gettext(label), amount


def reason(kept: KeptProblem) -> str:
    """What would hold several invoices up, without what is only one's own."""
    return problems.common_sentence(from_json([kept])[0])


def on_default(report: Report) -> list[tuple[Group, str]]:
    """What the default ledger would take, largest first, with its share of the revenue."""
    revenue = Decimal(report["revenue"])
    groups = [group for group in report["groups"] if Decimal(group["default"])]
    return [(group, _share(Decimal(group["default"]), revenue)) for group in groups]


def _share(part: Decimal, revenue: Decimal) -> str:
    return formatting.share(part / revenue) if revenue > 0 else ""


def letter(trial: Trial, report: Report, reference: ReferenceData | None, currency: str) -> str:
    """The report as text, for a mail."""

    def money(amount: str) -> str:
        return formatting.money(Decimal(amount), currency)

    said = [
        f"{formatting.number(amount['count'])} {label}, {money(amount['gross'])}" for _, label, amount in tiles(report)
    ]
    said += [
        f"{formatting.number(report['new_debtors'])} {gettext('nieuwe debiteuren')}",
        *filter(None, [foreign(report)]),
        "",
    ]
    said += [f"{reason(each['problem'])} ({each['count']}, {money(each['gross'])})" for each in report["reasons"]]
    said += ["", f"{gettext('Per grootboekrekening')}:"]
    said += [f"{name}: {money(each['net'])}" for name, each in by_ledger(report, reference)]
    said += ["", f"{gettext('Per BTW-code')}:"]
    said += [
        f"{words.vat_code(each['key'], reference)}: {money(each['net'])}, {gettext('Btw')} {money(each['vat'])}"
        for each in by_code(report)
    ]
    about = gettext("Proefrun over %(month)s", month=formatting.month(trial.month))
    return "\n".join([f"{about} – {gettext('niets verstuurd')}", "", *said])


def foreign(report: Report) -> str:
    """What is counted and in no amount; nothing for a report of before that was told apart."""
    amounts = [formatting.money(Decimal(gross), currency) for currency, gross in report.get("foreign", {}).items()]
    return gettext("Niet in de bedragen: %(amounts)s.", amounts=formatting.listed(amounts)) if amounts else ""


def by_ledger(report: Report, reference: ReferenceData | None) -> list[tuple[str, Posted]]:
    """What each G/L account would take, in the order of the chart of accounts; last what no account is known of."""
    named = [(words.ledger(each["key"], reference) or words.UNKNOWN, each) for each in report["ledgers"]]
    return sorted(named, key=lambda each: (each[0] == words.UNKNOWN, each[0]))


def by_code(report: Report) -> list[Posted]:
    """What each VAT code would take, in the order of their numbers."""
    return sorted(report["codes"], key=lambda each: (len(each["key"].strip()), each["key"]))


def summed(lines: Iterable[Posted], what: Literal["net", "vat"]) -> Decimal:
    return sum((Decimal(each[what]) for each in lines), Decimal(0))


def ledgers_file(report: Report, reference: ReferenceData | None) -> str:
    """Per ledger and per VAT code, as a file for a spreadsheet."""
    head = [gettext("Soort"), gettext("Naam"), gettext("Regels"), gettext("Bedrag excl. btw"), gettext("Btw")]
    rows = [(gettext("Grootboek"), name, each) for name, each in by_ledger(report, reference)]
    rows += [(gettext("BTW-code"), words.vat_code(each["key"], reference), each) for each in by_code(report)]
    lines = [
        line([defused(sort), defused(name), str(each["lines"]), _plain(each["net"]), _plain(each["vat"])])
        for sort, name, each in rows
    ]
    return line(head) + "".join(lines)


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
    yield line(head)
    for each in judged:
        debtor = gettext("nieuwe debiteur") if each["new"] else names.get(each["account_id"] or "", "")
        why = " ".join(problems.sentence(problem) for problem in from_json(each["problems"]))
        day = formatting.day(date.fromisoformat(each["day"]))
        cells = [each["number"], day, each["currency"]]
        said = [gettext(FATES.get(each["fate"], each["fate"])), debtor, why]
        yield line([*map(defused, cells), _plain(each["gross"]), *map(defused, said)])


def _plain(amount: str) -> str:
    return formatting.plain_number(Decimal(amount))
