"""Relations: making, finding, changing and removing them."""

import uuid

import pytest

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books, new_customer, reference
from simulator.tests.control import Control

ACCOUNTS = "crm/Accounts"


def account(exact: Api, **changed: object) -> Row:
    body = {"Name": f"Proefklant {reference()}", "Status": "C"} | changed
    row: Row = exact.post(ACCOUNTS, body).expect(201).d
    return row


def address(row: Row) -> str:
    return f"{ACCOUNTS}(guid'{row['ID']}')"


def test_the_next_code_is_given_out(control: Control, exact: Api) -> None:
    first, second = account(exact), account(exact)
    assert int(second["Code"]) == int(first["Code"]) + 1


def test_only_a_name_is_mandatory(control: Control, exact: Api) -> None:
    assert exact.post(ACCOUNTS, {"Name": "Alleen een naam"}).expect(201).d["Name"] == "Alleen een naam"
    assert exact.post(ACCOUNTS, {"Status": "C"}).expect(500).messages == ["Verplicht: Naam"]


def test_reads_back_as_written(exact: Api) -> None:
    written = {
        "AddressLine1": "Markt 1", "Postcode": "1234 AB", "City": "Voorbeeldstad", "Email": "ap@example.com",
        "ChamberOfCommerce": "12345678", "VATNumber": "NL001234567B01",
    }  # fmt: skip
    made = account(exact, Country="NL", **written)
    row = exact.one(ACCOUNTS, filter=f"ID eq guid'{made['ID']}'")
    assert {name: row[name] for name in written} == written
    assert (row["Country"], row["Status"], row["Blocked"]) == ("NL ", "C", False)


def test_found_by_name_and_postcode(exact: Api) -> None:
    made = account(exact, Name=f"Hof & Haard {reference()}", Postcode="1234 AB")
    found = exact.one(ACCOUNTS, select="ID", filter=f"Name eq '{made['Name']}' and Postcode eq '1234 AB'")
    assert found["ID"] == made["ID"]


@pytest.mark.parametrize("field", ["SearchCode", "ChamberOfCommerce", "VATNumber", "Email", "CodeAtSupplier"])
def test_found_by_another_key(control: Control, exact: Api, field: str) -> None:
    value = {"Email": "zoek@example.com", "SearchCode": "ZOEK1"}.get(field, "87654321")
    made = account(exact, **{field: value})
    condition = f"trim({field}) eq '{value}'"
    assert made["ID"] in [row["ID"] for row in exact.all(ACCOUNTS, select="ID", filter=condition)]


def test_a_taken_code_is_refused(control: Control, exact: Api) -> None:
    account(exact, Code="777001")
    answer = exact.post(ACCOUNTS, {"Name": "x", "Code": "777001"}).expect(500)
    assert answer.messages == ["Gegeven bestaat reeds."]


def test_a_bad_mail_address_is_refused(control: Control, exact: Api) -> None:
    answer = exact.post(ACCOUNTS, {"Name": "x", "Email": "geen adres"}).expect(500)
    assert answer.messages == ["Ongeldig: E-mail []"]


def test_several_refusals_come_together(control: Control, exact: Api) -> None:
    answer = exact.post(ACCOUNTS, {"Email": "geen adres"}).expect(500)
    assert set(answer.messages) == {"Verplicht: Naam", "Ongeldig: E-mail []"}
    assert "\r\n" in answer.message


def test_a_name_of_51_characters_is_refused_or_cut(control: Control, exact: Api) -> None:
    assert exact.post(ACCOUNTS, {"Name": "n" * 50}).status == 201
    assert exact.post(ACCOUNTS, {"Name": "n" * 51}).status in {400, 500}
    control.switch(too_long_text="truncate")
    assert exact.post(ACCOUNTS, {"Name": "n" * 51}).expect(201).d["Name"] == "n" * 50


def test_a_prospect_becomes_a_customer(exact: Api, books: Books) -> None:
    prospect = account(exact, Status="P")
    exact.put(address(prospect), {"Status": "C"}).expect(204)
    books.post(Customer=prospect["ID"])


def test_put_changes_only_what_is_sent(exact: Api) -> None:
    made = account(exact, City="Zwolle", Postcode="8011 AA")
    exact.put(address(made), {"City": "Deventer"}).expect(204)
    row = exact.one(ACCOUNTS, select="City,Postcode", filter=f"ID eq guid'{made['ID']}'")
    assert (row["City"], row["Postcode"]) == ("Deventer", "8011 AA")


def test_delete(exact: Api) -> None:
    made = account(exact)
    exact.delete(address(made)).expect(204)
    assert exact.get(ACCOUNTS, select="ID", filter=f"ID eq guid'{made['ID']}'").expect(200).rows == []


def test_a_relation_with_entries_stays(control: Control, exact: Api, books: Books) -> None:
    customer = new_customer(exact)
    books.post(Customer=customer)
    assert exact.delete(f"{ACCOUNTS}(guid'{customer}')").expect(500).message


def test_an_id_of_our_own(control: Control, exact: Api) -> None:
    ours = str(uuid.uuid4())
    assert account(exact, ID=ours)["ID"] == ours
    exact.post(ACCOUNTS, {"Name": "Nog eens", "ID": ours}).expect(500)


def test_an_id_of_our_own_accepted_as_new(control: Control, exact: Api) -> None:
    control.switch(account_id="accept_as_new")
    ours = str(uuid.uuid4())
    assert account(exact, ID=ours)["ID"] == ours
    assert account(exact, ID=ours)["ID"] != ours


def test_an_id_of_our_own_ignored(control: Control, exact: Api) -> None:
    control.switch(account_id="ignore")
    ours = str(uuid.uuid4())
    assert account(exact, ID=ours)["ID"] != ours


def test_bank_accounts_do_not_come_along(control: Control, exact: Api) -> None:
    body = {"Name": "Met bank", "BankAccounts": [{"BankAccount": "NL91ABNA0417164300"}]}
    assert "'BankAccounts'" in exact.post(ACCOUNTS, body).expect(400).message
    made = account(exact)
    bank = {"Account": made["ID"], "BankAccount": "NL91ABNA0417164300"}
    assert exact.post("crm/BankAccounts", bank).expect(201).d["AccountName"] == made["Name"]


def test_bank_accounts_are_a_link(control: Control, exact: Api) -> None:
    row = exact.one(ACCOUNTS, filter=f"ID eq guid'{new_customer(exact)}'")
    assert exact.get(row["BankAccounts"]["__deferred"]["uri"]).expect(200).rows == []
