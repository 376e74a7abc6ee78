"""How a binding is written: in the place of what was read, or not at all, since a person may decide meanwhile."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import String, bindparam, delete, update

from mice_exact_plugin.database import columns_of, core, inserting, table_of
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Executable
    from sqlalchemy.orm import Session

    from mice_exact_plugin.mirror.binding_table import Standing

_TABLE, _ROW = table_of(DebtorBinding), columns_of(DebtorBinding)
#: What a creation that is sent again leaves as it was: the facts on which it was begun.
FACTS = frozenset({"facts"})


def write(
    session: Session, row: DebtorBinding, instead_of: Standing | None, *, kept: frozenset[str] = frozenset()
) -> bool:
    """Write a whole binding in the place of what was read under its key, of which the columns in `kept` stay.

    False when something else stands there by now; then nothing was written.
    """
    values = {name: getattr(row, name) for name in _TABLE.columns.keys()}  # noqa: SIM118
    if instead_of is None:
        return core(session, _ADDING, values).rowcount == 1
    changes = {f"to_{name}": value for name, value in values.items() if name in _changed(kept)}
    return core(session, _replacing(kept), changes | _as_read(row.site, row.division, instead_of)).rowcount == 1


_ADDING = inserting(_TABLE, "ON CONFLICT DO NOTHING")


@cache
def _replacing(kept: frozenset[str]) -> Executable:
    return update(_TABLE).where(*_STANDS).values({name: bindparam(f"to_{name}") for name in _changed(kept)})


def _changed(kept: frozenset[str]) -> list[str]:
    return [column.name for column in _TABLE.columns if not column.primary_key and column.name not in kept]


#: A binding that is as it was read.
_STANDS = (
    _ROW.site == bindparam("of_site"),
    _ROW.division == bindparam("of_division"),
    _ROW.match_key == bindparam("of_key"),
    _ROW.state == bindparam("of_state"),
    _ROW.account_id == bindparam("of_account"),
    _ROW.decided_by.is_not_distinct_from(bindparam("of_person", type_=String())),
)


def _as_read(site: str, division: int, read: Standing) -> dict[str, object]:
    return {
        "of_site": site,
        "of_division": division,
        "of_key": read.key,
        "of_state": read.state,
        "of_account": read.account_id,
        "of_person": read.decided_by,
    }


def complete(session: Session, site: str, division: int, match_key: str, account_id: str, now: datetime) -> bool:
    """The relation of a binding is there, under this id; False when it is no longer being made."""
    values = {"of_site": site, "of_division": division, "of_key": match_key, "made": account_id, "now": now}
    return core(session, _COMPLETE, values).rowcount == 1


_COMPLETE = (
    update(_TABLE)
    .where(
        _ROW.site == bindparam("of_site"),
        _ROW.division == bindparam("of_division"),
        _ROW.match_key == bindparam("of_key"),
        _ROW.state == str(BindingState.CREATING),
    )
    .values(state=str(BindingState.BOUND), account_id=bindparam("made"), bound_at=bindparam("now"))
)


def drop(session: Session, site: str, division: int, read: Standing) -> bool:
    """False when it is no longer what was read; then it stays."""
    return core(session, _DROPPING, _as_read(site, division, read)).rowcount == 1


_DROPPING = delete(_TABLE).where(*_STANDS)


def drop_bindings_to(session: Session, site: str, division: int, account_id: str) -> None:
    session.execute(
        delete(DebtorBinding).where(
            DebtorBinding.site == site,
            DebtorBinding.division == division,
            DebtorBinding.account_id == account_id,
            DebtorBinding.state == BindingState.BOUND,
        )
    )
