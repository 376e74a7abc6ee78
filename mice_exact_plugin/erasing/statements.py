"""The statements that take a relation's or a tenant's data away; what is the bookkeeper's proof has none."""

from __future__ import annotations

# Any: SQLAlchemy knows neither the types of a row of Core nor that a change has a `rowcount`.
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, delete, or_, select, update

from mice_exact_plugin.access.secrets import Secret, Token
from mice_exact_plugin.deposits.comparison_table import DepositComparison
from mice_exact_plugin.deposits.table import DepositRow
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exact.sites import Place
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.golive.trial_table import Trial, TrialPart
from mice_exact_plugin.link.connection import Connection, LogInUnderWay, Status
from mice_exact_plugin.link.run import SyncRun
from mice_exact_plugin.link.settings import SettingsRow
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding
from mice_exact_plugin.mirror.list_table import Mirror, ReferenceRow
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.standing.post_office import MailRow, NoticeRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Delete, Row, Update
    from sqlalchemy.orm import Session

    from mice_exact_plugin.database import Base

#: Of these rows nothing more comes by itself.
SETTLED = (State.SYNCED, State.IGNORED)
#: What is kept of one tenant, and of one administration, beside the proof.
OF_TENANT: tuple[type[Base], ...] = (
    SettingsRow,
    NoticeRow,
    MailRow,
    LogInUnderWay,
    SyncRun,
    TrialPart,
    Trial,
    DepositRow,
    DepositComparison,
    Connection,
)
OF_PLACE: tuple[type[Base], ...] = (CrmAccountRow, DebtorBinding, ReferenceRow, Mirror)
#: What is kept of the installation while there is any tenant. Fences and spent calls stay: they guard what comes after.
OF_ALL: tuple[type[Base], ...] = (Token, Secret)


def has_rows(session: Session, tenant: str) -> bool:
    return session.scalar(select(InvoiceExport.id).where(InvoiceExport.tenant == tenant).limit(1)) is not None


def booked_on(session: Session, tenant: str, account_id: str) -> Sequence[Row[Any]]:
    """The exports that were meant for this relation, with the name and the administration of each."""
    columns = (InvoiceExport.id, InvoiceExport.debtor_name, InvoiceExport.site, InvoiceExport.division)
    query = select(*columns).where(InvoiceExport.tenant == tenant, InvoiceExport.account_id == account_id)
    return session.execute(query).all()


def set_aside_under(session: Session, tenant: str, names: Collection[str]) -> Sequence[int]:
    """Exports under these very names that were never meant for any relation."""
    query = select(InvoiceExport.id).where(
        InvoiceExport.tenant == tenant,
        InvoiceExport.account_id.is_(None),
        InvoiceExport.state == State.IGNORED,
        InvoiceExport.debtor_name.in_(names),
    )
    return session.scalars(query).all()


def is_waited_for(session: Session, tenant: str, account_id: str, name_keys: Collection[str]) -> bool:
    """Whether an invoice of this tenant still has to be booked on the relation, or on one whose name begins alike."""
    query = select(InvoiceExport.id).where(
        InvoiceExport.tenant == tenant,
        InvoiceExport.state.not_in(SETTLED),
        or_(InvoiceExport.account_id == account_id, InvoiceExport.debtor_key.in_(name_keys)),
    )
    return session.scalar(query.limit(1)) is not None


def binding_states(session: Session, place: Place, account_id: str) -> set[str]:
    query = select(DebtorBinding.state).where(_at(DebtorBinding, place), DebtorBinding.account_id == account_id)
    return set(session.scalars(query))


def drop_bindings(session: Session, place: Place, account_id: str) -> int:
    bound = DebtorBinding.state == BindingState.BOUND
    return _done(
        session, delete(DebtorBinding).where(_at(DebtorBinding, place), DebtorBinding.account_id == account_id, bound)
    )


