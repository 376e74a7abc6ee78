"""How a run is told: what it came to, why it waits or stopped, and which right misses, in sentences."""

from __future__ import annotations

from typing import Any

import pytest

from mice_exact_plugin.access import words as denials
from mice_exact_plugin.booking import leaving, words
from mice_exact_plugin.domain.reference_health import Complaint, Shortfall
from mice_exact_plugin.link.run import RunState

ALL = {"booked": 1, "adopted": 2, "blocked": 1, "unconfirmed": 3, "waiting": 1, "left": 2, "ignored": 1}


@pytest.mark.parametrize(
    ("outcomes", "figures", "ended"),
    [
        (None, "", "afgerond"),
        ({}, "", "er was niets te boeken"),
        ({"booked": 2}, "2 geboekt", "alles verwerkt: 2 geboekt"),
        (
            {"adopted": 1, "ignored": 1},
            *(f"{how}1 teruggevonden in Exact Online, 1 niet te boeken" for how in ("", "alles verwerkt: ")),
        ),
        ({"booked": 1200, "blocked": 34}, *["1.200 geboekt, 34 van 1.234 tegengehouden"] * 2),
        ({"waiting": 2}, *["2 wachten op de oorspronkelijke factuur"] * 2),
        (
            ALL,
            *[
                "1 geboekt, 2 teruggevonden in Exact Online, 1 van 11 tegengehouden, 3 nog onbevestigd, 1 wacht op de "
                "oorspronkelijke factuur, 2 blijven klaarstaan, 1 niet te boeken"
            ]
            * 2,
        ),
    ],
)
def test_what_it_came_to(outcomes: dict[str, int] | None, figures: str, ended: str) -> None:
    assert words.figures_sentence(outcomes or {}) == figures
    assert words.ended_with(outcomes) == ended
    assert words.ended(None, {"outcomes": outcomes}) == ended


def test_figures_of_a_whole_that_is_larger() -> None:
    assert words.figures_sentence({"blocked": 1}, 5) == "1 van 5 tegengehouden"
    assert words.all_done({"booked": 1, "left": 1}) is False


@pytest.mark.parametrize(
    ("code", "details", "sentence"),
    [
        ("writer_busy", {}, "een andere synchronisatie werkt in dezelfde administratie"),
        (
            "salesentry/SalesEntries",
            {},
            "Exact Online weigerde te vaak; om blokkade te voorkomen rust dit onderdeel een uur",
        ),
        ("etwas", {}, "de verbinding met Exact Online werkt niet (etwas)"),
        ("mirror_incomplete", {}, "niet alle lijsten van Exact Online zijn ingelezen; er is niets geboekt"),
        (
            "mirror_incomplete",
            {"lists": ["gl_accounts"]},
            "niet alle lijsten van Exact Online zijn ingelezen; er is niets geboekt",
        ),
        ("not_allowed", {"kind": "LicenseExpired"}, "de licentie van Exact Online is verlopen"),
        ("not_allowed", {}, "de gebruiker in Exact Online heeft niet (meer) de nodige rechten"),
        (
            "right_missing",
            {"kind": "scope", "method": "GET", "endpoint": "financial/Journals"},
            "de koppeling heeft in Exact Online geen toestemming voor: dagboeken inzien",
        ),
        (
            "no_relation_right",
            {"kind": "forbidden", "method": "POST", "endpoint": "crm/Accounts"},
            "de gebruiker in Exact Online heeft het recht niet (meer) voor: relaties aanmaken",
        ),
        (
            "right_missing",
            {"kind": "forbidden", "method": "GET", "endpoint": "x/Y"},
            "de gebruiker in Exact Online heeft het recht niet (meer) voor: GET x/Y",
        ),
    ],
)
def test_why_it_waits_or_stopped(code: str, details: Any, sentence: str) -> None:
    assert words.reason(code, details) == sentence
    assert words.ended(code, details) == sentence
    at_the_end: Any = {**details, "outcomes": {"left": 2}}
    assert words.ended(code, at_the_end) == f"{sentence}; 2 blijven klaarstaan"
    assert words.no_run("zaal", code, details) == f"Synchroniseren van zaal kan nu niet: {sentence}."


