"""Importing invoices from a JSON file: all of them or none, with their amounts exactly as given."""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.errors import ImportRefusedError
from sandbox.host.models import Invoice, RateGroup
from sandbox.host.services import import_checks
from sandbox.host.services.import_schema import InvoiceRow, RateGroupRow
from sandbox.host.services.vat import plain

if TYPE_CHECKING:
    from sandbox.host.models import Tenant


@dataclass(frozen=True)
class ImportFile:
    """A file without bad rows: what it holds, and the codes of the rate groups the tenant does not have yet."""

    invoices: list[InvoiceRow]
    new_rate_groups: list[RateGroupRow]


def read_import(tenant: Tenant, content: bytes, *, odd_totals: bool = False) -> ImportFile:
    """Check a whole file; raises with every bad row."""
    document = _document(content)
    problems: list[str] = []
    known = {group.code: group.vat_rate for group in _rate_groups(tenant)}
    groups = _read_rate_groups(document, known, problems)
    rates = {**{group.code: group.vat_rate for group in groups}, **known}
    rows = _read_invoices(document, rates, problems, odd_totals=odd_totals)
    _check_identifiers(tenant, rows, problems)
    if problems:
        raise ImportRefusedError(problems)
    new = [group for group in groups if group.code not in known]
    return ImportFile([row for _, row in rows], new)


def _document(content: bytes) -> dict[str, Any]:
    try:
        document = msgspec.json.Decoder(float_hook=Decimal).decode(content.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ImportRefusedError([f"Het bestand is geen JSON: {error}"]) from error
    if not isinstance(document, dict) or not isinstance(document.get("invoices"), list):
        raise ImportRefusedError(['Het bestand is geen importbestand: het heeft geen lijst "invoices".'])
    if not isinstance(document.setdefault("rate_groups", []), list):
        raise ImportRefusedError(['"rate_groups" is geen lijst.'])
    if rb"\u0000" in content:
        raise ImportRefusedError(["Het bestand bevat een NUL-teken, dat geen database bewaart."])
    return document


def _read_rate_groups(document: dict[str, Any], known: dict[str, Decimal], problems: list[str]) -> list[RateGroupRow]:
    rows: dict[str, RateGroupRow] = {}
    for number, raw in enumerate(document["rate_groups"], start=1):
        try:
            row = msgspec.convert(raw, RateGroupRow)
        except msgspec.ValidationError as error:
            problems.append(f"Tariefgroep {number}: {error}")
            continue
        if not import_checks.rate_is_possible(row.vat_rate):
            problems.append(f"Tariefgroep {number} ({row.code}): btw-tarief {row.vat_rate} ligt niet tussen 0 en 100.")
            continue
        row.vat_rate = plain(row.vat_rate)
        earlier = known.get(row.code) if row.code in known else rows.get(row.code, row).vat_rate
        if earlier != row.vat_rate:
            problems.append(f"Tariefgroep {number} ({row.code}): heeft al btw-tarief {earlier}, dat verandert nooit.")
            continue
        rows.setdefault(row.code, row)
    return list(rows.values())


def _read_invoices(
    document: dict[str, Any], rates: dict[str, Decimal], problems: list[str], *, odd_totals: bool
) -> list[tuple[int, InvoiceRow]]:
    rows: list[tuple[int, InvoiceRow]] = []
    for number, raw in enumerate(document["invoices"], start=1):
        try:
            row = msgspec.convert(raw, InvoiceRow)
        except msgspec.ValidationError as error:
            problems.append(f"Rij {number}{_name(raw)}: {error}")
            continue
        rows.append((number, row))
        found = import_checks.invoice_problems(row, rates, odd_totals=odd_totals)
        problems.extend(f"Rij {number} ({row.identifier}): {problem}." for problem in found)
    return rows


def _name(raw: object) -> str:
    identifier = raw.get("identifier") if isinstance(raw, dict) else None
    return f" ({identifier})" if isinstance(identifier, str) else ""


def _check_identifiers(tenant: Tenant, rows: list[tuple[int, InvoiceRow]], problems: list[str]) -> None:
    taken = set(session().scalars(select(Invoice.identifier).where(Invoice.tenant_id == tenant.id)))
    times = Counter(row.identifier for _, row in rows)
    for number, row in rows:
        if row.identifier in taken:
            problems.append(f"Rij {number} ({row.identifier}): dit factuurnummer bestaat al.")
        elif times[row.identifier] > 1:
            problems.append(f"Rij {number} ({row.identifier}): dit factuurnummer staat meer dan eens in het bestand.")


def _rate_groups(tenant: Tenant) -> list[RateGroup]:
    return list(session().scalars(select(RateGroup).where(RateGroup.tenant_id == tenant.id)))
