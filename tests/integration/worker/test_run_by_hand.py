"""`flask exact run`: a run in the process of who asks for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.integration.invoices import invoice

if TYPE_CHECKING:
    from tests.integration.protocol.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
JOURNALS = {"method": "GET", "path": "/financial/Journals"}


def test_it_says_that_it_waits_and_for_what(night: Night) -> None:
    night.send(invoice("F1"))
    night.control.fault("drop_before", JOURNALS)
    result = night.world.app.test_cli_runner().invoke(args=["exact", "run", night.tenant, "--json"])

    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert result.stderr == f"Run {document['run']} waits 1 s: exact_unreachable\n"
    assert night.booked() == {"F1": 1}
