"""Relations of an administration as far as matching needs them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Index,
    Integer,
    String,
    Text,
    bindparam,
    delete,
    func,
    or_,
    select,
    union,
)
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, columns_of, core, put, table_of
from mice_exact_plugin.domain.debtor.customer import relation_of
from mice_exact_plugin.domain.debtor.names import stem
from mice_exact_plugin.domain.debtor.places import email_address
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.reference import CrmAccount
from mice_exact_plugin.prepared import among, listed, room_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from sqlalchemy import Executable, Row
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.debtor.customer import LookUp

    #: What a customer is looked up by, and the name that 0.1 gave it.
    Key = tuple[LookUp, str]

#: The facts that a reading of now brings; 1 is what 0.1 read.
FORM = 2


class CrmAccountRow(Base):
    """One relation: what matching needs and nothing else (little personal data by design)."""

    __tablename__ = "exact_crm_account"
    __table_args__ = (
        Index("ix_exact_crm_account_match", "site", "division", "match_name"),
        Index("ix_exact_crm_account_name", "site", "division", "name_key"),
        Index("ix_exact_crm_account_vat", "site", "division", "vat_key"),
        Index("ix_exact_crm_account_coc", "site", "division", "coc_key"),
    )

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    #: The name by which 0.1 finds a relation, kept as long as it may run beside this version.
    match_name: Mapped[str] = mapped_column(String(60))
    code: Mapped[str] = mapped_column(String(18))
    # As Exact has it, and Exact gives no lengths.
    name: Mapped[str] = mapped_column(Text)
    postcode: Mapped[str | None] = mapped_column(Text)
    city: Mapped[str | None] = mapped_column(Text)
    country: Mapped[str | None] = mapped_column(String(3))
    status: Mapped[str | None] = mapped_column(String(1))
    is_blocked: Mapped[bool] = mapped_column()
    is_anonymised: Mapped[bool] = mapped_column()
    is_supplier: Mapped[bool] = mapped_column()
    end_date: Mapped[date | None] = mapped_column(Date)
    vat_number: Mapped[str | None] = mapped_column(Text)
    coc_number: Mapped[str | None] = mapped_column(Text)
    has_payment_condition: Mapped[bool] = mapped_column()
    payment_condition: Mapped[str | None] = mapped_column(Text)
    street: Mapped[str | None] = mapped_column(Text)
    start_date: Mapped[date | None] = mapped_column(Date)
    #: A keyed hash: the address itself is nobody's to keep.
    email_key: Mapped[str | None] = mapped_column(String(64))
    name_key: Mapped[str | None] = mapped_column(String(100))
    vat_key: Mapped[str | None] = mapped_column(String(60))
    coc_key: Mapped[str | None] = mapped_column(String(60))
    #: Which facts the reading of this row brought.
    form: Mapped[int] = mapped_column(Integer, default=FORM, server_default="1")


#: Longer than any number that can be checked: what is kept of it to look relations up by.
NUMBER = 60
#: What 0.1 did not read.
_SINCE_0_1 = frozenset({"street", "start_date", "email"})
#: What of a relation is kept as it is.
_KEPT = tuple(name for name in CrmAccount.__dataclass_fields__ if name not in ("email", "email_key", "unknown"))
_TABLE, _ROW = table_of(CrmAccountRow), columns_of(CrmAccountRow)
_NAMES = (*_KEPT, "email_key", "form")
_COLUMNS = tuple(_TABLE.c[name] for name in _NAMES)
_IN_PLACE = _ROW.site == bindparam("of_site"), _ROW.division == bindparam("of_division")


@dataclass(frozen=True, slots=True)
class Forms:
    """How facts become the keys they are found by: the country of the administration, and the hash of e-mails."""

    home_country: str
    keyed: Callable[[str], str]


def put_accounts(session: Session, site: str, division: int, accounts: Collection[CrmAccount], forms: Forms) -> None:
    """Write relations into the mirror; anonymised ones leave it."""
    drop_accounts(session, site, division, [account.id for account in accounts if account.is_anonymised])
    rows = {account.id: _values(account, forms) for account in accounts if not account.is_anonymised}
    put(session, _TABLE, [{"site": site, "division": division, **values} for values in rows.values()])


def count(session: Session, site: str, division: int) -> int:
    """How many relations the mirror has."""
    return core(session, _COUNT, {"of_site": site, "of_division": division}).scalar() or 0


_COUNT = select(func.count().label("many")).select_from(_TABLE).where(*_IN_PLACE)


def drop_accounts(session: Session, site: str, division: int, ids: Collection[str]) -> None:
    remaining = list(ids)
    while remaining:
        batch, remaining = remaining[:500], remaining[500:]
        session.execute(delete(CrmAccountRow).where(*_here(site, division), CrmAccountRow.id.in_(batch)))


def candidates(session: Session, site: str, division: int, key: LookUp, name_0_1: str) -> list[CrmAccount]:
    """Every relation that may be a customer, by the keys of its name and numbers."""
    return candidates_of_all(session, site, division, [(key, name_0_1)])[0]


def candidates_of_all(session: Session, site: str, division: int, keys: Sequence[Key]) -> list[list[CrmAccount]]:
    """For each customer every relation that it may be, by the keys of its name and numbers.

    What 0.1 read has none of these keys: until it is read anew it is found under the name that 0.1 gave it.
    """
    if not keys:
        return []
    sought: dict[str, Collection[str]] = {
        "stem": frozenset().union(*(key.stems for key, _ in keys)),
        "former": {name_0_1 for _, name_0_1 in keys},
        "vat": {key.vat_number[:NUMBER] for key, _ in keys if key.vat_number},
        "coc": {key.coc_number[:NUMBER] for key, _ in keys if key.coc_number},
    }
    rooms = {name: room_for(values) for name, values in sought.items()}
    asked: dict[str, object] = {"of_site": site, "of_division": division}
    for name, values in sought.items():
        asked |= listed(name, values, rooms[name])
    rows = core(session, _candidates(**rooms), asked).rows
    return [[_account(row[: len(_NAMES)]) for row in rows if _may_be(row, *key)] for key in keys]


@cache
def _candidates(stem: int, former: int, vat: int, coc: int) -> Executable:
    ways = (
        among(_ROW.name_key, "stem", stem),
        among(_ROW.match_name, "former", former) & (_ROW.form < FORM),
        among(_ROW.vat_key, "vat", vat),
        among(_ROW.coc_key, "coc", coc),
    )
    found_by = _ROW.name_key, _ROW.match_name, _ROW.vat_key, _ROW.coc_key
    ids = union(*(select(_ROW.id).where(*_IN_PLACE, way) for way in ways)).subquery()
    query = select(*_COLUMNS, *found_by).where(*_IN_PLACE, _ROW.id.in_(select(ids.c.id)))
    return query.order_by(_ROW.id)


def _may_be(row: Row[Any], key: LookUp, name_0_1: str) -> bool:
    if row.name_key in key.stems or (row.match_name == name_0_1 and row.form < FORM):
        return True
    by_vat = bool(key.vat_number) and row.vat_key == (key.vat_number or "")[:NUMBER]
    return by_vat or (bool(key.coc_number) and row.coc_key == (key.coc_number or "")[:NUMBER])


def keys_of(account: CrmAccount, forms: Forms) -> tuple[str | None, str | None, str | None]:
    """What a relation is found by: its name and its two numbers."""
    relation = relation_of(account, forms.home_country)
    return stem(account.name), relation.vat_number, relation.coc_number


def accounts_of(session: Session, site: str, division: int, ids: Collection[str]) -> list[CrmAccount]:
    """Those of the relations that the mirror has."""
    if not ids:
        return []
    room = room_for(ids)
    asked = {"of_site": site, "of_division": division, **listed("id", ids, room)}
    return [_account(row) for row in core(session, _accounts(room), asked)]


@cache
def _accounts(room: int) -> Executable:
    return select(*_COLUMNS).where(*_IN_PLACE, among(_ROW.id, "id", room)).order_by(_ROW.id)


def account_with_code(session: Session, site: str, division: int, code: str) -> CrmAccount | None:
    query = select(*_COLUMNS).where(*_here(site, division), CrmAccountRow.code == code)
    row = session.execute(query.limit(1)).one_or_none()
    return None if row is None else _account(row)


def names_by_code(session: Session, site: str, division: int, codes: Collection[str]) -> dict[str, str]:
    query = select(CrmAccountRow.code, CrmAccountRow.name).where(*_here(site, division), CrmAccountRow.code.in_(codes))
    return dict(session.execute(query).tuples().all())


def accounts_like(session: Session, site: str, division: int, text: str, limit: int) -> list[CrmAccount]:
    """Relations whose name or code contains a text, for a person who searches."""
    words = or_(CrmAccountRow.name.icontains(text, autoescape=True), CrmAccountRow.code == text)
    query = select(*_COLUMNS).where(*_here(site, division), words).order_by(CrmAccountRow.name, CrmAccountRow.id)
    return [_account(row) for row in session.execute(query.limit(limit))]


def account_of(session: Session, site: str, division: int, account_id: str) -> CrmAccount | None:
    return next(iter(accounts_of(session, site, division, [account_id])), None)


def _values(account: CrmAccount, forms: Forms) -> dict[str, object]:
    relation, address = relation_of(account, forms.home_country), email_address(account.email)
    return {
        **{name: getattr(account, name) for name in _KEPT},
        "match_name": version_1.normalise_name(account.name),
        "email_key": forms.keyed(address) if address else None,
        "name_key": stem(account.name),
        "vat_key": relation.vat_number and relation.vat_number[:NUMBER],
        "coc_key": relation.coc_number and relation.coc_number[:NUMBER],
        "form": FORM,
    }


def _account(row: Sequence[Any]) -> CrmAccount:
    kept = dict(zip(_NAMES, row, strict=True))
    is_whole = kept.pop("form") >= FORM
    return CrmAccount(**kept, unknown=frozenset() if is_whole else _SINCE_0_1)


def _here(site: str, division: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return CrmAccountRow.site == site, CrmAccountRow.division == division
