"""What Exact should list of the sales to other member states: sums per VAT number of the lines that the link booked.

Exact makes its listing from the VAT codes of the entries and the numbers of its relations, and so does this; entries
that others made are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import String, and_, exists, func, or_, select

from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.domain.entry.eu_number import NumberState, judge
from mice_exact_plugin.domain.money import total
from mice_exact_plugin.domain.reference import Resource, VatCode
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.mirror import list_table
from mice_exact_plugin.mirror.relation_table import CrmAccountRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.entry.eu_number import EuNumber
    from mice_exact_plugin.domain.quarter import Quarter
    from mice_exact_plugin.domain.reference import EuListing
    from mice_exact_plugin.link.connection import Link


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the listing.

    Attributes:
        number: that of the relations in Exact; as it is written where it cannot stand in the listing (`state`).
        relations: code and name of each that has it.
    """

    number: str
    state: NumberState
    listing: EuListing
    amount: Decimal
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines, and how many entries they may be wrong about.

    Attributes:
        unkept: entries of before their lines were kept: what of them belongs here nobody knows.
        otherwise: entries of which somebody saw that Exact has something else than was sent, which is what counts here.
    """

    lines: tuple[Listed, ...] = ()
    unkept: int = 0
    otherwise: int = 0

    def sums(self) -> dict[EuListing, Decimal]:
        kinds = dict.fromkeys(line.listing for line in self.lines)
        return {kind: total(line.amount for line in self.lines if line.listing == kind) for kind in kinds}


@dataclass(frozen=True, slots=True)
class _Sum:
    """What was booked on one relation under codes of one listing."""

    number: EuNumber
    listing: EuListing
    amount: Decimal
    relation: str


def of_quarter(session: Session, link: Link, quarter: Quarter) -> Listing:
    """Four statements, however much was booked; what somebody saw to be gone from Exact is not in it."""
    codes = {code.code: code for code in _codes(session, link) if code.is_for_eu}
    booked = and_(
        InvoiceExport.tenant == link.tenant,
        InvoiceExport.site == link.place[0],
        InvoiceExport.division == link.division,
        InvoiceExport.state == State.SYNCED,
        func.coalesce(InvoiceExport.booked_on, InvoiceExport.invoice_date).between(quarter.first, quarter.last),
        ~remarks.is_seen_gone(InvoiceExport.id),
    )
    of_entry = and_(ExportLine.export_id == InvoiceExport.id, ExportLine.generation == InvoiceExport.generation)
    without = select(func.count()).where(booked, ~exists().where(of_entry))
    listed = exists().where(of_entry, ExportLine.vat_code.in_(codes))
    otherwise = select(func.count()).where(booked, _is_seen_otherwise(listed))
    counts = (session.scalar(count) or 0 for count in (without, otherwise))
    return Listing(_lines(_sums(session, link, booked, codes)), *counts)


def _is_seen_otherwise(listed: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether somebody saw in Exact another VAT code than was sent, or where that is `listed` anything else at all."""
    said = exists().where(RemarkRow.export_id == InvoiceExport.id, remarks.still_so())
    differs = RemarkRow.code.in_((RemarkCode.DIFFERS, RemarkCode.OTHER_AMOUNT, RemarkCode.OTHER_DEBTOR))
    code = RemarkRow.params.cast(String).contains(f'"{Part.LINE_VAT_CODE}"')
    return or_(and_(listed, said.where(differs)), said.where(RemarkRow.code == RemarkCode.DIFFERS, code))


def _codes(session: Session, link: Link) -> Iterable[VatCode]:
    rows = list_table.rows_of(session, *link.place, Resource.VAT_CODES)
    return (msgspec.convert(row, VatCode) for row in rows)


def _sums(session: Session, link: Link, booked: ColumnElement[bool], codes: Mapping[str, VatCode]) -> list[_Sum]:
    relation = CrmAccountRow
    known = (relation.vat_number, relation.country, relation.code, relation.name)
    query = (
        select(ExportLine.vat_code, *known, func.sum(ExportLine.net))
        .select_from(InvoiceExport)
        .join(
            ExportLine,
            and_(ExportLine.export_id == InvoiceExport.id, ExportLine.generation == InvoiceExport.generation),
        )
        .outerjoin(
            relation,
            and_(
                relation.site == InvoiceExport.site,
                relation.division == InvoiceExport.division,
                relation.id == InvoiceExport.account_id,
            ),
        )
        .where(booked, ExportLine.vat_code.in_(codes))
        .group_by(ExportLine.vat_code, *known)
    )
    return [
        _Sum(
            judge(number, country, codes[code].eu_listing, link.division_country),
            codes[code].eu_listing,
            amount,
            f"{relation_code} {name}" if relation_code else "",
        )
        for code, number, country, relation_code, name, amount in session.execute(query)
    ]


def _lines(sums: Sequence[_Sum]) -> tuple[Listed, ...]:
    """One per number and listing; what cannot stand in it comes first, each relation by itself."""
    grouped: dict[tuple[str, ...], list[_Sum]] = {}
    for each in sums:
        alone = "" if each.number.state is NumberState.GOOD else each.relation
        grouped.setdefault((each.number.text, each.listing, alone), []).append(each)
    lines = [
        Listed(
            number=group[0].number.text,
            state=group[0].number.state,
            listing=group[0].listing,
            amount=total(each.amount for each in group),
            relations=tuple(dict.fromkeys(each.relation for each in group if each.relation)),
        )
        for group in grouped.values()
    ]
    return tuple(sorted(lines, key=lambda line: (line.state is NumberState.GOOD, line.number, line.listing)))
