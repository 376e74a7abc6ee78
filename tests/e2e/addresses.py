"""The addresses of every page that host and plugin have, filled in with things of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from mice_exact_plugin.link.run import SyncRun
from sandbox.host.models import Event, Invoice, Location, Package, Product, RateGroup, Relation, Tenant, User

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.whole.world import World

#: Answers that are no pages: files, a piece of a page, and the returns from elsewhere.
NO_PAGES = frozenset(
    {
        "static",
        "mice_exact.static",
        "mice_exact.export",
        "mice_exact.history_file",
        "mice_exact.listing_file",
        "mice_exact.mapping_file",
        "mice_exact.open_deposits_file",
        "mice_exact.comparison_progress",
        "mice_exact.progress",
        "mice_exact.trial_progress",
        "mice_exact.trial_file",
        "mice_exact.callback",
    }
)
ROWS: dict[str, Any] = {
    "invoice_id": Invoice,
    "event_id": Event,
    "relation_id": Relation,
    "group_id": RateGroup,
    "product_id": Product,
    "package_id": Package,
    "location_id": Location,
    "user_id": User,
}


def addresses(world: World, tenant: str) -> list[str]:
    """A page without an example for its arguments fails loudly, so that a new page cannot be forgotten."""
    examples = dict(_examples(world, tenant))
    adapter = world.app.url_map.bind("localhost")
    rules = [rule for rule in world.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    return sorted(
        adapter.build(rule.endpoint, {name: examples[name] for name in rule.arguments})
        for rule in rules
        if rule.endpoint not in NO_PAGES and not rule.endpoint.startswith("support.")
    )


def _examples(world: World, tenant: str) -> Iterator[tuple[str, Any]]:
    session = world.runtime.session
    owner = session.scalars(select(Tenant).where(Tenant.code == tenant)).one()
    for name, model in ROWS.items():
        row = session.scalars(select(model).where(model.tenant_id == owner.id).order_by(model.id)).first()
        assert row is not None, f"the tenant has no {model.__name__}"
        yield name, row.id
        if isinstance(row, Invoice):
            yield "line_id", row.lines[0].id
    yield "rate", "21"
    yield "number", 1
    yield "run_id", session.scalars(select(func.max(SyncRun.id)).where(SyncRun.tenant == tenant)).one()
