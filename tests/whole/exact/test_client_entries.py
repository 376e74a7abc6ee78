"""The client against the simulator: what it books, what is refused, and what is not known."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.entry.comparison import compare
from mice_exact_plugin.domain.entry.entry import SalesEntry, SalesEntryLine, sent_of
from mice_exact_plugin.errors import OutcomeUnknown, RateLimited, Refused
from mice_exact_plugin.exact.client import ExactClient
from simulator.tests.control import VENUE, Control
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


def test_cents_of_difference_and_credits_arrive_as_sent(client: ExactClient) -> None:
    entry, debtor = entry_of(client), new_debtor(client)
    line = replace(entry.lines[0], net=Decimal("-0.83"), vat=Decimal("-0.18"), vat_override=True)
    posted = client.post_entry(
        replace(entry, lines=(line,), is_credit=True), debtor.id, str(uuid.uuid4()), leaves=nothing
    )
    assert posted.gross == Decimal("-1.01")


def test_a_number_that_the_server_chose_is_told_when_no_key_is_sent(client: ExactClient) -> None:
    posted = client.post_entry(entry_of(client), new_debtor(client).id, None, leaves=nothing)
    assert posted.entry_number
    assert client.find_entries([posted.entry_id], [])[0].entry_number == posted.entry_number


def test_a_repeated_key_is_refused(client: ExactClient) -> None:
    entry, debtor, key = entry_of(client), new_debtor(client), str(uuid.uuid4())
    client.post_entry(entry, debtor.id, key, leaves=nothing)
    with pytest.raises(Refused):
        client.post_entry(entry, debtor.id, key, leaves=nothing)
    assert len(client.find_entries([key], [entry.your_ref])) == 1


@pytest.mark.parametrize(
    ("spoil", "reference"),
    [
        (lambda entry: replace(entry, journal="999"), "journal"),
        (lambda entry: replace(entry, payment_condition="??"), "payment_condition"),
        (lambda entry: replace(entry, entry_date=date(1999, 1, 1), due_date=date(1999, 2, 1)), "period"),
        (lambda entry: with_line(entry, vat_code="zzz"), "vat_code"),
        (lambda entry: with_line(entry, gl_account_id=str(uuid.uuid4())), "gl_account"),
        (lambda entry: with_line(entry, cost_center="NERGENS"), "cost_center"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_refusal_names_the_reference(
    client: ExactClient, spoil: Callable[[SalesEntry], SalesEntry], reference: str
) -> None:
    debtor = new_debtor(client)
    with pytest.raises(Refused) as refusal:
        client.post_entry(spoil(entry_of(client)), debtor.id, str(uuid.uuid4()), leaves=nothing)
    assert refusal.value.reference == reference
    assert refusal.value.messages


def with_line(entry: SalesEntry, **changes: str) -> SalesEntry:
    line: SalesEntryLine = replace(entry.lines[0], **changes)  # type: ignore[arg-type]  # only its texts are changed
    return replace(entry, lines=(line,))


@pytest.mark.parametrize("change", [{"Blocked": True}, {"Status": "P"}])
def test_a_customer_who_cannot_be_booked_on_is_named(
    control: Control, client: ExactClient, change: dict[str, object]
) -> None:
    debtor = new_debtor(client)
    control.patch(VENUE, "Accounts", {"ID": debtor.id}, **change)
    for account_id in (debtor.id, str(uuid.uuid4())):
        with pytest.raises(Refused) as refusal:
            client.post_entry(entry_of(client), account_id, str(uuid.uuid4()), leaves=nothing)
        assert refusal.value.reference == "customer"


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
