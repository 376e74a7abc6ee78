"""Commands about one tenant's link: activate, deactivate, status, verify, retry."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from mice_exact_plugin.cli.output import answer, as_json, refuse, runtime, tenant_of
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.services import operations
from mice_exact_plugin.services import standing as standings
from mice_exact_plugin.services.status import status as status_of
from mice_exact_plugin.web.wording.standing import sentence


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def activate(tenant: str, as_json: bool) -> None:
    """Activate the paid link for TENANT, as support does after the chat."""
    runtime().host.grant(tenant_of(tenant, as_json=as_json), NAME)
    answer({"tenant": tenant, "activated": True}, f"Exact Online is activated for {tenant}.", as_json=as_json)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def deactivate(tenant: str, as_json: bool) -> None:
    """Withdraw the link from TENANT; its history stays readable."""
    runtime().host.withdraw(tenant_of(tenant, as_json=as_json), NAME)
    answer({"tenant": tenant, "activated": False}, f"Exact Online is withdrawn from {tenant}.", as_json=as_json)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def status(tenant: str, as_json: bool) -> None:
    """Show where every invoice of TENANT stands, and how far the link is."""
    document = status_of(runtime(), tenant_of(tenant, as_json=as_json))
    document["standing"]["sentence"] = sentence(standings.of(runtime(), tenant))
    lines = [
        f"{tenant}: {document['readiness']['stage']} (next: {document['readiness']['next_step'] or 'nothing'})",
        document["standing"]["sentence"],
    ]
    for row in document["invoices"]:
        problems = ", ".join(problem["code"] for problem in row["problems"])
        lines.append(f"{row['identifier']}\t{row['state']}\t{row['entry_number'] or '-'}\t{problems}")
    answer(document, "\n".join(lines), as_json=as_json)


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def verify(tenant: str, as_json: bool) -> None:
    """Let the next run of TENANT look every invoice up in Exact before its first post (after a restored backup)."""
    try:
        operations.ask_to_verify(runtime(), tenant_of(tenant, as_json=as_json))
    except LinkError as error:
        refuse(f"{tenant} cannot be verified: {error}.", as_json=as_json)
    answer({"tenant": tenant, "verifying": True}, f"The next run of {tenant} verifies first.", as_json=as_json)


@click.command()
@click.argument("tenant")
@click.argument("identifiers", nargs=-1)
@as_json
@with_appcontext
def retry(tenant: str, identifiers: tuple[str, ...], as_json: bool) -> None:
    """Put blocked invoices of TENANT back in the queue: all, or those named by IDENTIFIERS."""
    known = tenant_of(tenant, as_json=as_json)
    moved = operations.retry(runtime(), known, identifiers)
    differing = operations.differing(runtime(), known, identifiers)
    missing = sorted(set(identifiers) - set(moved) - set(differing))
    if missing:
        refuse(f"Not blocked, or unknown: {', '.join(missing)}.", as_json=as_json)
    sentence = f"{len(moved)} invoices are queued again."
    if differing:
        sentence += (
            f" Not queued, as their entry is in Exact and differs from what was sent: {', '.join(differing)}."
            " A person settles these on the page of the invoice."
        )
    answer({"tenant": tenant, "queued": moved, "differing": differing}, sentence, as_json=as_json)


COMMANDS = (activate, deactivate, status, verify, retry)
