"""Commands for whoever hosts the platform: reap, refresh, rotate-keys, new-key, allow-sharing."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from mice_exact_plugin.cli.output import answer, as_json, refuse, runtime, tenant_of
from mice_exact_plugin.crypto import UnreadableSecret
from mice_exact_plugin.crypto import new_key as make_key
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.setup import upkeep
from mice_exact_plugin.web import answers


@click.command()
@as_json
@with_appcontext
def reap(as_json: bool) -> None:
    """End runs on which nobody has been at work for a long time."""
    count = upkeep.reap(runtime())
    words = ngettext("%(num)s stille synchronisatie beëindigd.", "%(num)s stille synchronisaties beëindigd.", count)
    answer({"reaped": count}, words, as_json=as_json)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def refresh(tenant: str, as_json: bool) -> None:
    """See that Exact takes the log-in of TENANT, which is refreshed first if its token is old enough."""
    try:
        refreshed = upkeep.refresh(runtime(), tenant_of(tenant, as_json=as_json))
    except LinkError as error:
        refuse(answers.of_error(error), as_json=as_json)
    words = gettext("De inlog van %(tenant)s werkt.", tenant=tenant)
    answer({"tenant": tenant, "refreshed": refreshed}, words, as_json=as_json)


@click.command("rotate-keys")
@as_json
@with_appcontext
def rotate_keys(as_json: bool) -> None:
    """Encrypt every stored token with the newest key of MICE_EXACT_KEYS."""
    try:
        count = upkeep.rotate_keys(runtime())
    except UnreadableSecret:
        words = gettext(
            "Er is niets opnieuw versleuteld: van een bewaarde inlog ontbreekt de sleutel in MICE_EXACT_KEYS, of hij "
            "is beschadigd."
        )
        refuse(words, as_json=as_json)
    words = ngettext(
        "%(num)s inlog versleuteld met de nieuwste sleutel.",
        "%(num)s inlogs versleuteld met de nieuwste sleutel.",
        count,
    )
    answer({"rotated": count}, words, as_json=as_json)


@click.command("new-key")
def new_key() -> None:
    """Print a key to put in front of MICE_EXACT_KEYS."""
    click.echo(make_key())


@click.command("allow-sharing")
@click.argument("tenant")
@as_json
@with_appcontext
def allow_sharing(tenant: str, as_json: bool) -> None:
    """Let TENANT connect an administration that another tenant uses already."""
    upkeep.allow_sharing(runtime(), tenant_of(tenant, as_json=as_json))
    words = gettext("%(tenant)s mag een administratie koppelen die een andere locatie al gebruikt.", tenant=tenant)
    answer({"tenant": tenant, "sharing": True}, words, as_json=as_json)


COMMANDS = (reap, refresh, rotate_keys, new_key, allow_sharing)
