"""A batch is read before it is sent: what is booked or decided of its customers meanwhile counts, and is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import ahead, slice
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import row_of
from mice_exact_plugin.decisions import debtor_choice
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.customer import customer_of
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.mirror import binding_table
from mice_exact_plugin.mirror.binding_table import BindingState
from mice_exact_plugin.runtime import Person
from tests.domain import build

if TYPE_CHECKING:
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.mirror.binding_table import Known
    from tests.fake.office import Office

FOUND, CHOSEN = (f"{digit * 8}-aaaa-5111-8111-111111111111" for digit in "23")
ANKE = Person("1", "Anke")


def of(office: Office, invoice: Invoice) -> Customer:
    work = office.work()
    client = invoice.debtor.client_id
    customer = customer_of(invoice.debtor, work.link.division_country, work.forms.keyed, client)
    assert customer is not None, "it has a name"
    return customer


def bound(office: Office, customer: Customer, account_id: str, **columns: Any) -> None:
    row = row_of(office.link.place, bindings.key_of(customer), customer, account_id, 0)
    row.bound_at = office.time.now
    for name, value in columns.items():
        setattr(row, name, value)
    with step(office.session):
        office.session.merge(row)


def binding(office: Office, invoice: Invoice) -> Known | None:
    key, place = bindings.key_of(of(office, invoice)), office.link.place
    with step(office.session):
        return binding_table.known(office.session, *place, key)


def of_a_name(name: str, invoice_id: str, day: int = 14) -> Invoice:
    plain = build.invoice(build.line("100.00", "21.00"))
    debtor = replace(plain.debtor, name=name, vat_number=None, coc_number=None)
    moved = replace(plain, id=invoice_id, identifier=f"F{invoice_id}", debtor=debtor)
    return replace(moved, invoice_date=date(2026, 3, day))


def relation(account_id: str, name: str, **fields: Any) -> CrmAccount:
    return build.account(account_id, name=name, vat_number=None, coc_number=None, has_payment_condition=True, **fields)


def test_a_booking_tells_who_the_same_client_is_in_the_same_batch(office: Office) -> None:
    """His binding knows no client; his second invoice has no address by which the relation could be found."""
    office.knows(relation(FOUND, "Jan Jansen"))
    first = of_a_name("", "1")
    person = replace(first.debtor, name=None, first_name="Jan", last_name="Jansen", client_id="c1")
    first = replace(first, debtor=person)
    bare = replace(person, postcode=None, city=None, address_line_1=None, email=None)
    bound(office, of(office, replace(first, debtor=replace(person, client_id=None))), FOUND)
    office.send(first, replace(first, id="2", identifier="F2", debtor=bare))

    office.again()

    assert [(office.row(number).state, office.row(number).account_id) for number in "12"] == [
        (State.SYNCED, FOUND),
        (State.SYNCED, FOUND),
    ]


def test_a_relation_that_was_made_is_found_by_its_number_in_the_same_batch(office: Office) -> None:
    """Under another name: nothing of its binding tells of the second customer, the new relation itself does."""
    first, second = of_a_name("Zwaan Horeca B.V.", "1"), of_a_name("Hotel De Gouden Leeuw", "2")
    office.send(*(replace(each, debtor=replace(each.debtor, coc_number="33031431")) for each in (first, second)))

    office.again()

    assert office.row("1").state is State.SYNCED
    assert [problem.code for problem in office.row("2").problems] == [Code.DEBTOR_NAME_DIFFERS], "one number, two names"


@pytest.fixture
def asked(office: Office) -> Office:
    """Invoice 1 asks a person, for its relation begins later; invoice 2 of the same customer is found on it."""
    office.knows(relation(FOUND, "Klant Nieuw BV", start_date=date(2026, 3, 10)), relation(CHOSEN, "Heel Anders BV"))
    office.send(of_a_name("Klant Nieuw BV", "1", day=5))
    office.again()
    assert office.row("1").state is State.BLOCKED
    office.send(of_a_name("Klant Nieuw BV", "2"))
    return office


def test_a_choice_after_the_reading_is_kept_and_followed(asked: Office) -> None:
    work, (due,) = asked.work(), asked.due()
    ahead.read(work, [due])
    debtor_choice.choose(asked.runtime, "proef", "1", CHOSEN, ANKE)

    became = slice._export(work, due)

    assert became.outcome is Outcome.PUT_BACK
    left = binding(asked, of_a_name("Klant Nieuw BV", "2"))
    assert left
    assert (left.account_id, left.decided_by) == (CHOSEN, "Anke")
    asked.again()
    assert [asked.row(number).account_id for number in "12"] == [CHOSEN, CHOSEN]


def test_another_choice_in_the_place_of_the_one_that_was_read_is_kept(asked: Office) -> None:
    """What was bound is one that is gone by now, so the run would bind anew under the same key."""
    customer = of(asked, of_a_name("Klant Nieuw BV", "2"))
    bound(asked, customer, "99999999-aaaa-5111-8111-111111111111")
    work, due = asked.work(), asked.due()[-1]
    ahead.read(work, [due])
    bound(asked, customer, CHOSEN, decided_by="Anke")

    assert slice._export(work, due).outcome is Outcome.PUT_BACK
    left = binding(asked, of_a_name("Klant Nieuw BV", "2"))
    assert left
    assert (left.account_id, left.decided_by) == (CHOSEN, "Anke")


def test_a_binding_to_a_relation_that_is_gone_makes_place(asked: Office) -> None:
    bound(asked, of(asked, of_a_name("Klant Nieuw BV", "2")), "99999999-aaaa-5111-8111-111111111111")

    asked.again()

    left = binding(asked, of_a_name("Klant Nieuw BV", "2"))
    assert left
    assert left.account_id == FOUND
    assert asked.row("2").state is State.SYNCED


def test_a_wish_that_was_undone_after_the_reading_is_not_made_true(office: Office) -> None:
    invoice = of_a_name("Heel Nieuw BV", "1")
    office.send(invoice)
    customer = of(office, invoice)
    bound(office, customer, CHOSEN, state=BindingState.WANTED, decided_by="Anke")
    work, (due,) = office.work(), office.due()
    ahead.read(work, [due])
    debtor_choice.undo(office.runtime, "proef", bindings.key_of(customer), ANKE)

    became = slice._export(work, due)

    assert became.outcome is Outcome.PUT_BACK
    assert binding(office, invoice) is None
    assert CHOSEN not in office.books.relations


def test_a_choice_while_a_relation_is_being_made_is_kept(office: Office) -> None:
    """The relation is there then, and what it was made for is booked where the person said."""
    office.knows(relation(CHOSEN, "Heel Anders BV"))
    invoice = of_a_name("Heel Nieuw BV", "1")
    office.send(invoice)
    customer = of(office, invoice)
    work, (due,) = office.work(), office.due()

    def makes(account: CrmAccount) -> CrmAccount:
        bound(office, customer, CHOSEN, decided_by="Anke")
        return account

    office.books.makes = makes

    assert slice._export(work, due).outcome is Outcome.PUT_BACK
    left = binding(office, invoice)
    assert left
    assert (left.account_id, left.state) == (CHOSEN, BindingState.BOUND)
    assert "debtor_created" in office.all_events()
    office.again()
    assert office.row().account_id == CHOSEN


def test_what_cannot_be_read_together_is_not_tried_together_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.send(*(of_a_name(f"Klant {number} BV", str(number)) for number in range(1, 4)))
    asked: list[int] = []

    def together(work: Any, customers: Any) -> Any:
        asked.append(len(customers))
        raise ValueError

    monkeypatch.setattr(ahead, "read_ahead", together)
    office.again()

    assert asked == [3]
    assert [office.row(number).state for number in "123"] == [State.SYNCED] * 3
