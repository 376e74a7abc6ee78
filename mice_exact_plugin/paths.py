"""Where the plugin's files lie: inside the package when installed from a wheel, beside it in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def data(name: str) -> Path:
    """The folder or file `name` (`templates`, `migrations`, `plugin.toml`); FileNotFoundError names what is missing."""
    package = Path(str(files("mice_exact_plugin")))
    for place in (package / name, package.parent / name):
        if place.exists():
            return place
    raise FileNotFoundError(f"mice_exact_plugin: {name} is missing from the installation")
