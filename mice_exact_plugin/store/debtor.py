"""Relations of an administration as far as matching needs them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, ColumnElement, Date, Index, Integer, String, Text, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.domain import version_1
from mice_exact_plugin.domain.reference import CrmAccount
from mice_exact_plugin.store.base import Base

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sqlalchemy import Row
    from sqlalchemy.orm import Session


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
    street: Mapped[str | None] = mapped_column(Text)
    start_date: Mapped[date | None] = mapped_column(Date)
    #: A keyed hash: the address itself is nobody's to keep.
    email_key: Mapped[str | None] = mapped_column(String(64))
    name_key: Mapped[str | None] = mapped_column(String(100))
    vat_key: Mapped[str | None] = mapped_column(String(60))
    coc_key: Mapped[str | None] = mapped_column(String(60))
    #: Which facts the reading of this row brought.
    form: Mapped[int] = mapped_column(Integer, default=FORM, server_default="1")


#: What 0.1 did not read.
_SINCE_0_1 = frozenset({"street", "start_date", "email"})
#: What of a relation is kept as it is.
_KEPT = tuple(name for name in CrmAccount.__dataclass_fields__ if name not in ("email", "email_key", "unknown"))
_COLUMNS = (*(getattr(CrmAccountRow, name) for name in _KEPT), CrmAccountRow.email_key, CrmAccountRow.form)


def put_accounts(
    session: Session, site: str, division: int, accounts: Collection[CrmAccount], keyed: Callable[[str], str]
) -> None:
    """Write relations into the mirror; anonymised ones leave it. `keyed` makes the hash of an e-mail address."""
    drop_accounts(session, site, division, [account.id for account in accounts])
    values = [
        {"site": site, "division": division, **_values(account, keyed)}
        for account in accounts
        if not account.is_anonymised
    ]
    if values:
        session.execute(insert(CrmAccountRow), values)


def drop_accounts(session: Session, site: str, division: int, ids: Collection[str]) -> None:
    remaining = list(ids)
    while remaining:
        batch, remaining = remaining[:500], remaining[500:]
        session.execute(delete(CrmAccountRow).where(*_here(site, division), CrmAccountRow.id.in_(batch)))


def accounts_named(session: Session, site: str, division: int, match_name: str) -> list[CrmAccount]:
    """All relations whose normalised name is `match_name`."""
    query = select(*_COLUMNS).where(*_here(site, division), CrmAccountRow.match_name == match_name)
    return [_account(row) for row in session.execute(query)]


def account_of(session: Session, site: str, division: int, account_id: str) -> CrmAccount | None:
    query = select(*_COLUMNS).where(*_here(site, division), CrmAccountRow.id == account_id)
    row = session.execute(query).one_or_none()
    return None if row is None else _account(row)


def _values(account: CrmAccount, keyed: Callable[[str], str]) -> dict[str, Any]:
    return {
        **{name: getattr(account, name) for name in _KEPT},
        "match_name": version_1.normalise_name(account.name),
        "email_key": keyed(account.email) if account.email else None,
        "form": FORM,
    }


def _account(row: Row[Any]) -> CrmAccount:
    kept = row._asdict()
    is_whole = kept.pop("form") >= FORM
    return CrmAccount(**kept, unknown=frozenset() if is_whole else _SINCE_0_1)


def _here(site: str, division: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return CrmAccountRow.site == site, CrmAccountRow.division == division
