"""The operator's terminal: the host's commands, run in this process because starting Python anew takes seconds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sandbox.host import create_app
from sandbox.stack import StackError

if TYPE_CHECKING:
    from sandbox.stack import Stack


class Operator:
    """The host's own application beside the one that serves pages, in the same environment and on the same database."""

    def __init__(self, stack: Stack) -> None:
        os.environ.update(stack.env)
        self._commands = create_app().test_cli_runner()

    def command(self, *args: str) -> None:
        """What `./run flask …` does; StackError with what it printed when it fails."""
        result = self._commands.invoke(args=list(args))
        if result.exit_code != 0:
            raise StackError(f"flask {' '.join(args)}: {result.output or result.exception}")
