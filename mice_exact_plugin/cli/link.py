"""Commands about one tenant's link: activate, deactivate, status, verify, retry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict

# Any: the document of `--json` has no type but JSON's.
from typing import Any

import click
from flask.cli import with_appcontext

from mice_exact_plugin.cli.output import answer, as_json, refuse, runtime, tenant_of
from mice_exact_plugin.decisions import trying
from mice_exact_plugin.decisions.checking import Checked, Finding, check_booked
from mice_exact_plugin.decisions.trying import Answer, Tried
from mice_exact_plugin.domain.entry.comparison import as_kept
from mice_exact_plugin.domain.problems import KeptProblem
from mice_exact_plugin.domain.standing import Standing
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports.problems import from_json, is_known
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.exports.words.differences import ids
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.setup import upkeep
from mice_exact_plugin.standing import standing as standings
from mice_exact_plugin.standing.overview import names_of
from mice_exact_plugin.standing.standing import status as status_of
from mice_exact_plugin.standing.words import sentence
from mice_exact_plugin.web import answers
from mice_exact_plugin.web.parts import state_badge


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def activate(tenant: str, as_json: bool) -> None:
    """Activate the paid link for TENANT, as support does after the chat."""
    runtime().host.grant(tenant_of(tenant, as_json=as_json), NAME)
    answer(
        {"tenant": tenant, "activated": True},
        gettext("Exact Online is geactiveerd voor %(tenant)s.", tenant=tenant),
        as_json=as_json,
    )


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def deactivate(tenant: str, as_json: bool) -> None:
    """Withdraw the link from TENANT; its history stays readable."""
    runtime().host.withdraw(tenant_of(tenant, as_json=as_json), NAME)
    answer(
        {"tenant": tenant, "activated": False},
        gettext("Exact Online is gedeactiveerd voor %(tenant)s.", tenant=tenant),
        as_json=as_json,
    )


@click.command()
@click.argument("tenant")
@as_json
@with_appcontext
def status(tenant: str, as_json: bool) -> None:
    """Show where every invoice of TENANT stands, and how far the link is."""
    standing = standings.of(runtime(), tenant_of(tenant, as_json=as_json))
    document = status_of(runtime(), tenant)
    document["standing"]["sentence"] = sentence(standing)
    lines = [f"{tenant}: {document['standing']['sentence']}", *(_line(row, standing) for row in document["invoices"])]
    answer(document, "\n".join(lines), as_json=as_json)


def _line(row: dict[str, Any], standing: Standing) -> str:
    """One invoice: its number, where it stands as the pages say it, its entry, and what holds it up."""
    what = " ".join(map(_why, row["problems"]))
    state = state_badge(State(row["state"]), standing, is_approved=row["approved"]).text
    return f"{row['identifier']}\t{state}\t{row['entry_number'] or '-'}\t{what}".rstrip()


def _why(problem: KeptProblem) -> str:
    """Of a problem of a later version only the code is known."""
    return problems.sentence(from_json([problem])[0]) if is_known(problem) else problem["code"]


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
            _tell_checked(known, as_json=as_json)
            return
        upkeep.ask_to_verify(runtime(), known)
    except LinkError as error:
        refuse(answers.of_error(error), as_json=as_json)
    words = gettext("De volgende synchronisatie van %(tenant)s zoekt iedere factuur eerst op.", tenant=tenant)
    answer({"tenant": tenant, "verifying": True}, words, as_json=as_json)


def _tell_checked(tenant: str, *, as_json: bool) -> None:
    """Exit 1 when something stood in the way of comparing all of it."""
    checked = check_booked(runtime(), tenant)
    answer(*_checked(tenant, checked), as_json=as_json)
    if checked.left:
        raise SystemExit(1)


def _checked(tenant: str, checked: Checked) -> tuple[dict[str, Any], str]:
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
    lines = [answers.compared(checked.compared, len(found))]
    lines += [answers.finding(finding, names) for finding in checked.findings]
    if checked.left:
        lines.append(answers.left(checked.left, checked.why or "", checked.details))
    return document, "\n".join(lines)


def _names(tenant: str, findings: Sequence[Finding]) -> dict[str, str]:
    """Of the relations and G/L accounts that differ."""
    told = [each for finding in findings for each in ids(as_kept(finding.look.differences))]
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
    tried = trying.retry(runtime(), tenant_of(tenant, as_json=as_json), identifiers)
    found = _by_name(tried)
    told = {name: _told(what) for name, what in found.items()}
    sentences = {name: answers.of_command(what) for name, what in found.items()}
    queued = [name for name, words in told.items() if words[0] in READY]
    lines = [f"{number}: {said}" for number, said in sentences.items()] + [answers.queued(len(queued))]
    document: dict[str, Any] = {"tenant": tenant, "queued": queued, "outcomes": told, "sentences": sentences}
    answer(document, "\n".join(lines), as_json=as_json)
    if identifiers and len(queued) < len(found):
        raise SystemExit(1)


def _by_name(tried: Mapping[tuple[str, str], Answer | str]) -> dict[str, Answer | str]:
    """By number, and where two invoices bear one by their ids too."""
    bearers = Counter(number for number, _ in tried)
    return {
        number if bearers[number] == 1 else f"{number} ({invoice_id})": what
        for (number, invoice_id), what in sorted(tried.items(), key=lambda item: item[0])
    }


def _told(what: Answer | str) -> list[str]:
    """The outcome, and what stands in the way."""
    if isinstance(what, str):
        return ["refused", what]
    return [str(what.outcome), *(str(problem.code) for problem in what.problems)]


READY = frozenset({Tried.QUEUED, Tried.SEARCHED})
COMMANDS = (activate, deactivate, status, verify, retry)
