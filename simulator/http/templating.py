"""Renders the pages of the simulator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).parent.parent
STATIC = FOLDER / "static"

_environment = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(template: str, status: int = 200, **values: Any) -> web.Response:
    """A rendered template as an HTML answer."""
    text = _environment.get_template(template).render(**values)
    return web.Response(status=status, text=text, content_type="text/html", charset="utf-8")
