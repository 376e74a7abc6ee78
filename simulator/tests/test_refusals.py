"""What the administration refuses to book, in the words of the user's language."""

from collections.abc import Callable

import pytest

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Body, Books, new_customer
from simulator.tests.control import BE_APP, BELGIUM, ENGLISH, FRENCH, SECOND, Control

ENTRIES = "salesentry/SalesEntries"
NO_VAT = 'Een btw bedrag is niet toegestaan als u gebruikmaakt van een btw-code van het type "geen btw"'
NOWHERE = "00000000-0000-0000-0000-000000000009"
SignIn = Callable[..., Api]


@pytest.fixture
def refused(control: Control, exact: Api, books: Books) -> Callable[..., list[str]]:
    """`refused(line, Header=…)`: the reasons why an entry is not booked."""

    def _refused(*lines: Body, **changed: object) -> list[str]:
        return exact.post(ENTRIES, books.body(*lines, **changed)).expect(500).messages

    return _refused


Refused = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"Journal": "99"}, "Ongeldige referentie: Dagboek"),
        ({"Journal": NOWHERE}, "Ongeldige referentie: Journals"),
        ({"Journal": "60"}, "Ongeldig: Dagboek"),
        ({"Journal": "75"}, "Geblokkeerd: Dagboek"),
        ({"Customer": NOWHERE}, "Ongeldige referentie: Klant"),
        ({"PaymentCondition": "99"}, "Ongeldige referentie: Betalingsconditie"),
        ({"EntryDate": "2024-03-01"}, "Periode is afgesloten: 2024 – 3"),
        ({"EntryDate": "2031-01-01"}, "Onbekend: Boekjaar (Periode-datumtabel)"),
        ({"ReportingYear": 2024, "ReportingPeriod": 2}, "Periode is afgesloten: 2024 – 2"),
        ({"Currency": "XXX"}, "Ongeldige referentie: Valuta"),
        ({"Currency": "USD"}, "Niet toegestaan: Valuta"),
        ({"SalesEntryLines": []}, "Verplicht: Boekingsregels"),
    ],
)
def test_a_header_that_does_not_fit(refused: Refused, changed: dict[str, object], message: str) -> None:
    assert refused(**changed) == [message]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"GLAccount": NOWHERE}, "Ongeldige referentie: Grootboekrekening"),
        ({"VATCode": "99"}, "Ongeldige referentie: Btw-code"),
        ({"VATCode": "17"}, "Geblokkeerd: Btw-code"),
        ({"VATCode": "19"}, "Ongeldig: Btw-percentage []"),
        ({"VATCode": "21"}, "Niet toegestaan: Btw-code"),
        ({"VATCode": "10", "VATAmountFC": 0.21}, NO_VAT),
        ({"VATCode": "2", "VATPercentage": 0.09}, "BTW percentage is niet toegestaan"),
        ({"Project": NOWHERE}, "Ongeldige referentie: Project"),
        ({"ProjectWBS": NOWHERE}, "Ongeldige referentie: Project WBS"),
        ({"Asset": NOWHERE}, "Ongeldige referentie: Activum"),
        ({"Subscription": NOWHERE}, "Ongeldige referentie: Abonnement"),
        ({"CostCenter": "OUD"}, "Ongeldig: Kostenplaats"),
        ({"CostUnit": "CORONA"}, "Ongeldig: Kostendrager"),
        ({"CostCenter": "NIET"}, "Ongeldige referentie: Kostenplaats"),
        ({"CostUnit": "NIET"}, "Ongeldige referentie: Kostendrager"),
    ],
)
def test_a_line_that_does_not_fit(refused: Refused, books: Books, changed: dict[str, object], message: str) -> None:
    assert refused(books.line(1, **changed)) == [message]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("1300", "Ongeldig: Grootboekrekeningtype"),
        ("1500", "Ongeldig: Grootboekrekeningtype"),
        ("1000", "Ongeldig: Grootboekrekeningtype"),
        ("1100", "Ongeldig: Grootboekrekeningtype"),
        ("1150", "Ongeldig: Grootboekrekeningtype"),
        ("1160", "Ongeldig: Grootboekrekeningtype"),
        ("1600", "Ongeldig: Grootboekrekeningtype"),
        ("8095", "Geblokkeerd: Grootboekrekening"),
        ("8650", "Verplicht: Kostenplaats"),
        ("8660", "Verplicht: Kostendrager"),
    ],
)
def test_a_ledger_that_does_not_fit(refused: Refused, exact: Api, books: Books, code: str, message: str) -> None:
    ledger = exact.id_of("financial/GLAccounts", code)
    assert refused(books.line(1, GLAccount=ledger)) == [message]


