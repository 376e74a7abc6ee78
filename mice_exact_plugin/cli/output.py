"""How a command answers: a sentence or a JSON document, and an exit code that scripts can rely on.

Sentences are those of the pages, in their language; what `--help` says is of the framework, and English.
"""

from __future__ import annotations

import json

# Any: Click does not type what its decorators return.
from typing import TYPE_CHECKING, Any, NoReturn

import click
from flask import current_app

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.runtime import extension

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.runtime import Runtime

as_json: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document."
)


def runtime() -> Runtime:
    return extension(current_app).runtime


def tenant_of(code: str, *, as_json: bool = False) -> str:
    """The tenant's code; exit 1 when the host does not know it."""
    if code not in {tenant.code for tenant in runtime().host.tenants()}:
        refuse(gettext("Er is geen locatie %(tenant)s.", tenant=code), as_json=as_json)
    return code


def answer(document: dict[str, object], sentence: str, *, as_json: bool) -> None:
    click.echo(json.dumps(document, ensure_ascii=False) if as_json else sentence)


def refuse(reason: str, *, as_json: bool = False) -> NoReturn:
    """Say why not, and exit 1."""
    fail({"error": reason}, as_json=as_json)


def fail(document: dict[str, object], *, as_json: bool) -> NoReturn:
    """Say the `error` of the document, or the whole of it, and exit 1."""
    click.echo(json.dumps(document, ensure_ascii=False) if as_json else document["error"], err=not as_json)
    raise SystemExit(1)
