"""The commands `flask exact …`: text, or JSON with `--json`; exit 0 done, 1 refused, 2 wrong usage."""

from __future__ import annotations

import logging
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING

from click import ClickException
from click.exceptions import Abort, Exit
from flask.cli import AppGroup

from mice_exact_plugin.errors import Unforeseen
from mice_exact_plugin.logs import Params, Result, discreet

if TYPE_CHECKING:
    from collections.abc import Callable

    from click import Command, Context

#: What ends a command by way of click, also that nobody reads on; everything else is told by class, because standard
#: error is a log too.
ENDS = (ClickException, Abort, Exit, BrokenPipeError)
#: The module of each command. It is loaded when its command is asked for: the web needs none, and no command all.
MODULES = {
    "activate": "link",
    "allow-sharing": "operations",
    "db": "database",
    "deactivate": "link",
    "erase-relation": "removing",
    "new-key": "operations",
    "reap": "operations",
    "refresh": "operations",
    "retry": "link",
    "rotate-keys": "operations",
    "run": "running",
    "scheduler": "background",
    "status": "link",
    "tick": "background",
    "uninstall": "removing",
    "verify": "link",
    "worker": "background",
}

_quietly = discreet(logging.getLogger("mice_exact_plugin.cli"), "a command failed", passing=ENDS)


def told(callback: Callable[Params, Result]) -> Callable[Params, Result]:
    """Nothing of what nobody foresaw is told but its class, and where it is the tables that are behind, that."""
    quiet = _quietly(callback)

    @wraps(callback)
    def call(*args: Params.args, **kwargs: Params.kwargs) -> Result:
        try:
            return quiet(*args, **kwargs)
        except Unforeseen:
            # With what changes tables it takes longer to load than a command takes.
            from mice_exact_plugin.cli.database import refuse_behind

            refuse_behind()
            raise

    return call


class Commands(AppGroup):
    """A group that loads its commands by need."""

    def list_commands(self, ctx: Context) -> list[str]:
        return sorted(MODULES)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name in MODULES and cmd_name not in self.commands:
            self._load(MODULES[cmd_name])
        return super().get_command(ctx, cmd_name)

    def _load(self, module: str) -> None:
        for command in import_module(f"mice_exact_plugin.cli.{module}").COMMANDS:
            if command.callback:
                command.callback = told(command.callback)
            self.add_command(command)


group = Commands("exact", help="The link with Exact Online.")
