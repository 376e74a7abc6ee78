"""A month with rules in the simulator's books: sums per cost centre, two calls more, and no other tenant's."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.dimensions import NO_RULES, By, Costs, DimensionSettings
from simulator.tests.control import SECOND, VENUE
from tests.whole import payloads
from tests.whole.invoices import document, invoice, line

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World

ROOMS = {"z1": "ZAAL", "z2": "THEATER"}
BY_ROOM = {(By.ROOM, room): Costs(center) for room, center in ROOMS.items()}
RULES = DimensionSettings(BY_ROOM | {(By.LOCATION, "hal"): Costs("HOTEL", "ZAKELIJK")})
LISTS = ["Costcenters", "Costunits"]
COUNT = 10


def _drawn(random: Random, number: int, mark: str) -> dict[str, Any]:
    lines = [
        line(f"{net}.00", str(Decimal(net) * 21 / 100)) | {"room": random.choice([*ROOMS, None])}
        for net in random.sample(range(1, 900), random.randint(1, 4))
    ]
    return invoice(f"{mark}{number}", lines=lines, location=random.choice([{"code": "hal", "name": "Hal"}, None]))


def _host(bills: list[dict[str, Any]]) -> dict[str | None, Decimal]:
    sums: dict[str | None, Decimal] = defaultdict(Decimal)
    for bill in bills:
        for each in bill["lines"]:
            center = ROOMS.get(each["room"] or "") or ("HOTEL" if bill["location"] else None)
            sums[center] += Decimal(each["amount_excl"])
    return dict(sums)


def _asked(world: World, division: int) -> Counter[str]:
    calls = world.control.log(division=division)
    return Counter(call["path"].rpartition("/")[2] for call in calls if call["method"] == "GET")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_each_centre_has_in_exact_what_the_host_adds_up_and_a_run_reads_two_lists_more(
    world: World, tmp_path: Path
) -> None:
    tenant, random = world.ready(), Random(3)
    before, after = ([_drawn(random, number, mark) for number in range(COUNT)] for mark in "BA")
    world.send(tenant, document(*before), tmp_path)
    world.control.clear_log()
    world.run(tenant)
    plain = _asked(world, VENUE)
    assert not any("CostCenter" in each for body in payloads.entries(world.control).values() for each in _lines(body))
    world.configure(tenant, dimensions=RULES)
    world.send(tenant, document(*after), tmp_path)
    world.control.clear_log()
    world.run(tenant)
    assert _asked(world, VENUE) - plain == Counter(LISTS)
    assert {row["state"] for row in world.rows(tenant).values()} == {"synced"}
    found: dict[str | None, Decimal] = defaultdict(Decimal)
    numbers = {bill["identifier"] for bill in after}
    for entry in world.control.entries(VENUE):
        for each in _lines(entry) if entry["YourRef"] in numbers else ():
            found[each.get("CostCenter")] += Decimal(str(each["AmountFC"]))
    assert dict(found) == _host(after)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_rules_of_one_tenant_are_no_other_s(world: World, tmp_path: Path) -> None:
    """The same rooms, an administration of its own, and no rule."""
    first, second = world.ready("zaal", VENUE, dimensions=RULES), world.ready("kade", SECOND)
    bill = invoice("F1", lines=[line("100.00", "21.00") | {"room": "z1"}])
    for tenant in (first, second):
        world.send(tenant, document(bill), tmp_path)
    world.control.clear_log()
    for tenant in (first, second):
        world.run(tenant)
    assert [each in _asked(world, VENUE) for each in LISTS] == [True, True]
    assert not any(each in _asked(world, SECOND) for each in LISTS)
    assert [_centers(world, division) for division in (VENUE, SECOND)] == [["ZAAL"], [None]]
    world.configure(first, dimensions=NO_RULES)
    world.control.clear_log()
    world.send(first, document(bill | {"identifier": "F2"}), tmp_path)
    world.run(first)
    assert not any(each in _asked(world, VENUE) for each in LISTS)


def _centers(world: World, division: int) -> list[str | None]:
    return [each.get("CostCenter") for entry in world.control.entries(division) for each in _lines(entry)]


def _lines(body: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = body["SalesEntryLines"]
    return found
