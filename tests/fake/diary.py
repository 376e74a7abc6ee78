"""Everything that a use case wrote, as lines, held against what it wrote when the test was made.

A line is a row that is new or changed, with the columns that say something; `RECORD=1` writes them down anew, and the
difference is for a person to read.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from mice_exact_plugin.database import step
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

FOLDER = Path(__file__).parents[1] / "data" / "stories"
#: What a call spends, who holds which lock and what was sent by line has tests of its own; ciphertexts always differ.
LEFT_OUT = {
    "exact_call_window",
    "exact_export_line",
    "exact_lease",
    "exact_refusal",
    "exact_token",
    "exact_secret",
    "exact_reference",
}
#: What one slice remembers for the next, and with which version of the settings was claimed, have tests of their own.
COLUMNS_LEFT_OUT = {"memory", "beat_at", "loaded_at", "settings_version", "booked_on"}
#: What every night begins with.
LISTS = (
    "GET sync/Financial/GLAccounts",
    "GET financial/Journals",
    "GET vat/VATCodes",
    "GET vat/VatPercentages",
    "GET read/financial/JournalStatusList",
    "GET sync/CRM/Accounts",
    "GET sync/Deleted",
)
#: What most lines have no word of.
NO_COSTS = ", cost_center=None, cost_unit=None"
#: An id that was made up on the way.
MADE_UP = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def rows(office: Office) -> dict[str, dict[str, Any]]:
    """Every row of our tables as the database has it, by a name of its own."""
    found = {}
    with step(office.session):
        for table in METADATA.sorted_tables:
            if table.name in LEFT_OUT:
                continue
            keys = [column.name for column in table.primary_key]
            for row in office.session.execute(text(f"SELECT * FROM {table.name}")).mappings():
                name = " ".join([table.name.removeprefix("exact_"), *(str(row[key]) for key in keys)])
                found[name] = {key: value for key, value in row.items() if key not in COLUMNS_LEFT_OUT}
    return found


def written(office: Office, before: dict[str, dict[str, Any]]) -> list[str]:
    """What is new, changed or gone since, a line each."""
    after = rows(office)
    lines = [f"{name}: gone" for name in before if name not in after]
    for name, row in after.items():
        old = before.get(name, {})
        changed = {key: value for key, value in row.items() if value != old.get(key) and (old or _says(value))}
        lines += [f"{name}: " + "; ".join(f"{key}={value}" for key, value in changed.items())] if changed else []
    return [MADE_UP.sub("(made up)", line) for line in lines]


def _says(value: Any) -> bool:
    return value not in (None, 0, "", "[]", "{}")


def entries(office: Office) -> list[str]:
    told = (str(entry).replace(NO_COSTS, "") for entry in office.books.entries.values())
    return [MADE_UP.sub("(made up)", f"in Exact: {each}") for each in told]


def tale(office: Office) -> list[str]:
    """Where every invoice stands with its trail, what happened to the link, and the calls."""
    lines = []
    for key in sorted(office.host.known):
        row = office.row(key)
        codes = " ".join(str(problem.code) for problem in row.problems)
        lines.append(" ".join(filter(None, [key, row.state, codes, f"({' '.join(office.events(key))})"])))
    asked = ", ".join(office.exact.asked).replace(", ".join(LISTS), "(the lists)")
    return [*lines, f"link: {' '.join(office.events(None))}", f"asked: {asked}"]


def tell(file: str, name: str, office: Office, situation: Callable[[Office], Callable[[], Any]]) -> None:
    """Bring the situation about, do what it is about, and hold everything that came of it against what was kept."""
    act = situation(office)
    before = rows(office)
    office.exact.asked.clear()
    came = attempt(act)
    recorded(file, name, [came, *tale(office), *written(office, before), *entries(office)])


def attempt(act: Callable[[], Any]) -> str:
    """What came of it: a value, or an error with what it says."""
    try:
        return str(act())
    except LinkError as error:
        until = getattr(error, "not_before", None)
        return f"{type(error).__name__}({error}{f', {until:%H:%M:%S}' if until else ''})"


def recorded(file: str, name: str, lines: list[str]) -> None:
    """AssertionError unless just this was written when the test was made."""
    path = FOLDER / f"{file}.json"
    kept: dict[str, list[str]] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    if os.environ.get("RECORD") == "1":
        kept[name] = lines
        FOLDER.mkdir(exist_ok=True)
        path.write_text(json.dumps(dict(sorted(kept.items())), indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert lines == kept.get(name)
