"""Whatever the sandbox writes is for its owner only: invoices, tokens, keys, queue and logs."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_nobody_else_can_read_what_a_command_leaves_behind(tmp_path: Path) -> None:
    state = tmp_path / "state"
    env = {**os.environ, "MICE_STATE_DIR": str(state), "DATABASE_URL": "", "REDIS_URL": ""}
    script = "import os; os.umask(0o022); from sandbox.flask_command import main; main()"
    for words in (["create-tenant", "zaal"], ["exact", "worker", "--burst"]):
        subprocess.run([sys.executable, "-c", script, *words], env=env, check=True, capture_output=True)
    found = {path.relative_to(state): path.stat().st_mode & 0o077 for path in [state, *state.rglob("*")]}
    assert {str(name) for name in found} >= {".", "host.sqlite", "secret_key", "exact_keys", "valkey"}
    assert {name: mode for name, mode in found.items() if mode} == {}
