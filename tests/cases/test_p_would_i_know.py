"""Kind P: the morning after a night in which nothing could be booked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import starting
from simulator.tests.control import VENUE
from tests.cases.books import sold
from tests.cases.selling import play
from tests.cases.stage import TENANT

if TYPE_CHECKING:
    from tests.cases.case import Case

WORKS = "De koppeling werkt"


def test_no_night_has_begun_for_three_days(case: Case) -> None:
    """Whoever runs the platform has a scheduler that stands still: no run, so no mail either."""
    play(case, sold("N01"))
    case.traveller.shift(timedelta(days=3))
    play(case, sold("N02"), run=False)
    overview = case.overview()
    assert WORKS not in overview
    assert "Naar de chat" in overview
    assert "Activeren via de chat" not in overview, "it is active"
    assert "Verbonden" not in case.page("N02")


def test_a_night_that_nobody_works_on(case: Case) -> None:
    play(case, sold("N01"), run=False)
    with case.services() as runtime:
        starting.start(runtime, TENANT, trigger="night")
    case.traveller.shift(timedelta(hours=6))
    assert "op dit moment gesynchroniseerd" not in case.overview()


def test_everything_is_held_by_one_cause(case: Case) -> None:
    """One mail that names it with the number of invoices, not one for each."""
    case.control.patch(VENUE, "Journals", {"Code": "70"}, IsBlocked=True)
    play(case, *[sold(f"N0{number}") for number in range(1, 6)])
    (mail,) = case.mails()
    assert "5 facturen" in mail
    assert "70" in mail
    assert "5" in case.overview()


def test_exact_is_away_all_night_and_the_log_in_cannot_be_refreshed(case: Case) -> None:
    """A token lives ten minutes, so it is the first thing that is asked for in a night, and nothing else is."""
    play(case, sold("N01"), run=False)
    for method in ("GET", "POST"):
        case.control.fault("status", {"method": method, "path": ".*"}, "every", status=503)
    case.night()
    assert case.states() == {"N01": "queued"}
    (mail,) = case.mails()
    assert "niet bereikbaar" in mail
    assert "1 factuur wacht hierop" in mail
    assert "niet bereikbaar" in case.overview()


def test_exact_refuses_the_same_request_all_night(case: Case) -> None:
    """As when an app may no longer do what it did: it rests an hour each time, which is no reason to be silent."""
    case.control.fault("status", {"method": "POST", "path": "/salesentry/SalesEntries$"}, "every", status=401)
    play(case, sold("N01"), run=False)
    case.night()
    assert case.states() == {"N01": "queued"}
    (mail,) = case.mails()
    assert "weigert wat de koppeling vraagt" in mail
    assert "weigert wat de koppeling vraagt" in case.overview()
