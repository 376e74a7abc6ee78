"""Filling in the VAT number of a relation that has none: looked at first, unanswered, typed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

GERMAN, FRENCH = "DE136695976", "FR40303265045"
CLIENT_DE = {
    **CLIENT,
    "name": "Freie Planer GmbH",
    "postalcode": "10115",
    "city": "Berlin",
    "country": "DE",
    "vat_number": GERMAN,
}
CHANGES = {"method": "PUT", "path": "/crm/Accounts"}


@pytest.fixture(autouse=True)
def _fills_in(night: Night) -> None:
    """A relation without a number, a code for services within the EU, and the setting that fills in."""
    plain = {"Name": CLIENT_DE["name"], "Code": "9901", "Postcode": "10115", "Country": "DE"}
    night.control.insert(VENUE, "Accounts", {**plain, "Status": "C"})
    night.send(invoice("F1"), sold("F2"))
    night.world.configure(night.tenant, rate_group_vat_codes={"0-8000": "8"}, fills_vat_numbers=True)


def sold(number: str) -> dict[str, Any]:
    return invoice(number, lines=[line("100.00", "0.00", "0")], client=CLIENT_DE)


def number_in_exact(night: Night) -> str | None:
    accounts = night.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
    (found,) = [account for account in accounts if account["Name"] == CLIENT_DE["name"]]
    number: str | None = found["VATNumber"]
    return number


def test_an_empty_number_is_filled_in_once(night: Night) -> None:
    night.run_until_done()
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert number_in_exact(night) == GERMAN
    assert [event for event in night.trail("F2") if event.startswith("vat_number")] == [
        "vat_number_filling",
        "vat_number_filled",
    ]
    night.send(sold("F3"))
    night.run_until_done()
    assert night.states()["F3"] == "synced"
    assert len(night.calls(CHANGES)) == 1


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ("136695976", []),
        (FRENCH, ["debtor_number_differs"]),
        ("NL004495445B01", ["debtor_number_differs"]),
        ("-", ["eu_number_unfit_in_exact"]),
    ],
)
def test_what_a_bookkeeper_types_meanwhile_is_never_overwritten_and_judged_as_it_is(
    night: Night, typed: str, problems: list[str]
) -> None:
    asked: list[int] = []

    def types_a_number() -> bool:
        """Asked between two invoices, when the list of relations has been read."""
        asked.append(1)
        if len(asked) == 2:
            night.control.patch(VENUE, "Accounts", {"Name": CLIENT_DE["name"]}, VATNumber=typed)
        return False

    night.run(types_a_number)
    assert number_in_exact(night) == typed
    assert night.calls(CHANGES) == []
    assert night.states()["F2"] == ("blocked" if problems else "synced")
    assert [problem["code"] for problem in night.row("F2")["problems"]] == problems


@pytest.mark.parametrize(("kind", "sent"), [("drop_before", 2), ("drop_after_commit", 1)])
def test_a_change_without_an_answer_is_made_again_unless_it_was(night: Night, kind: str, sent: int) -> None:
    night.control.fault(kind, CHANGES)
    night.run_until_done()
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert number_in_exact(night) == GERMAN
    assert len(night.calls(CHANGES)) == sent
    assert len(night.calls(ENTRIES)) == 2


def test_a_new_relation_that_exact_made_without_its_number_holds_the_invoice(night: Night) -> None:
    """Whatever the settings fill in later, this invoice is not booked on a relation that is in no listing."""
    night.world.configure(night.tenant, rate_group_vat_codes={"0-8000": "8"}, fills_vat_numbers=False)
    night.control.fault("altered", RELATIONS, occurrence=2, set={"VATNumber": None})
    new = {**CLIENT_DE, "name": "Neue Planer GmbH", "postalcode": "50667"}
    night.send(invoice("F3", lines=[line("100.00", "0.00", "0")], client=new))
    night.run_until_done()
    assert [problem["code"] for problem in night.row("F3")["problems"]] == ["eu_number_not_in_exact"]
    assert night.relations()["Neue Planer GmbH"] == 1
    assert night.booked().get("F3", 0) == 0