def drop_from_mirror(session: Session, place: Place, account_id: str) -> int:
    return _done(session, delete(CrmAccountRow).where(_at(CrmAccountRow, place), CrmAccountRow.id == account_id))


def forget_names(session: Session, export_ids: Sequence[int]) -> int:
    """Whose invoice it was; number, amounts, dates and entry stay."""
    blank = {"debtor_name": None, "debtor_key": None, "client_id": None}
    for some in _batches(export_ids):
        # An event is often called after whom it is for.
        _done(session, update(DepositRow).where(DepositRow.export_id.in_(some)).values(event_name=None))
    return sum(
        _done(session, update(InvoiceExport).where(InvoiceExport.id.in_(some)).values(blank))
        for some in _batches(export_ids)
    )


def forget_params(session: Session, export_ids: Sequence[int], codes: Collection[str]) -> int:
    """What remarks of these kinds say of somebody; that it was remarked stays."""
    return sum(
        _done(
            session, update(RemarkRow).where(RemarkRow.export_id.in_(some), RemarkRow.code.in_(codes)).values(params={})
        )
        for some in _batches(export_ids)
    )


def forget_problems(session: Session, export_ids: Sequence[int], codes: Collection[str]) -> None:
    """Why an export that was set aside waited for its debtor: the sides that were shown are names and addresses."""
    for some in _batches(export_ids):
        rows = session.execute(select(InvoiceExport.id, InvoiceExport.problems).where(InvoiceExport.id.in_(some)))
        for export_id, problems in rows.all():
            kept = [problem for problem in problems if problem.code not in codes]
            if len(kept) < len(problems):
                session.execute(update(InvoiceExport).where(InvoiceExport.id == export_id).values(problems=kept))


def forget_notices(session: Session, tenant: str, codes: Collection[str]) -> None:
    """What a cause that is over was told with: one invoice's names. One that goes on is worded anew every night."""
    rows = session.scalars(select(NoticeRow).where(NoticeRow.tenant == tenant, NoticeRow.ended_on.is_not(None)))
    for row in rows:
        if row.params.get("code") in codes:
            row.params = {"code": row.params["code"], "params": {}}


def others_in(session: Session, tenant: str, place: Place) -> bool:
    """Whether another tenant books in this administration too."""
    query = select(Connection.id).where(
        Connection.tenant != tenant, _at(Connection, place), Connection.status != Status.DISCONNECTED
    )
    return session.scalar(query.limit(1)) is not None


def places_of(session: Session, tenant: str) -> set[Place]:
    """Every administration that this tenant was ever set up for."""
    found: set[Place] = set()
    for table in (Connection, SettingsRow, SyncRun):
        query = select(table.site, table.division).where(table.tenant == tenant, table.division.is_not(None))
        found |= {Place(*row) for row in session.execute(query)}
    return found


def clear_tenant(session: Session, tenant: str) -> int:
    return sum(_done(session, delete(table).where(table.__table__.c.tenant == tenant)) for table in OF_TENANT)


def clear_place(session: Session, place: Place) -> int:
    return sum(_done(session, delete(table).where(_at(table, place))) for table in OF_PLACE)


def clear_installation(session: Session) -> int:
    """What nobody needs when no tenant is left; 0 while one is."""
    if session.scalar(select(Connection.id).limit(1)) is not None:
        return 0
    return sum(_done(session, delete(table)) for table in OF_ALL)


def _at(table: type[Base], place: Place) -> ColumnElement[bool]:
    columns = table.__table__.c
    return and_(columns.site == place[0], columns.division == place[1])


def _batches(ids: Sequence[int]) -> Sequence[Sequence[int]]:
    return [ids[start : start + 500] for start in range(0, len(ids), 500)]


def _done(session: Session, statement: Delete | Update) -> int:
    found: Any = session.execute(statement.execution_options(synchronize_session=False))
    rows: int = found.rowcount
    return rows
