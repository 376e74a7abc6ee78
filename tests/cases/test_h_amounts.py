"""Kind H: an invoice that was lawfully sent never waits for ever, whatever its VAT."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.standing.standing import status
from simulator.tests.books import Books, new_customer
from tests.cases.selling import change_invoice, change_line, eu_code, invoice, line, offers, play, press, remarks
from tests.cases.stage import TENANT
from tests.cases.steps import bookkeeper

if TYPE_CHECKING:
    from tests.cases.case import Case


def test_an_accepted_difference_is_booked_to_the_cent_and_marked(case: Case) -> None:
    case.play("20-vat-per-unit")
    assert case.states() == {"N01": "blocked", "N02": "blocked"}
    assert (case.codes("N01"), case.codes("N02")) == (["vat_difference"], ["vat_difference"])
    assert "€ 11,52" in case.page("N01").replace("\xa0", " ")
    assert "€ 11,71" in case.page("N01").replace("\xa0", " ")
    for number in ("N01", "N02"):
        press(case, number, "btw-verschil", reason="btw per stuk afgerond")
        assert case.states()[number] == "queued"
    case.run()
    assert case.states() == {"N01": "synced", "N02": "synced"}
    assert [(case.entry(number)["AmountFC"], case.entry(number)["VATAmountFC"]) for number in ("N01", "N02")] == [
        (141.6, 11.52),
        (24.0, 24.0),
    ]
    assert remarks(case, "N01") == ["accepted_difference"]
    assert "Verschil in de btw geaccepteerd: € 11,52 in plaats van € 11,71. btw per stuk afgerond" in case.page(
        "N01"
    ).replace("\xa0", " ")


def test_only_an_administrator_accepts_and_a_reason_is_asked(case: Case) -> None:
    case.play("20-vat-per-unit")
    assert not offers(case, "N01", "btw-verschil", role="billing")
    assert "Een beheerder kan dit verschil accepteren" in case.page("N01", role="billing")
    page = press(case, "N01", "btw-verschil", reason="  ")
    assert "Geef een reden." in page
    assert case.states()["N01"] == "blocked"
    visitor = case.visitor("billing")
    visitor.get(f"/facturen/{case.row('N01')['invoice_id']}")
    path = f"/beheer/instellingen/koppelingen/exact-online/facturen/{case.row('N01')['invoice_id']}/btw-verschil"
    visitor.post(path, expect=403, reason="toch", shown="x")


def test_what_was_not_on_the_page_is_not_accepted(case: Case) -> None:
    case.play("20-vat-per-unit")
    page = press(case, "N01", "btw-verschil", reason="gezien", shown="van-gisteren")
    assert "De factuur is intussen veranderd" in page
    assert case.states()["N01"] == "blocked"


def test_an_acceptance_is_taken_back_while_it_still_can(case: Case) -> None:
    case.play("20-vat-per-unit")
    press(case, "N01", "btw-verschil", reason="akkoord")
    press(case, "N01", "intrekken")
    case.run()
    assert case.states()["N01"] == "blocked"
    assert "Een eerder besluit over deze factuur ingetrokken" in case.page("N01")


def test_a_line_that_exact_refuses_can_still_be_closed_as_booked_by_hand(case: Case) -> None:
    case.play("20-vat-per-unit")
    press(case, "N02", "btw-verschil", reason="correctie")
    match = {"method": "POST", "path": "/salesentry/SalesEntries"}
    case.control.fault("json_500", match, message="Ongeldig: Bedrag")
    case.run()
    assert case.codes("N02") == ["refused"]
    press(case, "N02", "zelf-geboekt", reason="memoriaal", entry_number="26900012", role="billing")
    assert case.states()["N02"] == "ignored"
    page = case.page("N02")
    assert "Zelf geboekt in Exact Online." in page
    assert "26900012" in page
    case.night()
    assert case.states()["N02"] == "ignored"
    assert case.entries("N02") == []


@pytest.mark.parametrize("code", ["6", "10"])
def test_vat_on_a_code_without_vat_is_only_closed_by_hand(case: Case, code: str) -> None:
    eu_code(case, code)
    play(case, invoice("N01", line("100.00", "0.05", "0", "0-8085")))
    assert case.codes("N01") == ["vat_difference"]
    assert not offers(case, "N01", "btw-verschil")
    page = press(case, "N01", "zelf-geboekt", reason="zelf gedaan", entry_number=" ", expect=422)
    assert "Vul het boekstuknummer in" in page
    press(case, "N01", "zelf-geboekt", reason="zelf gedaan", entry_number="26900013")
    assert case.row("N01")["ignored_reason"] == "booked_by_hand"


def test_what_was_booked_by_hand_is_searched_for_before_it_is_booked_again(case: Case) -> None:
    case.play("20-vat-per-unit")
    by_hand(case, "N01", 117.03)
    for number in ("N01", "N02"):
        press(case, number, "zelf-geboekt", reason="met de hand", entry_number="26900014")
        press(case, number, "opnieuw")
    case.run()
    assert (case.codes("N01"), case.codes("N02")) == (["entry_conflict"], ["vat_difference"])
    assert len(case.entries("N01")) == 1


def test_a_number_that_was_booked_by_hand_is_not_given_to_another_invoice(case: Case) -> None:
    case.play("20-vat-per-unit")
    press(case, "N01", "zelf-geboekt", reason="met de hand", entry_number="26900014")
    change_invoice(case, "N01", identifier="N99")
    change_invoice(case, "N02", identifier="N01")
    case.run()
    with case.services() as runtime:
        rows = status(runtime, TENANT)["invoices"]
    (other,) = [row for row in rows if row["state"] == "blocked"]
    assert "identifier_reused" in {problem["code"] for problem in other["problems"]}


def by_hand(case: Case, number: str, net: float) -> None:
    """A bookkeeper makes the entry in Exact itself."""
    exact = bookkeeper(case)
    books = Books.found_by(exact)
    books.post(books.line(net), Customer=new_customer(exact, Name="Een Andere Klant BV"), YourRef=number)


def test_totals_that_contradict_the_lines_are_not_accepted(case: Case) -> None:
    play(case, invoice("N01", line("100.00", "21.00")), run=False)
    change_invoice(case, "N01", total_incl=Decimal(130))
    case.run()
    assert set(case.codes("N01")) == {"totals_disagree"}
    assert not offers(case, "N01", "btw-verschil")
    assert offers(case, "N01", "zelf-geboekt")


def test_a_changed_invoice_is_asked_anew(case: Case) -> None:
    play(case, invoice("N01", line("130.08", "11.52", "9", "9-8010")))
    press(case, "N01", "btw-verschil", reason="akkoord")
    change_line(case, "N01", amount_vat=Decimal("11.50"), amount_incl=Decimal("141.58"))
    case.run()
    assert case.codes("N01") == ["vat_difference"]
    press(case, "N01", "btw-verschil", reason="ook akkoord")
    case.run()
    assert case.entry("N01")["VATAmountFC"] == 11.5


def test_a_credit_takes_back_an_accepted_difference_unasked(case: Case) -> None:
    play(case, invoice("N01", line("130.08", "11.52", "9", "9-8010")))
    press(case, "N01", "btw-verschil", reason="akkoord")
    case.run()
    credit = invoice("C01", line("-130.08", "-11.52", "9", "9-8010"), kind="credit", credits="N01")
    play(case, credit)
    assert case.states() == {"N01": "synced", "C01": "synced"}
    assert case.entry("C01")["VATAmountFC"] == -11.52
