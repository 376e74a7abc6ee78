"""The overview's figures, notes and groups."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.domain.notices import night_of
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.standing import State as LinkState
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.standing import invoice_list, lately
from mice_exact_plugin.standing import words as standing_words
from mice_exact_plugin.standing.invoice_list import Sum
from mice_exact_plugin.standing.overview import ExportStanding
from mice_exact_plugin.standing.to_do import Alike, by_cause
from mice_exact_plugin.web import parts
from mice_exact_plugin.web.pages.overview import figures, wanted
from mice_exact_plugin.web.pages.overview import shown as overview_shown
from mice_exact_plugin.web.parts import Way, problem_view
from tests.host.visitor import text_of
from tests.web.rows import export_row, link

NOW = datetime(2026, 11, 24, 1, 7, tzinfo=UTC)
LAST = night_of(NOW, "zaal")


def url(_around: object, **asked: object) -> str:
    return str(asked["status"])


def sync_run(**values: Any) -> Any:
    usual = {
        "id": 3,
        "tenant": "zaal",
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


def test_figures_are_the_same_four_and_the_chips_are_what_there_is() -> None:
    sums = {state: Sum() for state in State}
    sums[State.SYNCED] = Sum(1200, {"EUR": Decimal("1000.50"), "USD": Decimal(5)})
    sums[State.QUEUED], sums[State.CLAIMED] = Sum(1, {"EUR": Decimal(-2)}), Sum(1, {"EUR": Decimal(3)})
    shown = figures.figure_views(sums, link(), url)
    assert [(each.number, each.words, text_of(each.amounts)) for each in shown] == [
        ("0", "tegengehouden", "€ 0,00"),
        ("0", "wordt nagezocht", "€ 0,00"),
        ("2", "wacht op boeken", "€ 1,00"),
        ("1.200", "geboekt", "€ 1.000,50 + US$ 5,00"),
    ]
    chips = figures.chips(figures.stands(sums, link()), (), {"status": "not_booked"}, url, Sum(2, {"EUR": Decimal(1)}))
    assert [(each.words, text_of(each.number), each.is_current) for each in chips] == [
        ("Alles", "1.202", False),
        ("Niet in de boeken", "2, € 1,00", True),
        ("Staat klaar", "1", False),
        ("Wordt geboekt", "1", False),
        ("Geboekt", "1.200", False),
    ]
    off = figures.figure_views(sums, link(LinkState.OFF), url)
    assert [each.words for each in off][2] == "gepauzeerd"


def test_what_waits_for_a_yes_is_not_ready() -> None:
    sums = {state: Sum() for state in State}
    sums[State.QUEUED] = Sum(3, {"EUR": Decimal(9)})
    assert [each.words for each in figures.figure_views(sums, link(), url, 3)][2] == "wacht op akkoord"
    assert [each.words for each in figures.figure_views(sums, link(), url, 2)][2] == "wacht, waarvan 2 op akkoord"
    asks = link(asks_approval=True)
    shown = figures.chips(figures.stands(sums, asks, 2), (), {}, url)
    assert [(each.words, each.number, each.url) for each in shown] == [
        ("Alles", "3", "None#facturen"),
        ("Ter goedkeuring", "2", "awaiting#facturen"),
        ("Staat klaar", "1", "approved#facturen"),
    ]


def test_the_months_are_one_click_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wanted, "url", lambda _around, **days: f"{days['van']} {days['tot']}")
    new_year = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert wanted.periods(new_year, {"van": "2026-12-01", "tot": "2026-12-31"}) == [
        ("Deze maand", "2027-01-01 2027-01-31", False),
        ("Vorige maand", "2026-12-01 2026-12-31", True),
    ]


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (None, "Er is nog niet geboekt"),
        ({"outcomes": {}}, "Afgelopen nacht: niets te boeken"),
        (
            {"outcomes": {"booked": 1557, "adopted": 1, "blocked": 442}},
            "Afgelopen nacht: 1.558 van 2.000 facturen geboekt",
        ),
        ({"trigger": "person", "outcomes": {"blocked": 1}}, "Laatste synchronisatie: 0 van 1 factuur geboekt"),
    ],
)
def test_the_headline_is_the_answer(run: dict[str, Any] | None, words: str) -> None:
    nights = lately.by_night([(LAST, run["outcomes"])], LAST) if run else []
    assert figures.headline(None if run is None else sync_run(**run), nights) == words


def test_a_night_in_which_everything_waits_for_a_yes_says_so() -> None:
    assert figures.headline(sync_run(outcomes={}), [], 3) == "Afgelopen nacht: niets geboekt zonder akkoord"


def test_a_second_run_of_a_night_takes_nothing_from_its_headline() -> None:
    nights = lately.by_night([(LAST, {"booked": 2, "blocked": 1}), (LAST, {})], LAST)
    assert figures.headline(sync_run(outcomes={}), nights) == "Afgelopen nacht: 2 van 3 facturen geboekt"


def test_a_night_is_a_bar_of_what_it_booked_and_what_its_last_run_left() -> None:
    last = date(2026, 11, 24)
    runs = [(last, {"booked": 3, "blocked": 5}), (last, {"booked": 1, "adopted": 1, "blocked": 4, "waiting": 1})]
    shown = lately.by_night([*runs, (date(2025, 1, 1), {"booked": 9})], last)
    assert len(shown) == 60
    assert shown[-1] == lately.Night(last, booked=5, held=4, waits=1)
    bars = figures.bars(shown)
    assert bars[-1].title == "24-11-2026: 5 geboekt, 4 tegengehouden, 1 wacht"
    assert bars[-1].parts == (("success", 50, 50), ("danger", 10, 40), ("warning", 0, 10))
    assert bars[0].parts == ()
    assert figures.bars(lately.by_night([], last)) == ()


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


def test_nothing_promises_a_night_in_which_nothing_is_booked() -> None:
    assert overview_shown.note_of(export_row(), link(LinkState.OFF)) == ""


def test_held_invoices_are_counted_by_what_one_cure_ends() -> None:
    rate = {"code": "vat_rate_unmapped", "params": {"rate": "12"}}
    dates = [{"code": "period_missing", "params": {"date": day}} for day in ("2031-01-02", "2031-05-06")]
    later = {"code": "of_another_version", "params": {}}
    rows = [
        Alike(json.dumps([rate, dates[1]]), "EUR", 1203, Decimal(1203), NOW),
        Alike(json.dumps([rate, dates[0], later]), "EUR", 3, Decimal(3), NOW - timedelta(days=1)),
        Alike(json.dumps([rate]), "USD", 1, Decimal(7), NOW),
    ]
    first, second = by_cause(rows)
    assert (first.key, first.invoices) == ("blocked:vat_rate_unmapped:12", 1207)
    assert first.amounts == {"EUR": Decimal(1206), "USD": Decimal(7)}
    assert (second.invoices, second.since) == (1206, NOW - timedelta(days=1))
    assert len(first.stored) == 3


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("807,48", "807.48"),
        ("807.48", "807.48"),
        ("€ 1.234,56", "1234.56"),
        ("-12", "-12.00"),
        ("1.234", "1234.00"),
        ("2026-001", None),
        ("12,5", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: str | None) -> None:
    assert invoice_list.amount_in(text) == (None if amount is None else Decimal(amount))


def test_the_list_badge_of_what_no_longer_agrees_warns_and_says_why() -> None:
    booked = ExportStanding(State.SYNCED, synced_at=NOW, entry_number=24700001)
    badge = parts.list_badge(booked, link(), "gewijzigd na boeken", agrees=False)
    assert (badge.tone, badge.note) == (
        standing_words.Tone.WARNING,
        "24-11-2026, boekstuk 24700001, gewijzigd na boeken",
    )


def test_a_number_that_is_too_long_is_not_to_be_changed_but_credited() -> None:
    view = problem_view(
        Problem(Code.IDENTIFIER_TOO_LONG, {"limit": 30}), lambda _: Way("/facturen/17", "Naar de factuur")
    )
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
    assert shown.announcement == "De synchronisatie is bezig."
    assert shown.outcome == "39 geboekt, 1 van 1.200 tegengehouden"
    assert not shown.is_finished


def test_what_is_said_aloud_of_a_run_is_its_start_its_quarters_and_its_end() -> None:
    shown = [
        overview_shown.progress_view(sync_run(), {"booked": done, "left": 1200 - done}) for done in range(0, 1201, 5)
    ]
    quarters = ["300 van 1.200", "600 van 1.200", "900 van 1.200", "1.200 van 1.200"]
    assert list(dict.fromkeys(each.announcement for each in shown)) == ["De synchronisatie is bezig.", *quarters]
    ended = overview_shown.progress_view(sync_run(state=RunState.DONE, finished_at=NOW), {"booked": 2, "blocked": 1})
    assert ended.announcement == "De synchronisatie is afgelopen. 2 geboekt, 1 van 3 tegengehouden"


@pytest.mark.parametrize(
    ("outcomes", "tone", "words"),
    [
        ({"booked": 4, "blocked": 9, "left": 2}, "warning", "4 geboekt, 9 van 15 tegengehouden, 2 blijven klaarstaan"),
        ({"booked": 15}, "success", "15 geboekt"),
        ({"booked": 3, "ignored": 1}, "success", "3 geboekt, 1 niet te boeken"),
        ({"booked": 3, "waiting": 1}, "info", "3 geboekt, 1 wacht op de oorspronkelijke factuur"),
        ({"unconfirmed": 2}, "info", "2 nog onbevestigd"),
        ({}, "success", ""),
    ],
)
def test_a_night_is_coloured_by_what_became_of_its_invoices(outcomes: dict[str, int], tone: str, words: str) -> None:
    run = sync_run(state=RunState.DONE, finished_at=NOW, outcomes=outcomes, counts={})
    assert (overview_shown.run_badge(run).tone, run_words.outcome(outcomes, {})) == (tone, words)


def test_a_run_that_waits_says_for_what_and_until_when() -> None:
    waiting = sync_run(state=RunState.WAITING, reason="minute_spent", resume_at=NOW + timedelta(minutes=1))
    assert overview_shown.progress_view(waiting, {}).phase.startswith("Wacht tot 02:08: het maximum aantal verzoeken")
    assert overview_shown.progress_view(sync_run(state=RunState.WAITING), {}).phase == "Wacht op een werker"
    assert overview_shown.progress_view(sync_run(phase=None), {}).phase == "Wordt gestart"


def test_a_run_that_ended_says_how() -> None:
    ended = sync_run(state=RunState.STOPPED, reason="mirror_incomplete", finished_at=NOW)
    assert overview_shown.run_badge(ended).text == "Gestopt"
    assert overview_shown.run_reason(ended) == "niet alle lijsten van Exact Online zijn ingelezen; er is niets geboekt"
    assert figures.run_line(ended) == "nachtelijke synchronisatie, 24-11-2026 om 02:07 – 02:07"
