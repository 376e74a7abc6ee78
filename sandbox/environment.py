"""What an operator would set for the plugin, with values for this sandbox: a kept key, and the simulator as Exact."""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

CHECKOUT = Path(__file__).resolve().parent.parent
#: Where `./run exact` listens when nothing else is asked.
EXACT_PORT = 5100
#: The registrations that the simulator knows from the start, per country version.
APPS = {
    "NL": ("11111111-1111-1111-1111-111111111111", "sandbox-secret"),
    "BE": ("22222222-2222-2222-2222-222222222222", "sandbox-secret-be"),
}


def state_folder(env: Mapping[str, str]) -> Path:
    """Where database, queue and secrets of the sandbox are kept."""
    folder = Path(env.get("MICE_STATE_DIR") or CHECKOUT / ".state").resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def keep_private() -> None:
    """Whatever this process and those it starts write is for its owner only: invoices, tokens, keys and logs."""
    os.umask(0o077)


def complete(env: MutableMapping[str, str], exact_url: str | None = None) -> None:
    """Fill in what is not set. Credentials of any country version that are set stay the only ones.

    Where the simulator of this state folder listens is kept, so that a command beside a running demo asks that one.
    """
    folder = state_folder(env)
    env.setdefault("MICE_EXACT_KEYS", _kept_key(folder / "exact_keys"))
    kept = folder / "exact_url"
    known = kept.read_text() if kept.exists() else None
    if exact_url and exact_url != known:
        kept.write_text(exact_url)
    exact_url = exact_url or known
    if any(name.startswith("MICE_EXACT_") and name.endswith("_CLIENT_ID") for name in env):
        return
    for site, (client_id, secret) in APPS.items():
        env.setdefault(f"MICE_EXACT_{site}_URL", exact_url or f"http://127.0.0.1:{EXACT_PORT}")
        env.setdefault(f"MICE_EXACT_{site}_CLIENT_ID", client_id)
        env.setdefault(f"MICE_EXACT_{site}_CLIENT_SECRET", secret)


def _kept_key(path: Path) -> str:
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(32)).decode())
    return path.read_text()