def test_a_mandatory_cost_centre_comes_from_the_ledger(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(1, GLAccount=exact.id_of("financial/GLAccounts", "8640")))
    assert books.lines(entry)[0]["CostCenter"] == "THEATER"


def test_what_is_missing(refused: Refused, exact: Api, books: Books) -> None:
    body = books.body()
    del body["Customer"]
    assert exact.post(ENTRIES, body).expect(500).messages == ["Verplicht: Relatie"]


def test_several_reasons_come_together(refused: Refused, books: Books) -> None:
    messages = refused(books.line(1, VATCode="99"), PaymentCondition="99")
    assert set(messages) == {"Ongeldige referentie: Btw-code", "Ongeldige referentie: Betalingsconditie"}


@pytest.mark.parametrize("status", ["P", "S", "A"])
def test_a_relation_that_is_no_customer(refused: Refused, exact: Api, status: str) -> None:
    assert refused(Customer=new_customer(exact, Status=status)) == ["Ongeldig: Klant (Type)"]


def test_a_supplier_is_no_customer(refused: Refused, exact: Api) -> None:
    supplier = new_customer(exact, Status="A", IsSupplier=True)
    assert refused(Customer=supplier) == ["Ongeldig: Klant (Type)"]


def test_a_blocked_relation(refused: Refused, exact: Api) -> None:
    assert refused(Customer=new_customer(exact, Blocked=True)) == ["Geblokkeerd: Klant"]


def test_an_ended_relation(refused: Refused, exact: Api) -> None:
    ended = new_customer(exact, StartDate="2020-01-01", EndDate="2025-12-31")
    assert refused(Customer=ended) == ["Ongeldig: Klant (Inactief)"]


def test_a_relation_that_begins_later(control: Control, refused: Refused, exact: Api) -> None:
    control.switch(account_start="today")
    young = new_customer(exact)
    assert refused(Customer=young, EntryDate="2026-01-02") == ["Niet actief: Klant"]


def test_no_condition_anywhere(control: Control, sign_in: SignIn) -> None:
    belgium = sign_in(FRENCH, BELGIUM, [BELGIUM], BE_APP)
    books = Books.found_by(belgium)
    assert belgium.post(ENTRIES, books.body()).expect(500).messages == ["Obligatoire: Condition de paiement"]
    books.post(PaymentCondition="30")


def test_in_english_for_an_english_user(control: Control, books: Books, sign_in: SignIn) -> None:
    english = sign_in(ENGLISH)
    answer = english.post(ENTRIES, books.body(books.line(1, VATCode="99"), PaymentCondition="99")).expect(500)
    assert set(answer.messages) == {"Invalid reference: VAT code", "Invalid reference: Payment condition"}


def test_nothing_is_booked_by_a_refusal(control: Control, exact: Api, books: Books, refused: Refused) -> None:
    before = len(control.entries(exact.division))
    refused(books.line(10), books.line(1, VATCode="99"))
    assert len(control.entries(exact.division)) == before


