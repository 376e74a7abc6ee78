"""Beheer > Instellingen > Koppelingen: the tiles that addons have put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from sandbox.host.addons import dispatch
from sandbox.host.addons.registry import registry
from sandbox.host.permissions import Right, requires
from sandbox.host.services.activation import is_active
from sandbox.host.tenancy import the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("links", __name__, url_prefix="/beheer/instellingen/koppelingen")


@blueprint.get("", strict_slashes=False)
@requires(Right.LINKS)
def overview() -> ResponseReturnValue:
    tiles = registry().tiles("koppelingen")
    tenant = the_tenant()
    active = {addon.name for addon, _ in tiles if is_active(tenant, addon.name)}
    states = dispatch.tile_states("koppelingen")
    return render_template("mice/links.html", tiles=tiles, active=active, states=states, failed=registry().failed)
