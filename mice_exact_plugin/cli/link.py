"""Commands about one tenant's link: activate, deactivate, status, verify, retry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click
from flask.cli import with_appcontext

from mice_exact_plugin.cli.output import answer, as_json, refuse, runtime, tenant_of
from mice_exact_plugin.domain.entry_comparison import as_text
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.services import again, operations
from mice_exact_plugin.services import standing as standings
from mice_exact_plugin.services.again import Answer, Outcome
from mice_exact_plugin.services.booked_check import Finding, check_booked
from mice_exact_plugin.services.overview import names_of
from mice_exact_plugin.services.status import status as status_of
from mice_exact_plugin.web.wording import runs as wording
from mice_exact_plugin.web.wording.differences import ids, sentence_of
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
@click.option("--booked", is_flag=True, help="Compare what is booked with Exact now, forty entries a call.")
@as_json
@with_appcontext
def verify(tenant: str, booked: bool, as_json: bool) -> None:
    """Let the next run of TENANT look every invoice up in Exact before its first post (after a restored backup)."""
    known = tenant_of(tenant, as_json=as_json)
    try:
        if booked:
            answer(*_checked(known), as_json=as_json)
            return
        operations.ask_to_verify(runtime(), known)
    except LinkError as error:
        refuse(f"{tenant} cannot be verified: {error}.", as_json=as_json)
    answer({"tenant": tenant, "verifying": True}, f"The next run of {tenant} verifies first.", as_json=as_json)


def _checked(tenant: str) -> tuple[dict[str, Any], str]:
    checked = check_booked(runtime(), tenant)
    found = [
        {
            "identifier": finding.identifier,
            "entry_number": finding.entry_number,
            "result": str(finding.look.result),
            "differences": [asdict(difference) for difference in finding.look.differences],
        }
        for finding in checked.findings
    ]
    names = _names(tenant, checked.findings)
    document = {
        "tenant": tenant,
        "compared": checked.compared,
        "left": checked.left,
        "why": checked.why,
        "found": found,
    }
    lines = [f"{checked.compared} booked invoices compared, {len(found)} of them differ or are gone."]
    lines += [
        f"{finding.identifier}\t{finding.entry_number or '-'}\t{finding.look.result}\t"
        f"{sentence_of(finding.look.differences, names)}"
        for finding in checked.findings
    ]
    if checked.left:
        lines.append(f"{checked.left} are left: {wording.reason(checked.why or '')}.")
    return document, "\n".join(lines)


def _names(tenant: str, findings: Sequence[Finding]) -> dict[str, str]:
    """Of the relations and G/L accounts that differ."""
    told = [each for finding in findings for each in ids(as_text(finding.look.differences))]
    return names_of(runtime().session, tenant, told)


@click.command()
@click.argument("tenant")
@click.argument("identifiers", nargs=-1)
@as_json
@with_appcontext
def retry(tenant: str, identifiers: tuple[str, ...], as_json: bool) -> None:
    """Try blocked invoices of TENANT again: all, or those named by IDENTIFIERS, whatever their state.

    Each is mapped at once, so that what still stands in the way is told; exit 1 when a named one is not ready.
    """
    found = again.retry(runtime(), tenant_of(tenant, as_json=as_json), identifiers)
    told = {number: _told(what) for number, what in sorted(found.items())}
    lines = [f"{number}: {', '.join(words)}" for number, words in told.items()]
    queued = [number for number, words in told.items() if words[0] in READY]
    lines.append(f"{len(queued)} invoices are queued again.")
    differing = [number for number, words in told.items() if words == ["refused", "differs"]]
    if differing:
        lines.append(
            f"Not queued, as the entry is in Exact and differs from what was sent: {', '.join(differing)}. "
            "A person settles these on the page of the invoice."
        )
    answer({"tenant": tenant, "queued": queued, "outcomes": told}, "\n".join(lines), as_json=as_json)
    if set(identifiers) - set(queued):
        raise SystemExit(1)


def _told(what: Answer | str) -> list[str]:
    """The outcome, and what stands in the way."""
    if isinstance(what, str):
        return ["refused", what]
    return [str(what.outcome), *(str(problem.code) for problem in what.problems)]


READY = frozenset({Outcome.QUEUED, Outcome.SEARCHED})
COMMANDS = (activate, deactivate, status, verify, retry)
