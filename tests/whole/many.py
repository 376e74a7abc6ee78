"""Many tenants like one that is ready, by copying its rows: the journey of each takes a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.settings import SettingsRow
from sandbox.host.models import Activation, Tenant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection as Line
    from sqlalchemy import Engine, Table


def like(engine: Engine, tenant: str, names: Sequence[str]) -> list[str]:
    """Tenants of these names that book in the administration of `tenant`, through the same log-in."""
    with engine.begin() as line:
        (venue,) = _rows(line, Tenant, code=tenant)
        new = insert(Tenant).returning(Tenant.id)
        ids = [line.execute(new.values(_but(venue, "id", code=name, name=name))).scalar_one() for name in names]
        for activation in _rows(line, Activation, tenant_id=venue["id"]):
            line.execute(insert(Activation), [_but(activation, "id", tenant_id=each) for each in ids])
        for table in (Connection, SettingsRow):
            rows = _rows(line, table, tenant=tenant)
            copies = [_but(row, "id", tenant=name) for row in rows for name in names]
            line.execute(insert(table), copies)
    return list(names)


def _rows(line: Line, model: type[Any], **equal: Any) -> list[dict[str, Any]]:
    table: Table = model.__table__
    query = select(table).where(*(table.c[name] == value for name, value in equal.items()))
    return [dict(row) for row in line.execute(query).mappings()]


def _but(row: Mapping[str, Any], without: str, **changes: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != without} | changes
