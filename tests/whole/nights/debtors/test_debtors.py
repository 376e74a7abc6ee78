"""Who a customer is from night to night: bindings of now and of 0.1, what became of relations, and what persons say."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import debtor_choice
from mice_exact_plugin.domain.debtor.matching import PrivatePolicy
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.entry.keys import crm_account_id
from mice_exact_plugin.domain.invoice import Debtor
from mice_exact_plugin.domain.remarks import RemarkCode, Said
from mice_exact_plugin.domain.settings import PrivateCustomers
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding
from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import RELATIONS, Night

KNOWN_ID = "0c9b2d7e-1f0a-4e7b-9a55-6a1f0e6f2b01"
KNOWN: dict[str, Any] = {
    "ID": KNOWN_ID,
    "Code": "900",
    "Name": CLIENT["name"],
    "Postcode": "1234AB",
    "City": "Utrecht",
    "Country": "NL",
    "Status": "C",
}
PERSON = {
    **CLIENT,
    "id": "77",
    "name": None,
    "first_name": "Jan",
    "last_name": "de Vries",
    "postalcode": None,
    "address_line_1": None,
    "city": None,
}


def bindings(night: Night) -> list[DebtorBinding]:
    with step(night.runtime.session):
        found = list(night.runtime.session.scalars(select(DebtorBinding).order_by(DebtorBinding.match_key)))
        night.runtime.session.expunge_all()
    return found


def bind_as_0_1(night: Night, client: dict[str, Any], **values: Any) -> str:
    """A row as 0.1 left it; its key."""
    key = version_1.match_key(_debtor(client))
    assert key
    row = DebtorBinding(site="NL", division=VENUE, match_key=key, account_id=KNOWN_ID, state="bound", key_version=1)
    for name, value in values.items():
        setattr(row, name, value)
    with step(night.runtime.session):
        night.runtime.session.add(row)
    return key


def _debtor(client: dict[str, Any]) -> Debtor:
    facts = {name: client.get(name) for name in Debtor.__dataclass_fields__ if name != "client_id"}
    return Debtor(**{**facts, "postcode": client["postalcode"]})


def codes(night: Night, number: str) -> list[str]:
    return [problem["code"] for problem in night.row(number)["problems"]]


def marks(night: Night, number: str) -> dict[RemarkCode, Said]:
    export_id = _export_id(night, number)
    with step(night.runtime.session):
        found = remarks.open_of(night.runtime.session, night.tenant, [export_id])
    return {remark.code: remark.params for remark in found.get(export_id, [])}


def _export_id(night: Night, number: str) -> int:
    row = row_of(night.runtime.session, night.tenant, night.row(number)["invoice_id"])
    assert row is not None
    return int(row.id)


# What 0.1 left


def test_a_binding_of_0_1_that_the_rules_agree_with_is_rewritten_and_nobody_is_asked(night: Night) -> None:
    night.control.insert(VENUE, "Accounts", KNOWN)
    bind_as_0_1(night, CLIENT)
    night.send(invoice("F1"), invoice("F2"))
    night.run()

    assert night.states() == {"F1": "synced", "F2": "synced"}
    (binding,) = [row for row in bindings(night) if row.key_version == 2]
    assert binding.account_id == KNOWN_ID
    assert binding.facts is not None
    assert binding.facts["postcode"] == "1234AB"
    assert night.relations()[CLIENT["name"]] == 1


def test_a_binding_of_0_1_that_rests_on_too_little_is_proposed_to_a_person_once(night: Night) -> None:
    bare = {**CLIENT, "postalcode": None, "address_line_1": None}
    night.control.insert(VENUE, "Accounts", {**KNOWN, "Postcode": None})
    bind_as_0_1(night, bare)
    night.send(invoice("F1", client=bare), invoice("F2", client=bare))
    night.run()
    assert night.states() == {"F1": "blocked", "F2": "blocked"}
    assert night.row("F1")["problems"][0]["code"] == "debtor_old_binding"
    assert night.row("F1")["problems"][0]["params"]["proposed"] == KNOWN_ID

    debtor_choice.choose(night.runtime, night.tenant, night.row("F1")["invoice_id"], KNOWN_ID, night.person)
    night.run()
    assert night.booked() == {"F1": 1, "F2": 1}
    assert night.relations()[CLIENT["name"]] == 1


def test_what_a_person_decided_in_0_1_stays_as_it_is(night: Night) -> None:
    night.control.insert(VENUE, "Accounts", {**KNOWN, "Postcode": "9999ZZ", "Name": "Heel anders"})
    key = bind_as_0_1(night, CLIENT, decided_by="Anke")
    night.send(invoice("F1"))
    night.run()

    assert night.states() == {"F1": "synced"}
    assert night.entries("F1")[0]["Customer"] == KNOWN_ID
    assert [(row.match_key, row.key_version, row.decided_by) for row in bindings(night)] == [(key, 1, "Anke")]


@pytest.mark.parametrize("arrived", [True, False])
def test_a_creation_of_0_1_is_resolved_under_its_old_id(night: Night, arrived: bool) -> None:
    key = version_1.match_key(_debtor(CLIENT))
    old_id = str(crm_account_id("NL", VENUE, key or ""))
    if arrived:
        night.control.insert(VENUE, "Accounts", {**KNOWN, "ID": old_id})
    bind_as_0_1(night, CLIENT, account_id=old_id, state="creating", sends=1, attempted_at=night.runtime.now())
    night.send(invoice("F1"))
    night.run()
    if not arrived:
        assert night.states() == {"F1": "queued"}
        assert night.calls(RELATIONS) == []
        night.forward()
        night.run()

    assert night.booked() == {"F1": 1}
    assert night.entries("F1")[0]["Customer"] == old_id
    assert night.relations()[CLIENT["name"]] == 1


# Bindings of now


def test_deciding_for_one_customer_never_changes_anothers_binding(night: Night) -> None:
    one, other = {**CLIENT, "coc_number": "11111111"}, {**CLIENT, "coc_number": "22222222"}
    night.send(invoice("F1", client=one))
    night.run()
    night.send(invoice("F2", client=other))
    night.run()
    assert codes(night, "F2") == ["debtor_number_differs"]
    debtor_choice.make_new(night.runtime, night.tenant, night.row("F2")["invoice_id"], night.person)
    night.run()

    night.send(invoice("F3", client=one), invoice("F4", client=other))
    night.run()
    customer = {number: night.entries(number)[0]["Customer"] for number in ("F1", "F2", "F3", "F4")}
    assert customer["F1"] == customer["F3"] != customer["F2"] == customer["F4"]
    assert night.relations()[CLIENT["name"]] == 2
    assert sorted(row.decided_by or "" for row in bindings(night)) == ["", night.person.name]


def test_a_binding_to_a_relation_that_is_gone_is_made_anew(night: Night) -> None:
    night.send(invoice("F1"))
    night.run()
    made = night.entries("F1")[0]["Customer"]
    night.control.patch(VENUE, "Accounts", {"ID": made}, IsAnonymised=1, Name="*****", Postcode=None)
    night.send(invoice("F2"))
    night.run()

    assert night.states()["F2"] == "synced"
    assert night.entries("F2")[0]["Customer"] != made
    assert [row.account_id for row in bindings(night)] == [night.entries("F2")[0]["Customer"]]


def test_an_invoice_of_a_bound_customer_who_became_blocked_waits(night: Night) -> None:
    night.send(invoice("F1"))
    night.run()
    night.control.patch(VENUE, "Accounts", {"Name": CLIENT["name"]}, Blocked=True)
    night.send(invoice("F2"))
    night.run()
    assert codes(night, "F2") == ["debtor_blocked"]

    night.control.patch(VENUE, "Accounts", {"Name": CLIENT["name"]}, Blocked=False)
    night.run()
    assert night.booked() == {"F1": 1, "F2": 1}
    assert night.relations()[CLIENT["name"]] == 1


def test_a_new_relation_that_a_person_wants_outlives_a_creation_that_could_not_be_sent(night: Night) -> None:
    night.control.insert(VENUE, "Accounts", {**KNOWN, "ChamberOfCommerce": "11111111"})
    night.send(invoice("F1", client={**CLIENT, "coc_number": "22222222"}))
    night.run()
    debtor_choice.make_new(night.runtime, night.tenant, night.row("F1")["invoice_id"], night.person)
    night.control.fault("json_500", RELATIONS, message="Ongeldig: Iets")
    night.run()
    assert codes(night, "F1") == ["refused"]
    assert [row.state for row in bindings(night)] == [BindingState.WANTED]

    night.control.call("DELETE", "faults")
    night.forward(24 * 3600)
    night.run()
    assert night.booked() == {"F1": 1}
    assert night.relations()[CLIENT["name"]] == 2


@pytest.mark.parametrize("kind", ["drop_before", "drop_after_commit"])
def test_a_wanted_relation_is_made_once_whatever_becomes_of_the_answer(night: Night, kind: str) -> None:
    night.control.insert(VENUE, "Accounts", {**KNOWN, "ChamberOfCommerce": "11111111"})
    night.send(invoice("F1", client={**CLIENT, "coc_number": "22222222"}))
    night.run()
    debtor_choice.make_new(night.runtime, night.tenant, night.row("F1")["invoice_id"], night.person)
    night.control.fault(kind, RELATIONS)
    night.run()
    night.forward()
    night.run()
    assert night.booked() == {"F1": 1}
    assert night.relations()[CLIENT["name"]] == 2


def test_an_id_that_a_relation_of_somebody_else_has_is_left_alone(night: Night) -> None:
    night.send(invoice("F1"))
    night.run()
    made = night.entries("F1")[0]["Customer"]
    night.control.patch(VENUE, "Accounts", {"ID": made}, Name="Iemand anders", Postcode="9999ZZ")
    with step(night.runtime.session):
        night.runtime.session.query(DebtorBinding).delete()
    night.send(invoice("F2"))
    night.run()

    assert night.states()["F2"] == "synced"
    assert night.entries("F2")[0]["Customer"] != made
    assert night.relations()[CLIENT["name"]] == 1


@pytest.mark.parametrize("change", [{"Name": "Iemand anders"}, {"IsAnonymised": 1}])
def test_under_way_under_an_id_that_somebody_else_has_it_is_made_under_another(
    night: Night, change: dict[str, object]
) -> None:
    """The worker died between its intent and the post; the id is that of a relation that was renamed since."""
    night.send(invoice("F1"))
    night.run()
    made = night.entries("F1")[0]["Customer"]
    night.control.patch(VENUE, "Accounts", {"ID": made}, **change)
    with step(night.runtime.session):
        (row,) = night.runtime.session.query(DebtorBinding).all()
        row.state, row.sends, row.bound_at, row.attempted_at = BindingState.CREATING, 1, None, night.runtime.now()
    night.send(invoice("F2"))
    night.run()
    assert night.states()["F2"] == "queued", "what was sent may still arrive"
    night.forward()
    night.run_until_done()
    assert night.entries("F2")[0]["Customer"] != made
    assert night.booked() == {"F1": 1, "F2": 1}
    assert len(night.calls(RELATIONS)) == 2


def test_the_clients_id_in_the_host_speaks_for_an_earlier_booking_and_never_alone(night: Night) -> None:
    night.send(invoice("F1", client={**PERSON, "email": "jan@devries.example"}))
    night.run()
    night.send(invoice("F2", client=PERSON), invoice("F3", client={**PERSON, "last_name": "de Boer"}))
    night.run()
    assert night.entries("F2")[0]["Customer"] == night.entries("F1")[0]["Customer"]
    assert night.entries("F3")[0]["Customer"] != night.entries("F1")[0]["Customer"]


# Private persons


def test_a_private_person_whom_nothing_tells_apart_gets_a_marked_relation(night: Night) -> None:
    night.control.insert(VENUE, "Accounts", {**KNOWN, "Name": "Jan de Vries", "Postcode": None})
    night.send(invoice("F1", client=PERSON), invoice("F2", client=PERSON))
    night.run()
    assert night.booked() == {"F1": 1, "F2": 1}
    assert night.relations()["Jan de Vries"] == 2
    assert marks(night, "F1")[RemarkCode.POSSIBLY_DOUBLE] == {"relations": "900 Jan de Vries"}
    assert marks(night, "F2") == {}


def test_a_tenant_may_want_to_be_asked(night: Night) -> None:
    night.control.insert(VENUE, "Accounts", {**KNOWN, "Name": "Jan de Vries", "Postcode": None})
    night.world.configure(night.tenant, private=PrivateCustomers(PrivatePolicy.ASK))
    night.send(invoice("F1", client=PERSON))
    night.run()
    assert codes(night, "F1") == ["debtor_no_second_fact"]
