"""The commands `flask exact …`: text, or JSON with `--json`; exit 0 done, 1 refused, 2 wrong usage."""

from __future__ import annotations

from flask.cli import AppGroup

from mice_exact_plugin.cli import background, database, link, operations

group = AppGroup("exact", help="The link with Exact Online.")
for module in (link, operations, background):
    for command in module.COMMANDS:
        group.add_command(command)
group.add_command(database.group)
