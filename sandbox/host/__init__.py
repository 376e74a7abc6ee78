"""A small, believable host in the manner of MICE Operations, with everything an addon needs from its host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask

from sandbox.host import cli, config, database, formatting, navigation, permissions, security, views
from sandbox.host.addons.loader import load_addons

if TYPE_CHECKING:
    from collections.abc import Mapping


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """The host with its addons; `overrides` are configuration keys that win over the environment."""
    app = Flask(__name__)
    app.config.from_mapping(config.settings(overrides))
    for part in (database, security, permissions, formatting, navigation, views, cli):
        part.init_app(app)
    load_addons(app)
    return app
