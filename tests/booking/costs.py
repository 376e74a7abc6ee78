"""Rules for cost centres and units, and what the administration has of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings
from mice_exact_plugin.domain.reference import CostCode
from tests.booking.situations import bill

if TYPE_CHECKING:
    from datetime import date

    from tests.fake.office import Office

CENTERS, UNITS = "GET hrm/Costcenters", "GET hrm/Costunits"


def codes(*named: str, ends: date | None = None) -> dict[str, CostCode]:
    return {code: CostCode(code.lower(), code, f"Over {code}", ends) for code in named}


def ruled(office: Office, named: Costs) -> None:
    """One rule, of the rate group that a bill is of unless it says otherwise; Exact has others than those of a rule."""
    office.books.with_lists(cost_centers=codes("ZAAL"), cost_units=codes("FEEST"))
    office.set(dimensions=DimensionSettings({(By.RATE_GROUP, "zaal"): named}))


def booked(office: Office, named: Costs) -> None:
    ruled(office, named)
    office.send(bill("1"))
    office.run()
