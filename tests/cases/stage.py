"""An ordinary Dutch venue, set up once and put back before every case, on a day that the calendar does not move."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.setup import settings as settings_service
from simulator.administrations import hospitality
from simulator.tests.control import VENUE
from tests.whole.world import PERSON, suggested

if TYPE_CHECKING:
    from pathlib import Path

    from mice_exact_plugin.domain.settings import LinkSettings
    from tests.whole.world import World

TENANT = "zaal"
DATABASE = "host.sqlite"
#: An ordinary Thursday: the venue is set up, and an hour later every case begins.
MORNING = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
AN_HOUR_LATER = MORNING + timedelta(hours=1)
COLLEAGUE = "collega@exact.test"
VAT_CODES = {Decimal(21): "2", Decimal(9): "1", Decimal(0): "10"}


def administration() -> dict[str, Any]:
    """The Dutch venue with all its lists and two relations; a case adds those that it is about."""
    seed = hospitality.build()
    kept = [row for row in seed["Accounts"] if row.get("Status") == "C" and not row.get("Blocked")][:2]
    return {**seed, "Accounts": kept}


@dataclass
class Stage:
    """The installation as it stands before a case."""

    world: World
    folder: Path
    #: What Exact has of relations before any case.
    relations: list[dict[str, Any]]

    @classmethod
    def build(cls, world: World, folder: Path) -> Stage:
        with world.app.app_context():
            world.tenant(TENANT)
            world.command("exact", "activate", TENANT)
            world.log_in(TENANT)
            world.choose(TENANT)
            configure(world)
            world.runtime.session.rollback()
            world.engine.dispose()
        _checkpoint(folder / DATABASE)
        shutil.copy(folder / DATABASE, folder / "before")
        return cls(world, folder, world.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"])

    def put_back(self) -> None:
        """Undo what a case did, the trail included: the file itself is put back."""
        with self.world.app.app_context():
            self.world.runtime.session.rollback()
            self.world.engine.dispose()
        _checkpoint(self.folder / DATABASE)
        shutil.copy(self.folder / "before", self.folder / DATABASE)


def _checkpoint(path: Path) -> None:
    """Bring everything into the one file, and leave no log of it behind."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def configure(world: World, **group_codes: str) -> LinkSettings:
    """The ordinary settings; `group_codes` are exceptions per rate group."""
    reference = reference_data.reference_data(world.runtime, link_of(world.runtime, TENANT))
    changes: dict[str, Any] = {
        "default_gl_account_id": reference.gl_accounts["8030"].id,
        "journal_code": "70",
        "vat_codes": VAT_CODES,
        "rate_group_vat_codes": group_codes,
        "payment_condition_code": None,
    }
    choices = settings_service.choices(world.runtime, TENANT)
    chosen, seen = replace(suggested(choices), **changes), choices.saved.version if choices.saved else 0
    settings_service.save(world.runtime, TENANT, chosen, PERSON, seen=seen)
    return chosen
