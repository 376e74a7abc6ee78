"""A fixed sample of drawn events: in the end the books have what each sold, and nothing that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.deposits.generated import flows
from tests.deposits.played import play

if TYPE_CHECKING:
    from tests.fake.office import Office


def test_every_event_ends_with_what_it_sold(office: Office) -> None:
    """`./run bench deposits` plays as many as one likes."""
    verdict = play(office, list(flows(seed=7, count=40, share=1.0, old=0.3)))

    assert verdict.is_right, verdict
    assert verdict.open_before[0] > 0
    assert 0 < verdict.reads <= 3, "forty invoices ask for the lines of their deposits together"
