"""Pictures of the main steps and of every page for README and guides, taken while these are tested."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect

    from tests.e2e.person import Person

#: Set by `./run bench screenshots`.
WANTED = "MICE_SCREENSHOTS"
#: All of the screen that matters, in less than 150 kB.
SHOWN: FloatRect = {"x": 0, "y": 0, "width": 1280, "height": 740}
FOLDER = Path(__file__).parents[2] / "docs" / "images"


def look(person: Person, name: str) -> None:
    """Inspect the page, and keep its picture."""
    person.inspect()
    keep(person, name)


def keep(person: Person, name: str) -> None:
    """Only when that is wanted, so that an ordinary run changes no file."""
    if os.environ.get(WANTED) == "1":
        person.page.evaluate("document.activeElement?.blur()")
        person.page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide", clip=SHOWN)
