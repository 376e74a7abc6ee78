"""Relations of an administration as far as matching needs them, and the bindings that were made."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Date, Index, Integer, String, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.domain.debtor_matching import normalise_name
from mice_exact_plugin.domain.reference import CrmAccount
from mice_exact_plugin.store.base import Base
from mice_exact_plugin.store.types import UtcDateTime

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session


class CrmAccountRow(Base):
    """One relation: what matching needs and nothing else (little personal data by design)."""

    __tablename__ = "exact_crm_account"
    __table_args__ = (Index("ix_exact_crm_account_match", "site", "division", "match_name"),)

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    match_name: Mapped[str] = mapped_column(String(60))
    code: Mapped[str] = mapped_column(String(18))
    name: Mapped[str] = mapped_column(String(200))
    postcode: Mapped[str | None] = mapped_column(String(30))
    city: Mapped[str | None] = mapped_column(String(200))
    country: Mapped[str | None] = mapped_column(String(3))
    status: Mapped[str | None] = mapped_column(String(1))
    is_blocked: Mapped[bool] = mapped_column()
    is_anonymised: Mapped[bool] = mapped_column()
    is_supplier: Mapped[bool] = mapped_column()
    end_date: Mapped[date | None] = mapped_column(Date)
    vat_number: Mapped[str | None] = mapped_column(String(60))
    coc_number: Mapped[str | None] = mapped_column(String(60))
    has_payment_condition: Mapped[bool] = mapped_column()


class BindingState(StrEnum):
    """`creating`: a relation may be under way in Exact and must be searched for before it is sent again."""

    CREATING = "creating"
    BOUND = "bound"


class DebtorBinding(Base):
    """Which relation a match key stands for in one administration; the decision is kept, so nobody is asked twice."""

    __tablename__ = "exact_debtor_binding"

    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    match_key: Mapped[str] = mapped_column(String(200), primary_key=True)
    #: The relation in Exact; while `creating` the id that we asked for.
    account_id: Mapped[str] = mapped_column(String(36))
    state: Mapped[str] = mapped_column(String(10))
    attempted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: How often the creation was sent, for all we know in vain.
    sends: Mapped[int] = mapped_column(Integer, default=0)
    fence: Mapped[int] = mapped_column(BigInteger, default=0)
    #: Fields that Exact refused at creation, left out and shown (`email vat_number`).
    omitted: Mapped[str | None] = mapped_column(String(100))
    decided_by: Mapped[str | None] = mapped_column(String(200))
    bound_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


_FIELDS = tuple(CrmAccount.__dataclass_fields__)


def put_accounts(session: Session, site: str, division: int, accounts: Collection[CrmAccount]) -> None:
    """Write relations into the mirror; anonymised ones leave it."""
    drop_accounts(session, site, division, [account.id for account in accounts])
    values = [
        {
            "site": site,
            "division": division,
            "match_name": normalise_name(account.name),
            **{name: getattr(account, name) for name in _FIELDS},
        }
        for account in accounts
        if not account.is_anonymised
    ]
    if values:
        session.execute(insert(CrmAccountRow), values)


def drop_accounts(session: Session, site: str, division: int, ids: Collection[str]) -> None:
    remaining = list(ids)
    while remaining:
        batch, remaining = remaining[:500], remaining[500:]
        session.execute(
            delete(CrmAccountRow).where(
                CrmAccountRow.site == site, CrmAccountRow.division == division, CrmAccountRow.id.in_(batch)
            )
        )


def accounts_named(session: Session, site: str, division: int, match_name: str) -> list[CrmAccount]:
    """All relations whose normalised name is `match_name`."""
    query = select(*(getattr(CrmAccountRow, name) for name in _FIELDS)).where(
        CrmAccountRow.site == site, CrmAccountRow.division == division, CrmAccountRow.match_name == match_name
    )
    return [CrmAccount(**row._asdict()) for row in session.execute(query)]


def account_of(session: Session, site: str, division: int, account_id: str) -> CrmAccount | None:
    query = select(*(getattr(CrmAccountRow, name) for name in _FIELDS)).where(
        CrmAccountRow.site == site, CrmAccountRow.division == division, CrmAccountRow.id == account_id
    )
    row = session.execute(query).one_or_none()
    return None if row is None else CrmAccount(**row._asdict())


def binding_of(session: Session, site: str, division: int, match_key: str) -> DebtorBinding | None:
    query = select(DebtorBinding).where(
        DebtorBinding.site == site, DebtorBinding.division == division, DebtorBinding.match_key == match_key
    )
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def bindings_creating(session: Session, site: str, division: int) -> Sequence[DebtorBinding]:
    query = select(DebtorBinding).where(
        DebtorBinding.site == site, DebtorBinding.division == division, DebtorBinding.state == BindingState.CREATING
    )
    return session.scalars(query).all()


def drop_bindings_to(session: Session, site: str, division: int, account_id: str) -> None:
    session.execute(
        delete(DebtorBinding).where(
            DebtorBinding.site == site,
            DebtorBinding.division == division,
            DebtorBinding.account_id == account_id,
            DebtorBinding.state == BindingState.BOUND,
        )
    )
