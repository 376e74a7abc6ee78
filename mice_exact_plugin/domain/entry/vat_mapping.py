"""From the host's VAT rates to Exact's VAT codes: what may be chosen, what applies to a line, what to suggest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.situations import MAY_BE_LISTED, situation_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from mice_exact_plugin.domain.invoice import InvoiceLine, RateGroup
    from mice_exact_plugin.domain.reference import ReferenceData, VatCode
    from mice_exact_plugin.domain.settings import LinkSettings

NO_OTHER_CODES: Mapping[str, str] = MappingProxyType({})
NOTHING_BOOKED: Mapping[Situation, frozenset[str]] = MappingProxyType({})
#: Words of codes that share a rate with the ordinary one and mean something else.
_SPECIAL = re.compile(r"\b(marge|margin|oss\b|buitenland|étranger|verlegd|oude?\b|ancien)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def normal_rate(rate: Decimal) -> Decimal:
    """One spelling per rate: 21.00 is 21, 9.50 is 9.5, and never 2E+1 or -0."""
    return Decimal(format(rate.normalize(), "f")) if rate else Decimal(0)


def choosable(code: VatCode, rate: Decimal, on: date | None) -> bool:
    """Whether a person may choose this code for a rate: a percentage of it, begun by `on`, equals the rate.

    Percentages of earlier periods count, because invoices of those days may still wait. None asks for any period.
    """
    return _is_for_sales(code, rate) and any(
        percentage.rate == rate and (on is None or percentage.start is None or percentage.start <= on)
        for percentage in code.percentages
    )


def applies_on(code: VatCode, rate: Decimal, day: date) -> bool:
    """Whether a line of this rate can be booked under this code on this day."""
    return _is_for_sales(code, rate) and any(
        percentage.rate == rate and percentage.holds_on(day) for percentage in code.percentages
    )


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a line carries the VAT that it does, with the code that it is booked under."""

    situation: Situation
    code: VatCode
    rate: Decimal


def ground_of(
    line: InvoiceLine,
    settings: LinkSettings,
    reference: ReferenceData,
    on: date,
    instead: Mapping[str, str] = NO_OTHER_CODES,
    booked: Mapping[Situation, frozenset[str]] = NOTHING_BOOKED,
) -> Ground | Problem:
    """The code that a person chose for this invoice, else the one of the settings; checked again on a date.

    Args:
        on: the date that the line is judged on: its own, or that of what it takes back.
        instead: code of the settings to the one chosen for this invoice.
        booked: codes of 0 % by ground of the invoice that this one credits.
    """
    rate = normal_rate(line.vat_rate)
    situation = situation_of(line, rate, settings.situations)
    used: str | Problem | None = None
    if not rate and booked and settings.situations.is_used:
        situation = _as_booked(situation, booked)
        used = _code_booked(situation, booked)
    used = used or _of_settings(line, settings, rate, situation)
    if isinstance(used, Problem):
        return used
    chosen = instead.get(used, used)
    if chosen != used and not rate:
        situation = settings.situations.ground_of(chosen)
    return ground_on(chosen, situation, rate, reference, on)


def ground_of_days(
    line: InvoiceLine,
    settings: LinkSettings,
    reference: ReferenceData,
    days: Sequence[date],
    instead: Mapping[str, str] = NO_OTHER_CODES,
    booked: Mapping[Situation, frozenset[str]] = NOTHING_BOOKED,
) -> Ground | Problem:
    """As above on the first of these days; where its code has another rate then, on one of the others."""
    judged = (ground_of(line, settings, reference, day, instead, booked) for day in days)
    first = next(judged)
    if isinstance(first, Ground) or first.code is not Code.VAT_CODE_UNSUITABLE:
        return first
    return next((other for other in judged if isinstance(other, Ground)), first)


def ground_on(
    chosen: str, situation: Situation | None, rate: Decimal, reference: ReferenceData, on: date
) -> Ground | Problem:
    """A code by its name, when a line of this rate and ground can be booked under it on this day."""
    code = reference.vat_codes.get(chosen)
    if code is None:
        return Problem(Code.VAT_CODE_GONE, {"code": chosen, "rate": str(rate)})
    ground = Ground(situation or Situation.UNSPECIFIED, code, rate)
    return _unfit(ground, on) or ground


def ground_booked(
    code: str, situation: Situation | None, rate: Decimal, reference: ReferenceData, days: Sequence[date]
) -> Ground | Problem:
    """That of a line which was booked on the first of these days, at its rate or at that of one of the others.

    The others are of its event as it is by now. One that was moved since may have no such rate any more: then it is
    one that began after the line was booked.
    """
    known = reference.vat_codes.get(code)
    began = (each.start for each in (known.percentages if known else ()) if each.rate == rate)
    later = [start for start in began if start and start > days[0]]
    judged = [ground_on(code, situation, rate, reference, day) for day in (*days, *later)]
    return next((ground for ground in judged if isinstance(ground, Ground)), judged[0])


def _as_booked(situation: Situation | None, booked: Mapping[Situation, frozenset[str]]) -> Situation | None:
    """A credit goes back to the box of the return where its invoice stands, also when grounds are told apart since."""
    if situation in booked:
        return situation
    if Situation.UNSPECIFIED in booked:
        return Situation.UNSPECIFIED
    return situation or (next(iter(booked)) if len(booked) == 1 else None)


