"""What mypy reports: a misspelt column, state, event, reference or parameter is found before anything runs."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.deposits import table as deposits
from mice_exact_plugin.exports import lines
from mice_exact_plugin.exports.export import Changes, Export
from mice_exact_plugin.exports.table import InvoiceExport
from sandbox.environment import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from mice_exact_plugin.database import columns_of
from mice_exact_plugin.deposits import table as deposits
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.deposits.known import Deposit, Where
from mice_exact_plugin.domain.entry.booked import BookedLine, Origin
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.kept import Why
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.references import Reference, Used
from mice_exact_plugin.domain.remarks import RemarkCode, Said
from mice_exact_plugin.domain.states import Event, State, next_state
from mice_exact_plugin.errors import Refused
from mice_exact_plugin.exact.sites import App, LogIn, Place
from mice_exact_plugin.exports import lines, queue
from mice_exact_plugin.exports.export import Changes, Export
from mice_exact_plugin.link.connection import Connection


def try_it(session: Session, row: Export, now: datetime, app: App, line: BookedLine, deposit: Deposit) -> None:
"""
#: One line of code each, and what must be said of it; None is right, so that the others cannot fail for another reason.
SNIPPETS = {
    "queue.advance(session, row.id, row.state, Event.CLAIM, posting_key='k', sends=row.sends + 1)": None,
    "queue.advance(session, row.id, State.QUEUED, Event.CLAIM, postingkey='k')": 'argument "postingkey"',
    "queue.advance(session, row.id, State.QUEUED, Event.CLAIM, sends='1')": 'Argument "sends"',
    "queue.advance(session, row.id, State.QUEUED, Event.CLAIM, state=State.SYNCED)": "multiple values",
    "queue.advance(session, row.id, State.QUEUED, Event.CLAIMED)": '"CLAIMED"',
    "queue.advance(session, row.id, State.SENT, Event.CLAIM)": '"SENT"',
    "queue.advance(session, row.id, 'queued', Event.CLAIM)": "incompatible type",
    "queue.note(session, row.id, told_host=now)": 'argument "told_host"',
    "queue.note(session, row.id, invoice_id='17')": 'argument "invoice_id"',
    "changes: Changes = {'entry_nr': 1}": 'key "entry_nr"',
    "amounts: Changes = {'gross': 121.0}": "Incompatible types",
    "row.posting_keys": '"posting_keys"',
    "row.sends = 0": "read-only",
    "Problem(Code.PERIOD_CLOSED, {'year': 2026, 'period': 3, 'journal': '70'})": None,
    "Problem(Code.PERIOD_CLOSED, {'year': 2026, 'periode': 3})": 'key "periode"',
    "Problem(Code.PERIOD_CLOSED, {'year': '2026'})": "Incompatible types",
    "Problem(Code.PERIODE_CLOSED)": '"PERIODE_CLOSED"',
    "next(iter(row.problems)).params['yaer']": 'no key "yaer"',
    "row.problems[0]": "not indexable",
    "changed: Params = {'rate': '21'} | {'rates': '21'}": "Incompatible types",
    "queue.note(session, row.id, problems=[{'code': 'bug', 'params': {}}])": "incompatible type",
    "remark: tuple[RemarkCode, Said] = RemarkCode.DIFFERS, {'difference': []}": 'key "difference"',
    "why: Why = {'kind': 'scope', 'method': 'POST', 'end_point': 'crm/Accounts'}": 'key "end_point"',
    "Used(Reference.JOURNAL, row.journal or '')": None,
    "Used(Reference.JOURNALS, '70')": '"JOURNALS"',
    "Used('journal', '70')": "incompatible type",
    "Refused(400, (), 'invalid', 'journal')": "incompatible type",
    "site, division = Place('NL', 1234)": None,
    "Place(1234, 'NL')": "incompatible type",
    "where: Place = ('NL', 1234)": "Incompatible types",
    "LogIn(app, 'user').exact_user": '"exact_user"',
    "amount: Decimal = row.net": "Incompatible types",
    "queue.note(session, row.id, approved_digest='d', approval_lapsed=False, waits_on=None)": None,
    "queue.note(session, row.id, aproved_digest='d')": 'argument "aproved_digest"',
    "queue.advance(session, row.id, State.QUEUED, Event.CLAIM, approval_lapsed='no')": 'Argument "approval_lapsed"',
    "asks: Approval = 'first'": "Incompatible types",
    "Approval.FRIST": '"FRIST"',
    "lines.keep(session, row, [line])": None,
    "lines.keep(session, row, [deposit])": "incompatible type",
    "line.settles_invoice": '"settles_invoice"',
    "line.kind = LineKind.DEPOSIT": "read-only",
    "BookedLine('gl', '8000', '2', 21.0, Decimal(1), Decimal(0), (Origin.LOOSE,))": "incompatible type",
    "Origin.TURNOVER": '"TURNOVER"',
    "kept: lines.Columns = {'gl_account': 'gl'}": 'Extra key "gl_account"',
    "event: deposits.Columns = {'event_id': '1', 'ends_on': None}": None,
    "moved: deposits.Columns = {'end_on': None}": 'Extra key "end_on"',
    "deposit.where is Where.BOOKD": '"BOOKD"',
    "deposit.open('21')": "incompatible type",
    "next(iter(lines.of_many(session, [row]).values())).seen": '"seen"',
    "queue.in_state(session, row.tenant, State.UNCONFIRMED)[0].divison": '"divison"',
    "queue.ROW.posting_key == row.posting_key": None,
    "queue.ROW.fences == row.fence": '"fences"',
    "columns_of(Connection).aproval.is_(None)": '"aproval"',
}


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What mypy says of each snippet, all of them in one go."""
    folder = tmp_path_factory.mktemp("snippets")
    lines = [f"    {snippet}" for snippet in SNIPPETS]
    (folder / "snippets.py").write_text(HEAD.lstrip() + "\n".join(lines) + "\n", encoding="utf-8")
    said = _mypy(folder / "snippets.py")
    first = HEAD.lstrip().count("\n") + 1
    return {snippet: said.get(first + number, "") for number, snippet in enumerate(SNIPPETS)}


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_wrong_snippet_is_reported_and_a_right_one_is_not(reported: dict[str, str], snippet: str) -> None:
    expected = SNIPPETS[snippet]
    if expected is None:
        assert reported[snippet] == ""
    else:
        assert expected in reported[snippet]


def test_an_export_has_the_columns_of_its_table_in_their_order() -> None:
    """It is made from positions."""
    names = list(Export._fields)
    assert names == [*InvoiceExport.__table__.columns.keys(), "waits_for"]
    kept = {"id", "tenant", "invoice_id", "queued_at", "state", "waits_for"}
    assert set(Changes.__annotations__) == set(names) - kept


def test_what_is_written_of_lines_and_deposits_are_the_columns_of_their_tables() -> None:
    assert list(lines.Columns.__annotations__) == lines.ExportLine.__table__.columns.keys()
    assert list(deposits.Columns.__annotations__) == deposits.DepositRow.__table__.columns.keys()


def _mypy(path: Path) -> dict[int, str]:
    """What is reported, by line. The cache of the ordinary check is used, so that only this file is new."""
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--no-error-summary", str(path)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    found: dict[int, str] = {}
    for line in done.stdout.splitlines():
        told = re.match(r".*snippets\.py:(\d+): (?:error|note): (.*)", line)
        assert told, line
        found[int(told[1])] = found.get(int(told[1]), "") + told[2]
    return found
