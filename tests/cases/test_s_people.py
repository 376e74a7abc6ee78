"""Kind S: people at their pages: a long lunch, a form without a session, a button pressed twice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.cases.books import sold
from tests.cases.selling import play
from tests.cases.stage import TENANT
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.cases.case import Case


@pytest.mark.parametrize(("path", "fields"), [("/schakelaar", {"on": "0"}), ("/verbinding", {"site": "NL"})])
def test_a_form_that_was_opened_before_lunch_is_taken_after_it(
    case: Case, monkeypatch: pytest.MonkeyPatch, path: str, fields: dict[str, str]
) -> None:
    """On a host that leaves it at Flask-WTF's hour, while the session goes on."""
    monkeypatch.setitem(case.stage.world.app.config, "WTF_CSRF_TIME_LIMIT", 3600)
    monkeypatch.setitem(case.stage.world.app.config, "WTF_CSRF_CHECK_DEFAULT", False)
    visitor = case.visitor()
    token = visitor.token()
    case.traveller.shift(timedelta(minutes=70))
    answer = visitor.client.post(BASE + path, data={"csrf_token": token, **fields})
    assert answer.status_code == 303


def test_who_is_active_again_is_told_where_the_invoices_of_the_gap_are(case: Case) -> None:
    """A trial ended, and the venue bought the link four days later: nothing old is booked unasked, and that is said."""
    said = "was tot"
    play(case, sold("N01"))
    assert said not in case.overview()
    case.stage.world.command("exact", "deactivate", TENANT)
    case.traveller.shift(timedelta(days=4))
    play(case, sold("N02"), run=False)
    case.stage.world.command("exact", "activate", TENANT)
    assert "De koppeling was tot 30-11-2026" in case.overview()
    assert "alleen geboekt als je het kiest bij Niet meegenomen" in case.overview("billing")
    case.traveller.shift(timedelta(days=15))
    assert said not in case.overview()
