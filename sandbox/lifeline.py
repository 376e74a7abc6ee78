"""What ends the children of a process that is gone, however it went: a shell that waits for the end of a pipe.

A signal at the death of a parent (PR_SET_PDEATHSIG) would do on Linux only, and comes when the thread that started the
child ends.
"""

from __future__ import annotations

from subprocess import DEVNULL, PIPE, Popen


class Lifeline:
    """Ends these processes when this one and its forks are gone."""

    def __init__(self, *processes: int) -> None:
        # The pipe is never written to: it ends when nobody holds it open any more.
        command = ["sh", "-c", 'read -r _; kill "$@"', "lifeline", *map(str, processes)]
        self._shell = Popen(command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)

    def let_go(self) -> None:
        """Nothing is to be ended any more: whoever held the line did so in good order."""
        self._shell.kill()
        self._shell.communicate()
