"""How the page of a preview says why a debtor is that relation, where a ledger came from, and what of a period is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.debtor.recognition import Fact
from mice_exact_plugin.domain.entry.booked import Origin
from mice_exact_plugin.domain.reference import ClosedPeriod, coded
from mice_exact_plugin.i18n import N_, gettext

if TYPE_CHECKING:
    from datetime import date

    from mice_exact_plugin.booking.preview import Recognised
    from mice_exact_plugin.domain.entry.entry import LedgerFallback
    from mice_exact_plugin.domain.reference import ReferenceData

UNKNOWN = "–"


ORIGINS: dict[Origin, str] = {
    Origin.RATE_GROUP: N_("tariefgroep"),
    Origin.LOOSE: N_("losse regels"),
    Origin.DEFAULT: N_("standaard"),
    Origin.RECEIPTS: N_("kassabonnen"),
}

FACTS: dict[Fact, str] = {
    Fact.VAT_NUMBER: N_("btw-nummer"),
    Fact.COC_NUMBER: N_("KvK-nummer"),
    Fact.NAME: N_("naam"),
    Fact.NAME_CUT: N_("begin van de naam"),
    Fact.NAME_WITHOUT_FORM: N_("naam zonder rechtsvorm"),
    Fact.POSTCODE: N_("postcode"),
    Fact.ADDRESS: N_("adres"),
    Fact.EMAIL: N_("e-mailadres"),
}


def ledger(account_id: str, reference: ReferenceData | None) -> str:
    """Empty for one that the lists do not name."""
    found = reference.gl_accounts_by_id.get(account_id) if reference else None
    return coded(found.code, found.description) if found else ""


def costs(center: str | None, unit: str | None, reference: ReferenceData | None) -> str:
    """The cost centre and the cost unit of a line, by their codes where the lists do not name them; mostly nothing."""
    centers, units = (reference.cost_centers, reference.cost_units) if reference else ({}, {})
    told = (gettext("kostenplaats"), center, centers), (gettext("kostendrager"), unit, units)
    named = ((label, code, known.get(code)) for label, code, known in told if code)
    return ", ".join(f"{label} {coded(code, found.description if found else '')}" for label, code, found in named)


def vat_code(code: str, reference: ReferenceData | None) -> str:
    """Its code alone where the lists do not name it."""
    found = reference.vat_codes.get(code) if reference else None
    return coded(found.code, found.description) if found else code


def recognised(debtor: Recognised, *, is_cut: bool = False) -> str:
    """Why it is this relation, or that a new one is made; `is_cut` when its name is longer than Exact has room for."""
    cut = gettext("de naam is langer dan in Exact Online past") if is_cut else ""
    return "; ".join(filter(None, (_why(debtor), cut, _promotion(debtor))))


def _why(debtor: Recognised) -> str:
    if debtor.account is None and debtor.decided_by:
        return gettext("nieuwe debiteur, gekozen door %(name)s; wordt bij het boeken gemaakt", name=debtor.decided_by)
    if debtor.account is None:
        return gettext("nieuwe debiteur: wordt bij het boeken gemaakt")
    if debtor.is_collective:
        return gettext("verzameldebiteur voor particulieren")
    day = formatting.local_day(debtor.bound_at) if debtor.bound_at else ""
    if debtor.decided_by:
        return gettext("gekozen door %(name)s op %(day)s", name=debtor.decided_by, day=day or UNKNOWN)
    return "; ".join(filter(None, (_agreeing(debtor), gettext("bekend sinds %(day)s", day=day) if day else "")))


def _agreeing(debtor: Recognised) -> str:
    facts = [gettext(FACTS[fact]) for fact in debtor.agrees]
    if debtor.agrees in ((Fact.NAME,), (Fact.NAME_CUT,)) and debtor.bound_at is None:
        facts.append(gettext("een eerdere boeking"))
    return gettext("herkend aan %(facts)s", facts=formatting.listed(facts)) if facts else ""


def _promotion(debtor: Recognised) -> str:
    return gettext("wordt eerst klant gemaakt in Exact Online") if debtor.promote else ""


def fallback(found: LedgerFallback) -> str:
    """Why a line went to the default ledger."""
    if found.ledger_number:
        return gettext("%(number)s bestaat niet in Exact Online", number=found.ledger_number)
    return gettext("geen grootboeknummer")


def period(reference: ReferenceData | None, journal: str, day: date | None) -> str:
    """The period of the administration in which a day falls, and whether the journal is open in it."""
    periods = reference.periods if reference else ()
    found = next((each for each in periods if day and each.start <= day <= each.end), None)
    if reference is None or found is None:
        return gettext("bepaalt Exact Online") if not periods else gettext("bestaat niet in Exact Online")
    params = {"period": found.period, "year": found.year}
    if ClosedPeriod(journal, found.year, found.period) in reference.closed_periods:
        return gettext("%(period)s van %(year)s (gesloten)", **params)
    return gettext("%(period)s van %(year)s (open)", **params)
