"""From invoice lines to entry lines: one per G/L account, VAT code, rate, situation and costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits import placing
from mice_exact_plugin.domain.deposits.known import NONE_KNOWN
from mice_exact_plugin.domain.deposits.placing import KINDS, Placing, settled
from mice_exact_plugin.domain.dimensions import NO_COSTS, Costs
from mice_exact_plugin.domain.entry import costs, line_ledger, receipts, rounding
from mice_exact_plugin.domain.entry.acceptance import NOTHING
from mice_exact_plugin.domain.entry.entry import SalesEntryLine
from mice_exact_plugin.domain.entry.ledger_mapping import LedgerChoice
from mice_exact_plugin.domain.entry.vat_mapping import Ground, applies_on, ground_of_days
from mice_exact_plugin.domain.money import CENT, ZERO, to_cents, total, vat_of
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.remarks import RemarkCode, Said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from mice_exact_plugin.domain.deposits.known import Known
    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.entry.entry import LedgerFallback, Mark
    from mice_exact_plugin.domain.entry.rounding import Cents
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine, LineKind, Situation
    from mice_exact_plugin.domain.reference import GLAccount, ReferenceData, VatCode
    from mice_exact_plugin.domain.settings import LinkSettings

    #: Account, VAT code, rate, ground and costs; of deposits also what it is, and which one it takes off.
    _Key = tuple[str, str, Decimal, Situation, Costs, LineKind | None, str | None]

#: Lines without a rate group for which nobody chose a ledger yet.
LOOSE: Mark = (RemarkCode.LOOSE_LINES, {})
#: Exact documents no limit for a line's description; one line of text is enough to recognise it by.
TEXT_LIMIT = 60


@dataclass
class _Group:
    """Invoice lines that become one entry line; its amounts are asked for when it has all of them.

    `is_past`: Exact computes with the rate of the entry's own date, and this one was booked on the original's.
    `leeway`: what the VAT of a deposit may differ from what its net comes to, as it was rounded by line.
    """

    account: GLAccount
    ground: Ground
    is_past: bool = False
    lines: list[InvoiceLine] = field(default_factory=list)
    leeway: Decimal = ZERO
    costs: Costs = NO_COSTS

    @cached_property
    def net(self) -> Decimal:
        return to_cents(total(line.net for line in self.lines))

    @cached_property
    def vat(self) -> Decimal:
        return to_cents(total(line.vat for line in self.lines))

    @cached_property
    def computed_vat(self) -> Decimal:
        """What Exact makes of `net`: types B and N carry no VAT whatever their percentage."""
        return vat_of(self.net, self.ground.rate) if self.ground.code.type == "E" else ZERO

    @property
    def tolerance(self) -> Decimal:
        """Rounding explains a cent per line where there is VAT to round, and nothing elsewhere."""
        return CENT * len(self.lines) + self.leeway if self.ground.rate and self.ground.code.type == "E" else ZERO


@dataclass(slots=True)
class LineMapping:
    """What became of an invoice's lines; `lines` is complete only without problems."""

    lines: list[SalesEntryLine] = field(default_factory=list)
    made_of: list[tuple[InvoiceLine, ...]] = field(default_factory=list)
    """The lines of the invoice that each of `lines` is made of."""
    fallbacks: list[LedgerFallback] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    situations: list[Situation] = field(default_factory=list)
    """That of each of `lines`."""
    codes: dict[tuple[str, Decimal], VatCode] = field(default_factory=dict)
    """The VAT codes in use, by code and rate."""
    grounds: list[Ground] = field(default_factory=list)
    """That of every line that has a code."""


#: No line takes back an earlier one.
NOTHING_TAKEN_BACK: Mapping[str, date] = MappingProxyType({})


