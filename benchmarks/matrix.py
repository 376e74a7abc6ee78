"""`./run bench matrix`: every page of the link in each language, on desk and phone, light and dark, in Chromium."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e import test_pages

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    argparse.ArgumentParser(prog="./run bench matrix", description=__doc__).parse_args(arguments)
    # A process of its own, as pytest rewrites only what nobody has imported yet.
    pages = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", str(Path(test_pages.__file__))]
    return subprocess.run(pages, env=os.environ | {test_pages.WHOLE: "1"}, check=False).returncode
