"""What ends the children of a process that is gone, however it went: a shell that waits for the end of a pipe.

A SIGTERM is no such end: it ends what was started in good order, as Ctrl-C does. A signal at the death of a parent
(PR_SET_PDEATHSIG) would do on Linux only, and comes when the thread that started the child ends.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType


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


def end_on_terminate() -> None:
    """Let SIGTERM end this process as Ctrl-C does, once: a second one, which `timeout` sends, would break that off.

    Where it comes while Python is in a callback of its own, such as that of a weak reference, nobody is told of the
    interrupt (`sys.unraisablehook`), so it is sent once more a moment later.
    """
    owner, ending = os.getpid(), False

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal ending
        if os.getpid() != owner:
            os._exit(128 + number)  # a fork has nothing of its own to end
        if not ending:
            ending = True
            raise KeyboardInterrupt

    def lost(what: sys.UnraisableHookArgs) -> None:
        nonlocal ending
        if what.exc_type is not KeyboardInterrupt:
            sys.__unraisablehook__(what)
        elif os.getpid() == owner:
            ending = False
            Timer(0.01, os.kill, (owner, signal.SIGTERM)).start()

    signal.signal(signal.SIGTERM, end)
    sys.unraisablehook = lost


def children(process: int) -> list[int]:
    """The children of a process, those included that have ended and are not buried yet."""
    try:
        return [int(name) for name in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []
