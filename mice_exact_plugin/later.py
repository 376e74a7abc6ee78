"""What is loaded when it is first called: pages, hooks, letters and receivers, which no process needs to start.

They and what they stand on are most of what the plugin would add to the start of every command and worker.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

# Any: what a function takes and gives is known when it is loaded.
from typing import Any

Function = Callable[..., Any]
#: Module and name of everything that was put off.
_PUT_OFF: set[tuple[str, str]] = set()


class Later:
    """A module of which each function stands for itself until it is called."""

    def __init__(self, module: str) -> None:
        self._module = f"{__package__}.{module}"

    def __getattr__(self, name: str) -> Function:
        module = self._module
        _PUT_OFF.add((module, name))

        def put_off(*values: object, **named: object) -> object:
            return getattr(import_module(module), name)(*values, **named)

        put_off.__name__ = name
        return put_off


def load() -> list[Function]:
    """All of it, for a server that loads its application once and then forks; AttributeError for what is not there."""
    return [getattr(import_module(module), name) for module, name in sorted(_PUT_OFF)]
