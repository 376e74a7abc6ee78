"""Entry numbers: the journal's sequence, a number of one's own, and a clash."""

from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control

ENTRIES = "salesentry/SalesEntries"


def test_numbers_follow_each_other(books: Books) -> None:
    first, second = books.post(), books.post()
    assert second["EntryNumber"] == first["EntryNumber"] + 1


def test_each_journal_has_its_own_sequence(control: Control, books: Books) -> None:
    a, b = books.post(Journal="70"), books.post(Journal="71")
    assert books.post(Journal="70")["EntryNumber"] == a["EntryNumber"] + 1
    assert books.post(Journal="71")["EntryNumber"] == b["EntryNumber"] + 1


def test_a_number_of_our_own(control: Control, books: Books) -> None:
    entry = books.post(EntryNumber=26700123)
    assert entry["EntryNumber"] == 26700123
    assert entry["InvoiceNumber"] == 26700123


def test_a_taken_number_is_refused(control: Control, exact: Api, books: Books) -> None:
    books.post(EntryNumber=26700124)
    answer = exact.post(ENTRIES, books.body(EntryNumber=26700124)).expect(500)
    assert answer.messages == ["In gebruik: Boekstuknummer"]


def test_a_taken_number_is_free_in_another_journal(control: Control, books: Books) -> None:
    books.post(Journal="70", EntryNumber=26700125)
    books.post(Journal="71", EntryNumber=26700125)


def test_a_taken_number_in_another_year(control: Control, exact: Api, books: Books) -> None:
    books.post(EntryNumber=700126, EntryDate="2025-03-01")
    exact.post(ENTRIES, books.body(EntryNumber=700126)).expect(500)
    control.switch(entry_number_scope="journal_year")
    books.post(EntryNumber=700126)


def test_the_number_of_a_deleted_entry(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(EntryNumber=26700127)
    exact.delete(f"{ENTRIES}(guid'{entry['EntryID']}')").expect(204)
    books.post(EntryNumber=26700127)


def test_a_suggested_invoice_number_that_is_taken_is_passed_over(control: Control, books: Books) -> None:
    taken = books.post()["InvoiceNumber"]
    assert books.post(InvoiceNumber=taken)["InvoiceNumber"] != taken


def test_a_number_over_int32(control: Control, exact: Api, books: Books) -> None:
    exact.post(ENTRIES, books.body(EntryNumber=2**31)).expect(400)
