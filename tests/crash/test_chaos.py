"""Ten runs of the chaos benchmark: whatever goes wrong at whatever moment, every invoice is booked once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.chaos.books import ORDINARY, judge
from tests.crash import mixed
from tests.crash.small import KNOWN

CHECKOUT = Path(__file__).resolve().parents[2]
RUNS = 10
#: Another range of seeds than the benchmark's own default.
SEED = 1000
pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]


def test_ten_runs_of_chaos_book_everything_once() -> None:
    command = [sys.executable, "-m", "benchmarks", "chaos", "--runs", str(RUNS), "--seed", str(SEED)]
    with subprocess.Popen(
        command, text=True, cwd=CHECKOUT, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as bench:
        said, complained = bench.communicate()

    assert bench.returncode == 0, said + complained
    assert f"{RUNS} runs with at least three faults" in said
    for wrong in ("lost: 0", "doubled: 0", "wrong: 0", "an error of the bench: 0"):
        assert wrong in said, said
    with pytest.raises(ProcessLookupError):
        os.killpg(bench.pid, 0)  # nobody of an earlier run may be at work in a later one


def test_what_is_not_finished_is_not_called_lost() -> None:
    """An invoice that we think is booked and that Exact does not have is lost; one that still waits is not."""
    rows = {number: {"state": "synced", "entry_id": None} for number in (each.number for each in ORDINARY)}
    rows["C2"]["state"] = "queued"
    verdict = judge(ORDINARY, [], [], rows)
    assert verdict.unfinished == ["C2 (queued)"]
    assert verdict.lost == ["C1", "C3", "C4", "C5", "C6", "C7", "C8"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("Journal", "71"),
        ("EntryDate", "/Date(1774137600000)/"),
        ("SalesEntryLines", [{"GLAccountCode": "8000", "VATCode": "2", "AmountFC": 300.0}]),
    ],
)
def test_an_entry_on_another_account_day_or_journal_is_wrong(field: str, value: object) -> None:
    wanted = mixed.KILLED[0]
    right = {
        "YourRef": "S1",
        "AmountFC": 181.5,
        "Customer": "a",
        "Journal": "70 ",
        "EntryDate": "/Date(1770854400000)/",
        "SalesEntryLines": [{"GLAccountCode": " 1850", "VATCode": "2  ", "AmountFC": 150.0}],
    }
    names = {"a": KNOWN["Name"]}
    assert wanted.agrees(right, names)
    assert not wanted.agrees({**right, field: value}, names)
