"""What the books of Exact add up to, by VAT code and by VAT number of customers in the EU, is what the host invoiced.

`./run bench books` does the same with thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.whole import vat_sums

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


def test_the_sums_in_exact_are_those_of_the_host(night: Night) -> None:
    """Credits too, also of an earlier quarter, and what was moved out of a closed month into the next quarter."""
    sources = list(vat_sums.drawn(22, 60))
    wanted, held = vat_sums.expected(sources)
    vat_sums.book(night.world, night.tenant, night.folder, sources)
    assert {number for number, state in night.states().items() if state != "synced"} == held
    found = vat_sums.in_exact(night.world)
    assert found.rows() == wanted.rows()
    assert vat_sums.as_shown(night.world, night.tenant) == found.rows()[1]
    assert 5 <= len(held) <= 30, "or one side is hardly tried"
    assert len(wanted.listing) >= 8, "or the listing is hardly tried"
