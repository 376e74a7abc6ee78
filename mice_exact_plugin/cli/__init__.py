"""The commands `flask exact …`: text, or JSON with `--json`; exit 0 done, 1 refused, 2 wrong usage."""

from __future__ import annotations

import logging

from click import ClickException
from click.exceptions import Abort, Exit
from flask.cli import AppGroup

from mice_exact_plugin.cli import background, database, link, operations, removing, running
from mice_exact_plugin.logs import discreet

#: What click raises to end a command; everything else is told by class, because standard error is a log too.
ENDS = (ClickException, Abort, Exit)

group = AppGroup("exact", help="The link with Exact Online.")
quietly = discreet(logging.getLogger("mice_exact_plugin.cli"), "a command failed", passing=ENDS)
for module in (link, running, operations, removing, background):
    for command in module.COMMANDS:
        command.callback = quietly(command.callback)
        group.add_command(command)
group.add_command(database.group)