def _code_booked(situation: Situation | None, booked: Mapping[Situation, frozenset[str]]) -> str | None:
    codes = booked.get(situation, frozenset()) if situation else frozenset()
    return next(iter(codes)) if len(codes) == 1 else None


def _of_settings(
    line: InvoiceLine, settings: LinkSettings, rate: Decimal, situation: Situation | None
) -> str | Problem:
    """The code of a ground of 0 % is its own and never another's; one rate group may have an exception to it."""
    group = line.rate_group
    own = settings.rate_group_vat_codes.get(group.code) if group else settings.loose(rate).vat_code
    if situation is None or situation in (Situation.STANDARD, Situation.UNSPECIFIED):
        return own or settings.vat_codes.get(rate) or _unmapped(line, settings, rate)
    said: Params = {"rate": str(rate), "situation": situation}
    if rate:
        return Problem(Code.VAT_SITUATION_CONTRADICTS, said)
    if own and group and settings.situations.groups.get(group.code) is situation:
        return own
    return settings.situations.codes.get(situation) or Problem(Code.VAT_SITUATION_UNMAPPED, said)


def _unmapped(line: InvoiceLine, settings: LinkSettings, rate: Decimal) -> Problem:
    """Where grounds of 0 % are told apart, the ground is what is missing."""
    if rate or not settings.situations.is_used:
        return Problem(Code.VAT_RATE_UNMAPPED, {"rate": str(rate)})
    group = line.rate_group.description if line.rate_group else ""
    return Problem(Code.VAT_SITUATION_NEEDED, {"rate": str(rate), "group": group})


def _unfit(ground: Ground, on: date) -> Problem | None:
    """Why a line cannot be booked under a code: what the code is comes before how much it is."""
    code, rate = ground.code, ground.rate
    params: Params = {"code": code.code, "rate": str(rate)}
    if code.is_blocked:
        return Problem(Code.VAT_CODE_BLOCKED, params)
    if code.transaction_type == "P":
        return Problem(Code.VAT_CODE_KIND, params | {"sort": "purchase"})
    if code.type == "I":
        return Problem(Code.VAT_CODE_KIND, params | {"sort": "inclusive"})
    if code.type == "B" and rate:
        return Problem(Code.VAT_CODE_KIND, params | {"sort": "base_only"})
    if code.is_for_eu and ground.situation not in MAY_BE_LISTED:
        return Problem(Code.VAT_CODE_KIND, params | {"sort": "listed"})
    if not applies_on(code, rate, on):
        return Problem(Code.VAT_CODE_UNSUITABLE, params | {"date": on.isoformat()})
    return None


def codes_at(rate: Decimal, settings: LinkSettings, known: Mapping[str, VatCode], on: date) -> set[str]:
    """What the settings give lines of a rate on a date: the ordinary code, and those of rate groups and loose lines."""
    own = (settings.vat_codes.get(rate), settings.loose(rate).vat_code)
    of_groups = settings.rate_group_vat_codes.values()
    return {*filter(None, own), *(each for each in of_groups if each in known and applies_on(known[each], rate, on))}


def other_codes(codes: Iterable[VatCode], used: str, rate: Decimal, on: date) -> tuple[VatCode, ...]:
    """What a person may choose for one invoice instead of a code of the settings: every other one that fits."""
    fitting = (code for code in codes if code.code != used and applies_on(code, rate, on))
    return tuple(sorted(fitting, key=lambda code: (code.is_for_eu, code.code)))


def suggest_vat_code(codes: Iterable[VatCode], rate: Decimal, today: date) -> VatCode | None:
    """The one ordinary code of a rate, today's before earlier ones; None where a person must know the meaning.

    A code for sales within the EU is never ordinary, whatever it is called.
    """
    candidates = [code for code in codes if choosable(code, rate, today) and not (code.is_for_eu or code.is_charged)]
    if rate == 0:
        return candidates[0] if len(candidates) == 1 else None
    ordinary = [code for code in candidates if code.type == "E" and not _SPECIAL.search(code.description)]
    current = [code for code in ordinary if applies_on(code, rate, today)]
    pick = current or ordinary
    return pick[0] if len(pick) == 1 else None


def rates_in_use(rate_groups: Iterable[RateGroup], waiting_rates: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """Every rate that needs a code, from high to low: those of the rate groups and those of waiting invoices."""
    rates = {group.vat_rate for group in rate_groups} | set(waiting_rates)
    return tuple(sorted({normal_rate(rate) for rate in rates}, reverse=True))


def needs_exceptions(rate: Decimal, rate_groups: Collection[RateGroup]) -> bool:
    """Whether to offer codes per rate group: always at 0 %, else when several groups share the rate."""
    sharing = sum(group.vat_rate == rate for group in rate_groups)
    return sharing > (0 if rate == 0 else 1)


def _is_for_sales(code: VatCode, rate: Decimal) -> bool:
    """Type I is refused: Exact would read our net amounts as gross. Type B is a base without VAT, so 0 % only."""
    if code.is_blocked or code.transaction_type == "P":
        return False
    return code.type in ("E", "N") or (code.type == "B" and rate == 0)
