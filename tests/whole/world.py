"""A host with the plugin on it and a simulator behind it, driven by its own use cases instead of a browser."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from mice_exact_plugin import migrate
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.domain.settings import LinkSettings
from mice_exact_plugin.mirror import loading
from mice_exact_plugin.runtime import Person, extension
from mice_exact_plugin.setup import administration, connect
from mice_exact_plugin.setup import settings as settings_service
from mice_exact_plugin.setup.connect import Return
from mice_exact_plugin.standing.standing import status
from sandbox.host import create_app
from simulator.tests.control import ALL_DUTCH, DUTCH, NL_APP, NL_SECRET, VENUE, Control
from tests.compiled import share_statements, share_templates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from flask import Flask
    from sqlalchemy import Engine

    from mice_exact_plugin.booking.leaving import SliceReport
    from mice_exact_plugin.runtime import Runtime

BROWSER = "the browser of the tests"
PERSON = Person("1", "Anke de Beheerder")
CALLBACK = "http://127.0.0.1:1/beheer/instellingen/koppelingen/exact-online/callback"
#: Passwords of tests need no protection, and hashing them well takes longer than what a test is about.
QUICK_HASH = "pbkdf2:sha256:1"
#: What ends by itself when somebody is slow: no busy machine comes near it, and who tries it shortens it first.
ENDS = {
    "MICE_EXACT_DEADLINE_SECONDS": "30",
    "MICE_EXACT_LEASE_SECONDS": "60",
    "MICE_EXACT_SETTLE_SECONDS": "100",
}
#: What is waited for whatever happens: tests wait for nothing longer.
WAITS = {
    "MICE_EXACT_REFRESH_REST_SECONDS": "0.5",
    "MICE_EXACT_QUIET_SECONDS": "0.2",
    "MICE_EXACT_PAUSE_SECONDS": "1",
    "MICE_EXACT_PATIENCE_SECONDS": "0.5",
}


def environment(exact_url: str, key: str, folder: Path, database: str) -> dict[str, str]:
    """What an operator sets, pointed at the simulator."""
    return {
        "MICE_STATE_DIR": str(folder),
        "DATABASE_URL": database,
        "SECRET_KEY": "secret of the tests",
        "MICE_EXACT_KEYS": key,
        "MICE_EXACT_NL_URL": exact_url,
        "MICE_EXACT_NL_CLIENT_ID": NL_APP,
        "MICE_EXACT_NL_CLIENT_SECRET": NL_SECRET,
        "MICE_EXACT_NL_CALLBACK_URL": CALLBACK,
        **ENDS,
        **WAITS,
    }


@dataclass
class World:
    """One installation with any number of tenants."""

    app: Flask
    control: Control

    @classmethod
    def build(cls, env: dict[str, str], control: Control, monkeypatch: pytest.MonkeyPatch) -> World:
        """On an empty database."""
        world = cls.open(env, control, monkeypatch)
        with world.app.app_context():
            migrate.upgrade(world.engine)
        return world

    @classmethod
    def open(cls, env: dict[str, str], control: Control, monkeypatch: pytest.MonkeyPatch) -> World:
        """On a database that has its tables."""
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        world = cls(create_app({"TESTING": True, "PASSWORD_METHOD": QUICK_HASH}), control)
        share_templates(world.app)
        with world.app.app_context():
            share_statements(world.engine)
        return world

    @property
    def engine(self) -> Engine:
        engine: Engine = self.runtime.session.get_bind().engine
        return engine

    @property
    def runtime(self) -> Runtime:
        return extension(self.app).runtime

    def command(self, *args: str, code: int = 0) -> str:
        """One of the host's commands, as an operator types it."""
        result = self.app.test_cli_runner().invoke(args=list(args))
        assert result.exit_code == code, f"{args}: {result.output}\n{result.exception!r}"
        return result.output

    def tenant(self, code: str = "zaal") -> str:
        self.command("create-tenant", code)
        return code

    def log_in(self, tenant: str, *, user: str = DUTCH, divisions: list[int] = ALL_DUTCH) -> None:
        """Everything between the button *Koppelen* and the choice of an administration."""
        app = replace(self.runtime.config.app("NL"), callback_url=CALLBACK)
        url = connect.begin(self.runtime, tenant, PERSON, app, BROWSER)
        state = parse_qs(urlsplit(url).query)["state"][0]
        code = self.control.code(user, divisions, NL_APP, CALLBACK)
        connect.came_back(self.runtime, tenant, PERSON, Return(state, code, None, CALLBACK, BROWSER))

    def choose(self, tenant: str, division: int = VENUE, *, confirmed: bool = False) -> None:
        administration.choose(self.runtime, tenant, division, PERSON, confirmed=confirmed)
        while not loading.load_next(self.runtime, tenant).is_done:
            continue

    def configure(self, tenant: str, *, without_rates: tuple[str, ...] = (), **changes: Any) -> LinkSettings:
        """Save what a careful administrator would choose; `without_rates` are left unmapped."""
        choices = settings_service.choices(self.runtime, tenant)
        chosen, seen = replace(suggested(choices), **changes), choices.saved.version if choices.saved else 0
        rates = {rate: code for rate, code in chosen.vat_codes.items() if str(rate) not in without_rates}
        chosen = replace(chosen, vat_codes=rates)
        settings_service.save(self.runtime, tenant, chosen, PERSON, seen=seen)
        for part in settings_service.Part:
            if part in changes and choices.saved:
                latest = settings_service.choices(self.runtime, tenant).saved
                assert latest is not None, "it was saved just now"
                settings_service.save(self.runtime, tenant, chosen, PERSON, seen=latest.version, part=part)
        return chosen

    def ready(self, tenant: str = "zaal", division: int = VENUE, **changes: Any) -> str:
        """A tenant that is activated, connected, configured and switched on."""
        self.tenant(tenant)
        self.command("exact", "activate", tenant)
        self.log_in(tenant)
        self.choose(tenant, division)
        self.configure(tenant, **changes)
        return tenant

    def send(self, tenant: str, document: dict[str, Any], folder: Path) -> None:
        """Import and send invoices in the corpus's form."""
        path = folder / "invoices.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        self.command("import-invoices", str(path), "--tenant", tenant, "--send")

    def run(self, tenant: str, should_stop: Callable[[], bool] = lambda: False) -> SliceReport:
        """One slice of a run, in this process."""
        run_id = starting.start(self.runtime, tenant, trigger="test")
        return nightly.work_on(self.runtime, run_id, should_stop)

    def rows(self, tenant: str) -> dict[str, dict[str, Any]]:
        """Where every invoice stands, by its number."""
        return {row["identifier"]: row for row in status(self.runtime, tenant)["invoices"]}


def suggested(choices: settings_service.Choices) -> LinkSettings:
    """The suggestions, and where there is none the first code on offer."""
    account = choices.suggested_gl_account or choices.gl_accounts[0]
    journal = choices.suggested_journal or choices.journals[0]
    codes = {rate: choices.suggested_vat_codes.get(rate) or _first(choices, rate) for rate in choices.rates}
    return LinkSettings(
        default_gl_account_id=account.id,
        journal_code=journal.code,
        vat_codes={rate: code.code for rate, code in codes.items() if code},
        payment_condition_code=choices.payment_conditions[0].code,
    )


def _first(choices: settings_service.Choices, rate: Decimal) -> Any:
    return next(iter(choices.vat_codes[rate]), None)


def booked(control: Control, division: int) -> dict[str, list[dict[str, Any]]]:
    """The entries in Exact by our invoice number."""
    entries: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in control.entries(division):
        entries[str(entry["YourRef"])].append(entry)
    return entries
