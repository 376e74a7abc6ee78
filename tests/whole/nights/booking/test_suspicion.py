"""A reference that Exact refuses although it is in our lists: tried once more, then whatever uses it waits unsent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.domain.states import REFUSALS_PER_NIGHT
from mice_exact_plugin.mirror import reference_data
from sandbox.host.database import session
from sandbox.host.models import RateGroup
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice, line
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.whole.nights.night import Night

DAY = 24 * 3600
SUSPECT, GOOD = "8010", "8000"
REVENUE, BALANCE = 110, 90


@pytest.fixture(autouse=True)
def _refuses_a_ledger(night: Night) -> None:
    """A ledger that becomes a balance account, which this server refuses on a line; not all of them do."""
    night.control.switch(line_ledgers="profit_and_loss_only")
    _set_type(night, BALANCE)


def test_what_uses_a_refused_reference_is_blocked_unsent_and_the_rest_goes_on(night: Night) -> None:
    night.send(*_on(SUSPECT, "F1", "F2", "F3", "F4"), *_on(GOOD, "F5"))
    night.run()

    assert _codes(night) == {
        "F1": ["reference_suspect"],
        "F2": ["refused"],
        "F3": ["reference_suspect"],
        "F4": ["reference_suspect"],
        "F5": [],
    }
    assert night.booked() == {"F5": 1}
    assert [call["done"] for call in night.calls(ENTRIES)] == [500, 500, 201]
    assert night.row("F3")["problems"][0]["params"] == {"kind": "gl_account", "key": SUSPECT}


@pytest.mark.parametrize("nights", [0, 9])
def test_another_ledger_in_the_settings_releases_at_once_whatever_was_tried_before(night: Night, nights: int) -> None:
    night.world.configure(night.tenant, default_gl_account_id=_ledger(night, SUSPECT))
    _set_type(night, BALANCE)
    numbers = [f"F{number:02}" for number in range(REFUSALS_PER_NIGHT + 3)]
    night.send(*(invoice(number, lines=[line("100.00", "21.00", ledger=None)]) for number in numbers))
    night.run_until_done()
    for _ in range(nights):
        night.forward(DAY)
        night.run_until_done()
    assert set(night.states().values()) == {"blocked"}

    night.world.configure(night.tenant, default_gl_account_id=_ledger(night, GOOD))
    night.run_until_done()
    assert night.booked() == dict.fromkeys(numbers, 1), "a cure is no try, of which a night has a limited number"


def _cured_in_exact(night: Night) -> None:
    _set_type(night, REVENUE)


def _cured_at_the_host(night: Night) -> None:
    group = session().scalars(select(RateGroup).where(RateGroup.code == f"21-{SUSPECT}")).one()
    group.ledger_number = GOOD
    session().commit()


@pytest.mark.parametrize("cure", [_cured_in_exact, _cured_at_the_host])
def test_a_cure_releases_exactly_what_waited_for_it(night: Night, cure: Callable[[Night], None]) -> None:
    night.send(*_on(SUSPECT, "F1", "F2", "F3"), invoice("F4", currency="USD"))
    night.run()
    cure(night)
    night.forward(DAY)
    night.run()

    assert night.states() == {"F1": "synced", "F2": "synced", "F3": "synced", "F4": "blocked"}
    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}
    assert night.counts()["released"] == 3


def _on(ledger: str, *numbers: str) -> list[dict[str, Any]]:
    return [invoice(number, lines=[line("100.00", "21.00", ledger=ledger)]) for number in numbers]


def _ledger(night: Night, code: str) -> str:
    return reference_data.reference_data(night.runtime, night.link).gl_accounts[code].id


def _set_type(night: Night, kind: int) -> None:
    night.control.patch(VENUE, "GLAccounts", {"Code": SUSPECT}, Type=kind)


def _codes(night: Night) -> dict[str, list[str]]:
    return {
        number: [problem["code"] for problem in row["problems"]]
        for number, row in night.world.rows(night.tenant).items()
    }
