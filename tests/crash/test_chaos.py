"""Ten runs of the chaos benchmark: whatever goes wrong at whatever moment, every invoice is booked once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
RUNS = 10
#: Another range of seeds than the benchmark's own default.
SEED = 1000
pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]


def test_ten_runs_of_chaos_book_everything_once() -> None:
    command = [sys.executable, "-m", "benchmarks", "chaos", "--runs", str(RUNS), "--seed", str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{RUNS} runs with at least three faults" in done.stdout
    for wrong in ("lost: 0", "doubled: 0", "wrong: 0"):
        assert wrong in done.stdout, done.stdout
