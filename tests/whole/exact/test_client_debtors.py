"""The client against the simulator: new debtors, and what a user may do; everything else `test_fake.py` asks."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from mice_exact_plugin.domain.invoice import Debtor
from mice_exact_plugin.exact.client import ExactClient
from simulator.tests.control import Control
from tests.exact.build import DEBTOR
from tests.whole.exact.doors import nothing


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


@pytest.mark.parametrize("shape", ["wrapped", "bare"])
def test_a_right_can_be_asked_for(control: Control, client: ExactClient, reader: ExactClient, shape: str) -> None:
    control.switch(rights_answer=shape)
    assert client.has_right("crm/Accounts", "POST")
    assert not reader.has_right("crm/Accounts", "POST")
