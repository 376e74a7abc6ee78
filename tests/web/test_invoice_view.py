"""What the invoice page says of one invoice, and which decisions it offers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.audit import AuditRow
from mice_exact_plugin.domain.entry.comparison import Difference, Part, as_kept
from mice_exact_plugin.domain.problems import Code, Cure, Problem
from mice_exact_plugin.domain.remarks import Remark, RemarkCode, Said
from mice_exact_plugin.domain.standing import KINDS
from mice_exact_plugin.domain.standing import State as LinkState
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.problems import from_json
from mice_exact_plugin.exports.words import remarks as remark_words
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web import events
from mice_exact_plugin.web.pages.invoice import shown as invoice_shown
from mice_exact_plugin.web.pages.invoice.ways_on import DebtorWays
from mice_exact_plugin.web.parts import Way
from tests.web.rows import export_row, link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.web.pages.invoice.shown import InvoiceView

FINE = link()
SYNCED = datetime(2026, 11, 24, 1, 7, tzinfo=UTC)


def of_earlier(params: dict[str, str]) -> Problem:
    """A conflict as 0.1 and versions on the way kept it: everything as text."""
    kept: Any = [{"code": "entry_conflict", "params": params}]
    return from_json(kept)[0]


FOUND = {
    "entry_id": "e-1",
    "entry_number": "24700009",
    "your_ref": "2026-0017",
    "account_id": "a-1",
    "gross": "99.00",
    "created": "2026-11-20 10:00:00+00:00",
    "status": "20",
    "journal": "70",
}
CONFLICT = of_earlier({"reason": "amount", "ours": "121.00", "found": json.dumps([FOUND])})


def view(row: Any, *, standing: Standing = FINE, remarks: Sequence[Remark] = ()) -> InvoiceView:
    def place(problem: Problem) -> Way | None:
        return Way("/instellingen", "Naar de instellingen") if problem.cure is Cure.SETTINGS else None

    return invoice_shown.invoice_view(
        row, standing=standing, places=place, names={"a-1": "10 Bakkerij"}, remarks=remarks
    )


def test_a_booked_invoice_says_when_and_under_which_number() -> None:
    row = export_row(
        state=State.SYNCED, synced_at=SYNCED, entry_id="e", entry_number=24700001, journal="70", division_name="Zaal BV"
    )
    shown = view(row)
    assert shown.headline == "Gesynchroniseerd op 24-11-2026 om 02:07"
    assert shown.facts == (("Boekstuknummer", "24700001"), ("Dagboek", "70"), ("Administratie", "Zaal BV"))
    assert shown.decisions == invoice_shown.Decisions()


@pytest.mark.parametrize(
    ("values", "badge", "words"),
    [
        ({}, "Staat klaar", "eerstvolgende synchronisatie, vannacht om 02:14."),
        ({"not_before": SYNCED}, "Staat klaar", "niet geboekt voor 24-11-2026 om 02:07"),
        ({"waits_for": "2026-0016"}, "Staat klaar", "zodra factuur 2026-0016 geboekt is"),
        ({"state": State.CLAIMED}, "Wordt geboekt", "op dit moment"),
        ({"state": State.UNCONFIRMED}, "Onbevestigd", "zoekt vannacht om 02:14 zelf op"),
        ({"state": State.IGNORED, "ignored_reason": "nothing_to_book"}, "Niet boeken", "niets te boeken"),
        ({"state": State.IGNORED, "ignored_reason": "of_the_future"}, "Niet boeken", "Wordt niet geboekt"),
        ({"state": State.BLOCKED}, "Geblokkeerd", "Kan nog niet"),
    ],
)
def test_every_state_has_a_badge_and_a_sentence(values: dict[str, Any], badge: str, words: str) -> None:
    shown = view(export_row(**values))
    assert shown.badge.text == badge
    assert words in shown.headline


@pytest.mark.parametrize("state", [state for state, kind in KINDS.items() if kind.holds])
def test_what_waits_while_nothing_is_booked_is_paused(state: LinkState) -> None:
    shown = view(export_row(), standing=link(state))
    assert shown.badge.text == "Gepauzeerd"
    assert shown.headline == "Staat klaar en wordt nu niet geboekt."
    assert "Zodra de koppeling weer werkt" in view(export_row(state=State.UNCONFIRMED), standing=link(state)).headline


def test_problems_link_to_where_they_are_cured_or_say_who_does_it() -> None:
    found = [Problem(Code.VAT_RATE_UNMAPPED, {"rate": "12"}), Problem(Code.NO_LINES)]
    first, second = view(export_row(state=State.BLOCKED, problems=found)).problems
    assert first.way == Way("/instellingen", "Naar de instellingen")
    assert (second.way, second.advice) == (None, "Pas de factuur aan, of crediteer haar en maak een nieuwe.")


@pytest.mark.parametrize(
    ("sent", "told", "points"),
    [
        (
            {"due_date": "2026-12-07", "payment_condition": "30"},
            {"entry_date": "2026-11-20", "due_date": "2026-12-20", "payment_condition": "60"},
            [("20-11-2026",), ("07-12-2026", "20-12-2026"), ("30", "60")],
        ),
        (
            {"due_date": None, "payment_condition": None},
            {"due_date": "2026-12-20", "payment_condition": ""},
            [("20-11-2026",), ("vult Exact Online in", "20-12-2026"), ("vult Exact Online in", "–")],
        ),
        (None, {}, [("20-11-2026",), ("–", "–"), ("–", "–")]),
    ],
)
def test_a_conflict_lays_every_point_side_by_side(
    sent: dict[str, str] | None, told: dict[str, str], points: list[tuple[str, ...]]
) -> None:
    """Terms among them; of a conflict that 0.1 kept, our own are not known."""
    params = {"reason": "amount", "ours": "121.00", "found": json.dumps([{**FOUND, **told}])}
    known = {"sent": json.dumps(sent)} if sent is not None else {}
    conflict = of_earlier(params | known)
    shown = view(export_row(state=State.BLOCKED, problems=[conflict])).conflict.points
    by_label = {point.label: (point.ours, *(text for text, _ in point.theirs)) for point in shown}
    assert by_label["Bedrag"] == ("€\xa0121,00", "€\xa099,00")
    assert by_label["Debiteur"] == ("Bakkerij Jansen", "10 Bakkerij")
    assert [point.label for point in shown if any(differs for _, differs in point.theirs)] == ["Bedrag"]
    day, due, condition = points
    assert by_label["Boekdatum"] == ("23-11-2026", *day)
    assert by_label["Vervaldatum"] == due
    assert by_label["Betalingsconditie"] == condition


def test_a_conflict_shows_both_sides_and_asks() -> None:
    shown = view(export_row(state=State.BLOCKED, problems=[CONFLICT]))
    (entry,) = shown.conflict.found
    assert (entry.number, entry.amount) == ("24700009", "€\xa099,00")
    assert entry.acknowledgement == "Verschil €\xa022,00: ik weet het"
    assert shown.decisions.adopt == shown.conflict.found
    assert shown.decisions.book_beside
    assert shown.decisions.leave
    assert shown.decisions.retry


@pytest.mark.parametrize(
    ("problem", "ways"),
    [
        (Problem(Code.DEBTOR_AMBIGUOUS, {"codes": ["10", "11"], "ids": ["a", "b"]}), DebtorWays(choose=True)),
        (Problem(Code.DEBTOR_AMBIGUOUS, {"key": "bakkerij|1234AB|NL", "codes": ["10"]}), DebtorWays(choose=True)),
        (Problem(Code.DEBTOR_BLOCKED, {"name": "X", "code": "1"}), DebtorWays(choose=True, look_again=True)),
        (
            Problem(Code.DEBTOR_SUPPLIER_ONLY, {"name": "X", "code": "1", "ids": ["a", "b"]}),
            DebtorWays(choose=True, look_again=True, supplier="a"),
        ),
        (Problem(Code.NO_LINES), DebtorWays()),
    ],
)
def test_a_debtor_in_question_offers_its_ways_on(problem: Problem, ways: DebtorWays) -> None:
    row = export_row(state=State.BLOCKED, problems=[problem])
    assert view(row).decisions.debtor == ways
    assert view(export_row(state=State.QUEUED, problems=[problem])).decisions.debtor == DebtorWays()


def test_a_deleted_invoice_offers_nothing() -> None:
    assert view(export_row(state=State.BLOCKED, deleted_at=SYNCED)).decisions == invoice_shown.Decisions()


def test_what_is_remarked_is_said_and_can_be_put_aside() -> None:
    row = export_row(state=State.SYNCED, synced_at=SYNCED, entry_id="e", adopted=True)
    known: Said = {"ours": "121.00", "theirs": "60.50"}
    remarks = [
        Remark(1, 1, RemarkCode.DELETED_AFTER_BOOKING, {}, SYNCED),
        Remark(2, 1, RemarkCode.OTHER_AMOUNT, known, SYNCED),
        Remark(3, 1, RemarkCode.OTHER_DATE, {"ours": "2026-11-23", "theirs": "2026-11-20"}, SYNCED),
    ]
    shown = view(row, remarks=remarks)
    said = [remark_words.sentence(remark, shown.names) for remark in shown.remarks]
    assert said[1].endswith("€\xa060,50 in plaats van €\xa0121,00.")
    assert said[2].endswith("20-11-2026 in plaats van 23-11-2026.")
    assert shown.notices == ("De boeking stond al in Exact Online en is daaraan gekoppeld.",)


DIFFERS = Problem(
    Code.ENTRY_DIFFERS,
    {"differences": as_kept([Difference(Part.GROSS, "121.00", "100.00"), Difference(Part.DEBTOR, "a-1", "a-2")])},
)


def test_an_entry_that_differs_shows_both_sides_and_no_way_to_book_beside_it() -> None:
    shown = view(export_row(state=State.BLOCKED, entry_id="e", entry_number=1, problems=[DIFFERS]))
    assert shown.headline == "Geboekt, maar Exact Online heeft er iets anders van gemaakt."
    assert shown.decisions == invoice_shown.Decisions()
    assert [(each.ours, each.theirs) for each in shown.entry.differences] == [
        ("€\xa0121,00", "€\xa0100,00"),
        ("10 Bakkerij", "a-2"),
    ]
    assert (shown.entry.look, shown.entry.let_stand, shown.entry.book_anew) == (True, True, True)


@pytest.mark.parametrize(
    ("code", "tone"), [(RemarkCode.DIFFERS, Tone.WARNING), (RemarkCode.DEFAULT_LEDGER, Tone.SUCCESS)]
)
def test_an_entry_that_says_something_else_is_not_green(code: RemarkCode, tone: Tone) -> None:
    shown = view(
        export_row(state=State.SYNCED, entry_id="e-1", synced_at=SYNCED), remarks=[Remark(1, 1, code, {}, SYNCED)]
    )
    assert (shown.badge.text, shown.badge.tone) == ("Gesynchroniseerd", tone)


@pytest.mark.parametrize(("codes", "anew"), [([], False), ([RemarkCode.DELETED_IN_EXACT], True)])
def test_booking_anew_is_offered_only_where_a_look_found_it_gone(codes: list[RemarkCode], anew: bool) -> None:
    row = export_row(state=State.SYNCED, synced_at=SYNCED, entry_id="e")
    shown = view(row, remarks=[Remark(1, 1, code, {}, SYNCED) for code in codes])
    assert (shown.entry.look, shown.entry.let_stand, shown.entry.book_anew) == (True, False, anew)


def test_an_invoice_that_is_not_booked_any_more_has_no_problem_to_cure() -> None:
    row = export_row(state=State.IGNORED, ignored_reason="left_alone", problems=[Problem(Code.NO_LINES)])
    assert view(row).problems == ()


def test_fallbacks_name_the_product_and_the_reason() -> None:
    lines = [
        {"position": 1, "description": "Lunch", "product": "Lunch", "rate_group": "Catering", "ledger_number": None},
        {"position": 2, "description": "Los", "product": None, "rate_group": None, "ledger_number": "9999"},
    ]
    assert view(export_row(fallbacks=lines)).fallbacks == (
        "Lunch: geen grootboeknummer",
        "Los: grootboeknummer 9999 bestaat niet in Exact Online",
    )


def test_the_trail_names_the_link() -> None:
    rows = [
        AuditRow(at=SYNCED, actor="systeem", event="queued", details={}),
        AuditRow(at=SYNCED, actor="Bea", event="released", details={}),
    ]
    assert [(invoice_shown.actor(row.actor), events.sentence(row.event, row.details)) for row in rows] == [
        ("de koppeling", "Verstuurd en klaargezet"),
        ("Bea", "Weer klaargezet"),
    ]
