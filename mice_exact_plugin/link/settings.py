"""What a tenant chose for an administration; going back to an administration brings its settings back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import JSON, BigInteger, Integer, String, false, select, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql.schema import CallableColumnDefault, ScalarElementColumnDefault

from mice_exact_plugin.database import Base, Shown, UtcDateTime
from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.debtor.matching import PrivatePolicy
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings
from mice_exact_plugin.domain.entry.texts import EntryTexts, PaymentReference
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.kept import KeptCosts, KeptReceipts, KeptSituations, KeptTexts
from mice_exact_plugin.domain.receipts import ReceiptSettings
from mice_exact_plugin.domain.settings import LinkSettings, LooseLine, PrivateCustomers
from mice_exact_plugin.domain.settings_changes import Change, Payload, changes
from mice_exact_plugin.domain.situations import SituationSettings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

#: An address or a form may name any version; a database compares no more than its column holds.
LARGEST_VERSION = 2**31 - 1
#: The columns that are no choice.
_ABOUT = frozenset({"tenant", "site", "division", "saved_at", "saved_by", "version"})


class SettingsRow(Base):
    """One saved form; codes and ids belong to (site, division)."""

    __tablename__ = "exact_settings"

    tenant: Mapped[str] = mapped_column(String(100), primary_key=True)
    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    default_gl_account_id: Mapped[str] = mapped_column(String(36))
    journal_code: Mapped[str] = mapped_column(String(10))
    #: None is the same as for invoices.
    credit_journal_code: Mapped[str | None] = mapped_column(String(10))
    #: Rate in percent (as text) to VAT code.
    vat_codes: Mapped[dict[str, str]] = mapped_column(JSON)
    #: Rate-group code to VAT code: the exceptions.
    rate_group_vat_codes: Mapped[dict[str, str]] = mapped_column(JSON)
    payment_condition_code: Mapped[str | None] = mapped_column(String(10))
    #: Rate in percent (as text) to `gl_account_id` and `vat_code` of lines without a rate group.
    loose_lines: Mapped[dict[str, dict[str, str | None]]] = mapped_column(
        JSON, default=dict, server_default=text("'{}'")
    )
    #: Why there is no VAT: `codes` by situation, `groups` by rate group.
    situations: Mapped[KeptSituations] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    #: `policy` for what falls in a closed period, and `closed_until`.
    closed_periods: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    #: Rate in percent (as text) to the id of the account that keeps deposits.
    deposit_accounts: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    deposits_as_turnover: Mapped[bool] = mapped_column(default=False, server_default=false())
    fills_vat_numbers: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: What becomes of a private person without postcode whom nothing else tells apart: `new ask collective`.
    private_policy: Mapped[str] = mapped_column(String(10), default="new", server_default="new")
    collective_account_id: Mapped[str | None] = mapped_column(String(36))
    #: Rate-group code to G/L account, for groups whose ledger number the administration does not have.
    rate_group_ledgers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    #: What entries say of the client's reference and the payment.
    texts: Mapped[KeptTexts] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    #: Where till receipts go that the till brings to the books as well.
    receipts: Mapped[KeptReceipts] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    #: Cost centre and unit by the code of a room, a location, …, and that by what it is; of events one for all.
    dimensions: Mapped[dict[str, dict[str, KeptCosts]]] = mapped_column(JSON, default=dict, server_default=text("'{}'"))
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by: Mapped[str] = mapped_column(Shown)
    #: Which of its versions this is.
    version: Mapped[int] = mapped_column(Integer, default=1, server_default="1")


class SettingsVersion(Base):
    """Settings as they once were, so that a booking can tell with which it was made; rows can only be added.

    `payload` holds the columns of `SettingsRow` that are a choice.
    """

    __tablename__ = "exact_settings_version"

    tenant: Mapped[str] = mapped_column(String(100), primary_key=True)
    site: Mapped[str] = mapped_column(String(3), primary_key=True)
    division: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by: Mapped[str] = mapped_column(Shown)
    payload: Mapped[Payload] = mapped_column(JSON)


def settings_of(session: Session, tenant: str, site: str, division: int) -> LinkSettings | None:
    row = session.get(SettingsRow, (tenant, site, division))
    return None if row is None else _settings(row)


def settings_at(session: Session, key: tuple[str, str, int], number: int) -> LinkSettings | None:
    """As they were in one of their versions; what was no choice yet is as it was before there was one."""
    saved = version_of(session, key, number)
    return None if saved is None else _settings(SettingsRow(version=number, **(_no_choices() | saved.payload)))


def _no_choices() -> Payload:
    """What the columns say of which a row says nothing; what is made by a call is an empty dictionary."""
    defaults = {column.name: column.default for column in SettingsRow.__table__.columns if column.name not in _ABOUT}
    plain = {name: each.arg for name, each in defaults.items() if isinstance(each, ScalarElementColumnDefault)}
    made = (name for name, each in defaults.items() if isinstance(each, CallableColumnDefault))
    return {**plain, **{name: {} for name in made}}


def _settings(row: SettingsRow) -> LinkSettings:
    return LinkSettings(
        default_gl_account_id=row.default_gl_account_id,
        journal_code=row.journal_code,
        credit_journal_code=row.credit_journal_code,
        vat_codes={Decimal(rate): code for rate, code in row.vat_codes.items()},
        rate_group_vat_codes=dict(row.rate_group_vat_codes),
        payment_condition_code=row.payment_condition_code,
        loose_lines={Decimal(rate): LooseLine(**chosen) for rate, chosen in row.loose_lines.items()},
        fills_vat_numbers=row.fills_vat_numbers,
        situations=_situations(row.situations),
        closed_periods=_closed_periods(row.closed_periods),
        private=PrivateCustomers(PrivatePolicy(row.private_policy), row.collective_account_id),
        rate_group_ledgers=dict(row.rate_group_ledgers),
        texts=_texts(row.texts),
        receipts=ReceiptSettings(**row.receipts),
        version=row.version,
        dimensions=_dimensions(row.dimensions),
        deposits=DepositSettings(
            {Decimal(rate): account for rate, account in row.deposit_accounts.items()}, row.deposits_as_turnover
        ),
    )


def save_settings(
    session: Session, key: tuple[str, str, int], settings: LinkSettings, *, at: datetime, by: str
) -> list[Change]:
    """What is now otherwise than in the version before, of which it makes another one; nothing for a first save."""
    tenant, site, division = key
    row = SettingsRow(
        tenant=tenant,
        site=site,
        division=division,
        default_gl_account_id=settings.default_gl_account_id,
        journal_code=settings.journal_code,
        credit_journal_code=settings.credit_journal_code,
        vat_codes={str(rate): code for rate, code in settings.vat_codes.items()},
        rate_group_vat_codes=settings.rate_group_vat_codes,
        payment_condition_code=settings.payment_condition_code,
        loose_lines={str(rate): asdict(chosen) for rate, chosen in settings.loose_lines.items()},
        situations=_kept_situations(settings.situations),
        closed_periods=_kept_closed_periods(settings.closed_periods),
        fills_vat_numbers=settings.fills_vat_numbers,
        deposit_accounts={str(rate): account for rate, account in settings.deposits.accounts.items()},
        deposits_as_turnover=settings.deposits.as_turnover,
        private_policy=settings.private.policy,
        collective_account_id=settings.private.collective_account_id,
        rate_group_ledgers=settings.rate_group_ledgers,
        texts=_kept_texts(settings.texts),
        receipts=_kept_receipts(settings.receipts),
        dimensions=_kept_dimensions(settings.dimensions),
        saved_at=at,
        saved_by=by,
    )
    newest = version_of(session, key)
    saved = _add_version(session, row, newest)
    row.version = saved.version
    session.merge(row)
    return changes(newest.payload, saved.payload) if newest else []


def _add_version(session: Session, row: SettingsRow, newest: SettingsVersion | None) -> SettingsVersion:
    """The newest one where it says the same."""
    payload: Payload = {name: getattr(row, name) for name in SettingsRow.__table__.columns.keys() if name not in _ABOUT}  # noqa: SIM118
    if newest is not None and not changes(newest.payload, payload):
        return newest
    added = SettingsVersion(tenant=row.tenant, site=row.site, division=row.division, saved_at=row.saved_at)
    added.version, added.saved_by, added.payload = (newest.version if newest else 0) + 1, row.saved_by, payload
    session.add(added)
    return added


def version_of(session: Session, key: tuple[str, str, int], number: int | None = None) -> SettingsVersion | None:
    """One version of a tenant's settings for an administration, or the newest."""
    if number is not None:
        return session.get(SettingsVersion, (*key, number)) if 0 < number <= LARGEST_VERSION else None
    return next(iter(versions_of(session, key, 1)), None)


