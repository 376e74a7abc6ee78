"""`flask exact run`: a run in the process of who asks for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.setup import settings as settings_service
from simulator.tests.control import DUTCH, VENUE
from tests.whole import broken
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from click.testing import Result

    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
JOURNALS = {"method": "GET", "path": "/financial/Journals"}


def test_it_says_that_it_waits_and_for_what(night: Night) -> None:
    night.send(invoice("F1"))
    night.control.fault("drop_before", JOURNALS)
    result = night.world.app.test_cli_runner().invoke(args=["exact", "run", night.tenant, "--json"])

    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    why = "Exact Online is niet bereikbaar of antwoordt niet"
    assert result.stderr == f"Synchronisatie {document['run']} wacht 1 s: {why}. Ctrl+C stopt het wachten.\n"
    assert night.booked() == {"F1": 1}


def run(night: Night, *args: str, code: int = 0) -> Result:
    result = night.world.app.test_cli_runner().invoke(args=["exact", "run", *args])
    assert result.exit_code == code, result.output
    return result


def test_it_says_in_a_sentence_what_became_of_every_invoice(night: Night) -> None:
    night.send(invoice("F1"), invoice("F2", currency="USD"), invoice("F3"))
    said = run(night, night.tenant).stdout
    assert "van zaal: 2 geboekt, 1 van 3 tegengehouden.\n" in said


def test_a_run_that_stopped_says_why_and_what_stays(night: Night) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): "LicenseExpired"}})
    night.send(invoice("F1"))
    said = run(night, night.tenant, code=1).stdout
    assert "gestopt: de licentie van Exact Online is verlopen; 1 blijft klaarstaan." in said

    document = json.loads(run(night, night.tenant, "--json", code=1).stdout)
    assert (document["state"], document["reason"]) == ("stopped", "not_allowed")
    assert document["details"]["kind"] == "LicenseExpired"
    assert document["outcomes"] == {"left": 1}
    assert "de licentie van Exact Online is verlopen" in document["sentence"]


def test_a_run_that_cannot_start_says_why(night: Night) -> None:
    settings_service.switch(night.runtime, night.tenant, on=False, person=night.person)
    assert run(night, night.tenant, code=1).stderr == (
        "Synchroniseren van zaal kan nu niet: de koppeling is uitgeschakeld.\n"
    )
    document = json.loads(run(night, night.tenant, "--json", code=1).stdout)
    assert (document["run"], document["reason"]) == (None, "switch_on")


def test_a_tenant_that_nobody_knows_is_a_refusal_in_json_too(night: Night) -> None:
    assert json.loads(run(night, "niemand", "--json", code=1).stdout) == {"error": "Er is geen locatie niemand."}
    assert run(night, "niemand", code=1).stderr == "Er is geen locatie niemand.\n"


def test_a_database_that_cannot_be_written_is_said_in_a_sentence(night: Night) -> None:
    night.runtime.session.close()
    with broken.read_only(night.engine):
        document = json.loads(run(night, night.tenant, "--json", code=1).stdout)
        night.runtime.session.close()
        said = run(night, night.tenant, code=1).stderr
        night.runtime.session.close()
    assert document["reason"] == "database_away"
    assert "de database van de koppeling kon niet gebruikt worden" in document["error"]
    assert "de database van de koppeling kon niet gebruikt worden" in said
