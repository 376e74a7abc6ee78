"""What a preview tells, by the fake of Exact: of its debtor, of what holds it up, and of what was sent before."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, select, update

from mice_exact_plugin.booking.preview import as_if_queued
from mice_exact_plugin.domain.debtor.recognition import Fact
from mice_exact_plugin.domain.entry.causes import traits_of
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.situations import SituationSettings
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.link.connection import Connection, Status
from mice_exact_plugin.mirror.binding_table import DebtorBinding
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.web.pages.preview import points, shown, words
from tests.domain.build import account, debtor, invoice, line, rate_group
from tests.fake.client import MAKES, POSTS, SILENT, says
from tests.fake.office import KNOWN, KNOWN_ID
from tests.fake.previewed import in_exact, on_the_page, preview_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.booking.preview import Preview
    from mice_exact_plugin.domain.invoice import InvoiceLine
    from mice_exact_plugin.domain.kept import KeptDifference
    from tests.fake.office import Office

HALL = line("100.00", "21.00")
STRANGER = debtor(name="Nieuwe Klant B.V.", vat_number=None, coc_number="87654321", postcode="3511 AA")


def point(preview: Preview, label: str) -> points.Point:
    return next(each for each in points.points(preview, {}) if each.label == label)


def codes(preview: Preview) -> list[Code]:
    return [problem.code for problem in preview.problems]


@pytest.mark.parametrize(
    ("given", "code", "note"),
    [
        (None, "143", "herkend aan KvK-nummer, naam en postcode"),
        (lambda office: office.knows(replace(KNOWN, status="P")), "143", "wordt eerst klant gemaakt in Exact Online"),
        (lambda office: office.knows(account(KNOWN_ID, is_blocked=True)), "–", ""),
    ],
    ids=["known", "a prospect", "blocked"],
)
def test_whose_account_it_is(office: Office, given: Callable[[Office], object] | None, code: str, note: str) -> None:
    office.send(invoice(HALL))
    if given:
        given(office)
    found = point(preview_of(office), "Debiteur")
    assert found.ours == "Voorbeeld Events B.V., 1234 AB Voorbeeldstad"
    assert found.entry.startswith(code)
    assert note in found.note


def test_since_when_it_is_known(office: Office) -> None:
    office.send(invoice(HALL), invoice(HALL, id="2", identifier="F2"))
    office.export(office.work(), "1")
    assert "bekend sinds 16-03-2026" in point(preview_of(office, "2"), "Debiteur").note


def test_a_relation_that_is_gone_is_made_anew_and_its_binding_left_alone(office: Office) -> None:
    office.send(invoice(HALL), invoice(HALL, id="2", identifier="F2"))
    office.export(office.work(), "1")
    office.session.execute(delete(CrmAccountRow))
    office.session.commit()
    assert point(preview_of(office, "2"), "Debiteur").note == "nieuwe debiteur: wordt bij het boeken gemaakt"
    assert office.session.scalars(select(DebtorBinding.account_id)).all() == [KNOWN_ID]


def test_a_name_that_exact_cuts(office: Office) -> None:
    name = "De Nieuwe Vereniging van Eigenaren van het Grote Congresgebouw"
    office.send(invoice(HALL, debtor=replace(STRANGER, name=name)))
    found = point(preview_of(office), "Debiteur")
    assert (found.entry, name.startswith(found.entry)) == (name[:50].rstrip(), True)
    assert "de naam is langer dan in Exact Online past" in found.note


def test_a_debtor_under_way_leaves_the_lines_to_look_at(office: Office) -> None:
    office.send(invoice(HALL, debtor=STRANGER))
    office.exact.trouble(MAKES, SILENT)
    office.export(office.work())
    found = preview_of(office)
    assert found.is_under_way
    assert found.problems == ()
    assert point(found, "Debiteur").entry == "nieuwe debiteur, onderweg"
    assert on_the_page(found)["8000 Rekening 8000", "2 Btw 2", Decimal("100.00")] == 1


def test_what_holds_the_lines_is_told_of_a_debtor_under_way_too(office: Office) -> None:
    office.send(invoice(HALL, debtor=STRANGER))
    office.exact.trouble(MAKES, SILENT)
    office.export(office.work())
    office.set(vat_codes={})
    found = preview_of(office)
    assert (found.is_under_way, codes(found)) == (True, [Code.VAT_RATE_UNMAPPED])


def test_a_relation_without_a_country_is_of_the_administration_s(office: Office) -> None:
    office.knows(replace(KNOWN, country=None, postcode=None, vat_number="123436771B01"))
    office.send(invoice(HALL, debtor=debtor(country=None, postcode=None, vat_number="NL123436771B01")))
    found = preview_of(office).debtor
    assert found is not None
    assert {Fact.COC_NUMBER, Fact.VAT_NUMBER} <= set(found.agrees)


@pytest.mark.parametrize(
    ("made_of", "origin", "why"),
    [
        ([HALL], "tariefgroep", "Groep zaal"),
        ([line("1.00", "0.21", None)], "standaard", "geen grootboeknummer"),
        ([line("1.00", "0.21", rate_group("x", "21", "1"))], "standaard", "1 bestaat niet in Exact Online"),
        (
            [line("1.00", "0.21", rate_group("x", "21", "8999")), line("1.00", "0.21", None, position=2)],
            "tariefgroep en standaard",
            "geen grootboeknummer",
        ),
    ],
    ids=["its rate group", "no group", "a number that is not there", "both"],
)
def test_where_a_ledger_came_from(office: Office, made_of: list[InvoiceLine], origin: str, why: str) -> None:
    office.send(invoice(*made_of))
    entry = shown.view(preview_of(office), {}).entry
    assert entry is not None
    (row,) = [each for each in entry.postings if each.text]
    assert (row.origin, row.why, row.is_default) == (origin, why, "standaard" in origin)


def test_a_closed_period_and_one_that_is_not_there(office: Office) -> None:
    sent = invoice(HALL)
    office.send(replace(sent, invoice_date=sent.invoice_date.replace(year=2025)))
    assert codes(preview_of(office)) == [Code.PERIOD_CLOSED]
    assert point(preview_of(office), "Periode").entry == "1 van 2025 (gesloten)"
    reference = preview_of(office).reference
    assert words.period(reference, "70", sent.invoice_date.replace(year=2031)) == "bestaat niet in Exact Online"


@pytest.mark.parametrize(
    ("problem", "is_told"),
    [
        (Problem(Code.REFUSED, {"messages": ["Ongeldig: Iets"]}), True),
        (Problem(Code.DIFFERENCE_SUSPECT, {"cause": "vat_code:2"}), True),
        (Problem(Code.VAT_RATE_UNMAPPED, {"rate": "21"}), False),
    ],
    ids=["only a try tells", "a cause that holds it", "cured since"],
)
def test_what_is_still_so_of_what_was_said(office: Office, problem: Problem, is_told: bool) -> None:
    office.send(invoice(HALL))
    office.change(state=State.BLOCKED, problems=[problem])
    assert preview_of(office).problems.count(problem) == is_told


def test_what_shares_the_cause_of_another(office: Office) -> None:
    office.send(invoice(HALL), invoice(HALL, id="2", identifier="F2"))
    before = preview_of(office, "2")
    assert before.entry is not None
    assert before.reference is not None
    (cause, *_) = sorted(traits_of(before.entry, before.reference))
    held = Problem(Code.DIFFERENCE_SUSPECT, {"cause": cause})
    office.change("1", state=State.BLOCKED, problems=[held])
    assert (before.problems, preview_of(office, "2").problems) == ((), (held,))


def test_sent_without_an_answer(office: Office) -> None:
    office.send(invoice(HALL))
    office.exact.trouble(POSTS, SILENT)
    office.export(office.work())
    assert preview_of(office).problems == ()
    found = shown.view(preview_of(office), {})
    assert (found.is_booked, found.has_answer) == (True, False)
    assert point(preview_of(office), "Bedrag incl. btw").answer == ""


def test_a_refused_one_is_planned_again(office: Office) -> None:
    office.send(invoice(HALL))
    office.exact.trouble(POSTS, says("Zomaar niet"))
    office.export(office.work())
    found = preview_of(office)
    assert (found.booked, codes(found)) == (None, [Code.REFUSED])


def test_what_was_booked_is_told_as_it_was_sent(office: Office) -> None:
    office.send(invoice(HALL, line("10.00", "2.10", rate_group("x", "21", "8100"), position=2)))
    office.export(office.work())
    office.set(default_gl_account_id="gl-8050", vat_codes={})
    (entry,) = office.books.entries.values()
    assert on_the_page(preview_of(office)) == in_exact(entry, office.books.reference)
    assert "bekend sinds 16-03-2026" in point(preview_of(office), "Debiteur").note
    assert point(preview_of(office), "Bedrag incl. btw").ours == "€\xa0133,10"
    office.host.sent.clear()
    found = preview_of(office)
    assert found.invoice is None
    assert point(found, "Bedrag incl. btw").ours == ""
    assert on_the_page(found) == in_exact(entry, office.books.reference)


@pytest.mark.parametrize(
    ("changes", "ledger"),
    [
        ({"status": Status.DEAD}, "8000 Rekening 8000"),
        ({"division": 7654321}, "8000 Rekening 8000"),
        ({"status": Status.DISCONNECTED}, "8000"),
    ],
    ids=["a log-in that has ended", "another administration", "no connection"],
)
def test_what_was_booked_however_the_link_stands(office: Office, changes: dict[str, Any], ledger: str) -> None:
    office.send(invoice(HALL))
    office.export(office.work())
    office.session.execute(update(Connection).values(**changes))
    office.session.commit()
    entry = shown.view(preview_of(office), {}).entry
    assert entry is not None
    assert [row.ledger for row in entry.postings] == ["Debiteuren", ledger, "Btw"]


@pytest.mark.parametrize(
    ("meanwhile", "agrees"),
    [
        ({"name": "Heel Anders B.V."}, {Fact.COC_NUMBER, Fact.POSTCODE}),
        ({"name": None}, set()),
    ],
    ids=["of another name", "without a name"],
)
def test_what_still_agrees_with_the_relation_that_it_was_booked_on(
    office: Office, meanwhile: dict[str, Any], agrees: set[Fact]
) -> None:
    office.send(invoice(HALL))
    office.export(office.work())
    office.host.sent["1"] = invoice(HALL, debtor=debtor(**meanwhile))
    found = preview_of(office).debtor
    assert found is not None
    assert (found.account and found.account.id, set(found.agrees)) == (KNOWN_ID, agrees)


@pytest.mark.parametrize(
    ("part", "label", "theirs"), [("vat", "Btw", "€\xa020,00"), ("gross", "Bedrag incl. btw", "€\xa020,00")]
)
def test_what_exact_made_of_it(office: Office, part: str, label: str, theirs: str) -> None:
    office.send(invoice(HALL))
    office.export(office.work())
    told: KeptDifference = {"part": part, "ours": "21.00", "theirs": "20.00", "vat_code": ""}
    office.change(state=State.BLOCKED, problems=[Problem(Code.ENTRY_DIFFERS, {"differences": [told]})])
    found = preview_of(office)
    assert codes(found) == [Code.ENTRY_DIFFERS]
    assert (point(found, label).answer, point(found, label).differs) == (theirs, True)
    assert (point(found, "Bedrag excl. btw").answer, point(found, "Dagboek").differs) == ("–", False)


def test_before_a_log_in_is_renewed_there_is_a_preview(office: Office) -> None:
    office.send(invoice(HALL))
    office.session.execute(update(Connection).values(status=Status.DEAD))
    office.session.commit()
    found = preview_of(office)
    assert found.debtor is not None
    assert Fact.NAME in found.debtor.agrees
    assert not found.problems


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("BE 0403.019.261", "verlegd naar klant BE0403019261 (nummer geldig van vorm)"),
        (None, "verlegd, klant zonder passend btw-nummer"),
    ],
)
def test_why_there_is_no_vat_and_whom_it_is_shifted_to(office: Office, number: str | None, told: str) -> None:
    shifted = line("100.00", "0.00", rate_group("verlegd", "0", "8050"), situation=Situation.REVERSE_CHARGE)
    office.send(invoice(shifted, HALL, debtor=debtor(vat_number=number)))
    assert _why(office) == ["Groep verlegd; nog niet per situatie", "Groep zaal"]
    office.set(situations=SituationSettings({Situation.REVERSE_CHARGE: "6"}))
    assert _why(office) == [f"Groep verlegd; {told}", "Groep zaal"]


def _why(office: Office) -> list[str]:
    entry = shown.view(preview_of(office), {}).entry
    assert entry is not None
    return [row.why for row in entry.postings if row.text]


def test_what_has_no_row_counts_as_often_tried_as_what_was_just_queued(office: Office) -> None:
    source = invoice(HALL)
    office.send(source)
    counted, made, row = ("tries", "generation", "fence", "sends", "version"), as_if_queued(source), office.row()
    assert [getattr(made, name) for name in counted] == [getattr(row, name) for name in counted]
