"""From an entry as it is sent to the lines that are kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mice_exact_plugin.domain.entry.booked import BookedLine, Origin
from mice_exact_plugin.domain.entry.receipts import is_at_gross

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mice_exact_plugin.domain.entry.entry import LedgerFallback, SalesEntryLine
    from mice_exact_plugin.domain.entry.mapper import Mapped
    from mice_exact_plugin.domain.invoice import InvoiceLine, Situation

Value = TypeVar("Value")
_IN_ORDER = tuple(Origin)


def booked_lines(mapped: Mapped) -> list[BookedLine]:
    """The lines of an entry as it is sent."""
    placed = mapped.placed
    made = zip(mapped.entry.lines, placed.made_of, placed.situations, strict=True)
    return [_booked(line, made_of, situation, mapped.fallbacks) for line, made_of, situation in made]


def origins(made_of: Iterable[InvoiceLine], fallbacks: Iterable[LedgerFallback]) -> tuple[Origin, ...]:
    """Each origin once, in the order of `Origin`."""
    default = {each.position for each in fallbacks}
    found = {_origin(line, default) for line in made_of}
    return tuple(origin for origin in _IN_ORDER if origin in found)


def _origin(line: InvoiceLine, default: set[int]) -> Origin:
    if is_at_gross(line):
        return Origin.RECEIPTS
    if line.position in default:
        return Origin.DEFAULT
    return Origin.RATE_GROUP if line.rate_group else Origin.LOOSE


def _booked(
    line: SalesEntryLine, made_of: Sequence[InvoiceLine], situation: Situation, fallbacks: Iterable[LedgerFallback]
) -> BookedLine:
    return BookedLine(
        gl_account_id=line.gl_account_id,
        gl_account_code=line.gl_account_code,
        vat_code=line.vat_code,
        vat_rate=line.vat_rate,
        net=line.net,
        vat=line.vat,
        origins=origins(made_of, fallbacks),
        kind=_common([each.kind for each in made_of]),
        situation=situation,
        settles_invoice_id=_common([each.settles_invoice_id for each in made_of]),
        cost_center=line.cost_center,
        cost_unit=line.cost_unit,
        groups=tuple(dict.fromkeys(each.rate_group.code if each.rate_group else None for each in made_of)),
    )


def _common(values: Sequence[Value]) -> Value | None:
    first = values[0]
    return first if all(value == first for value in values) else None
