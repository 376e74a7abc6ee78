"""The plugin's own manifest, the file that the host reads before it imports any code; and where our files lie."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


def data(name: str) -> Path:
    """The folder or file `name` (`templates`, `migrations`, `plugin.toml`); FileNotFoundError names what is missing."""
    package = Path(str(files("mice_exact_plugin")))
    for place in (package / name, package.parent / name):
        if place.exists():
            return place
    raise FileNotFoundError(f"mice_exact_plugin: {name} is missing from the installation")


#: The addon's name towards the host: activation, queues and migrations carry it.
NAME = "exact"


@dataclass(frozen=True, slots=True)
class Manifest:
    title: str
    version: str
    description: str
    host_api: str


def read() -> Manifest:
    plugin = tomllib.loads(data("plugin.toml").read_text("utf-8"))["plugin"]
    return Manifest(plugin["title"], plugin["version"], plugin["description"], plugin["host_api"])
