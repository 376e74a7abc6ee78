"""Pictures of the main steps for README and guides, taken while the journey is tested."""

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
    """Inspect the page; keep its picture only when that is wanted, so that an ordinary run changes no file."""
    person.inspect()
    if os.environ.get(WANTED) == "1":
        person.page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide", clip=SHOWN)
