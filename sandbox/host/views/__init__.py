"""The host's pages, one blueprint per concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.routing import IntegerConverter

from sandbox.host.views import (
    auth,
    chat,
    event_actions,
    events,
    invoice_actions,
    invoice_editing,
    invoices,
    links,
    locations,
    outbox,
    packages,
    planning,
    products,
    rate_groups,
    relations,
    reports,
    settings,
    support,
    users,
)

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.routing import Map

#: The modules with pages; some share a blueprint.
PAGES = (
    auth,
    chat,
    event_actions,
    events,
    invoice_actions,
    invoice_editing,
    invoices,
    links,
    locations,
    outbox,
    packages,
    planning,
    products,
    rate_groups,
    relations,
    reports,
    settings,
    support,
    users,
)


class IdConverter(IntegerConverter):
    """An id that fits the id column of every database; a larger one is no page instead of a database error."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=2**31 - 1)


def init_app(app: Flask) -> None:
    app.url_map.converters["id"] = IdConverter
    blueprints = {page.blueprint.name: page.blueprint for page in PAGES}
    app.extensions["mice_blueprints"] = frozenset(blueprints)
    for blueprint in blueprints.values():
        app.register_blueprint(blueprint)
