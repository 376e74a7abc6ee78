"""The plugin's own manifest, the file that the host reads before it imports any code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from mice_exact_plugin.paths import data

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
