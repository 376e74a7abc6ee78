"""A host that hands over an invoice unlike its contract: that invoice alone waits, and none is lost."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import upkeep
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.whole.nights.night import Night

DAY = 24 * 3600
#: Two that cannot be read at all, and one that is read and then breaks the mapping.
ODD = pytest.mark.parametrize("odd", [{"client": None}, {"lines": [None]}, {"total_incl": None}], ids=str)


@ODD
def test_an_odd_invoice_waits_alone_and_is_booked_once_it_is_right(night: Night, odd: dict[str, Any]) -> None:
    night.send(invoice("F1"), invoice("F2"))
    with _handed_over_oddly(night, "F1", odd):
        assert night.run().state is RunState.DONE
        assert night.states() == {"F1": "blocked", "F2": "synced"}
        assert [problem["code"] for problem in night.row("F1")["problems"]] == ["bug"]
        night.forward(DAY)
        assert night.run().state is RunState.DONE, "still odd the next night"
        night.world.configure(night.tenant)

    night.forward(2 * DAY)
    night.run()
    assert night.states() == {"F1": "synced", "F2": "synced"}


@ODD
def test_an_odd_invoice_is_compared_with_nothing_in_exact(night: Night, odd: dict[str, Any]) -> None:
    night.send(invoice("F1"))
    night.run()
    _forget(night)
    upkeep.ask_to_verify(night.runtime, night.tenant)
    with _handed_over_oddly(night, "F1", odd, swept_rightly=True):
        assert night.run().state is RunState.DONE

    assert night.states() == {"F1": "blocked"}
    assert len(night.calls(ENTRIES)) == 1


def test_an_odd_invoice_without_a_row_gets_it_by_a_later_sweep(night: Night) -> None:
    night.send(invoice("F1"), invoice("F2"))
    _forget(night)
    with _handed_over_oddly(night, "F1", {"total_incl": Decimal("1.005")}):
        night.run()
        assert night.states() == {"F2": "synced"}
        night.forward(3 * DAY)
        night.run()

    night.forward(3 * DAY)
    night.run()
    assert night.states() == {"F1": "synced", "F2": "synced"}


def test_the_status_tells_the_problem_of_a_later_version_as_it_was_written(night: Night) -> None:
    night.send(invoice("F1"))
    later = {"code": "of_the_future", "params": {"depth": "12"}}
    night.runtime.session.rollback()
    told = "UPDATE exact_invoice_export SET state = 'blocked', problems = :problems"
    with night.engine.begin() as connection:
        connection.execute(text(told), {"problems": json.dumps([later])})
    document = json.loads(night.world.command("exact", "status", night.tenant, "--json"))
    assert document["invoices"][0]["problems"] == [later]
    assert "\tof_the_future\n" in night.world.command("exact", "status", night.tenant)


def _forget(night: Night) -> None:
    """As if the addon had been away when they were sent."""
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        connection.execute(text("DELETE FROM exact_invoice_export"))


@contextmanager
def _handed_over_oddly(
    night: Night, number: str, odd: dict[str, Any], *, swept_rightly: bool = False
) -> Iterator[None]:
    """Let the host hand over one invoice otherwise than its contract says; `swept_rightly` spares the adding."""
    host: Any = night.runtime.host
    rightly, spared = host.invoices, iter([swept_rightly])

    def as_told(record: Any) -> Any:
        return replace(record, **odd) if record.identifier == number and not next(spared, False) else record

    def invoices(*asked: Any) -> dict[str, Any]:
        return {key: as_told(record) for key, record in rightly(*asked).items()}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(host, "invoices", invoices)
        yield
