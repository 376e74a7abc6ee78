"""From what rules say to the cost centre and unit of an entry line: what the account takes, and what is still there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.placing import KINDS
from mice_exact_plugin.domain.dimensions import NO_COSTS, Costs
from mice_exact_plugin.domain.entry import receipts
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import Use
from mice_exact_plugin.domain.remarks import RemarkCode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
    from mice_exact_plugin.domain.reference import CostCode, GLAccount, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings


@dataclass(frozen=True, slots=True)
class Found:
    """What a line gets; with problems it cannot be booked."""

    costs: Costs = NO_COSTS
    problems: tuple[Problem, ...] = ()
    marks: tuple[Mark, ...] = ()


NOTHING = Found()


@dataclass(frozen=True, slots=True)
class Rules:
    """What the costs of one invoice's lines are found by.

    Attributes:
        day: that of the entry.
        booked: how the lines were booked that a credit takes back, by G/L account and VAT code; None: before there was
            a choice, so without.
    """

    invoice: Invoice
    settings: LinkSettings
    reference: ReferenceData
    day: date
    booked: Mapping[tuple[str, str], frozenset[Costs]] | None

    def find(self, line: InvoiceLine, account: GLAccount, vat_code: str, taken_off: Costs | None) -> Found:
        """`taken_off` is what the deposit was booked with that this line takes off.

        Also of a tenant that has no rules any more: what was booked by them is taken back as it was.
        """
        ruled, booked = None, taken_off or self._booked(account.id, vat_code)
        if self.settings.dimensions.is_used:
            ruled = self.settings.dimensions.costs_of(line, self.invoice.location)
        elif not any(booked or ()) and not _demands(account):
            return NOTHING
        is_aside = line.kind in KINDS or receipts.is_at_gross(line)
        made = self.settings.dimensions.unit_of(line.event)
        found = [
            dimension.choose(dimension.wanted(booked, ruled, is_aside=is_aside), account, self.day)
            for dimension in _dimensions(account, self.reference, made)
        ]
        return Found(
            Costs(*(each if isinstance(each, str) else None for each in found)),
            tuple(each for each in found if isinstance(each, Problem)),
            tuple(each for each in found if isinstance(each, tuple)),
        )

    def _booked(self, account_id: str, vat_code: str) -> Costs | None:
        """Of an original with several it is not told which was this line's, so the rules choose."""
        if self.booked is None:
            return NO_COSTS
        found = self.booked.get((account_id, vat_code), frozenset())
        return next(iter(found)) if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Dimension:
    """One of the two: its place in `Costs`, what the account says of it, what Exact has, and what is said of it.

    `made` is a code that we made ourselves, so that nobody says that it exists.
    """

    place: int
    use: Use
    default: str | None
    known: Mapping[str, CostCode]
    needed: Code
    gone: Code
    left_out: RemarkCode
    made: str | None = None

    @property
    def _must(self) -> bool:
        return self.use is Use.MANDATORY

    def wanted(self, booked: Costs | None, ruled: Costs | None, *, is_aside: bool) -> list[str]:
        """The codes to try. What takes back follows what was booked, and the rules of now only where that is gone.

        What waits on a balance sheet has costs only where its account demands them. Without rules the account's own
        default holds there, as ever.
        """
        if self._must and ruled is None:
            return []
        if self.use is Use.NO or (is_aside and not self._must):
            return []
        if booked is not None and booked[self.place] is None and not self._must:
            return []
        codes = (costs[self.place] for costs in (booked, ruled) if costs is not None)
        return [code for code in codes if code]

    def choose(self, wanted: Sequence[str], account: GLAccount, day: date) -> str | Problem | Mark | None:
        """A code, or why there is none; the account's own default is sent where it must have one, as ever."""
        usable = next((code for code in wanted if self._is_there(code, day)), None)
        if usable is not None:
            return usable
        if wanted and not self._must:
            return self.left_out, {"code": wanted[-1]}
        if wanted:
            return Problem(self.gone, {"code": wanted[-1], "account": account.code, "description": account.description})
        if self._must and not self.default:
            return Problem(self.needed, {"account": account.code, "description": account.description})
        return self.default if self._must else None

    def _is_there(self, code: str, day: date) -> bool:
        """A list that was not read is no proof: Exact says itself what it does not know."""
        found = self.known.get(code)
        is_unproven = not self.known and code != self.made
        return is_unproven or (found is not None and found.is_active_on(day))


def _demands(account: GLAccount) -> bool:
    return Use.MANDATORY in (account.cost_center_use, account.cost_unit_use)


def _dimensions(account: GLAccount, reference: ReferenceData, made: str | None = None) -> tuple[_Dimension, _Dimension]:
    return (
        _Dimension(
            0,
            account.cost_center_use,
            account.cost_center,
            reference.cost_centers,
            Code.COST_CENTER_NEEDED,
            Code.COST_CENTER_GONE,
            RemarkCode.COST_CENTER_LEFT_OUT,
        ),
        _Dimension(
            1,
            account.cost_unit_use,
            account.cost_unit,
            reference.cost_units,
            Code.COST_UNIT_NEEDED,
            Code.COST_UNIT_GONE,
            RemarkCode.COST_UNIT_LEFT_OUT,
            made,
        ),
    )
