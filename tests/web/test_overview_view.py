"""The overview's figures, notes and groups."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.domain.problems import Code, Cure, Problem
from mice_exact_plugin.domain.remarks import Remark, RemarkCode
from mice_exact_plugin.domain.standing import State as LinkState
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.standing import words as standing_words
from mice_exact_plugin.standing.overview import BlockedAlike, ExportStanding, Fallback, Page
from mice_exact_plugin.web import parts
from mice_exact_plugin.web.pages.overview import attention
from mice_exact_plugin.web.pages.overview import shown as overview_shown
from mice_exact_plugin.web.parts import problem_view
from tests.host.visitor import text_of
from tests.web.pages import rendered
from tests.web.rows import export_row, link

if TYPE_CHECKING:
    from mice_exact_plugin.web.parts import Places

NOW = datetime(2026, 11, 24, 1, 7, tzinfo=UTC)


def places(invoice_id: str) -> Places:
    return lambda cure: f"/{cure}/{invoice_id}" if cure is Cure.SETTINGS else None


def url(invoice_id: str) -> str:
    return f"/facturen/{invoice_id}"


def sync_run(**values: Any) -> Any:
    usual = {
        "id": 3,
        "trigger": "night",
        "started_by": "systeem",
        "state": RunState.RUNNING,
        "started_at": NOW,
        "finished_at": None,
        "resume_at": None,
        "reason": None,
        "details": {},
        "phase": "posting",
        "outcomes": None,
        "counts": {"posted": 39, "blocked": 1, "created_debtors": 1, "calls": 44},
    }
    return SimpleNamespace(**usual | values)


def test_counts_show_the_common_states_always_and_the_others_when_they_occur() -> None:
    counts = dict.fromkeys(State, 0) | {State.SYNCED: 1200, State.UNCONFIRMED: 1}
    shown = overview_shown.counts_view(counts, State.SYNCED, link())
    assert [count.state for count in shown] == ["blocked", "unconfirmed", "queued", "synced"]
    assert [count.number for count in shown] == ["0", "1", "0", "1.200"]
    assert [count.is_current for count in shown] == [False, False, False, True]


def test_a_filter_is_a_state_or_nothing() -> None:
    assert overview_shown.state_of("blocked") is State.BLOCKED
    assert overview_shown.state_of("'; drop table") is None


def test_a_row_says_the_one_thing_worth_knowing() -> None:
    problems = [Problem(Code.DEBTOR_NAMELESS), Problem(Code.NO_LINES)]
    rows = [
        export_row(state=State.SYNCED, synced_at=NOW, entry_number=24700001),
        export_row(state=State.BLOCKED, problems=problems),
        export_row(state=State.IGNORED, ignored_reason="left_alone"),
        export_row(not_before=NOW),
        export_row(),
        export_row(state=State.UNCONFIRMED),
    ]
    assert [overview_shown.short_note(row, link()) for row in rows] == [
        "24-11-2026 om 02:07, boekstuk 24700001",
        "De klant op de factuur heeft geen naam. Kies een relatie om op te boeken. (en nog 1)",
        "Er is besloten deze factuur niet te boeken.",
        "niet voor 24-11-2026 om 02:07",
        "vannacht om 02:14",
        "vannacht om 02:14",
    ]
    assert overview_shown.note_of(rows[1], link()) == (
        "De klant op de factuur heeft geen naam. Kies een relatie om op te boeken. De factuur heeft geen regels."
    )


def test_pages() -> None:
    assert Page([], 1, 51).has_next
    assert not Page([], 2, 51).has_next
    assert not Page([], 1, 50).has_next


def test_nothing_promises_a_night_in_which_nothing_is_booked() -> None:
    off = link(LinkState.OFF)
    assert overview_shown.note_of(export_row(), off) == ""
    (tile,) = (
        count for count in overview_shown.counts_view(dict.fromkeys(State, 0), None, off) if count.state == "queued"
    )
    assert tile.label == "Gepauzeerd"


def test_blocked_invoices_are_grouped_by_what_one_cure_releases() -> None:
    rate = Problem(Code.VAT_RATE_UNMAPPED, {"rate": "12"})
    early, late = (Problem(Code.PERIOD_MISSING, {"date": day}) for day in ("2031-01-02", "2031-05-06"))
    blocked = [
        BlockedAlike((rate, late), 1203, tuple((str(number), f"F{number}") for number in range(5))),
        BlockedAlike((rate, early), 3, tuple((str(number), f"F{number}") for number in range(11, 14))),
        BlockedAlike((rate,), 1, (("8", "F8"),)),
    ]
    first, second = attention.problem_groups(blocked, places, url)
    assert first.problem.sentence == "BTW-tarief 12% is nog niet gekoppeld aan een BTW-code."
    assert (first.count, first.more) == ("1207 facturen", 1202)
    assert first.invoices[0] == ("F0", "/facturen/0")
    assert first.problem.url == "/settings/0"
    assert (second.count, len(second.invoices)) == ("1206 facturen", 5)
    assert second.problem.url == ""


def test_lines_on_the_default_ledger_are_named() -> None:
    found = [Fallback("Lunch", "Catering", None, 1), Fallback(None, None, "9999", 2)]
    shown = text_of(rendered("_attention.html", fallbacks=found))
    assert "Lunch – Catering geen grootboeknummer 1 factuur" in shown
    assert "Losse regels zonder tariefgroep nummer 9999 bestaat niet in Exact Online 2 facturen" in shown


def test_what_changed_after_booking_links_only_to_what_still_exists() -> None:
    codes = {1: [RemarkCode.CHANGED_AFTER_BOOKING, RemarkCode.LEFT_OUT], 2: [RemarkCode.DELETED_AFTER_BOOKING]}
    remarks = {row: [Remark(1, row, code, {}, NOW) for code in found] for row, found in codes.items()}
    rows = [export_row(id=1, changed_at=NOW), export_row(id=2, invoice_id="18", deleted_at=NOW)]
    shown = rendered("_attention.html", mismatches=[(row, remarks[row.id]) for row in rows], invoice_url=url)
    assert '<a href="/facturen/17">2026-0017</a> – gewijzigd na boeking<' in shown
    assert "<li>2026-0017 – verwijderd maar geboekt<" in shown


def test_the_list_badge_of_what_no_longer_agrees_warns_and_says_why() -> None:
    booked = ExportStanding(State.SYNCED, synced_at=NOW, entry_number=24700001)
    badge = parts.list_badge(booked, link(), "gewijzigd na boeken", agrees=False)
    assert (badge.tone, badge.note) == (
        standing_words.Tone.WARNING,
        "24-11-2026, boekstuk 24700001, gewijzigd na boeken",
    )


def test_the_row_of_a_deleted_invoice_leads_nowhere() -> None:
    rows = [export_row(state=State.SYNCED, deleted_at=NOW, invoice_id="18"), export_row(state=State.SYNCED)]
    shown = rendered("_exports.html", page=Page(rows, 1, 2), remarks={}, link=link(), invoice_url=url)
    assert re.findall(r'href="(/facturen/[^"]*)"', shown) == ["/facturen/17"]
    assert "2 facturen" in shown


def test_a_number_that_is_too_long_is_not_to_be_changed_but_credited() -> None:
    view = problem_view(Problem(Code.IDENTIFIER_TOO_LONG, {"limit": 30}), lambda cure: "/facturen/17")
    assert view.needs_advice
    assert "Crediteer de factuur" in view.advice
    assert "Pas de factuur aan" not in view.advice


def test_the_list_badge_says_when_and_under_which_number() -> None:
    badge = parts.list_badge(ExportStanding(State.SYNCED, synced_at=NOW, entry_number=24700001), link())
    assert (badge.text, badge.note) == ("Gesynchroniseerd", "24-11-2026, boekstuk 24700001")
    waiting = ExportStanding(State.QUEUED, synced_at=None, entry_number=None)
    assert parts.list_badge(waiting, link()).text == "Staat klaar"
    assert parts.list_badge(waiting, link(LinkState.OFF)).text == "Gepauzeerd"


def test_a_run_under_way_shows_its_phase_and_figures() -> None:
    shown = overview_shown.progress_view(sync_run(), {"booked": 39, "blocked": 1, "left": 1160})
    assert (shown.phase, shown.handled, shown.total) == ("Facturen worden geboekt", 40, 1200)
    assert shown.announcement == "Facturen worden geboekt 40 van 1.200"
    assert shown.outcome == "39 geboekt, 1 van 1.200 tegengehouden"
    assert not shown.is_finished


@pytest.mark.parametrize(
    ("outcomes", "tone", "words"),
    [
        ({"booked": 4, "blocked": 9, "left": 2}, "warning", "4 geboekt, 9 van 15 tegengehouden, 2 blijven klaarstaan"),
        ({"booked": 15}, "success", "15 geboekt"),
        ({"booked": 3, "ignored": 1}, "success", "3 geboekt, 1 overgeslagen"),
        ({"booked": 3, "waiting": 1}, "info", "3 geboekt, 1 wacht op de oorspronkelijke factuur"),
        ({"unconfirmed": 2}, "info", "2 nog onbevestigd"),
        ({}, "success", ""),
    ],
)
def test_a_night_is_coloured_by_what_became_of_its_invoices(outcomes: dict[str, int], tone: str, words: str) -> None:
    run = sync_run(state=RunState.DONE, finished_at=NOW, outcomes=outcomes, counts={})
    assert (overview_shown.run_badge(run).tone, run_words.outcome(outcomes, {})) == (tone, words)


def test_a_run_of_the_first_version_is_shown_as_it_was_counted() -> None:
    shown = rendered("_runs.html", runs=[sync_run(state=RunState.DONE, finished_at=NOW)], now=NOW)
    assert "mx-badge--success" in shown
    assert text_of(shown).endswith("Afgerond 39 geboekt, 1 geblokkeerd, 1 nieuwe debiteur")


def test_a_run_that_waits_says_for_what_and_until_when() -> None:
    waiting = sync_run(state=RunState.WAITING, reason="minute_spent", resume_at=NOW + timedelta(minutes=1))
    assert overview_shown.progress_view(waiting, {}).phase.startswith("Wacht tot 02:08: het maximum aantal verzoeken")
    assert overview_shown.progress_view(sync_run(state=RunState.WAITING), {}).phase == "Wacht op een werker"
    assert overview_shown.progress_view(sync_run(phase=None), {}).phase == "Wordt gestart"


def test_a_run_that_ended_says_how() -> None:
    ended = sync_run(
        state=RunState.STOPPED, reason="mirror_incomplete", finished_at=NOW + timedelta(seconds=9), counts={}
    )
    shown = text_of(rendered("_runs.html", runs=[ended], now=NOW))
    how = "nachtelijke synchronisatie 9 seconden Gestopt niets te doen; stamgegevens onvolledig; er is niets geboekt"
    assert shown.endswith(f"24-11-2026 om 02:07 {how}")
    by_person = sync_run(trigger="person", started_by="Bea")
    shown = text_of(rendered("_runs.html", runs=[by_person], now=NOW + timedelta(minutes=1)))
    assert "gestart door Bea 1 minuut Bezig" in shown