def map_lines(
    invoice: Invoice,
    settings: LinkSettings,
    reference: ReferenceData,
    accepted: Accepted = NOTHING,
    taken_back: Mapping[str, date] = NOTHING_TAKEN_BACK,
    deposits: Known = NONE_KNOWN,
    *,
    booked_on: date | None = None,
    cents: Cents = rounding.NONE,
) -> LineMapping:
    """Map every line that carries an amount, gathering all problems on the way.

    Args:
        taken_back: the dates of the invoices that lines take back, by their id.
        booked_on: the day of the entry; None is the invoice's own.
        cents: what the totals have more of VAT than the lines.
    """
    mapping = LineMapping()
    day = booked_on or invoice.invoice_date
    rules = placing.Rules(invoice, settings, reference, deposits, accepted)
    groups = _grouped(rules, mapping, taken_back, day)
    if cents.by_rate:
        _round(cents, [group for group in groups if _may_round(group, invoice)])
    for group in groups:
        difference = _vat_difference(group)
        if difference and not _is_taken(difference, accepted):
            mapping.problems.append(difference)
        elif group.net or group.vat:
            mapping.lines.append(_entry_line(group))
            mapping.made_of.append(tuple(group.lines))
            mapping.situations.append(group.ground.situation)
            mapping.marks += [(RemarkCode.ACCEPTED_DIFFERENCE, _shown(difference))] if difference else []
    return mapping


def _may_round(group: _Group, invoice: Invoice) -> bool:
    """What takes a deposit off has the amounts of that deposit, and receipts those of the till."""
    first = group.lines[0]
    return group.ground.code.type == "E" and settled(first, invoice) is None and not receipts.is_at_gross(first)


def _round(cents: Cents, groups: list[_Group]) -> None:
    for group, (net, vat) in zip(groups, rounding.spread(cents, groups), strict=True):
        group.net, group.vat = net, vat


def can_be_carried(difference: Problem) -> bool:
    """Whether Exact takes such VAT when a person accepts it: on types B and N it keeps none (SalesEntryLines page)."""
    return difference.params.get("type", "E") == "E"


def _is_taken(difference: Problem, accepted: Accepted) -> bool:
    return can_be_carried(difference) and accepted.difference(difference.params)


def _shown(difference: Problem) -> Said:
    return {"vat": difference.params["vat"], "expected": difference.params["expected"]}


def lines_with_amounts(invoice: Invoice) -> list[InvoiceLine]:
    """Lines of 0.00 without VAT ("included in the package") are no part of the books."""
    return [line for line in invoice.lines if line.net or line.vat]


def _grouped(
    rules: placing.Rules, mapping: LineMapping, taken_back: Mapping[str, date], booked_on: date
) -> list[_Group]:
    """Groups in the order of their first line; lines that cannot be placed leave their problems in `mapping`.

    What takes a deposit off never melts into what was sold, nor into what takes off another one.
    """
    invoice, settings, reference = rules.invoice, rules.settings, rules.reference
    lines = list(receipts.at_gross(lines_with_amounts(invoice), settings.receipts))
    default = reference.gl_accounts_by_id.get(settings.default_gl_account_id)
    groups: dict[_Key, _Group] = {}
    by_rule = costs.Rules(invoice, settings, reference, booked_on, rules.accepted.costs)
    for line, placed in zip(lines, rules.place(lines), strict=True):
        ledger = _placed(placed) or line_ledger.find(line, settings, reference, default, rules.accepted)
        days = _judged_on(line, invoice, taken_back)
        ground = placed.ground or _ground(line, settings, reference, days, rules.accepted)
        found = _costs(by_rule, line, ledger, ground, placed)
        ledger = list(found.problems) or ledger
        _note(mapping, invoice, line, ledger, ground)
        mapping.marks += [mark for mark in (*placed.marks, *found.marks) if mark not in mapping.marks]
        if isinstance(ledger, LedgerChoice) and isinstance(ground, Ground):
            is_past = placed.takes_off or not applies_on(ground.code, ground.rate, booked_on)
            group = _Group(ledger.account, ground, is_past, leeway=placed.leeway, costs=found.costs)
            groups.setdefault(_key(line, invoice, group), group).lines.append(line)
    return list(groups.values())


