"""Making addons for a test: a package, its entry point and its manifest, installed in a folder of the test."""

from __future__ import annotations

import itertools
import textwrap
from pathlib import Path

_numbers = itertools.count()

GROUP = "mice_operations.plugins"

MANIFEST = """
[plugin]
name = "{name}"
title = "Addon {name}"
version = "1.2"
description = "Een addon van de tests."
host_api = "{host_api}"
paid = {paid}

[plugin.entry_point]
group = "mice_operations.plugins"
name = "{name}"
"""


def install(
    folder: Path,
    name: str,
    code: str,
    *,
    host_api: str = ">=1.0,<2.0",
    paid: bool = False,
    manifest: str | None = MANIFEST,
    beside: bool = False,
) -> str:
    """Write an addon and give the name of its package, which no other test has imported before."""
    package = f"{name}_addon_{next(_numbers)}"
    home = folder / package
    home.mkdir(parents=True)
    (home / "__init__.py").write_text("")
    (home / "plugin.py").write_text(textwrap.dedent(code))
    info = folder / f"{package}-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {package}.plugin:plugin\n")
    if manifest is not None:
        place = folder if beside else home
        text = manifest.format(name=name, host_api=host_api, paid=str(paid).lower())
        (place / "plugin.toml").write_text(text)
    return package


#: An addon that keeps the host it was given where a test finds it, and does nothing else.
QUIET = """
class Plugin:
    def setup(self, app, host):
        app.extensions["quiet_host"] = host
        app.extensions["quiet_calls"] = []

plugin = Plugin()
"""
