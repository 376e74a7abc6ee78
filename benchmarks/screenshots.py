"""`./run bench screenshots`: the pictures of README and guides made anew, by the browser tests of journey and pages."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

import pytest

from tests.e2e import screenshots

if TYPE_CHECKING:
    from collections.abc import Sequence

TESTS = screenshots.FOLDER.parents[1] / "tests" / "e2e"
JOURNEY = TESTS / "test_journey.py"
#: In Dutch, on a desk, by day.
PAGES = f"{TESTS / 'test_pages.py'}::test_every_page_of_the_link[chromium-nl-NL]"


def main(arguments: Sequence[str]) -> int:
    argparse.ArgumentParser(prog="./run bench screenshots", description=__doc__).parse_args(arguments)
    os.environ[screenshots.WANTED] = "1"
    status = int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", str(JOURNEY), PAGES]))
    if status == 0:
        print(f"{len(list(screenshots.FOLDER.glob('*.png')))} pictures in {screenshots.FOLDER}")
    return status
