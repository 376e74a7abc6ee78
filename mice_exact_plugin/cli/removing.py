"""Commands that take data away for good: erase-relation and uninstall. Both ask, unless told `--yes`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict

# Any: Click does not type what its decorators return.
from typing import Any

import click
from flask.cli import with_appcontext

from mice_exact_plugin.cli.output import answer, as_json, fail, refuse, runtime, tenant_of
from mice_exact_plugin.erasing import relation as erasing_relation
from mice_exact_plugin.erasing import tenant as uninstalling
from mice_exact_plugin.erasing.relation import Erased, EraseRefused
from mice_exact_plugin.erasing.tenant import Uninstalled, UninstallRefused
from mice_exact_plugin.i18n import N_, gettext, ngettext

ERASING = N_(
    "Dit wist de naam van relatie %(relation)s bij alle facturen van %(tenant)s, wat er bij die facturen over de klant "
    "is opgemerkt, de koppelingen aan deze relatie en haar gegevens uit Exact Online. Nummers, bedragen en boekingen "
    "blijven staan. Doorgaan?"
)
UNINSTALLING = N_(
    "Dit verbreekt de verbinding van %(tenants)s met Exact Online en verwijdert instellingen, relaties, koppelingen, "
    "ingelezen lijsten en de geschiedenis van synchronisaties. Welke factuur welke boeking werd, blijft staan. "
    "Doorgaan?"
)
NOBODY = N_("Er is geen locatie met de koppeling.")
REFUSED: dict[str, str] = {
    "unknown": N_("Deze relatie is niet bekend bij de koppeling. Geef haar code of haar id in Exact Online."),
    "run_open": N_("Er loopt nog een synchronisatie. Wacht tot die klaar is."),
    "waiting": N_(
        "Er wachten nog facturen van deze klant, of van een klant wiens naam net zo begint. Wacht tot die geboekt "
        "zijn, of besluit ze niet te boeken: anders komen ze op een tweede relatie."
    ),
    "under_way": N_("Deze relatie wordt nog aangemaakt in Exact Online. Wacht tot dat bevestigd is."),
    "collective": N_("Dit is de verzameldebiteur uit de instellingen. Kies daar eerst een andere."),
    "unconfirmed": N_(
        "Van een of meer facturen is niet zeker of ze in Exact Online geboekt zijn. Laat ze eerst opzoeken door een "
        "synchronisatie."
    ),
}
yes: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option("--yes", is_flag=True, help="Do not ask.")


@click.command("erase-relation")
@click.argument("tenant")
@click.argument("relation")
@yes
@as_json
@with_appcontext
def erase_relation(tenant: str, relation: str, yes: bool, as_json: bool) -> None:
    """Erase what is kept of RELATION (its code or id in Exact) for TENANT; the bookkeeper's proof stays."""
    # A venue that the host has no more may have customers who ask for it all the same.
    known = tenant if erasing_relation.has_rows(runtime(), tenant) else tenant_of(tenant, as_json=as_json)
    _ask(gettext(ERASING, relation=relation, tenant=known), yes=yes)
    try:
        erased = erasing_relation.erase_relation(runtime(), known, relation.strip())
    except EraseRefused as error:
        refuse(gettext(REFUSED[str(error)]), as_json=as_json)
    answer({"tenant": known, **asdict(erased)}, _erased(erased), as_json=as_json)


def _erased(erased: Erased) -> str:
    lines = [
        ngettext("%(num)s factuur zonder naam.", "%(num)s facturen zonder naam.", erased.invoices),
        ngettext("%(num)s opmerking leeggemaakt.", "%(num)s opmerkingen leeggemaakt.", erased.remarks),
        ngettext("%(num)s koppeling verwijderd.", "%(num)s koppelingen verwijderd.", erased.bindings),
        ngettext("%(num)s relatie verwijderd.", "%(num)s relaties verwijderd.", erased.mirrored),
    ]
    if erased.is_shared:
        lines.append(
            gettext(
                "Een andere locatie boekt in dezelfde administratie: haar koppelingen en de relatie zelf bleven staan."
            )
        )
    lines.append(gettext("Wat Exact Online nog van de relatie heeft, komt bij de volgende synchronisatie terug."))
    return "\n".join(lines)


@click.command()
@click.argument("tenants", nargs=-1)
@click.option("--all", "everybody", is_flag=True, help="Every tenant, also those that the host has no more.")
@yes
@as_json
@with_appcontext
def uninstall(tenants: tuple[str, ...], everybody: bool, yes: bool, as_json: bool) -> None:
    """Take the link away from TENANTS for good; which invoice became which entry stays."""
    if bool(tenants) == everybody:
        raise click.UsageError("Name tenants, or --all.")
    known = uninstalling.tenants(runtime())
    named = known if everybody else dict.fromkeys(tenants)
    # Also one that the host has no more.
    wanted = [code if code in known else tenant_of(code, as_json=as_json) for code in named]
    if wanted:
        _ask(gettext(UNINSTALLING, tenants=", ".join(wanted)), yes=yes)
    done, refused = _uninstall(wanted)
    document: dict[str, object] = {"uninstalled": [asdict(one) for one in done]}
    if refused:
        document["error"] = "\n".join([*map(_uninstalled, done), *refused])
        fail(document, as_json=as_json)
    answer(document, "\n".join(map(_uninstalled, done)) or gettext(NOBODY), as_json=as_json)


def _uninstall(tenants: Iterable[str]) -> tuple[list[Uninstalled], list[str]]:
    """What is done stays done, so one that is refused keeps nobody else waiting."""
    done, refused = [], []
    for tenant in tenants:
        try:
            done.append(uninstalling.uninstall(runtime(), tenant))
        except UninstallRefused as error:
            refused.append(f"{tenant}: {gettext(REFUSED[str(error)])}")
    return done, refused


def _uninstalled(done: Uninstalled) -> str:
    return gettext(
        "%(tenant)s: %(removed)s rijen verwijderd; %(kept)s facturen bewaard, waarvan %(waiting)s nooit geboekt.",
        tenant=done.tenant,
        removed=done.removed,
        kept=done.kept,
        waiting=done.waiting,
    )


def _ask(question: str, *, yes: bool) -> None:
    if not yes:
        # No transaction stays open while somebody thinks: on SQLite nobody else could write.
        runtime().session.rollback()
        # What is asked for as JSON is nothing else.
        click.confirm(question, abort=True, err=True)


COMMANDS = (erase_relation, uninstall)
