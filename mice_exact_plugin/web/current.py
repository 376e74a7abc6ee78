"""Who asks for what: the plugin, the tenant and the person of the request at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app

from mice_exact_plugin.extension import Extension, extension
from mice_exact_plugin.services.connect import Person

if TYPE_CHECKING:
    from mice_exact_plugin.host.contract import HostTenant, HostUser
    from mice_exact_plugin.services.runtime import Runtime


def plugin() -> Extension:
    return extension(current_app)


def runtime() -> Runtime:
    return plugin().runtime


def tenant() -> HostTenant:
    """The tenant of a page that the guards let through."""
    found = runtime().host.current_tenant()
    assert found is not None, "the guards let nobody here without a tenant"
    return found


def user() -> HostUser:
    found = runtime().host.current_user()
    assert found is not None, "the guards let nobody here who has not logged in"
    return found


def person() -> Person:
    """Whoever acts, as the services and the audit trail know them."""
    return Person(user().id, user().name)
