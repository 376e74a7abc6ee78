"""A drawn month of a venue that keeps its costs by room and location, and what its own books say of each.

The sums are made with the draw, from what the host knows of a line: they never ask the rules that are judged.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, map_invoice
from mice_exact_plugin.domain.invoice import Event, LineKind, Place
from mice_exact_plugin.domain.reference import CostCode, Use
from tests.domain.build import GL_ACCOUNTS, HIGH, LOW, SETTINGS, SHIFTED, gl_account, invoice, line, reference

if TYPE_CHECKING:
    from random import Random

    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine

#: By room, and by location for what has no room or none with a centre; the unit follows the type of event.
ROOMS = {"z1": "ZAAL", "z2": "THEATER"}
LOCATIONS = {"hal": "HOTEL", "kade": "CATERING"}
#: Events that have a cost unit of their own, and one that has none.
OWN, NONE = ("1", "2", "3"), "9"
TYPES = {"congress": "ZAKELIJK", "wedding": "PARTIC"}
RULES = DimensionSettings(
    {(By.ROOM, room): Costs(center) for room, center in ROOMS.items()}
    | {(By.LOCATION, place): Costs(center) for place, center in LOCATIONS.items()}
    | {(By.EVENT_TYPE, kind): Costs(None, unit) for kind, unit in TYPES.items()},
    "E{nummer}",
)
CENTERS, UNITS = (*ROOMS.values(), *LOCATIONS.values()), (*TYPES.values(), *(f"E{number}" for number in OWN))
#: What takes no cost centre is of none in Exact, whatever room it is of.
NO_CENTER = gl_account("8050", cost_center_use=Use.NO)
WAITS = gl_account("1850", type=21)
_ACCOUNTS = {account.code: account for account in (*GL_ACCOUNTS, NO_CENTER, WAITS)}
ABOUT = replace(
    reference(),
    gl_accounts=_ACCOUNTS,
    gl_accounts_by_id={account.id: account for account in _ACCOUNTS.values()},
    cost_centers={code: CostCode(code, code, code) for code in CENTERS},
    cost_units={code: CostCode(code, code, code) for code in UNITS},
)
CHOSEN = replace(
    SETTINGS, dimensions=RULES, deposits=DepositSettings(dict.fromkeys((Decimal(21), Decimal(9)), WAITS.id))
)
CENT = Decimal("0.01")

Sums = dict[Costs, Decimal]


@dataclass
class Month:
    """What the host adds up, what the entries do, and how often an invoice could not be booked."""

    host: Sums = field(default_factory=lambda: defaultdict(Decimal))
    entries: Sums = field(default_factory=lambda: defaultdict(Decimal))
    lines: int = 0
    blocked: int = 0

    def differences(self) -> dict[Costs, tuple[Decimal, Decimal]]:
        """The sums that are not the same, the host's first."""
        both = self.host.keys() | self.entries.keys()
        sums = {costs: (self.host.get(costs, 0 * CENT), self.entries.get(costs, 0 * CENT)) for costs in both}
        return {costs: (ours, theirs) for costs, (ours, theirs) in sums.items() if ours != theirs}


def drawn(random: Random, number: int) -> Invoice:
    """Up to eight lines of one event, some of another room; some take back an earlier invoice, some hold a deposit."""
    place = random.choice([*(Place(code, code) for code in LOCATIONS), Place("elders", "Elders"), None])
    known = random.choice([*OWN, NONE, None, None, None])
    event = Event("E", "E", event_type=random.choice([*TYPES, "party", None]), location=place, number=known)
    is_credit = random.random() < 0.1
    lines = [_line(random, event, is_credit=is_credit) for _ in range(random.randint(1, 8))]
    at = random.choice([Place("hal", "Hal"), None])
    return invoice(*lines, id=str(number), identifier=f"F{number}", is_credit=is_credit, location=at)


def _line(random: Random, event: Event, *, is_credit: bool) -> InvoiceLine:
    group = random.choice([HIGH, HIGH, LOW, SHIFTED])
    net = Decimal(random.randint(1, 500_000)) / 100 * (-1 if is_credit else 1)
    vat = (net * group.vat_rate / 100).quantize(CENT, ROUND_HALF_UP)
    kind = LineKind.DEPOSIT if group is not SHIFTED and not is_credit and random.random() < 0.1 else LineKind.PRODUCT
    room = random.choice([*ROOMS, "z9", None, None])
    return line(str(net), str(vat), group, kind=kind, room=room, event=random.choice([event, event, None]))


def costs_of(each: InvoiceLine, bill: Invoice) -> Costs:
    """As the host's own report says: a deposit is of nobody yet."""
    if each.kind is LineKind.DEPOSIT:
        return Costs()
    place = (each.event and each.event.location) or bill.location
    center = ROOMS.get(each.room or "") or LOCATIONS.get(place.code if place else "")
    takes_none = each.rate_group is SHIFTED
    return Costs(None if takes_none else center, _unit(each.event))


def _unit(event: Event | None) -> str | None:
    if event is not None and event.number is not None:
        return None if event.number == NONE else f"E{event.number}"
    return TYPES.get((event and event.event_type) or "")


def book(month: Month, bill: Invoice) -> None:
    """Add an invoice up on both sides."""
    found = map_invoice(bill, CHOSEN, ABOUT, debtor_has_payment_condition=False)
    if isinstance(found, Blocked):
        month.blocked += 1
        return
    assert isinstance(found, Mapped)
    for each in bill.lines:
        month.host[costs_of(each, bill)] += each.net
        month.lines += 1
    for booked in found.entry.lines:
        month.entries[Costs(booked.cost_center, booked.cost_unit)] += booked.net
