"""What leaves for Exact: bodies and queries."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.entry.entry import EntryLine, SeenEntry
from mice_exact_plugin.exact.wire import entries, reference, relations
from mice_exact_plugin.exact.wire.envelope import Garbled, encoded, record
from tests.exact.build import ACCOUNT, DEBTOR, ENTRY, KEY, LINE


def test_an_entry_is_written_without_zones_nulls_or_anything_not_ours() -> None:
    assert json.loads(encoded(entries.new_entry(ENTRY, ACCOUNT, KEY)), parse_float=Decimal) == {
        "EntryID": KEY,
        "Customer": ACCOUNT,
        "Journal": "70",
        "EntryDate": "2026-03-01",
        "DueDate": "2026-03-31",
        "YourRef": "F2026-00123",
        "Description": "F2026-00123",
        "Currency": "EUR",
        "PaymentCondition": "30",
        "SalesEntryLines": [
            {
                "GLAccount": LINE.gl_account_id,
                "VATCode": "2",
                "AmountFC": Decimal("1000.00"),
                "Description": "Zaalhuur",
            },
            {
                "GLAccount": LINE.gl_account_id,
                "VATCode": "2",
                "AmountFC": Decimal("-0.10"),
                "VATAmountFC": Decimal("-0.03"),
                "Description": "Zaalhuur",
                "CostCenter": "ZAAL",
            },
        ],
    }


def test_an_entry_without_key_or_condition_leaves_them_out() -> None:
    body = entries.new_entry(replace(ENTRY, payment_condition=None), ACCOUNT, None)
    assert not {"EntryID", "PaymentCondition"} & set(body)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_an_amount_is_a_json_number_that_reads_back_to_the_cent(amount: Decimal) -> None:
    written = encoded(entries.new_entry(replace(ENTRY, lines=(replace(LINE, net=amount),)), ACCOUNT, KEY))
    read = json.loads(written, parse_float=Decimal, parse_int=Decimal)["SalesEntryLines"][0]["AmountFC"]
    assert isinstance(read, Decimal)
    assert read == amount
    assert Decimal(repr(float(read))) == amount


def test_a_fraction_of_a_cent_is_not_rounded_away() -> None:
    with pytest.raises(ValueError, match="cents"):
        entries.new_entry(replace(ENTRY, lines=(replace(LINE, net=Decimal("0.005")),)), ACCOUNT, KEY)


@given(st.text(max_size=60))
def test_any_text_reads_back(text: str) -> None:
    written = encoded(entries.new_entry(replace(ENTRY, description=text), ACCOUNT, KEY))
    assert json.loads(written)["Description"] == text


def test_the_answer_to_a_post_may_withhold_everything_but_the_key() -> None:
    told = entries.PostedRow(EntryID=KEY.upper(), EntryNumber=26700123, AmountFC=Decimal("1209.8700001"), Journal="70 ")
    seen = SeenEntry(KEY, 26700123, gross=Decimal("1209.87"), journal="70")
    assert entries.posted(told, None) == seen
    assert entries.posted(entries.PostedRow(), KEY) == SeenEntry(KEY)
    with pytest.raises(Garbled):
        entries.posted(entries.PostedRow(), None)


LEDGER_LINE = f'{{"GLAccount":"{ACCOUNT.upper()}","VATCode":"2  ","AmountFC":100.00000001,"VATAmountFC":21}}'

#: Blank is told; what is not there is not.
WITH_COSTS = LEDGER_LINE.replace("}", ',"CostCenter":null,"CostUnit":"FEEST "}')


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ('{"__deferred":{"uri":"x"}}', None),
        ("null", None),
        ('{"results":[]}', ()),
        (f"[{LEDGER_LINE}]", (EntryLine(ACCOUNT, "2", Decimal("100.00"), Decimal("21.00")),)),
        (f'{{"results":[{LEDGER_LINE}]}}', (EntryLine(ACCOUNT, "2", Decimal("100.00"), Decimal("21.00")),)),
        (f"[{WITH_COSTS}]", (EntryLine(ACCOUNT, "2", Decimal("100.00"), Decimal("21.00"), "", "FEEST"),)),
        ('[{"GLAccount":null,"AmountFC":null}]', None),
    ],
)
def test_the_answer_to_a_post_may_carry_its_lines(written: str, lines: tuple[EntryLine, ...] | None) -> None:
    body = f'{{"d":{{"EntryID":"{KEY}","SalesEntryLines":{written}}}}}'.encode()
    assert entries.posted(record(body, entries.PostedRow), None).lines == lines


def test_a_new_relation_carries_what_the_invoice_tells() -> None:
    assert relations.new_account(DEBTOR, ACCOUNT, frozenset()) == {
        "ID": ACCOUNT,
        "Name": "Het Huis 'aan de Gracht' B.V.",
        "Status": "C",
        "AddressLine1": "Markt 1",
        "Postcode": "1234 AB",
        "City": "Utrecht",
        "Country": "NL",
        "Email": "ap@example.com",
        "VATNumber": "NL001234567B01",
        "ChamberOfCommerce": "12345678",
    }


def test_what_exact_refused_is_left_out() -> None:
    body = relations.new_account(DEBTOR, ACCOUNT, {"email", "vat_number", "coc_number", "id"})
    assert not {"Email", "VATNumber", "ChamberOfCommerce", "ID"} & set(body)


@pytest.mark.parametrize(
    ("changes", "sent"),
    [
        ({"country": "Duitsland", "postcode": "D-50667"}, {"Country": "DE", "Postcode": "50667"}),
        ({"country": "PT", "postcode": "PT-1000-001"}, {"Country": "PT", "Postcode": "1000-001"}),
        ({"vat_number": "nl 0044.95.445.B01"}, {"VATNumber": "NL004495445B01"}),
        ({"vat_number": "niet te lezen", "coc_number": "n.v.t."}, {"VATNumber": "niet te lezen"}),
        ({"name": "n.v.t.", "email": "An <AN@Peeters.example>"}, {"Name": "An Peeters", "Email": "an@peeters.example"}),
        ({"email": "een@a.nl; twee@a.nl"}, {"Email": "een@a.nl; twee@a.nl"}),
    ],
)
def test_what_is_understood_is_sent_in_one_form_and_the_rest_as_it_stands(
    changes: dict[str, str], sent: dict[str, str]
) -> None:
    body = relations.new_account(replace(DEBTOR, **changes), ACCOUNT, frozenset(), home_country="NL")
    assert {name: body[name] for name in sent} == sent
    assert "n.v.t." not in body.values()


@pytest.mark.parametrize("country", ["Duitslnd", "", None, "   "])
def test_a_country_that_is_not_understood_is_left_out(country: str | None) -> None:
    assert "Country" not in relations.new_account(replace(DEBTOR, country=country), ACCOUNT, frozenset())


def test_a_long_name_is_cut_and_a_person_is_named_in_full() -> None:
    assert len(relations.new_account(replace(DEBTOR, name="y" * 200), ACCOUNT, frozenset())["Name"]) == 50
    assert relations.new_account(replace(DEBTOR, name=None), ACCOUNT, frozenset())["Name"] == "An Peeters"
    with pytest.raises(ValueError, match="without a name"):
        relations.new_account(replace(DEBTOR, name="", first_name=None, last_name=" "), ACCOUNT, frozenset())


def test_a_created_relation_is_what_the_answer_says_and_nothing_that_was_sent() -> None:
    blank = relations.created(relations.AccountRow(), KEY)
    assert (blank.id, blank.code, blank.name, blank.status, blank.start_date) == (KEY, "", "", None, None)
    full = relations.created(relations.AccountRow(ID=ACCOUNT, Code="               143", Country="NL "), KEY)
    assert (full.id, full.code, full.country, full.vat_number) == (ACCOUNT, "143", "NL", None)
    with pytest.raises(Garbled):
        relations.created(relations.AccountRow(), None)


def test_a_relation_is_written_by_its_key_and_only_with_its_status() -> None:
    assert relations.account_path(ACCOUNT) == f"crm/Accounts(guid'{ACCOUNT}')"
    assert relations.promotion() == {"Status": "C"}


def test_entries_are_searched_by_key_and_by_reference() -> None:
    (query,) = entries.searches([KEY], ["O'B-1 ", "2026-2"])
    assert query.endpoint == "salesentry/SalesEntries"
    assert (
        query.options["$filter"] == f"(EntryID eq guid'{KEY}' or trim(YourRef) eq 'O''B-1' or trim(YourRef) eq 'o''b-1'"
        " or trim(YourRef) eq '2026-2')"
    )
    (one,) = entries.searches([], ["2026-2"])
    assert one.options["$filter"] == "trim(YourRef) eq '2026-2'"
    (whole,) = entries.searches([], ["2026-2"], trims=False)
    assert whole.options["$filter"] == "YourRef eq '2026-2'"
    assert list(entries.searches([], [])) == []


def test_eighty_references_cost_two_calls() -> None:
    assert len(list(entries.searches([], [f"F{number}" for number in range(80)]))) == 2


def test_sync_endpoints_are_asked_for_their_row_version() -> None:
    query = relations.account_changes(0)
    assert query.options["$filter"] == "Timestamp gt 1L"
    assert query.options["$select"].startswith("Timestamp,ID,")
    assert "Timestamp" not in next(relations.accounts([ACCOUNT])).options["$select"]
    assert reference.gl_account_changes(77).options["$filter"] == "Timestamp gt 77L"


def test_closed_periods_are_asked_of_our_journals() -> None:
    assert reference.closed_periods(["70", "71"]).options["$filter"] == (
        "Status eq 1 and (Journal eq '70' or Journal eq '71')"
    )
