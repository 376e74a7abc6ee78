"""The table of rate groups as people read it: on the page, in a file and in a mail."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.entry.mapping_table import Ledger
from mice_exact_plugin.domain.reference import Resource, coded
from mice_exact_plugin.domain.settings_changes import CODED, list_of
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.i18n import N_, gettext, ngettext
from mice_exact_plugin.mirror import list_table
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web import answers
from mice_exact_plugin.web.files import defused, line
from mice_exact_plugin.web.pages.dimensions.shown import costs_words
from mice_exact_plugin.web.pages.mapping.besides import besides
from mice_exact_plugin.web.parts import Badge

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.entry.mapping_table import MappedGroup
    from mice_exact_plugin.domain.reference import GLAccount
    from mice_exact_plugin.domain.settings_changes import Change
    from mice_exact_plugin.exact.sites import Place
    from mice_exact_plugin.link.settings import SettingsVersion
    from mice_exact_plugin.setup.mapping import Agreed, BookMapping

_LEDGERS: dict[Ledger, tuple[str, Tone]] = {
    Ledger.FOUND: (N_("gevonden"), Tone.SUCCESS),
    Ledger.OWN: (N_("hier gekozen"), Tone.INFO),
    Ledger.MISSING: (N_("geen nummer: standaard"), Tone.WARNING),
    Ledger.UNKNOWN: (N_("bestaat niet: standaard"), Tone.WARNING),
    Ledger.REFUSED: (N_("kan niet"), Tone.DANGER),
    Ledger.DEPOSIT: (N_("aanbetaling: tussenrekening"), Tone.INFO),
}
NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class RowView:
    """One rate group. `chosen` is what its field says, None where it has none; `shared`: whose the revenue is too."""

    code: str
    name: str
    rate: str
    number: str
    badge: Badge
    ledger: str
    vat: str
    problems: tuple[str, ...]
    chosen: str | None
    error: str
    revenue: str
    share: str
    shared: str
    costs: str


@dataclass(frozen=True, slots=True)
class MappingView:
    """The whole table, once for the page, the file and the mail."""

    rows: tuple[RowView, ...]
    administration: str
    headline: str
    is_whole: bool
    default: str
    accounts: tuple[tuple[str, str], ...]
    besides: tuple[tuple[str, str], ...]
    """What else decides where a line goes, and is agreed to as well."""
    loose: tuple[str, str]
    """Revenue and share of lines without a rate group; empty where they are not told apart."""
    foreign: str
    """What was sent in other currencies."""
    is_sent: bool
    """The revenue is of what was sent, by rate group; else of what was booked, by ledger and VAT code."""
    digest: str
    version: int
    versions: Sequence[SettingsVersion]
    agreed: str
    still_holds: bool
    has_costs: bool
    """A rule gives a rate group a cost centre or unit."""

    @property
    def wrong(self) -> list[tuple[str, str, str]]:
        """Of every field that is amiss its id, its label and what is the matter."""
        return [(f"mx-ledger-{place}", row.name, row.error) for place, row in enumerate(self.rows, 1) if row.error]


def mapping_view(found: BookMapping, chosen: Mapping[str, str], wrong: Mapping[str, str]) -> MappingView:
    """`chosen` and `wrong` are what somebody just filled in, and what is the matter with that."""
    total = _total(found)
    default = f"{found.default.code} {found.default.description}" if found.default else "–"
    return MappingView(
        rows=tuple(_row(found, row, total, chosen, wrong) for row in found.shown),
        administration=found.reference.division.name,
        headline=_headline(found, total),
        is_whole=not any(row.is_default or row.problems for row in found.shown),
        default=default,
        accounts=tuple((account.code, account.description) for account in found.accounts),
        besides=tuple(besides(found)),
        loose=_amounts(found, (found.sold or {}).get(None, NOTHING), total),
        foreign=formatting.listed([formatting.money(net, currency) for currency, net in sorted(found.foreign.items())]),
        is_sent=found.sold is not None,
        digest=found.digest,
        version=found.settings.version,
        versions=found.versions,
        agreed=agreed(found.agreed),
        still_holds=found.agreed is not None and found.agreed.still_holds,
        has_costs=any(any(row.costs) for row in found.rows),
    )


def _total(found: BookMapping) -> Decimal:
    return sum((found.booked if found.sold is None else found.sold).values(), Decimal(0))


def _amounts(found: BookMapping, net: Decimal, total: Decimal) -> tuple[str, str]:
    """In money, and as a part of it all."""
    currency = found.reference.division.currency
    return (formatting.money(net, currency), formatting.share(net / total) if total > 0 else "") if net else ("", "")


def _headline(found: BookMapping, total: Decimal) -> str:
    """*31 van 41 tariefgroepen komen op 8099 Omzet overig; daar komt 86% van de omzet van een jaar terecht.*"""
    count, default = sum(row.is_default for row in found.shown), found.default
    if not count or default is None:
        return gettext("Iedere tariefgroep heeft een eigen grootboekrekening.")
    said = ngettext(
        "%(num)s van %(total)s tariefgroepen komt op de standaard grootboekrekening %(ledger)s.",
        "%(num)s van %(total)s tariefgroepen komen op de standaard grootboekrekening %(ledger)s.",
        count,
        total=formatting.number(len(found.rows)),
        ledger=f"{default.code} {default.description}",
    )
    net = _on_default(found, default)
    if total <= 0 or net <= 0:
        return said
    amount, share = _amounts(found, net, total)
    params = {"amount": amount, "share": share}
    if found.sold is None:
        revenue = gettext("Daar kwam het afgelopen jaar %(amount)s terecht, %(share)s van de omzet.", **params)
    else:
        revenue = gettext("In een jaar is dat %(amount)s, %(share)s van de omzet.", **params)
    return f"{said} {revenue}"


def _on_default(found: BookMapping, default: GLAccount) -> Decimal:
    if found.sold is None:
        return sum((net for (account, _), net in found.booked.items() if account == default.id), NOTHING)
    return sum((found.sold.get(row.group.code, NOTHING) for row in found.shown if row.is_default), NOTHING)


def _key(row: MappedGroup) -> tuple[str, str]:
    return row.account.id if row.account else "", row.vat.code if row.vat else ""


def _row(
    found: BookMapping,
    row: MappedGroup,
    total: Decimal,
    chosen: Mapping[str, str],
    wrong: Mapping[str, str],
) -> RowView:
    how, tone = _LEDGERS[row.ledger]
    net, shared = _revenue(found, row)
    revenue, share = _amounts(found, net, total)
    own = row.own.code if row.own else ""
    error = wrong.get(f"ledger:{row.group.code}", "")
    return RowView(
        code=row.group.code,
        name=row.group.description,
        rate=formatting.rate(row.group.vat_rate),
        number=(row.group.ledger_number or "").strip(),
        badge=Badge(gettext(how), tone),
        ledger=f"{row.account.code} {row.account.description}" if row.account else "–",
        vat=f"{row.vat.code} {row.vat.description}" if row.vat else "–",
        problems=tuple(problems.sentence(problem) for problem in row.problems),
        chosen=chosen.get(row.group.code, own) if row.may_choose else None,
        error=answers.of_code(answers.FIELD, error) if error else "",
        revenue=revenue,
        share=share,
        shared=shared,
        costs=costs_words(row.costs),
    )


def _revenue(found: BookMapping, row: MappedGroup) -> tuple[Decimal, str]:
    """What groups share is told at the first of them, so that the column adds up; the others say where it is."""
    if found.sold is not None:
        return found.sold.get(row.group.code, NOTHING), ""
    alike = [other.group for other in found.rows if _key(other) == _key(row)]
    net = found.booked.get(_key(row), NOTHING)
    if not net or len(alike) == 1:
        return net, ""
    if alike[0].code == row.group.code:
        return net, gettext("samen met %(num)s andere", num=len(alike) - 1)
    return NOTHING, gettext("staat bij %(name)s", name=alike[0].description)


def agreed(said: Agreed | None) -> str:
    if said is None:
        return ""
    name = gettext("%(name)s (vastgelegd door %(by)s)", name=said.name, by=said.by) if said.name else said.by
    return gettext("Akkoord van %(name)s op %(moment)s.", name=name, moment=formatting.moment(said.at))


def file(found: BookMapping) -> str:
    view = mapping_view(found, {}, {})
    head = [
        gettext("Tariefgroep"),
        gettext("Tarief"),
        gettext("Grootboeknummer in MICE"),
        gettext("Hoe"),
        gettext("Grootboekrekening"),
        gettext("BTW-code"),
        gettext("Omzet samen"),
        gettext("Omzet in een jaar"),
        *([gettext("Kostenplaats en kostendrager")] if view.has_costs else []),
    ]
    cells = []
    for row, mapped in zip(view.rows, found.rows, strict=True):
        said = (row.name, row.rate, row.number, row.badge.text, row.ledger, row.vat)
        net, shared = _revenue(found, mapped)
        told = [defused(row.costs)] if view.has_costs else []
        cells.append([*map(defused, (*said, shared)), formatting.plain_number(net), *told])
    return "".join(map(line, [head, *cells]))


def letter(found: BookMapping) -> str:
    """The table as text, for a mail."""
    view = mapping_view(found, {}, {})
    said = [
        f"{row.name} ({row.rate}): {row.ledger}; {gettext('BTW-code')} {row.vat} – {row.badge.text}"
        + (f"; {row.costs}" if row.costs else "")
        for row in view.rows
    ]
    said += [f"{label}: {text}" for label, text in view.besides]
    about = gettext(
        "Administratie %(name)s; versie %(version)s, kenmerk %(digest)s.",
        name=view.administration,
        version=view.version,
        digest=view.digest[:12],
    )
    return "\n".join([view.headline, "", *said, "", view.agreed or gettext("Nog geen akkoord."), about])


def named(session: Session, place: Place, changed: Sequence[Change]) -> list[Change]:
    """Codes and G/L accounts with their names, as the mirror has them now."""
    ids = {side for change in changed for side in (change["old"], change["new"])}
    rows = list_table.rows_under(session, *place, Resource.GL_ACCOUNTS, ids)
    ledgers = {row["id"]: f"{row['code']} {row['description']}" for row in rows}
    lists = list_table.rows_of_all(session, *place, CODED)
    codes = {name: {str(row["code"]): row["description"] for row in found} for name, found in lists.items()}
    return [_named(change, ledgers, codes) for change in changed]


def _named(change: Change, ledgers: Mapping[str, str], codes: Mapping[str, Mapping[str, str]]) -> Change:
    chosen_from = list_of(change)
    offered = codes[chosen_from] if chosen_from else {}

    def side(code: str) -> str:
        return coded(code, offered[code]) if offered.get(code) else ledgers.get(code, code)

    return {"what": change["what"], "old": side(change["old"]), "new": side(change["new"])}
