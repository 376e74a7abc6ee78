"""Starting a run: one at a time, and what else a database refuses is no open run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from mice_exact_plugin.booking import starting

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

_FORBIDS = {
    "sqlite": """CREATE TRIGGER refuses BEFORE INSERT ON exact_audit WHEN NEW.event = 'run_started'
                 BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: of somebody else'); END""",
    "postgresql": "ALTER TABLE exact_audit ADD CONSTRAINT of_somebody_else CHECK (event <> 'run_started') NOT VALID",
}


def test_an_open_run_is_returned_as_it_is(night: Night) -> None:
    run_id = night.open_run()
    assert night.open_run() == run_id
    assert starting.start_due(night.runtime) == []


@pytest.mark.parametrize("is_open", [False, True])
def test_another_constraint_is_not_taken_for_an_open_run(night: Night, is_open: bool) -> None:
    if is_open:
        night.open_run()
    with night.engine.begin() as connection:
        connection.execute(text(_FORBIDS[night.engine.dialect.name]))
    if is_open:
        assert night.open_run(), "the run is refused before its line in the trail is written"
        return
    with pytest.raises(IntegrityError):
        night.open_run()
    assert starting.start_due(night.runtime) == []
