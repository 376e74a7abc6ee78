"""Records as Exact sends them, some cut from recorded answers, become values of the domain."""

from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest

from mice_exact_plugin.domain.entry.entry import SeenEntry
from mice_exact_plugin.domain.reference import (
    ClosedPeriod,
    CrmAccount,
    Division,
    FinancialPeriod,
    GLAccount,
    Journal,
    PaymentCondition,
    Use,
    VatCode,
    VatPercentage,
)
from mice_exact_plugin.exact.wire import entries, identity, reference, relations
from mice_exact_plugin.exact.wire.envelope import ValueRow, page, record
from mice_exact_plugin.exact.wire.odd import Odd

GUID = "71b961de-b9f3-49fe-883d-0f46c7e0e89b"


def shell(record: str) -> bytes:
    return f'{{"d":{{{record}}}}}'.encode()


READINGS = [
    (
        identity.MeRow,
        f'"UserID":"{GUID}","UserName":"an","FullName":"An Peeters","CurrentDivision":1000001,"LanguageCode":"nl-NL"',
        identity.Me(GUID, "an", "An Peeters", 1000001, "nl-NL"),
    ),
    (
        identity.DivisionRow,
        '"Code":499156,"Hid":"12","Description":" De Zaal ","Country":"NL ","Currency":"EUR","Status":1',
        Division(499156, 12, "De Zaal", "NL", "EUR", is_active=True),
    ),
    (
        identity.DivisionRow,
        '"Code":499157,"Hid":null,"Description":"Oud","Country":"BE ","Currency":"EUR","Status":2',
        Division(499157, None, "Oud", "BE", "EUR", is_active=False, is_archived=True),
    ),
    (
        reference.GLAccountRow,
        f'"BalanceSide":"D","BalanceType":"W","Code":"4406","Costcenter":null,"Costunit":"K1 ","Description":"Test",'
        f'"ID":"{GUID.upper()}","IsBlocked":false,"Type":120,"UseCostcenter":0,"UseCostunit":1',
        GLAccount(GUID, "4406", "Test", 120, False, Use.OPTIONAL, Use.MANDATORY, None, "K1"),
    ),
    (
        reference.JournalRow,
        f'"ID":"{GUID}","Code":"70","Description":"Verkoopboek","Type":20,"IsBlocked":true,"Currency":"EUR"',
        Journal(GUID, "70", "Verkoopboek", 20, True, "EUR"),
    ),
    (
        reference.JournalRow,
        f'"ID":"{GUID}","Code":"71","Type":20,"IsBlocked":false,"Currency":"EUR","AllowVariableCurrency":true',
        Journal(GUID, "71", "", 20, False, None),
    ),
    (
        reference.VatPercentageRow,
        '"Percentage":0.19,"StartDate":"/Date(978307200000)/","EndDate":"/Date(1348963200000)/","Type":0',
        VatPercentage(Decimal(19), date(2001, 1, 1), date(2012, 9, 30)),
    ),
    (
        reference.PaymentConditionRow,
        f'"ID":"{GUID}","Code":"30","Description":"30 dagen","PaymentDays":30,"PaymentMethod":"B"',
        PaymentCondition(GUID, "30", "30 dagen", 30, 0, "B"),
    ),
    (
        reference.PeriodRow,
        '"FinYear":2026,"FinPeriod":3,"StartDate":"/Date(1772323200000)/","EndDate":"/Date(1774915200000)/"',
        FinancialPeriod(2026, 3, date(2026, 3, 1), date(2026, 3, 31)),
    ),
    (reference.ClosedPeriodRow, '"Journal":"70","Year":2026,"Period":2', ClosedPeriod("70", 2026, 2)),
    (
        relations.AccountRow,
        f'"Blocked":false,"ChamberOfCommerce":null,"City":"Houten","Code":"                 8","Country":"NL ",'
        f'"EndDate":null,"ID":"{GUID}","IsSupplier":true,"Name":"Albex Winkelinrichting B.V.","Postcode":"3995",'
        '"PaymentConditionSales":null,"Status":"A","VATNumber":null,"Language":"NL        "',
        CrmAccount(GUID, "8", "Albex Winkelinrichting B.V.", "3995", "Houten", "NL", "A", False, is_supplier=True),
    ),
    (
        relations.AccountRow,
        f'"ID":"{GUID}","Name":"X","Status":"C","Blocked":true,"IsAnonymised":1,"EndDate":"/Date(1774915200000)/",'
        '"VATNumber":"NL001234567B01","ChamberOfCommerce":"12345678","PaymentConditionSales":"14",'
        '"Email":"a@b.nl","AddressLine1":"Kade 1",'
        '"StartDate":"/Date(1772323200000)/"',
        CrmAccount(
            id=GUID,
            code="",
            name="X",
            postcode=None,
            city=None,
            country=None,
            status="C",
            is_blocked=True,
            is_anonymised=True,
            end_date=date(2026, 3, 31),
            vat_number="NL001234567B01",
            coc_number="12345678",
            has_payment_condition=True,
            street="Kade 1",
            start_date=date(2026, 3, 1),
            email="a@b.nl",
            payment_condition="14",
        ),
    ),
    (relations.DeletedRow, f'"EntityType":2,"EntityKey":"{GUID.upper()}"', (2, GUID)),
    (
        entries.FoundRow,
        f'"EntryID":"{GUID}","EntryNumber":26700123,"YourRef":"F1 ","AmountFC":1700.5000000000002,"Customer":"{GUID}",'
        '"Created":"/Date(1773446400000)/","Status":20,"Journal":"70"',
        SeenEntry(GUID, 26700123, "F1", GUID, Decimal("1700.50"), datetime(2026, 3, 13, 23, tzinfo=UTC), 20, "70"),
    ),
]