def _costs(
    by_rule: costs.Rules,
    line: InvoiceLine,
    ledger: LedgerChoice | list[Problem],
    ground: Ground | Problem,
    placed: Placing,
) -> costs.Found:
    """Nothing for a line that has no account to carry them."""
    if not isinstance(ledger, LedgerChoice):
        return costs.NOTHING
    code = ground.code.code if isinstance(ground, Ground) else ""
    return by_rule.find(line, ledger.account, code, placed.costs)


def _ground(
    line: InvoiceLine, settings: LinkSettings, reference: ReferenceData, days: Sequence[date], accepted: Accepted
) -> Ground | Problem:
    if receipts.is_at_gross(line):
        return receipts.ground(settings.receipts, reference, days[0])
    return ground_of_days(line, settings, reference, days, accepted.codes_of(line), accepted.booked)


def _key(line: InvoiceLine, invoice: Invoice, group: _Group) -> _Key:
    kind, ground = line.kind if line.kind in KINDS else None, group.ground
    place = group.account.id, ground.code.code, ground.rate, ground.situation
    return *place, group.costs, kind, settled(line, invoice)


def _judged_on(line: InvoiceLine, invoice: Invoice, taken_back: Mapping[str, date]) -> tuple[date, ...]:
    """A line that takes back an earlier one has the rate and the code of that day, when it is known.

    The law looks at the day of the service, so a rate that changed may be that of the event.
    """
    original = line.settles_invoice_id or invoice.credits_id or ""
    own = taken_back.get(original, invoice.invoice_date)
    event = (line.event.starts_on, line.event.ends_on) if line.event else ()
    return (own, *(day for day in event if day))


def _placed(placed: Placing) -> LedgerChoice | list[Problem] | None:
    """None for a line that goes the way of any other."""
    if placed.problems:
        return list(placed.problems)
    return LedgerChoice(placed.account, None) if placed.account else None


def _note(
    mapping: LineMapping,
    invoice: Invoice,
    line: InvoiceLine,
    ledger: LedgerChoice | list[Problem],
    ground: Ground | Problem,
) -> None:
    if isinstance(ground, Problem):
        mapping.problems.append(ground)
    else:
        mapping.grounds.append(ground)
        mapping.codes[ground.code.code, ground.rate] = ground.code
    if not isinstance(ledger, LedgerChoice):
        mapping.problems.extend(ledger)
    elif ledger.fallback:
        mapping.fallbacks.append(ledger.fallback)
        mapping.marks += [mark for mark in placing.guard(invoice, line) if mark not in mapping.marks]
        if line.rate_group is None and LOOSE not in mapping.marks:
            mapping.marks.append(LOOSE)


def _entry_line(group: _Group) -> SalesEntryLine:
    account = group.account
    return SalesEntryLine(
        gl_account_id=account.id,
        gl_account_code=account.code,
        vat_code=group.ground.code.code,
        vat_rate=group.ground.rate,
        net=group.net,
        vat=group.vat,
        vat_override=group.vat != group.computed_vat or (group.is_past and group.ground.code.type == "E"),
        description=_text(group),
        cost_center=group.costs.center,
        cost_unit=group.costs.unit,
    )


def _text(group: _Group) -> str:
    """The line's own words when it stands alone, else the rate groups', else the account's."""
    if len(group.lines) == 1:
        words = [group.lines[0].description]
    else:
        words = list(dict.fromkeys(line.rate_group.description for line in group.lines if line.rate_group))
    return " ".join((", ".join(words) or group.account.description).split())[:TEXT_LIMIT].strip()


def _vat_difference(group: _Group) -> Problem | None:
    """A difference that rounding does not explain."""
    if abs(group.vat - group.computed_vat) <= group.tolerance:
        return None
    params: Params = {
        "rate": str(group.ground.rate),
        "account": group.account.code,
        "code": group.ground.code.code,
        "net": str(group.net),
        "vat": str(group.vat),
        "expected": str(group.computed_vat),
        "type": group.ground.code.type,
    }
    return Problem(Code.VAT_DIFFERENCE, params)
