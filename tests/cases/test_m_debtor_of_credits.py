"""Kind M: a credit stands on the debtor of its invoice, whatever became of the customer since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.decisions import debtor_choice
from mice_exact_plugin.mirror.binding_table import DebtorBinding
from simulator.tests.control import VENUE
from tests.cases.books import BREDA, back, relation, sold
from tests.cases.selling import play, press, remarks
from tests.cases.stage import TENANT
from tests.cases.steps import take
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from tests.cases.case import Case


def rebind(case: Case, code: str) -> None:
    """*Overzetten*: the customer of the only binding is booked on another relation from now on."""
    with case.services() as runtime:
        key = runtime.session.scalars(select(DebtorBinding.match_key)).one()
        debtor_choice.rebind(runtime, TENANT, key, code, PERSON)


def test_it_stands_on_the_debtor_of_its_invoice_also_when_the_customer_goes_elsewhere_since(case: Case) -> None:
    """Exact settles open items per relation, so a credit on another one settles nothing."""
    other = relation(case, "Nieuwe Houder BV")
    play(case, sold("N01"))
    first = case.entry("N01")["Customer"]
    rebind(case, "77001")
    play(case, back("C01", "N01"), sold("N02"))
    assert (case.entry("C01")["Customer"], case.entry("N02")["Customer"]) == (first, other)


def test_it_stands_where_a_bookkeeper_had_typed_its_invoice(case: Case) -> None:
    """The bookkeeper booked the invoice on the holding, and a person said that this is the one."""
    holding = relation(case, "Eerste Klant Holding BV", PaymentConditionSales="14")
    body = {"Customer": holding, "Journal": "70", "EntryDate": "TODAY", "YourRef": "N01"}
    lines = {"SalesEntryLines": [{"GLAccount": "GL:8000", "VATCode": "2", "AmountFC": 100}]}
    take(case, {}, {"in_exact": {"path": "salesentry/SalesEntries", "body": body | lines}})
    play(case, sold("N01"))
    press(case, "N01", "dit-is-de-onze", confirmed="1")
    play(case, back("C01", "N01"))
    assert case.entry("C01")["Customer"] == holding


def test_it_stands_where_a_bookkeeper_moved_its_invoice(case: Case) -> None:
    """In Exact itself, as somebody saw who looked."""
    other = relation(case, "Nieuwe Houder BV")
    play(case, sold("N01"))
    case.control.patch(VENUE, "SalesEntries", {"YourRef": "N01"}, Customer=other)
    press(case, "N01", "kijk-in-exact")
    play(case, back("C01", "N01"))
    assert case.entry("C01")["Customer"] == other


def test_a_customer_with_another_name_since_is_the_same_client_of_the_host(case: Case) -> None:
    """The credit has the name of now, and settles what is open under the name of then."""
    known = {**BREDA, "id": "K77"}
    play(case, sold("N01", client=known))
    play(case, back("C01", "N01", client={**known, "name": "Nieuwe Naam BV"}))
    assert case.entry("C01")["Customer"] == case.entry("N01")["Customer"]


def test_a_credit_of_another_customer_says_where_its_invoice_stays_open(case: Case) -> None:
    play(case, sold("N01"))
    play(case, back("C01", "N01", client={**BREDA, "name": "Heel Iemand Anders BV"}))
    assert case.debtor("C01")["Name"] == "Heel Iemand Anders BV"
    assert remarks(case, "C01") == ["credit_elsewhere"]
    assert "staat op een andere debiteur en blijft daar open" in case.page("C01")


def merge(case: Case, into: str) -> None:
    """*Relaties samenvoegen*: what was booked moves along, and the one that is left over is gone."""
    left = case.entry("N01")["Customer"]
    case.control.patch(VENUE, "SalesEntries", {"Customer": left}, Customer=into)
    case.control.call("POST", f"divisions/{VENUE}/rows/Accounts", {"delete": [{"ID": left}]})


def test_of_a_relation_that_was_merged_into_its_double(case: Case) -> None:
    play(case, sold("N01"))
    double = relation(case, "Eerste Klant B.V.", Postcode="4811AB", City="Breda")
    merge(case, double)
    play(case, back("C01", "N01"), sold("N02"))
    assert {case.entry(number)["Customer"] for number in ("C01", "N02")} == {double}


def test_a_relation_that_is_gone_is_not_made_again_in_silence(case: Case) -> None:
    """What was booked on cannot be deleted in Exact, so it was merged: making it anew undoes that."""
    play(case, sold("N01"))
    merge(case, relation(case, "E. Klant Evenementen"))
    play(case, sold("N02"))
    assert remarks(case, "N02") == ["relation_gone"]
    assert "samengevoegd met een andere" in case.page("N02")


def test_the_customer_is_blocked_since(case: Case) -> None:
    """Exact books nothing on a blocked relation, a credit neither."""
    play(case, sold("N01"))
    case.control.patch(VENUE, "Accounts", {"ID": case.entry("N01")["Customer"]}, Blocked=True)
    play(case, back("C01", "N01"))
    assert case.codes("C01") == ["debtor_blocked"]