@pytest.mark.parametrize(("row", "written", "read"), READINGS)
def test_a_record_becomes_a_value(row: type[ValueRow[object]], written: str, read: object) -> None:
    assert record(shell(written), row).value() == read


UNREADABLE = [
    (identity.MeRow, f'"UserID":"{GUID}"'),
    (identity.DivisionRow, '"Description":"De Zaal"'),
    (reference.GLAccountRow, f'"ID":"{GUID}","Type":null'),
    (reference.GLAccountRow, '"Type":110'),
    (reference.JournalRow, f'"ID":"{GUID}"'),
    (reference.PaymentConditionRow, '"Code":"30"'),
    (reference.PeriodRow, '"FinYear":2026,"FinPeriod":3'),
    (reference.ClosedPeriodRow, '"Journal":"70"'),
    (relations.AccountRow, '"Name":"X"'),
    (relations.AccountRow, f'"ID":"{GUID}","EndDate":"gisteren"'),
    (relations.DeletedRow, f'"EntityKey":"{GUID}"'),
    (entries.FoundRow, f'"EntryID":"{GUID}","AmountFC":null'),
    (entries.FoundRow, '"AmountFC":1'),
]


@pytest.mark.parametrize(("row", "written"), UNREADABLE)
def test_a_record_without_what_matters_is_no_value(row: type[ValueRow[object]], written: str) -> None:
    with pytest.raises(ValueError, match=r"without|date|neither|nothing"):
        record(shell(written), row).value()


CODES = b"""{"d":{"results":[
  {"ID":"AA","Code":"2  ","Description":"Btw hoog","Percentage":0.21,"Type":"E","VATTransactionType":"S",
   "EUSalesListing":"N "},
  {"ID":"BB","Code":"0  ","Description":"Geen btw","Percentage":null,"Type":"N","VATTransactionType":"B",
   "EUSalesListing":"S","Charged":true},
  {"ID":"CC","Code":"9  ","Description":"Nieuw soort","Percentage":0.1,"Type":"Z","VATTransactionType":"S"},
  {"ID":"DD","Code":"8  ","Description":"Zonder lijst","Percentage":0.09,"Type":"E","VATTransactionType":"P",
   "EUSalesListing":"Q"}]}}"""
PERCENTAGES = b"""{"d":[
  {"VATCodeID":"aa","Percentage":0.19,"StartDate":null,"EndDate":"/Date(1348963200000)/","Type":0},
  {"VATCodeID":"AA","Percentage":0.21,"StartDate":"/Date(1349049600000)/","EndDate":null,"Type":null},
  {"VATCodeID":"aa","Percentage":0.05,"StartDate":null,"EndDate":null,"Type":1}]}"""


def test_vat_codes_get_their_percentages_from_a_list_of_their_own() -> None:
    codes = page(CODES, reference.VatCodeRow).rows
    joined, odd = reference.joined(codes, page(PERCENTAGES, reference.VatPercentageRow).rows)
    assert odd == []
    for_ever = (VatPercentage(Decimal(0), None, None),)
    history = (
        VatPercentage(Decimal(19), None, date(2012, 9, 30)),
        VatPercentage(Decimal(21), date(2012, 10, 1), None),
    )
    assert joined == [
        VatCode("aa", "2", "Btw hoog", "E", "S", False, history, "N"),
        VatCode("bb", "0", "Geen btw", "N", "B", False, for_ever, "S", is_charged=True),
        VatCode("dd", "8", "Zonder lijst", "E", "P", False, (VatPercentage(Decimal(9), None, None),), "unknown"),
    ]


@pytest.mark.parametrize(
    ("written", "is_plain"),
    [
        ('"PaymentDays":30,"Percentage":1', True),
        ('"PaymentDays":30', True),
        ('"PaymentDays":30,"Percentage":1,"DiscountPercentage":0.02,"DiscountPaymentDays":8', False),
        ('"PaymentDays":30,"Percentage":0.5', False),
        ('"PaymentDays":30,"PaymentEndOfMonths":1', False),
    ],
)
def test_a_condition_is_plain_when_it_is_days_alone(written: str, is_plain: bool) -> None:
    row = record(shell(f'"ID":"{GUID}","Code":"30","PaymentMethod":"B",{written}'), reference.PaymentConditionRow)
    assert row.value().is_plain is is_plain


def test_what_0_1_mirrored_of_a_code_is_not_known_to_be_for_the_eu() -> None:
    kept = {"id": "a", "code": "7", "description": "ICP", "type": "B", "transaction_type": "S", "is_blocked": False}
    code = msgspec.convert(kept, VatCode)
    assert (code.eu_listing, code.is_for_eu) == ("unknown", False)


def test_a_vat_code_of_which_something_makes_no_sense_is_left_out_by_name() -> None:
    codes = [reference.VatCodeRow(Code="1", Description="Zonder id")]
    codes += [reference.VatCodeRow(ID=each, Code=each, Type="E", VATTransactionType="S") for each in ("a", "b", "c")]
    rates = [reference.VatPercentageRow(VATCodeID=each, Percentage=Decimal("0.21"), Type=0) for each in ("a", "b", "c")]
    rates += [reference.VatPercentageRow(VATCodeID="B", Percentage=Decimal("Infinity"), Type=0)]
    values, odd = reference.joined(codes, rates, [Odd("c", "", "", "Percentage")])
    assert [value.id for value in values] == ["a"]
    assert [(each.id, each.code, each.name, each.field) for each in odd] == [
        ("", "1", "Zonder id", ""),
        ("b", "b", "", "Percentage"),
        ("c", "c", "", "Percentage"),
    ]
