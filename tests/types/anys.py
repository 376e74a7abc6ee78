"""Where the plugin says `Any`, and why: a module that does says so above the import, once for all that it forces.

`python -m tests.types.anys` lists them.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.manifest import data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = data("booking").parent
REASON = "# Any: "


@dataclass(frozen=True, slots=True)
class Module:
    """How often a module says it, and the reason that stands above its import; empty when none does."""

    name: str
    uses: int
    reason: str


def modules() -> Iterator[Module]:
    for path in sorted(PACKAGE.rglob("*.py")):
        found = _module(path)
        if found.uses:
            yield found


def _module(path: Path) -> Module:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    uses = sum(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(tree))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and _names_it(node)]
    above = [text.splitlines()[node.lineno - 2].strip() for node in imports]
    said = [line.removeprefix(REASON) for line in above if line.startswith(REASON)]
    return Module(str(path.relative_to(PACKAGE)), uses, said[0] if said else "")


def _names_it(node: ast.ImportFrom) -> bool:
    return any(alias.name == "Any" for alias in node.names)


def main() -> None:
    found = list(modules())
    lines = [f"{module.uses:4} {module.name:36} {module.reason or 'without a reason'}" for module in found]
    sys.stdout.write("\n".join([*lines, f"{sum(module.uses for module in found):4} in all"]) + "\n")


if __name__ == "__main__":
    main()