def test_a_ledger_of_another_division(control: Control, refused: Refused, books: Books, sign_in: SignIn) -> None:
    foreign = sign_in(ENGLISH, SECOND).id_of("financial/GLAccounts", "8000")
    assert refused(books.line(1, GLAccount=foreign)) == ["Ongeldige referentie: Grootboekrekening"]
    control.switch(foreign_guid="null")
    entry = books.post(books.line(1, GLAccount=foreign))
    assert books.lines(entry)[0]["GLAccount"] is None


def test_a_journal_closed_behind_our_back(control: Control, exact: Api, books: Books, refused: Refused) -> None:
    control.patch(exact.division, "Journals", {"Code": books.journal}, IsBlocked=True)
    assert refused() == ["Geblokkeerd: Dagboek"]


def test_a_closed_period_of_the_default_journal(control: Control, exact: Api, books: Books) -> None:
    """An entry without Journal goes to that of the administration, with its closed periods."""
    control.call("POST", f"divisions/{exact.division}", {"DefaultSalesJournal": "71"})
    body = books.body(EntryDate="2024-03-01")
    del body["Journal"]
    assert exact.post(ENTRIES, body).expect(500).messages == ["Periode is afgesloten: 2024 – 3"]
    assert exact.post(ENTRIES, body | {"EntryDate": "2026-03-01"}).expect(201).d["Journal"] == "71"
    control.call("POST", f"divisions/{exact.division}", {"DefaultSalesJournal": None})


@pytest.mark.parametrize(
    ("given", "period"),
    [({"ReportingPeriod": 5}, (2026, 5)), ({"ReportingYear": 2025}, (2025, 3)), ({}, (2026, 3))],
)
def test_a_period_or_a_year_alone(control: Control, books: Books, given: Row, period: tuple[int, int]) -> None:
    entry = books.post(EntryDate="2026-03-31", **given)
    assert (entry["ReportingYear"], entry["ReportingPeriod"]) == period


def test_a_period_alone_may_be_closed_or_unknown(refused: Refused) -> None:
    assert refused(EntryDate="2024-08-01", ReportingPeriod=2) == ["Periode is afgesloten: 2024 – 2"]
    assert refused(ReportingPeriod=13) == ["Onbekend: Boekjaar (Periode-datumtabel)"]


def test_period_date_control(control: Control, books: Books, refused: Refused) -> None:
    control.switch(period_date_control="mandatory")
    assert refused(EntryDate="2026-03-31", ReportingPeriod=4) == ["Ongeldig: Periode (Periode-datumcontrole)"]
    assert books.post(EntryDate="2026-03-31", ReportingPeriod=3)["ReportingPeriod"] == 3


def test_a_vat_account_that_is_none(control: Control, exact: Api, books: Books, refused: Refused) -> None:
    revenue = exact.one("financial/GLAccounts", select="ID", filter="Code eq '8000'")["ID"]
    control.patch(exact.division, "VATCodes", {"Code": "2"}, GLToPay=revenue)
    assert refused(books.line(100, VATCode="2")) == ["Ongeldig: Type (Rekening af te dragen btw)"]
    books.post(books.line(100, VATCode="6"))


@pytest.mark.parametrize("kind", ["center", "unit"])
def test_a_cost_centre_where_the_ledger_takes_none(
    control: Control, exact: Api, books: Books, refused: Refused, kind: str
) -> None:
    control.patch(exact.division, "GLAccounts", {"ID": books.revenue}, **{f"UseCost{kind}": 2})
    given, words = {"center": ("ZAAL", "Kostenplaats"), "unit": ("FESTIVAL", "Kostendrager")}[kind]
    assert refused(books.line(1, **{f"Cost{kind.capitalize()}": given})) == [f"Ongeldig: {words}koppeling"]


def test_a_rate_where_the_journal_forbids_one(refused: Refused) -> None:
    assert "Niet toegestaan: Wisselkoers" in refused(Rate=1.5)
