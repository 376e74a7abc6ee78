"""Kind C: who may not view something in Exact gets empty lists, and nothing is concluded from those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tests.control import DUTCH, VENUE
from tests.cases.selling import invoice, line, play
from tests.cases.steps import bookkeeper, take
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from typing import Any

    from tests.cases.case import Case

NO_ENTRIES = "het recht niet (meer) voor: verkoopboekingen inzien"
NO_RELATIONS = "mag in Exact Online geen relaties inzien"
CURE = "Zonder dit recht ziet de koppeling niet wat er al in Exact Online staat"
SEARCH = {"method": "GET", "path": "/salesentry/SalesEntries$"}
AT_HOME = {"address_line_1": "Proefstraat 1", "postalcode": "4811 AB", "city": "Breda", "country": "NL"}


def of(number: str, name: str) -> dict[str, Any]:
    return invoice(number, line("100.00", "21.00"), client={**AT_HOME, "name": name})


def hide(case: Case, *resources: str) -> None:
    case.control.call("POST", "users", {"user": DUTCH, "hidden": list(resources)})


def hide_entries(case: Case) -> None:
    hide(case, "salesentry/SalesEntries")


def hide_relations(case: Case) -> None:
    hide(case, "sync/CRM/Accounts", "crm/Accounts", "bulk/CRM/Accounts")


def relation(case: Case, name: str) -> str:
    body = {"Name": name, "Status": "C", "Postcode": "4811AB", "City": "Breda", "Country": "NL"}
    return str(bookkeeper(case).post("crm/Accounts", body).expect(201).d["ID"])


def held(case: Case, sentence: str) -> None:
    """One state on every page and in one mail, with its cure."""
    for page in (case.page("N01"), case.overview()):
        assert sentence in page
        assert CURE in page
    assert len([mail for mail in case.mails() if sentence in mail and CURE in mail]) == 1


def test_an_entry_typed_in_by_hand_that_is_not_seen_is_not_booked_again(case: Case) -> None:
    body = {"Customer": relation(case, "Een BV"), "Journal": "70", "EntryDate": "TODAY", "YourRef": "N01"}
    lines = {"SalesEntryLines": [{"GLAccount": "GL:8000", "VATCode": "2", "AmountFC": 100}]}
    take(case, {}, {"in_exact": {"path": "salesentry/SalesEntries", "body": {**body, **lines}}})
    hide_entries(case)
    play(case, of("N01", "Een BV"))
    assert case.states() == {"N01": "queued"}
    assert len(case.control.entries(VENUE)) == 1
    held(case, NO_ENTRIES)
    hide(case)
    case.night()
    assert len(case.control.entries(VENUE)) == 1, "it is found now"


def test_the_newest_entry_of_our_own_shows_that_entries_are_seen(case: Case) -> None:
    play(case, of("N01", "Een BV"))
    case.control.clear_log()
    play(case, of("N02", "Een BV"))
    asked = [call for call in case.control.log() if "UserHasRights" in call["path"]]
    assert asked == [], "the search that is made anyway is enough"
    bookkeeper(case).delete(f"salesentry/SalesEntries(guid'{case.entry('N02')['EntryID']}')").expect(204)
    play(case, of("N03", "Een BV"))
    assert case.states() == dict.fromkeys(("N01", "N02", "N03"), "synced"), "deleted is not unseen"
    asked = [call for call in case.control.log() if "UserHasRights" in call["path"]]
    assert len(asked) == 1


def answered_or_not(case: Case, fault: str | None) -> None:
    """One entry is booked of which nobody saw the figures, and then the right to view is taken away."""
    if fault:
        case.control.fault(fault, ENTRIES, [1])
    case.control.fault("status", SEARCH, list(range(2, 60)), status=503)
    play(case, of("N01", "Een BV"))
    assert case.states() == {"N01": "unconfirmed"}
    hide_entries(case)
    case.control.call("DELETE", "faults")


def test_what_had_no_answer_waits_until_it_can_be_seen(case: Case) -> None:
    answered_or_not(case, "drop_after_commit")
    for _ in range(2):
        case.night()
    assert case.states() == {"N01": "unconfirmed"}
    held(case, NO_ENTRIES)
    hide(case)
    case.night()
    assert case.states() == {"N01": "synced"}
    assert len(case.entries("N01")) == 1


def test_an_answer_without_figures_is_not_called_different_while_nothing_is_seen(case: Case) -> None:
    case.control.switch(prefer="ignored", prefer_absent="key_only")
    answered_or_not(case, None)
    for _ in range(2):
        case.night()
    assert (case.states(), case.codes("N01")) == ({"N01": "unconfirmed"}, [])
    held(case, NO_ENTRIES)
    hide(case)
    case.night()
    assert case.states() == {"N01": "synced"}


def test_a_relation_that_is_not_seen_is_not_made_again(case: Case) -> None:
    relation(case, "Oud BV")
    play(case, of("N00", "Bekend BV"))
    relation(case, "Nog een BV")
    hide_relations(case)
    play(case, of("N01", "Nog een BV"), of("N02", "Nog een BV"), of("N03", "Bekend BV"))
    assert case.states() == {"N00": "synced", "N01": "blocked", "N02": "blocked", "N03": "synced"}
    held(case, NO_RELATIONS)
    assert len(case.relations("Nog een BV")) == 1
    case.night()
    assert case.states()["N01"] == "blocked"
    hide(case)
    case.night()
    assert set(case.states().values()) == {"synced"}
    assert len(case.relations("Nog een BV")) == 1