def versions_of(session: Session, key: tuple[str, str, int], most: int) -> Sequence[SettingsVersion]:
    """The newest ones, newest first."""
    tenant, site, division = key
    query = select(SettingsVersion).where(
        SettingsVersion.tenant == tenant, SettingsVersion.site == site, SettingsVersion.division == division
    )
    return session.scalars(query.order_by(SettingsVersion.version.desc()).limit(most)).all()


def _situations(kept: KeptSituations) -> SituationSettings:
    return SituationSettings(
        codes={Situation(name): code for name, code in kept.get("codes", {}).items()},
        groups={group: Situation(name) for group, name in kept.get("groups", {}).items()},
    )


def _kept_situations(chosen: SituationSettings) -> KeptSituations:
    """Nothing where nothing is told apart, as in what was saved before."""
    if not chosen.is_used:
        return {}
    codes = {str(each): code for each, code in chosen.codes.items()}
    return {"codes": codes, "groups": {group: str(each) for group, each in chosen.groups.items()}}


def _texts(kept: KeptTexts) -> EntryTexts:
    mentioned = kept.get("payment_reference", PaymentReference.NONE)
    return EntryTexts(kept.get("has_reference", False), PaymentReference(mentioned))


def _kept_texts(chosen: EntryTexts) -> KeptTexts:
    kept: KeptTexts = {"has_reference": True} if chosen.has_reference else {}
    if chosen.payment_reference is not PaymentReference.NONE:
        kept["payment_reference"] = chosen.payment_reference.value
    return kept


