"""`./run demo`: the journey ends well, and its table would not hide a figure that disagrees."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.demo.books import Entry
from sandbox.demo.comparison import Outcome, differences
from sandbox.demo.figures import Figures
from sandbox.demo.forms import NotOnPage, form_with
from sandbox.demo.markup import parse
from sandbox.demo.stories import BOOKED, NEVER, Story
from sandbox.environment import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

HERE = Figures(Decimal("100.00"), Decimal("21.00"), Decimal("121.00"), {Decimal(21): Decimal("21.00")})
THERE = Entry(26700001, "Testklant B.V.", debtor_is_new=False, ledgers=frozenset({"8000"}), figures=HERE)
TOLD = Outcome("20260001", Story("an invoice", "Testklant B.V."), "Testklant", HERE, [THERE], BOOKED, BOOKED)

PAGE = """
<form action="/zoeken"><button>Zoeken</button></form>
<form method="post" action="/opslaan">
  <input type="hidden" name="csrf_token" value="abc">
  <label for="naam">Naam</label><input id="naam" name="name" value="Jansen &amp; Zn.">
  <label for="land">Land</label>
  <select id="land" name="country"><option value="NL">Nederland</option><option value="BE">België</option></select>
  <label><input type="radio" name="kind" value="client" checked> Klant</label>
  <label><input type="radio" name="kind" value="supplier"> Leverancier</label>
  <label><input type="checkbox" name="active" checked> Actief</label>
  <textarea name="notes">Let op</textarea>
  <input name="frozen" value="no" disabled>
  <button name="go" value="now">Opslaan</button>
</form>
"""


def test_the_demo_ends_well(tmp_path: Path) -> None:
    env = {**os.environ, "MICE_STATE_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "sandbox.demo", "--once"]
    done = subprocess.run(command, env=env, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All 13 invoices are where they should be. The 12 that are booked have the same net" in done.stdout


def test_what_is_as_told_gives_no_difference() -> None:
    assert differences(TOLD, "8990") == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first": "Geblokkeerd"}, "after the first run it is 'Geblokkeerd', not 'Gesynchroniseerd'"),
        ({"last": NEVER}, "at the end it is 'Niet meegenomen', not 'Gesynchroniseerd'"),
        ({"entries": []}, "Exact has 0 entries of it, not 1"),
        ({"entries": [THERE, THERE]}, "Exact has 2 entries of it, not 1"),
        ({"here": replace(HERE, net=Decimal("99.99"))}, "net is 99.99 here and 100.00 in Exact"),
        ({"here": replace(HERE, vat=Decimal("21.01"))}, "vat is 21.01 here and 21.00 in Exact"),
        ({"here": replace(HERE, gross=Decimal("121.01"))}, "gross is 121.01 here and 121.00 in Exact"),
        ({"entries": [replace(THERE, debtor="Iemand")]}, "it is booked on 'Iemand', not on 'Testklant B.V.'"),
        ({"entries": [replace(THERE, debtor_is_new=True)]}, "its debtor was created"),
        ({"entries": [replace(THERE, ledgers=frozenset({"8990"}))]}, "its ledgers are 8990"),
    ],
)
def test_every_difference_is_told(changes: dict[str, Any], sentence: str) -> None:
    assert differences(replace(TOLD, **changes), "8990") == [f"20260001: {sentence}"]


def test_vat_moved_to_another_rate_is_told() -> None:
    moved = replace(HERE, vat_by_rate={Decimal(9): Decimal("21.00")})
    assert len(differences(replace(TOLD, here=moved), "8990")) == 1


def test_a_form_sends_what_a_browser_would() -> None:
    form = form_with(parse(PAGE), "Opslaan")
    assert (form.method, form.action) == ("POST", "/opslaan")
    assert form.values == {
        "csrf_token": ["abc"],
        "name": ["Jansen & Zn."],
        "country": ["NL"],
        "kind": ["client"],
        "active": ["on"],
        "notes": ["Let op"],
        "go": ["now"],
    }


def test_a_form_is_filled_in_by_its_labels() -> None:
    form = form_with(parse(PAGE), "Opslaan")
    form.fill({"Naam": "Smit", "Land": "België", "Leverancier": True, "Actief": False})
    sent = form.values
    assert (sent["name"], sent["country"], sent["kind"], sent["active"]) == (["Smit"], ["BE"], ["supplier"], [])


@pytest.mark.parametrize(
    ("button", "answers"), [("Wissen", {}), ("Opslaan", {"Achternaam": "Smit"}), ("Opslaan", {"Land": "Frankrijk"})]
)
def test_what_is_not_on_the_page_is_named(button: str, answers: dict[str, Any]) -> None:
    with pytest.raises(NotOnPage, match=f"no (button|field|option) '({button}|Achternaam|Frankrijk)'"):
        form_with(parse(PAGE), button).fill(answers)