def test_which_lists_are_short() -> None:
    short = Shortfall("gl_accounts", Complaint.SHRUNK, rows=5, trusted_rows=10)
    obstacle = leaving.obstacle_of(leaving.MirrorIncomplete((short,)))
    said = words.reason(obstacle.reason, obstacle.details)
    assert said.startswith("niet alle lijsten van Exact Online zijn ingelezen (")
    assert said.endswith("); er is niets geboekt")
    assert "10" in said


@pytest.mark.parametrize(
    ("state", "code", "how"),
    [
        (RunState.DONE, None, "er was niets te boeken"),
        (RunState.STOPPED, "slice_died", "gestopt: de verwerking brak herhaaldelijk af zonder een fout te melden"),
        (RunState.WAITING, "slice_over", "wacht: gaat zo verder"),
        (RunState.DONE, "slice_over", "gaat zo verder"),
        (RunState.RUNNING, None, "er was niets te boeken"),
    ],
)
def test_one_run_in_a_sentence(state: RunState, code: str | None, how: str) -> None:
    assert words.one_run(7, "zaal", state, code, {"outcomes": {}}) == f"Synchronisatie 7 van zaal: {how}."


def test_what_0_1_counted_and_what_is_told_besides() -> None:
    counts = {"posted": 2, "blocked": 1, "created_debtors": 1, "blocked_before": 3, "calls": 12, "waiting": 0}
    besides = "1 nieuwe debiteur, 3 van eerder nog tegengehouden"
    assert words.outcome(None, counts) == f"2 geboekt, 1 geblokkeerd, {besides}"
    assert words.outcome({"booked": 2}, counts) == f"2 geboekt; {besides}"
    assert words.outcome({"booked": 2}, {}) == "2 geboekt"
    assert words.outcome({}, {"created_debtors": 2}) == "2 nieuwe debiteuren"


def test_who_waits_is_told_how_long_and_how_to_stop() -> None:
    assert words.pausing(7, 12, "answered_429") == (
        "Synchronisatie 7 wacht 12 s: Exact Online vraagt even te wachten. Ctrl+C stopt het wachten."
    )


def test_how_it_came_about() -> None:
    assert words.trigger("person", "Anke") == "gestart door Anke"
    assert words.trigger("night", "") == "nachtelijke synchronisatie"
    assert words.trigger("other", "") == "other"


@pytest.mark.parametrize(
    ("method", "kind", "sentence"),
    [
        (
            "POST",
            "scope",
            "De koppeling mag in Exact Online geen relaties aanmaken: bij het inloggen is dat niet toegestaan.",
        ),
        ("GET", "forbidden", "De gebruiker waarmee de koppeling is ingelogd mag in Exact Online geen relaties inzien."),
        (
            "PUT",
            "NoRight",
            "De gebruiker waarmee de koppeling is ingelogd mag in Exact Online van een relatie geen klant maken. De "
            "reden is volgens Exact Online: NoRight.",
        ),
        ("ANY", "", "De gebruiker waarmee de koppeling is ingelogd mag in Exact Online geen relaties aanmaken."),
    ],
)
def test_what_may_not_be_done_with_relations(method: str, kind: str, sentence: str) -> None:
    assert denials.relations(method, kind) == sentence


@pytest.mark.parametrize("kind", [*denials.CLOSED, "SomethingNew"])
def test_why_nothing_works_in_the_administration(kind: str) -> None:
    unknown = "de gebruiker in Exact Online heeft niet (meer) de nodige rechten"
    assert denials.closed(kind) == denials.CLOSED.get(kind, unknown)


@pytest.mark.parametrize(
    ("where", "called"),
    [
        (("GET", "crm/Accounts"), "relaties inzien"),
        (("PUT", "crm/Accounts"), "relaties wijzigen"),
        (("DELETE", "crm/Accounts"), "DELETE crm/Accounts"),
    ],
)
def test_what_a_right_is_called_and_whose_it_is(where: tuple[str, str], called: str) -> None:
    assert denials.right(*where) == called
    user, app = (denials.missing(kind, *where) for kind in ("forbidden", "scope"))
    assert user == f"de gebruiker in Exact Online heeft het recht niet (meer) voor: {called}"
    assert app == f"de koppeling heeft in Exact Online geen toestemming voor: {called}"
