"""The host's commands: making a tenant and importing invoices."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import click
from flask.cli import with_appcontext

from sandbox.host import tenancy
from sandbox.host.errors import ImportRefusedError
from sandbox.host.services import tenants
from sandbox.host.services.import_storing import store_import
from sandbox.host.services.importing import read_import

if TYPE_CHECKING:
    from flask import Flask

    from sandbox.host.models import Tenant
    from sandbox.host.services.import_storing import Stored

_CODE = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@click.command("create-tenant")
@click.argument("code", metavar="T")
@click.option("--password", help=f"Password of the users; without it new users get '{tenants.DEFAULT_PASSWORD}'.")
@click.option("--country", type=click.Choice(["NL", "BE"]), default="NL", help="Of a new one: which catalogue it gets.")
@as_json
@with_appcontext
def create_tenant(code: str, password: str | None, country: str, as_json: bool) -> None:
    """Make a tenant with one user per role and a catalogue to start from; harmless when it exists."""
    if not _CODE.match(code):
        _refuse([f"'{code}' is geen geldige code: letters, cijfers, punt, streepje of liggend streepje."], as_json)
    if tenants.code_is_taken(code):
        _refuse([f"Er is al een locatie waarvan de code alleen in hoofdletters verschilt van '{code}'."], as_json)
    emails = tenants.create_tenant(code, password, country)
    if as_json:
        click.echo(json.dumps({"tenant": code, "users": emails}))
        return
    click.echo(f"Locatie {code} staat klaar. Inloggen op /inloggen met:")
    for email in emails:
        click.echo(f"  {email}")


@click.command("import-invoices")
@click.argument("file", type=click.File("rb"), metavar="FILE")
@click.option("--tenant", "code", required=True, metavar="T")
@click.option("--send", is_flag=True, help="Send the invoices with their own numbers; the moment of sending is now.")
@click.option("--allow-odd-totals", is_flag=True, help="Take invoices whose totals are not the sum of their lines.")
@as_json
@with_appcontext
def import_invoices(file: BinaryIO, code: str, send: bool, allow_odd_totals: bool, as_json: bool) -> None:
    """Load invoices from a JSON file: all of them, or none when a row is bad."""
    tenant = tenancy.tenant_by_code(code)
    if tenant is None:
        _refuse([f"Locatie '{code}' bestaat niet. Maak hem met: flask create-tenant {code}"], as_json)
    try:
        checked = read_import(tenant, file.read(), odd_totals=allow_odd_totals)
    except ImportRefusedError as error:
        _refuse([*error.problems, "Er is niets geïmporteerd."], as_json)
    _report(tenant, store_import(tenant, checked, send=send), send, as_json)


def _report(tenant: Tenant, stored: Stored, sent: bool, as_json: bool) -> None:
    if as_json:
        identifiers = [invoice.identifier for invoice in stored.invoices]
        document: dict[str, Any] = {"tenant": tenant.code, "sent": sent, "invoices": identifiers, "notes": stored.notes}
        click.echo(json.dumps(document, ensure_ascii=False))
        return
    for note in stored.notes:
        click.echo(note)
    done = "geïmporteerd en verstuurd" if sent else "geïmporteerd als concept"
    click.echo(f"{len(stored.invoices)} facturen {done} voor {tenant.code}.")


def _refuse(sentences: list[str], as_json: bool) -> NoReturn:
    if as_json:
        click.echo(json.dumps({"refused": sentences}, ensure_ascii=False))
    else:
        for sentence in sentences:
            click.echo(sentence, err=True)
    sys.exit(1)


def init_app(app: Flask) -> None:
    app.cli.add_command(create_tenant)
    app.cli.add_command(import_invoices)
