"""*Vergelijk met Exact*: read what the accounts for deposits have, under the lease, and keep what explains the rest.

No run books meanwhile, so both sides are of one moment. A call brings a thousand lines; at most a minute's allowance
of calls is made, each spent from the limits as any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import sight
from mice_exact_plugin.access.line import writing_client
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import comparison_table, ours
from mice_exact_plugin.deposits.comparison_table import DepositComparison
from mice_exact_plugin.domain.deposits.comparing import compare
from mice_exact_plugin.domain.money import total
from mice_exact_plugin.errors import Busy, LinkError, NotAllowed, TryLater
from mice_exact_plugin.exact.wire.ledger import LEDGER
from mice_exact_plugin.link.connection import link_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mice_exact_plugin.domain.deposits.comparing import Comparison, Finding, LedgerLine, OurEntry
    from mice_exact_plugin.domain.kept import KeptComparison, KeptFinding
    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Person, Runtime

MOST_CALLS = 60
#: Findings that are kept one by one, those that ask for something first.
MOST_FINDINGS = 200


class TooMany(LinkError):
    """The accounts have more lines than are read for a look."""


class Stopped(LinkError):
    """The worker has to end; it is begun anew."""


#: Why a comparison ends without a result, by what was raised; the first that fits.
_REASONS: tuple[tuple[type[LinkError], str], ...] = (
    (TooMany, "too_many"),
    (Busy, "busy"),
    (NotAllowed, "right"),
    (TryLater, "later"),
    (LinkError, "dead"),
)


def start(runtime: Runtime, tenant: str, person: Person) -> int:
    """Ask for one; one that is under way is returned as it is. Raises LinkError without a link."""
    link, now = link_of(runtime, tenant), runtime.now()
    site, division = link.place
    with step(runtime.session):
        known = comparison_table.of_tenant(runtime.session, tenant)
        if known and known[0].finished_at is None:
            return known[0].id
        last = next((each.id for each in known if each.result), None)
        comparison_table.forget(runtime.session, tenant, keep=last)
        who = {"tenant": tenant, "site": site, "division": division, "asked_by": person.name}
        asked = DepositComparison(**who, asked_at=now, beat_at=now, lines=0)
        runtime.session.add(asked)
        runtime.session.flush()
        return asked.id


def work_on(runtime: Runtime, comparison_id: int, should_stop: Callable[[], bool]) -> bool:
    """Do it; False when the worker had to end first, and it has to be begun anew."""
    with step(runtime.session):
        asked = comparison_table.found(runtime.session, comparison_id)
        if asked is None or not comparison_table.take(runtime.session, asked, runtime.now()):
            return True
        tenant, place = asked.tenant, (asked.site, asked.division)
    try:
        link = link_of(runtime, tenant)
        if link.place != place:
            return _end(runtime, comparison_id, reason="dead")
        result = _compared(runtime, link, comparison_id, should_stop)
    except Stopped:
        return False
    except LinkError as error:
        return _end(runtime, comparison_id, reason=next(why for kind, why in _REASONS if isinstance(error, kind)))
    return _end(runtime, comparison_id, result, reason=None if result else "no_accounts")


def mark_of(runtime: Runtime, comparison_id: int) -> str | None:
    """What tells the next piece of work on it from all others; None when it is over."""
    with step(runtime.session):
        asked = comparison_table.found(runtime.session, comparison_id)
        return None if asked is None or asked.finished_at is not None else _mark(asked)


def to_resume(runtime: Runtime) -> dict[int, str]:
    """Unfinished ones on which nobody has worked for a while, each with its mark."""
    with step(runtime.session):
        found = comparison_table.silent(runtime.session, runtime.now() - 2 * runtime.config.lease)
        return {asked.id: _mark(asked) for asked in found}


def _mark(asked: DepositComparison) -> str:
    return f"{asked.beat_at:%Y%m%dT%H%M%S%f}"


def _compared(
    runtime: Runtime, link: Link, comparison_id: int, should_stop: Callable[[], bool]
) -> KeptComparison | None:
    """None where no balance account has a deposit."""
    with writing_client(runtime, link) as client:
        accounts = ours.accounts(runtime, link)
        if not accounts:
            return None
        lines = _read(runtime, client, list(accounts), comparison_id, should_stop)
        entries = ours.entries(runtime, link, accounts)
        if not lines and entries:
            sight.demand(client, LEDGER)
    unread = ours.without_lines(runtime, link, {line.entry_id for line in lines} - _ids(entries))
    return _kept(compare(lines, entries, unread, accounts), accounts)


def _ids(entries: Sequence[OurEntry]) -> set[str]:
    return {key for entry in entries for key in entry.entry_ids}


def _read(
    runtime: Runtime, client: ExactClient, accounts: list[str], comparison_id: int, should_stop: Callable[[], bool]
) -> list[LedgerLine]:
    lines: list[LedgerLine] = []
    for number, some in enumerate(client.account_lines(accounts), start=1):
        lines += some
        with step(runtime.session):
            asked = runtime.session.get_one(DepositComparison, comparison_id)
            asked.beat_at, asked.lines = runtime.now(), len(lines)
        if should_stop():
            raise Stopped(str(comparison_id))
        if number >= MOST_CALLS:
            raise TooMany(str(len(lines)))
    return lines


def _end(
    runtime: Runtime, comparison_id: int, result: KeptComparison | None = None, *, reason: str | None = None
) -> bool:
    with step(runtime.session):
        asked = runtime.session.get_one(DepositComparison, comparison_id)
        asked.finished_at, asked.reason, asked.result = runtime.now(), reason, result
        if result is not None:
            comparison_table.forget(runtime.session, asked.tenant, keep=comparison_id)
    return True


def _kept(compared: Comparison, codes: dict[str, str]) -> KeptComparison:
    shown, rest = compared.findings[:MOST_FINDINGS], compared.findings[MOST_FINDINGS:]
    return {
        "balances": [(codes[key], str(here), str(there)) for key, (here, there) in compared.balances.items()],
        "findings": [_as_kept(finding, codes) for finding in shown],
        "deposits": {key: str(amount) for key, amount in compared.deposits.items()},
        "more": (len(rest), str(total(each.difference for each in rest))),
    }


def _as_kept(finding: Finding, codes: dict[str, str]) -> KeptFinding:
    return {
        "why": finding.why,
        "account": codes[finding.account_id],
        "number": finding.number,
        "ours": str(finding.ours),
        "theirs": str(finding.theirs),
        "invoice_id": finding.invoice_id,
        "entry_number": finding.entry_number,
        "day": finding.day.isoformat() if finding.day else None,
    }
