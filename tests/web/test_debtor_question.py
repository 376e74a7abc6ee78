"""Both sides of the question who a customer is, point by point."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from mice_exact_plugin.decisions import debtor_page
from mice_exact_plugin.decisions.debtor_choice import Question
from mice_exact_plugin.decisions.debtor_page import Candidate, DebtorPage
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.customer import customer_of, relation_of
from mice_exact_plugin.domain.debtor.matching import Why
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.link.connection import Link
from mice_exact_plugin.mirror.binding_table import BindingState, Known
from mice_exact_plugin.paging import Page
from mice_exact_plugin.web.pages.debtors.shown import CandidateView, question_view
from tests.domain.build import account, debtor, invoice
from tests.host.visitor import text_of
from tests.web.pages import rendered
from tests.web.rows import export_row

THEIRS = account(
    "a", street="Markt 2", email="oud@voorbeeld.example", email_key="another", coc_number="87654321", postcode=None
)


def shown(*, why: Why | None = None, live: bool = False, **facts: Any) -> CandidateView:
    candidates: tuple[CandidateView, ...] = _view(why=why, live=live, **facts).candidates
    return candidates[0]


def _view(*, why: Why | None = None, live: bool = False, **facts: Any) -> Any:
    made = replace(invoice(), debtor=debtor(**facts))
    question = Question(
        link=cast("Link", SimpleNamespace(division_country="NL")),
        row=export_row(),
        invoice=made,
        customer=customer_of(made.debtor, "NL", keyed=str),
        problem=Problem(Code.DEBTOR_NUMBER_DIFFERS, {"codes": ["143"]}),
    )
    candidate = Candidate(THEIRS, relation_of(THEIRS, "NL"), why, date(2026, 3, 1), is_proposed=True)
    return question_view(DebtorPage(question, (candidate,), live=live))


def test_every_point_says_whether_it_agrees() -> None:
    facts = {fact.label: (fact.ours, fact.theirs, fact.mark) for fact in shown().facts}
    assert facts["Naam"] == ("Voorbeeld Events B.V.", "Voorbeeld Events BV", "gelijk")
    assert facts["Straat"] == ("Markt 1", "Markt 2", "verschilt")
    assert facts["Postcode"] == ("1234 AB", "–", "")
    assert facts["KvK-nummer"] == ("12345678", "87654321", "verschilt")
    assert facts["Laatste boeking"] == ("", "01-03-2026", "")


@pytest.mark.parametrize(("live", "theirs"), [(False, "(bekend in Exact Online)"), (True, "oud@voorbeeld.example")])
def test_an_address_is_shown_only_when_exact_was_asked(live: bool, theirs: str) -> None:
    (email,) = [fact for fact in shown(live=live).facts if fact.label == "E-mail"]
    assert (email.ours, email.theirs, email.differs) == ("ap@voorbeeld.example", theirs, True)


@pytest.mark.parametrize(
    ("why", "can_be_chosen", "note"),
    [
        (None, True, ""),
        (Why.SUPPLIER_ONLY, True, "alleen leverancier; wordt ook klant gemaakt"),
        (Why.BLOCKED, False, "geblokkeerd in Exact Online"),
        (Why.NOT_STARTED, False, "nog niet actief op de datum van de factuur"),
    ],
)
def test_what_cannot_be_booked_on_cannot_be_chosen(why: Why | None, can_be_chosen: bool, note: str) -> None:
    candidate = shown(why=why)
    assert (candidate.can_be_chosen, candidate.note) == (can_be_chosen, note)


def test_without_a_name_nothing_new_can_be_made() -> None:
    view = _view(name=None)
    assert not view.may_be_new
    assert {fact.mark for fact in view.candidates[0].facts} == {""}


def test_what_cannot_be_read_is_told() -> None:
    assert _view(country="Duitslnd", vat_number=None, coc_number=None).unreadable == ("Duitslnd",)
    assert _view(name="-", vat_number="NL12").unreadable == ("NL12",)


def test_register_numbers_of_two_countries_are_not_compared() -> None:
    facts = {fact.label: (fact.ours, fact.theirs, fact.mark) for fact in shown(country="LT").facts}
    assert facts["KvK-nummer"] == ("12345678", "87654321", "")


@pytest.mark.parametrize(
    ("values", "customer", "relation", "can_be_undone"),
    [
        ({}, "Bakkerij", "niet meer in Exact Online", True),
        ({"state": BindingState.WANTED}, "Bakkerij", "nieuwe debiteur, nog niet gemaakt", True),
        ({"state": BindingState.CREATING}, "Bakkerij", "nieuwe debiteur, onderweg", False),
        (
            {"facts": None, "key": "bakkerij|1234AB|NL", "key_version": 1},
            "bakkerij (van een eerdere versie)",
            "niet meer in Exact Online",
            True,
        ),
        ({"facts": None, "key": "invoice:x"}, "een factuur zonder naam", "niet meer in Exact Online", True),
    ],
)
def test_a_binding_says_whose_it_is(values: dict[str, Any], customer: str, relation: str, can_be_undone: bool) -> None:
    usual: dict[str, Any] = {
        "key": "2:x",
        "key_version": 2,
        "account_id": "a",
        "state": BindingState.BOUND,
        "attempted_at": None,
        "sends": 0,
        "decided_by": None,
        "may_promote": False,
        "bound_at": None,
        "omitted": "email vat_number",
        "facts": {"written": "Bakkerij", "name": "bakkerij", "postcode": "1234AB"},
    }
    known = Known(**(usual | values))
    facts = bindings.from_facts(known.facts) if known.facts else None
    found = Page([debtor_page.Bound(known, facts, None)], 1, 1, 50)
    page = rendered("bindings.html", view=found, may_setup=True)
    said = text_of(page)
    assert f"{customer} " in said
    assert f" {relation} " in said
    assert "weggelaten: het e-mailadres, het btw-nummer" in said
    assert ("Ongedaan maken" in said) == can_be_undone
