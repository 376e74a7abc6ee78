"""The client against the simulator: what it books and what is not known; what is refused, `test_fake.py` asks."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.entry.comparison import compare
from mice_exact_plugin.domain.entry.entry import sent_of
from mice_exact_plugin.errors import OutcomeUnknown, RateLimited
from mice_exact_plugin.exact.client import ExactClient
from simulator.tests.control import Control
from tests.whole.exact.doors import entry_of, new_debtor, nothing

ENTRIES = {"method": "POST", "path": "salesentry/SalesEntries"}


def test_an_entry_is_booked_and_found_by_key_and_by_reference(client: ExactClient) -> None:
    entry, debtor, key = entry_of(client), new_debtor(client), str(uuid.uuid4())
    posted = client.post_entry(entry, debtor.id, key, leaves=nothing)
    assert (posted.entry_id, posted.gross, posted.journal) == (key, Decimal("1210.00"), "70")
    by_key = client.find_entries([key], [])
    assert by_key == client.find_entries([], [entry.your_ref])
    (found,) = by_key
    assert found == posted
    assert compare(sent_of(entry, debtor.id), found) == ()
    assert found.created is not None
    assert abs(found.created - datetime.now(UTC)) < timedelta(minutes=5)
    assert client.find_entries([str(uuid.uuid4())], []) == []


def test_a_number_that_the_server_chose_is_told_when_no_key_is_sent(client: ExactClient) -> None:
    posted = client.post_entry(entry_of(client), new_debtor(client).id, None, leaves=nothing)
    assert posted.entry_number
    assert client.find_entries([posted.entry_id], [])[0].entry_number == posted.entry_number


@pytest.mark.parametrize(
    ("kind", "booked"),
    [
        ("drop_before", 0),
        ("drop_after_commit", 1),
        ("truncated_json", 1),
        ("html_500", 0),
        ("html_503", 0),
        ("json_500", 0),
    ],
)
def test_a_write_that_fails_on_the_way_may_or_may_not_have_been_booked(
    control: Control, client: ExactClient, kind: str, booked: int
) -> None:
    entry, debtor, key = entry_of(client), new_debtor(client), str(uuid.uuid4())
    control.fault(kind, ENTRIES)
    with pytest.raises(OutcomeUnknown):
        client.post_entry(entry, debtor.id, key, leaves=nothing)
    assert len(client.find_entries([key], [entry.your_ref])) == booked


def test_a_wrong_label_on_a_right_answer_does_not_matter(control: Control, client: ExactClient) -> None:
    key, entry, debtor = str(uuid.uuid4()), entry_of(client), new_debtor(client)
    control.fault("wrong_content_type", ENTRIES)
    assert client.post_entry(entry, debtor.id, key, leaves=nothing).entry_id == key


def test_a_429_books_nothing_and_says_when(control: Control, client: ExactClient) -> None:
    entry, debtor, key = entry_of(client), new_debtor(client), str(uuid.uuid4())
    control.fault("429", ENTRIES)
    with pytest.raises(OutcomeUnknown) as raised:
        client.post_entry(entry, debtor.id, key, leaves=nothing)
    assert isinstance(raised.value.pause, RateLimited)
    assert raised.value.pause.not_before
    assert client.find_entries([key], []) == []
