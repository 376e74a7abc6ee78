"""The client against the simulator: debtors found, created and promoted, never twice."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date

import pytest

from mice_exact_plugin.domain.invoice import Debtor
from mice_exact_plugin.errors import NotAllowed, Refused
from mice_exact_plugin.exact.client import ExactClient
from simulator.tests.control import VENUE, Control
from tests.exact.build import DEBTOR
from tests.whole.exact.doors import new_debtor, nothing


def test_a_debtor_is_created_under_our_id_found_and_never_twice(client: ExactClient) -> None:
    account_id = str(uuid.uuid4())
    created = client.create_crm_account(DEBTOR, account_id, leaves=nothing)
    assert (created.id, created.status, created.postcode, created.country) == (account_id, "C", "1234 AB", "NL")
    assert created.code.isdigit()
    assert client.find_crm_accounts([account_id, str(uuid.uuid4())]) == [created]
    with pytest.raises(Refused) as refusal:
        client.create_crm_account(DEBTOR, account_id, leaves=nothing)
    assert refusal.value.kind == "exists"


def test_a_debtor_is_active_from_the_day_that_is_sent(control: Control, client: ExactClient) -> None:
    control.switch(account_start="today")
    account_id = str(uuid.uuid4())
    assert client.create_crm_account(DEBTOR, account_id, start=date(2026, 1, 1), leaves=nothing).start_date == date(
        2026, 1, 1
    )
    assert client.find_crm_accounts([account_id])[0].start_date == date(2026, 1, 1)


def test_a_debtor_without_most_of_his_details_is_created_too(client: ExactClient) -> None:
    bare = Debtor("Xantippe", *[None] * 10)
    created = client.create_crm_account(bare, str(uuid.uuid4()), omit={"email"}, leaves=nothing)
    assert (created.name, created.postcode, created.country) == ("Xantippe", None, None)


def test_an_address_that_exact_refuses_is_named_and_can_be_left_out(client: ExactClient) -> None:
    debtor, account_id = replace(DEBTOR, email="geen adres"), str(uuid.uuid4())
    with pytest.raises(Refused) as refusal:
        client.create_crm_account(debtor, account_id, leaves=nothing)
    assert refusal.value.reference == "email"
    assert client.create_crm_account(debtor, account_id, omit={"email"}, leaves=nothing).id == account_id


def test_a_prospect_becomes_a_customer(control: Control, client: ExactClient) -> None:
    account = new_debtor(client)
    control.patch(VENUE, "Accounts", {"ID": account.id}, Status="P")
    for _ in range(2):
        client.promote_crm_account(account.id)
    assert client.find_crm_accounts([account.id])[0].status == "C"


@pytest.mark.parametrize("shape", ["wrapped", "bare"])
def test_a_right_can_be_asked_for(control: Control, client: ExactClient, reader: ExactClient, shape: str) -> None:
    control.switch(rights_answer=shape)
    assert client.has_right("crm/Accounts", "POST")
    assert not reader.has_right("crm/Accounts", "POST")


def test_a_user_without_the_right_may_not_book(reader: ExactClient) -> None:
    with pytest.raises(NotAllowed):
        reader.create_crm_account(DEBTOR, str(uuid.uuid4()), leaves=nothing)
