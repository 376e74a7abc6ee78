"""What is kept of an entry line by line: where it was booked, as what, and where its ledger came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.dimensions import Costs
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from mice_exact_plugin.domain.invoice import LineKind


class Origin(StrEnum):
    """Where the ledger of an invoice line came from."""

    RATE_GROUP = "rate_group"
    LOOSE = "loose"
    DEFAULT = "default"
    RECEIPTS = "receipts"


@dataclass(frozen=True, slots=True)
class BookedLine:
    """One line of an entry. What the lines of the invoice behind it do not have in common is None.

    Attributes:
        gl_account_code: None where only Exact's answer is known, as is `vat_rate`.
        origins: where the ledgers of the lines behind it came from; nothing where that is not known.
        settles_invoice_id: the deposit invoice that it takes off, or credits.
        groups: the rate groups of the lines behind it, by code, and None for those without one; nothing where that is
            not known.
    """

    gl_account_id: str
    gl_account_code: str | None
    vat_code: str
    vat_rate: Decimal | None
    net: Decimal
    vat: Decimal
    origins: tuple[Origin, ...] = ()
    kind: LineKind | None = None
    situation: Situation | None = None
    settles_invoice_id: str | None = None
    cost_center: str | None = None
    cost_unit: str | None = None
    groups: tuple[str | None, ...] = ()


def grounds_of(lines: Iterable[BookedLine]) -> Mapping[Situation, frozenset[str]]:
    """The codes of 0 % by ground; receipts have none, as the till declared their VAT."""
    found: dict[Situation, frozenset[str]] = {}
    for line in lines:
        if line.vat_rate == 0 and Origin.RECEIPTS not in line.origins:
            ground = line.situation or Situation.UNSPECIFIED
            found[ground] = found.get(ground, frozenset()) | {line.vat_code}
    return found


def codes_of(lines: Iterable[BookedLine]) -> Mapping[Decimal, str]:
    """The VAT code of each rate that has only one."""
    found: dict[Decimal, set[str]] = {}
    for line in lines:
        if line.vat_rate is not None and Origin.RECEIPTS not in line.origins:
            found.setdefault(line.vat_rate, set()).add(line.vat_code)
    return {rate: next(iter(codes)) for rate, codes in found.items() if len(codes) == 1}


def codes_by_group(lines: Iterable[BookedLine]) -> Mapping[tuple[Decimal, str | None], str]:
    """Likewise of each rate group at a rate; None stands for lines without one."""
    found: dict[tuple[Decimal, str | None], set[str]] = {}
    for line in lines:
        if line.vat_rate is not None and Origin.RECEIPTS not in line.origins:
            for group in line.groups:
                found.setdefault((line.vat_rate, group), set()).add(line.vat_code)
    return {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1}


def costs_of(lines: Iterable[BookedLine]) -> Mapping[tuple[str, str], frozenset[Costs]]:
    """Cost centres and units by G/L account and VAT code."""
    found: dict[tuple[str, str], frozenset[Costs]] = {}
    for line in lines:
        key = line.gl_account_id, line.vat_code
        found[key] = found.get(key, frozenset()) | {Costs(line.cost_center, line.cost_unit)}
    return found


def receipts_of(lines: Iterable[BookedLine]) -> ReceiptSettings:
    """Where the receipts among them went."""
    at_gross = (line for line in lines if Origin.RECEIPTS in line.origins)
    return next((ReceiptSettings(line.gl_account_id, line.vat_code) for line in at_gross), AS_ORDINARY)
