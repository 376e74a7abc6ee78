"""Small administrations for the simulator: everything that booking needs, so little that reading it costs nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from simulator.administrations import BUILDERS
from simulator.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Made = Callable[[Any], dict[str, Any]]

KNOWN = {"Name": "Vaste Klant B.V.", "Postcode": "3511AB", "City": "Utrecht", "Country": "NL", "Status": "C"}
PROSPECT = {"Name": "Prospect Events B.V.", "Postcode": "1017CD", "City": "Amsterdam", "Country": "NL", "Status": "P"}
#: Revenue that the invoices of the tests name; all other ledgers are those that VAT codes and journals lean on.
REVENUE = {"8000", "8010", "8020"}
YEARS = {2026, 2027}
FEW = 40


def books(folder: Path, made: Made | None = None) -> Config:
    """A simulator with these administrations."""
    return Config(seeds=tuple(write(folder, made)))


def write(folder: Path, made: Made | None = None) -> list[str]:
    """Files for `--seed`, one for every administration that the simulator would otherwise make large."""
    names = []
    for seed in map(made or small, BUILDERS.values()):
        path = folder / f"{seed['division']['Code']}.json"
        path.write_text(json.dumps(seed), encoding="utf-8")
        names.append(str(path))
    return names


def few_relations(build: Any) -> dict[str, Any]:
    """A built-in administration with all its lists; reading thousands of relations takes longer than all else."""
    seed: dict[str, Any] = build()
    return {**seed, "Accounts": seed["Accounts"][:FEW]}


def small(build: Any) -> dict[str, Any]:
    """A built-in administration without the ledgers that nothing refers to, and with two relations."""
    seed: dict[str, Any] = build()
    used = [value for table in ("VATCodes", "Journals") for row in seed[table] for value in row.values()]
    ledgers = [row for row in seed["GLAccounts"] if row["Code"] in REVENUE or row["ID"] in used]
    periods = [row for row in seed["FinancialPeriods"] if row["FinYear"] in YEARS]
    relations = [
        {"Code": str(code), "Type": "A", **relation} for code, relation in enumerate((KNOWN, PROSPECT), start=1)
    ]
    return {**seed, "GLAccounts": ledgers, "FinancialPeriods": periods, "ClosedPeriods": [], "Accounts": relations}