def _kept_receipts(chosen: ReceiptSettings) -> KeptReceipts:
    kept: KeptReceipts = {}
    if chosen.gl_account_id:
        kept["gl_account_id"] = chosen.gl_account_id
    if chosen.vat_code:
        kept["vat_code"] = chosen.vat_code
    return kept


def _closed_periods(kept: dict[str, str]) -> ClosedPeriodSettings:
    until = kept.get("closed_until")
    policy = ClosedPolicy(kept.get("policy") or ClosedPolicy.HOLD)
    return ClosedPeriodSettings(policy, date.fromisoformat(until) if until else None)


def _kept_closed_periods(chosen: ClosedPeriodSettings) -> dict[str, str]:
    """Nothing for what is as it was before there was a choice."""
    kept = {} if chosen.policy is ClosedPolicy.HOLD else {"policy": str(chosen.policy)}
    return kept | ({"closed_until": chosen.closed_until.isoformat()} if chosen.closed_until else {})


def _dimensions(kept: dict[str, dict[str, KeptCosts]]) -> DimensionSettings:
    rules = {
        (By(by), code): Costs(costs.get("cost_center"), costs.get("cost_unit"))
        for by, rules in kept.items()
        for code, costs in rules.items()
        if by != _EVENT
    }
    return DimensionSettings(rules, kept.get(_EVENT, {}).get(_EVERY, {}).get("cost_unit", ""))


#: Where the cost unit per event is kept, beside the rules.
_EVENT, _EVERY = "event", "*"


def _kept_dimensions(chosen: DimensionSettings) -> dict[str, dict[str, KeptCosts]]:
    kept: dict[str, dict[str, KeptCosts]] = {}
    for (by, code), costs in chosen.rules.items():
        named: KeptCosts = {"cost_center": costs.center} if costs.center else {}
        if costs.unit:
            named["cost_unit"] = costs.unit
        kept.setdefault(str(by), {})[code] = named
    return kept | ({_EVENT: {_EVERY: {"cost_unit": chosen.per_event}}} if chosen.per_event else {})


def configured(session: Session, tenants: Collection[str]) -> set[tuple[str, str, int]]:
    """The administrations for which these tenants have settings, as (tenant, site, division)."""
    query = select(SettingsRow.tenant, SettingsRow.site, SettingsRow.division).where(SettingsRow.tenant.in_(tenants))
    return {(tenant, site, division) for tenant, site, division in session.execute(query)}


def is_configured(session: Session, tenant: str, site: str, division: int) -> bool:
    query = select(SettingsRow.tenant).where(
        SettingsRow.tenant == tenant, SettingsRow.site == site, SettingsRow.division == division
    )
    return session.execute(query).scalar() is not None
