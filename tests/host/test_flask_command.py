"""The sandbox's commands bring the addon's tables up to date themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from sandbox.environment import CHECKOUT, complete

if TYPE_CHECKING:
    from pathlib import Path


def tick(folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "MICE_STATE_DIR": str(folder)}
    command = [sys.executable, "-m", "sandbox.flask_command", "exact", "tick"]
    return subprocess.run(command, env=env, cwd=CHECKOUT, capture_output=True, text=True, check=False)


def test_a_database_that_was_thrown_away_gets_its_tables_again(tmp_path: Path) -> None:
    for _ in range(2):
        done = tick(tmp_path)
        assert done.returncode == 0, done.stderr
        for file in tmp_path.glob("host.sqlite*"):
            file.unlink()


def test_a_command_beside_a_running_demo_asks_the_simulator_of_that_demo(tmp_path: Path) -> None:
    complete({"MICE_STATE_DIR": str(tmp_path)}, "http://127.0.0.1:33329")
    beside = {"MICE_STATE_DIR": str(tmp_path)}
    complete(beside)
    assert beside["MICE_EXACT_NL_URL"] == "http://127.0.0.1:33329"
