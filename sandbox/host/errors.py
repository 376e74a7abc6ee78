"""What the host refuses: a sentence for the person who asked, and nothing has changed."""

from __future__ import annotations


class RefusedError(Exception):
    """The request is understood and cannot be done; the message is shown as it is."""


class ImportRefusedError(RefusedError):
    """An import file with bad rows; `problems` lists them one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
