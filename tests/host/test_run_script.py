"""`./run` from anywhere: files count from where the caller is, and it ends with what the tests ended with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sandbox.environment import CHECKOUT
from tests.whole.invoices import document, invoice

if TYPE_CHECKING:
    from pathlib import Path

INSTALLED = "cat requirements.lock dev.lock pyproject.toml plugin.toml | cksum | cut -d' ' -f1"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A virtual environment that is this one, and has nothing to install."""
    (tmp_path / "venv" / "bin").mkdir(parents=True)
    python = tmp_path / "venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    checksum = subprocess.run(INSTALLED, shell=True, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    (tmp_path / "venv" / ".installed").write_text(f"dev {checksum}")
    return {**os.environ, "RUN_VENV": "venv", "MICE_STATE_DIR": "state", "MICE_ADDONS_DISABLED": "exact"}


def test_files_are_those_of_the_caller(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "invoices.json").write_text(json.dumps(document(invoice("F1"))), encoding="utf-8")
    for command in ("create-tenant zaal", "import-invoices invoices.json --tenant zaal"):
        done = subprocess.run(
            [CHECKOUT / "run", "flask", *command.split()],
            env=env,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "state" / "host.sqlite").exists()


@pytest.mark.parametrize(("named", "ends_with"), [("tests/test_crypto.py", 0), ("tests/no_such_folder", 4)])
def test_ends_with_what_the_tests_ended_with(env: dict[str, str], tmp_path: Path, named: str, ends_with: int) -> None:
    """The shell's `set -e` reaches into the trap at the end: a clean-up that fails there made a passing suite fail."""
    alone = {name: value for name, value in env.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [CHECKOUT / "run", "test", named, "-q", "-p", "no:cacheprovider"],
        env={**alone, "RUN_VENV": str(tmp_path / "venv"), "RUN_WORKERS": "1", "RUN_NO_APT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ends_with, done.stdout + done.stderr
