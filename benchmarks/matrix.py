"""`./run bench matrix`: every page of the link in each language, on desk and phone, light and dark, in Chromium."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e import test_pages

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    argparse.ArgumentParser(prog="./run bench matrix", description=__doc__).parse_args(arguments)
    os.environ[test_pages.WHOLE] = "1"
    return int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", str(Path(test_pages.__file__))]))
