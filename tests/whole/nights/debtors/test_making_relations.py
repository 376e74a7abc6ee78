"""Making relations: without the right, before the year, without what Exact refuses, and never twice."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.remarks import RemarkCode, Said
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.exports.table import InvoiceExport
from simulator.tests.control import DUTCH, VENUE
from tests.crash.small import KNOWN, PROSPECT
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import ENTRIES, LATER, RELATIONS

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600
#: The simulator minds no case, and the list of changes has nearly the same path.
UNDER_ID = {"method": "GET", "path": r"/\d+/crm/Accounts"}
CHANGES = {"method": "GET", "path": "/sync/CRM/Accounts"}
NOTHING = {"kind": "raw", "body": '{"d":{"results":[]}}'}
PROMOTIONS = {"method": "PUT", "path": "/crm/Accounts"}
RIGHTS = {"method": "GET", "path": "/users/UserHasRights"}
OF_KNOWN = {**CLIENT, "name": KNOWN["Name"], "postalcode": KNOWN["Postcode"]}
OF_PROSPECT = {**CLIENT, "name": PROSPECT["Name"], "postalcode": PROSPECT["Postcode"]}
NEW = {**CLIENT, "name": "Nieuwe Klant B.V.", "postalcode": "9711 EF"}
NEWER = {**CLIENT, "name": "Nog een Klant B.V.", "postalcode": "9711 EF"}


def forbid(night: Night, *actions: str) -> None:
    night.control.call("POST", "users", {"user": DUTCH, "forbidden": [f"{action} crm/Accounts" for action in actions]})


def asked(night: Night, action: str) -> list[dict[str, Any]]:
    """The questions whether the user may do this."""
    return [call for call in night.calls(RIGHTS) if action in call["query"]]


def codes(night: Night, number: str) -> list[str]:
    return [problem["code"] for problem in night.row(number)["problems"]]


def marks(night: Night, number: str) -> dict[RemarkCode, Said]:
    invoice_id = night.row(number)["invoice_id"]
    with step(night.runtime.session):
        row = row_of(night.runtime.session, night.tenant, invoice_id)
        assert row is not None
        found = remarks.open_of(night.runtime.session, night.tenant, [row.id])
    return {remark.code: remark.params for remark in found.get(row.id, [])}


def test_without_the_right_to_make_relations_the_others_are_booked_and_one_post_is_spent(night: Night) -> None:
    forbid(night, "POST")
    night.send(invoice("F1", client=NEW), invoice("F2", client=NEWER), invoice("F3", client=OF_KNOWN))
    night.run_until_done()
    assert night.booked() == {"F3": 1}
    assert codes(night, "F1") == codes(night, "F2") == ["debtor_right_missing"]
    assert len(night.calls(RELATIONS)) == 1
    assert night.last_run().details["kind"] == "forbidden"

    night.forward(DAY)
    night.send(invoice("F4", client={**NEW, "name": "Derde Klant B.V."}), invoice("F5", client=OF_KNOWN))
    night.run_until_done()
    assert night.booked() == {"F3": 1, "F5": 1}
    assert codes(night, "F4") == ["debtor_right_missing"]
    assert len(night.calls(RELATIONS)) == 1, "the next night asks instead of trying"
    assert len(asked(night, "POST")) == 1

    forbid(night)
    night.forward(DAY)
    night.run_until_done()
    assert set(night.states().values()) == {"synced"}
    assert len(asked(night, "POST")) == 2
    night.forward(DAY)
    night.run_until_done()
    assert len(asked(night, "POST")) == 2, "with nothing blocked for want of it nothing is asked"


def test_without_the_right_to_change_relations_only_promotions_wait(night: Night) -> None:
    forbid(night, "PUT")
    night.send(invoice("F1", client=OF_PROSPECT), invoice("F2", client=NEW))
    night.run_until_done()
    assert night.booked() == {"F2": 1}
    assert codes(night, "F1") == ["debtor_right_missing"]

    forbid(night)
    night.forward(DAY)
    night.run_until_done()
    assert night.booked() == {"F1": 1, "F2": 1}
    assert len(night.calls(PROMOTIONS)) == 2


def test_a_new_relation_is_active_before_all_that_waits_for_it(night: Night) -> None:
    """The year before is closed here, so its invoice waits; a namesake elsewhere begins with the year."""
    namesake = {**NEW, "postalcode": "1017 AB"}
    night.send(invoice("F1", client=NEW, day=date(2025, 12, 30)), invoice("F2", client=namesake, day=date(2026, 2, 1)))
    night.run()
    assert codes(night, "F1") == ["period_missing"]
    with step(night.runtime.session):
        # What 0.1 queued knows no key of its debtor.
        for row in night.runtime.session.scalars(select(InvoiceExport)):
            row.debtor_key = None
    night.send(invoice("F3", client=NEW, day=date(2026, 2, 1)))
    night.run()
    assert {number: _start(night, number) for number in ("F2", "F3")} == {"F2": "2026-01-01", "F3": "2025-12-30"}


def _start(night: Night, number: str) -> str:
    """Since when the relation is active that an invoice was booked on, as it was sent."""
    customer = night.entries(number)[0]["Customer"]
    sent = [json.loads(call["body"]) for call in night.calls(RELATIONS)]
    return next(str(body["StartDate"]) for body in sent if body["ID"] == customer)


def test_that_a_customer_is_not_active_is_understood_and_named(night: Night) -> None:
    young = {**KNOWN, "Code": "901", "Name": "Later B.V.", "StartDate": "2026-06-01"}
    night.control.insert(VENUE, "Accounts", young)
    night.send(invoice("F1", client={**CLIENT, "name": "Later B.V.", "postalcode": KNOWN["Postcode"]}))
    night.run()
    problem = night.row("F1")["problems"][0]
    assert (problem["code"], problem["params"]["name"], problem["params"]["code"]) == (
        "debtor_not_active",
        "Later B.V.",
        "901",
    )
    assert night.relations()["Later B.V."] == 1


@pytest.mark.parametrize(
    ("sentence", "changes", "field"),
    [
        ("Ongeldig: E-mail []", {"email": "an@klant.example"}, "email"),
        ("Ongeldig: Btw-nummer", {"vat_number": "NL004495445B01"}, "vat_number"),
        ("Ongeldig: KvK-nummer", {"coc_number": "12345678"}, "coc_number"),
    ],
)
def test_what_exact_refuses_is_left_out_and_shown(
    night: Night, sentence: str, changes: dict[str, str], field: str
) -> None:
    night.control.fault("json_500", RELATIONS, message=sentence)
    night.send(invoice("F1", client={**NEW, **changes}), invoice("F2", client={**NEW, **changes}))
    night.run()
    assert night.booked() == {"F1": 1, "F2": 1}
    assert marks(night, "F1") == {RemarkCode.LEFT_OUT: {"fields": field}}
    assert marks(night, "F2") == {}


def test_what_was_left_out_is_shown_although_the_answer_was_lost(night: Night) -> None:
    night.control.fault("json_500", RELATIONS, message="Ongeldig: E-mail []")
    night.control.fault("drop_after_commit", RELATIONS, occurrence=2)
    night.send(invoice("F1", client={**NEW, "email": "an@klant.example"}))
    night.run()
    assert night.booked() == {"F1": 1}
    assert marks(night, "F1") == {RemarkCode.LEFT_OUT: {"fields": "email"}}


def test_what_was_cut_and_what_cannot_be_read_is_shown(night: Night) -> None:
    name = "Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster"
    night.send(invoice("F1", client={**NEW, "name": name, "country": "Duitslnd", "vat_number": "NL12"}))
    night.run()
    found = marks(night, "F1")
    assert found[RemarkCode.NAME_CUT] == {"ours": name, "name": name[:50]}
    assert found[RemarkCode.UNREADABLE] == {"fields": "country=Duitslnd\nvat_number=NL12"}


SENT = {**NEW, "vat_number": "NL004495445B01", "coc_number": "12345678", "email": "an@klant.example"}


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        ("name", {"Name": "Heel Iemand Anders"}),
        ("postcode", {"Postcode": "1017 AB"}),
        ("postcode", {"Postcode": None}),
        ("city", {"City": "Elders"}),
        ("country", {"Country": "BE", "Postcode": "9711 EF"}),
        ("vat_number", {"VATNumber": None}),
        ("coc_number", {"ChamberOfCommerce": "87654321"}),
        ("email", {"Email": "een.ander@klant.example"}),
        ("start_date", {"StartDate": "/Date(1790812800000)/"}),
    ],
)
def test_a_relation_that_is_made_otherwise_than_it_was_sent_is_marked(
    night: Night, field: str, answer: dict[str, str | None]
) -> None:
    night.control.fault("altered", RELATIONS, set=answer)
    night.send(invoice("F1", client=SENT))
    night.run()
    assert field in marks(night, "F1")[RemarkCode.RELATION_DIFFERS]["fields"].split()
    assert night.booked() == {"F1": 1}


def test_a_relation_that_is_found_after_a_lost_answer_is_compared_too(night: Night) -> None:
    night.control.fault("drop_after_commit", RELATIONS)
    night.send(invoice("F1", client=SENT), invoice("F2", client=SENT))

    def changes_it() -> bool:
        """Asked between two invoices, when the answer to the first is lost."""
        if night.calls(RELATIONS):
            night.control.patch(VENUE, "Accounts", {"Name": SENT["name"]}, City="Elders")
        return False

    night.run(changes_it)
    assert night.booked() == {"F1": 1, "F2": 1}
    assert marks(night, "F1")[RemarkCode.RELATION_DIFFERS]["fields"] == "city"


@pytest.mark.parametrize("keeps", ["refuse", "ignore"])
@pytest.mark.parametrize("form", ["key_only", "all_null"])
def test_an_answer_that_says_nothing_is_not_believed_but_looked_up(night: Night, form: str, keeps: str) -> None:
    night.control.switch(prefer="ignored", prefer_absent=form, account_id=keeps)
    night.control.fault("odd_values", UNDER_ID, set={"City": "Elders"})
    night.send(invoice("F1", client=SENT))
    night.run()
    assert night.booked() == {"F1": 1}
    assert marks(night, "F1")[RemarkCode.RELATION_DIFFERS]["fields"] == "city"
    calls = [(call["method"], call["path"].rpartition("/")[2]) for call in night.control.log()]
    assert calls.index(("GET", "Accounts"), calls.index(("POST", "Accounts"))) < calls.index(("POST", "SalesEntries"))


@pytest.mark.parametrize("keeps", ["refuse", "ignore"])
@pytest.mark.parametrize("fault", [{"kind": "json_500"}, NOTHING])
def test_nothing_is_booked_on_a_relation_that_nobody_has_seen(night: Night, fault: dict[str, str], keeps: str) -> None:
    night.control.switch(prefer="ignored", account_id=keeps)
    night.control.fault(match=UNDER_ID, occurrence=[1, 2, 3], **fault)
    night.control.fault(match=CHANGES, occurrence=[2, 3], **NOTHING)
    night.send(invoice("F1", client=SENT))
    night.run()
    assert night.calls(ENTRIES) == []
    night.forward(LATER)
    night.run_until_done()
    night.forward(DAY)
    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.relations()[SENT["name"]] == 1


@pytest.mark.parametrize("keeps", ["refuse", "ignore"])
def test_a_new_relation_that_only_the_list_of_changes_shows_is_not_made_again(night: Night, keeps: str) -> None:
    night.control.switch(prefer="ignored", account_id=keeps)
    night.control.fault(match=UNDER_ID, occurrence=[1, 2, 3], **NOTHING)
    night.send(invoice("F1", client=SENT))
    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.relations()[SENT["name"]] == len(night.calls(RELATIONS)) == 1
