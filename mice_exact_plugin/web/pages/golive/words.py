"""The points of the check before going live in words: a sentence each, with what to do about it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.golive import Mark, Point
from mice_exact_plugin.i18n import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.golive import Item

#: Names are listed as far as somebody reads them.
LISTED = 6

MARKS: dict[Mark, tuple[str, str]] = {
    Mark.FINE: (N_("In orde"), "success"),
    Mark.LOOK: (N_("Let op"), "warning"),
    Mark.WRONG: (N_("Nodig"), "danger"),
    Mark.UNKNOWN: (N_("Nog niet bekeken"), "neutral"),
}

_RIGHTS: dict[str, str] = {
    "GET salesentry/SalesEntries": N_("verkoopboekingen bekijken"),
    "POST salesentry/SalesEntries": N_("verkoopboekingen maken"),
    "GET crm/Accounts": N_("relaties bekijken"),
    "POST crm/Accounts": N_("relaties maken"),
    "PUT crm/Accounts": N_("relaties wijzigen"),
}


def sentence(item: Item) -> str:
    return _SENTENCES[item.point](item)


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - LISTED
    shown = list(names[:LISTED])
    return formatting.listed([*shown, gettext("nog %(count)s", count=more)] if more > 0 else shown)


def _share(item: Item) -> str:
    """In percent, as text; empty when it is not known or nothing."""
    return _percent(item.share) if item.share else ""


def _percent(share: Decimal) -> str:
    if share >= 1:
        return formatting.rate(Decimal(round(share)))
    return gettext("minder dan %(share)s", share=formatting.rate(Decimal(1)))


def _log_in(item: Item) -> str:
    if item.mark is Mark.FINE:
        return gettext("Geactiveerd en ingelogd als %(name)s.", name=item.names[0])
    return gettext("Er is geen geldige inlog bij Exact Online.")


def _rights(item: Item) -> str:
    if item.mark is Mark.UNKNOWN:
        return gettext("Of de gebruiker in Exact Online mag wat nodig is, is nog niet nagekeken.")
    if item.mark is Mark.WRONG:
        missing = formatting.listed([gettext(_RIGHTS.get(name, name)) for name in item.names])
        return gettext("De gebruiker in Exact Online mist het recht: %(missing)s.", missing=missing)
    return gettext("De gebruiker heeft de rechten voor boeken en relaties.")


def _journal(item: Item) -> str:
    name = item.names[0]
    match item.what:
        case "gone":
            return gettext("Dagboek %(name)s is geen verkoopboek van deze administratie.", name=name)
        case "blocked":
            return gettext("Dagboek %(name)s is geblokkeerd in Exact Online.", name=name)
        case "currency":
            return gettext("Dagboek %(name)s is in een andere valuta.", name=name)
        case _:
            return gettext("Dagboek %(name)s is een verkoopboek.", name=name)


def _vat_codes(item: Item) -> str:
    if item.mark is Mark.FINE:
        return _pairs(item)
    rates = formatting.listed([formatting.rate(Decimal(rate)) for rate in item.names])
    return gettext("Nog geen BTW-code voor %(rates)s; facturen daarmee worden tegengehouden.", rates=rates)


def _pairs(item: Item) -> str:
    pairs = [name.partition(":") for name in item.names]
    shown = [
        gettext("%(rate)s naar code %(code)s", rate=formatting.rate(Decimal(rate)), code=code)
        for rate, _, code in pairs
    ]
    if not shown:
        return gettext("Er zijn nog geen tariefgroepen.")
    return gettext("BTW-codes: %(pairs)s.", pairs="; ".join(shown))


def _ledgers(item: Item) -> str:
    default, *missing = item.names
    if item.mark is Mark.FINE:
        return ngettext(
            "%(num)s grootboeknummer, en het bestaat in deze administratie.",
            "%(num)s grootboeknummers, en ze bestaan allemaal in deze administratie.",
            item.of,
        )
    named = _listed(tuple(missing))
    of, share = formatting.number(item.of), _share(item)
    if share:
        return ngettext(
            "%(num)s van %(of)s grootboeknummers bestaat niet (%(named)s): %(share)s van de omzet zou op %(default)s "
            "komen.",
            "%(num)s van %(of)s grootboeknummers bestaan niet (%(named)s): %(share)s van de omzet zou op %(default)s "
            "komen.",
            item.count,
            of=of,
            named=named,
            share=share,
            default=default,
        )
    return ngettext(
        "%(num)s van %(of)s grootboeknummers bestaat niet (%(named)s): die regels komen op %(default)s.",
        "%(num)s van %(of)s grootboeknummers bestaan niet (%(named)s): die regels komen op %(default)s.",
        item.count,
        of=of,
        named=named,
        default=default,
    )


def _without_number(item: Item) -> str:
    if item.mark is Mark.FINE:
        return gettext("Elke tariefgroep heeft een grootboeknummer.")
    said = [_groups_without(item)] if item.count or item.share else []
    return " ".join([*said, _sold(item)] if item.sold else said)


def _groups_without(item: Item) -> str:
    default, *named = item.names
    share = _share(item)
    what = ngettext(
        "%(num)s tariefgroep zonder grootboeknummer", "%(num)s tariefgroepen zonder grootboeknummer", item.count
    )
    if not item.count:
        what = gettext("Losse regels zonder tariefgroep")
    if named:
        what = f"{what} ({_listed(tuple(named))})"
    if share:
        return gettext(
            "%(what)s: %(share)s van de omzet zou op %(default)s komen.", what=what, share=share, default=default
        )
    return gettext("%(what)s: die regels komen op %(default)s.", what=what, default=default)


def _sold(item: Item) -> str:
    share = _percent(sum((share for _, share in item.sold), Decimal(0)))
    if not any(name for name, _ in item.sold):
        return gettext(
            "Van de omzet van de laatste drie maanden is %(share)s van iets zonder grootboeknummer.", share=share
        )
    named = tuple(f"{name or gettext('zonder naam')} {_percent(share)}" for name, share in item.sold)
    return gettext(
        "Van de omzet van de laatste drie maanden is %(share)s van producten, arrangementen en zalen zonder "
        "grootboeknummer: %(named)s.",
        share=share,
        named=_listed(named),
    )


def _periods(item: Item) -> str:
    if item.mark is Mark.UNKNOWN:
        return gettext("De perioden van deze administratie zijn niet te lezen; Exact Online beslist bij het boeken.")
    if item.what == "missing":
        return gettext("Voor vandaag bestaat er geen periode in Exact Online.")
    year, journal = item.names
    params = {"year": year, "count": item.count, "of": item.of}
    if item.what == "closed":
        return gettext(
            "De periode van vandaag is gesloten in dagboek %(journal)s; in boekjaar %(year)s zijn %(count)s van %(of)s "
            "perioden open.",
            journal=journal,
            **params,
        )
    return gettext("Boekjaar %(year)s: %(count)s van %(of)s perioden open.", **params)


def _debtors(item: Item) -> str:
    if item.mark is Mark.UNKNOWN:
        return gettext("Welke klanten op meer dan één relatie passen laat een proefrun zien.")
    if item.mark is Mark.FINE:
        return gettext("In de proefrun was elke klant duidelijk één relatie, of een nieuwe.")
    return ngettext(
        "Bij %(num)s factuur van de proefrun vraagt de debiteur een besluit.",
        "Bij %(num)s facturen van de proefrun vraagt de debiteur een besluit.",
        item.count,
    )


def _terms(item: Item) -> str:
    if item.what == "missing":
        days = formatting.listed(list(item.names[:LISTED]))
        return gettext(
            "Voor termijnen van %(days)s dagen is er geen betalingsconditie; dan geldt die van de instellingen of de "
            "debiteur.",
            days=days,
        )
    if item.what == "no_default":
        return gettext("Er is geen standaard betalingsconditie gekozen; Exact Online weigert een boeking zonder.")
    if item.names:
        return gettext(
            "Betalingstermijnen van %(days)s dagen bestaan.", days=formatting.listed(list(item.names[:LISTED]))
        )
    return gettext("Er is een standaard betalingsconditie.")


def _others(item: Item) -> str:
    if item.mark is Mark.UNKNOWN:
        return gettext("Of een andere koppeling hier al boekt, is nog niet nagekeken.")
    if item.mark is Mark.FINE:
        return ngettext(
            "%(num)s factuurnummer opgezocht in Exact Online; daar staat geen boeking van een ander onder.",
            "%(num)s factuurnummers opgezocht in Exact Online; daar staat geen boeking van een ander onder.",
            item.of,
        )
    return gettext(
        "Onder %(count)s van %(of)s opgezochte factuurnummers staat al een boeking die niet van deze koppeling "
        "is. Boekt er nog iets of iemand in deze administratie?",
        count=item.count,
        of=item.of,
    )


_SENTENCES: dict[Point, Callable[[Item], str]] = {
    Point.LOG_IN: _log_in,
    Point.RIGHTS: _rights,
    Point.JOURNAL: _journal,
    Point.VAT_CODES: _vat_codes,
    Point.LEDGERS: _ledgers,
    Point.WITHOUT_NUMBER: _without_number,
    Point.PERIODS: _periods,
    Point.DEBTORS: _debtors,
    Point.TERMS: _terms,
    Point.OTHERS: _others,
}
