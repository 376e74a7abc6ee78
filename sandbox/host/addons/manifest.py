"""An addon's `plugin.toml`, read before any of its code is imported."""

from __future__ import annotations

import importlib.util
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class ManifestError(Exception):
    """The manifest is missing or cannot be used; the message says why."""


@dataclass(frozen=True)
class Manifest:
    name: str
    title: str
    version: str
    description: str
    host_api: SpecifierSet
    #: Paid addons work only after support has granted them in the chat.
    paid: bool


def read_manifest(entry_point: EntryPoint) -> Manifest:
    """Find and read the manifest of the package that an entry point names, without importing that package."""
    path = _manifest_path(entry_point)
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        plugin = document["plugin"]
        _check_owner(plugin, entry_point)
        return _manifest(plugin)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ManifestError(f"plugin.toml is niet leesbaar: {error}") from error
    except KeyError as error:
        raise ManifestError(f"in plugin.toml ontbreekt {error}") from error
    except (InvalidSpecifier, TypeError) as error:
        raise ManifestError(f"in plugin.toml klopt host_api niet: {error}") from error


def _manifest_path(entry_point: EntryPoint) -> Path:
    package = entry_point.module.partition(".")[0]
    spec = importlib.util.find_spec(package)
    if spec is None:
        raise ManifestError(f"het pakket {package} is niet te vinden")
    folders = [Path(folder) for folder in spec.submodule_search_locations or ()]
    for folder in folders:
        # In a wheel the manifest lies inside the package, in a checkout beside it.
        for candidate in (folder / "plugin.toml", folder.parent / "plugin.toml"):
            if candidate.is_file():
                return candidate
    raise ManifestError("plugin.toml ontbreekt")


def _check_owner(plugin: dict[str, Any], entry_point: EntryPoint) -> None:
    declared = plugin["entry_point"]
    if (declared["group"], declared["name"]) != (entry_point.group, entry_point.name):
        raise ManifestError("plugin.toml hoort bij een ander entry point")


def _manifest(plugin: dict[str, Any]) -> Manifest:
    return Manifest(
        name=plugin["name"],
        title=plugin["title"],
        version=plugin["version"],
        description=plugin["description"],
        host_api=SpecifierSet(plugin["host_api"]),
        paid=bool(plugin.get("paid", False)),
    )
