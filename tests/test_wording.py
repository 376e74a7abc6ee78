"""Everything that is recorded or raised as a code has a sentence."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.access.tokens import TokenVoided
from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.domain.kept import KeptShortfall
from mice_exact_plugin.domain.readiness import Step
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.errors import (
    AdministrationClosed,
    ConnectionDead,
    EndpointResting,
    LeaseLost,
    NotAllowed,
    RateLimited,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.exact.errors import CLOSED
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.formatting import COUNTRIES
from mice_exact_plugin.manifest import data
from mice_exact_plugin.mirror.words import LISTS
from mice_exact_plugin.setup.connect import LogInFailed
from mice_exact_plugin.web import answers, events

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = data("booking").parent


def recorded_events() -> Iterator[str]:
    """The event of every `record(session, tenant, "event", …)`, and of the outcomes of a row."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                yield from _events_of(call)


def _events_of(call: ast.Call) -> Iterator[str]:
    """The event is an argument of its own, in a place that depends on the function; a helper passes a name on."""
    name = ast.unparse(call.func).rpartition(".")[2]
    places = {"record": (2,), "_audit": (1, 2), "move": (4, 5), "_move": (4, 5), "_add": (3,)}.get(name, ())
    arguments = [call.args[place] for place in places if place < len(call.args)]
    for node in (node for argument in arguments for node in ast.walk(argument)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_every_recorded_event_has_a_sentence() -> None:
    found = set(recorded_events())
    assert {"posted", "queued", "settings_saved", "run_ended", "adopted_by_person"} <= found
    assert found <= set(events.SENTENCES)


def test_events_show_their_details() -> None:
    assert events.sentence("posted", {"entry_number": 24700001}).endswith("boekstuknummer 24700001")
    assert events.sentence("logged_in", {"site": "BE"}) == "Ingelogd bij Exact Online België"
    assert events.sentence("run_ended", {"state": "done", "reason": None}) == "Synchronisatie afgelopen: afgerond"
    held = {"state": "done", "reason": None, "outcomes": {"booked": 4, "blocked": 9, "left": 2}}
    assert "4 geboekt, 9 van 15 tegengehouden, 2 blijven klaarstaan" in events.sentence("run_ended", held)
    done = {"state": "done", "reason": None, "outcomes": {"booked": 15}}
    assert events.sentence("run_ended", done).endswith("alles verwerkt: 15 geboekt")
    ended = events.sentence("run_ended", {"reason": "mirror_incomplete", "lists": "gl_accounts: shrunk"})
    assert ended.endswith("er is niets geboekt"), "as 0.1 kept it"
    assert events.sentence("of_the_future", {}) == "of_the_future"


def test_every_step_list_and_country_is_named() -> None:
    assert set(Step) <= set(run_words.REASONS)
    assert set(Resource) == set(LISTS)
    assert set(Site) == set(COUNTRIES)


def test_run_reasons_that_the_code_raises_have_words() -> None:
    source = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if "web" not in path.parts)
    raised = set(re.findall(r'Obstacle\("(\w+)"', source))
    raised |= set(re.findall(r'(?:TryLater|RateLimited)\("(\w+)"', source))
    assert {"writer_busy", "mirror_incomplete", "exact_unreachable", "answered_429"} <= raised
    assert {code for code in raised - {"debtor_under_way"} if f"({code})" in run_words.reason(code)} == set()


def test_a_reason_is_told_with_its_figures() -> None:
    shrunk: KeptShortfall = {"list": "gl_accounts", "complaint": "shrunk", "rows": 159, "trusted_rows": 1184}
    empty: KeptShortfall = {"list": "crm_accounts", "complaint": "empty", "rows": 0, "trusted_rows": 12}
    text = run_words.reason("mirror_incomplete", {"lists": [shrunk, empty]})
    assert "Grootboekrekeningen: 159 in plaats van 1.184; Relaties: leeg, eerder 12" in text
    assert "er is niets geboekt" in run_words.reason("mirror_incomplete"), "as 0.1 kept it"
    assert "verkoopboekingen maken" in run_words.reason(
        "right_missing", {"kind": "forbidden", "method": "POST", "endpoint": "salesentry/SalesEntries"}
    )


def test_every_reason_of_exacts_for_a_closed_administration_reads_otherwise() -> None:
    said = {run_words.reason("not_allowed", {"kind": kind}) for kind in CLOSED}
    assert len(said) == len(CLOSED)
    assert run_words.reason("not_allowed", {"kind": "of_the_future"}) not in said
    assert run_words.reason("not_allowed") == run_words.reason("not_allowed", {"kind": "of_the_future"})


def test_an_endpoint_that_rests_and_an_unknown_reason_are_explained() -> None:
    assert "rust dit onderdeel een uur" in run_words.reason("salesentry/SalesEntries")
    assert "(old_refresh_token_used)" in run_words.reason("old_refresh_token_used")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ConnectionDead("log_in_ended"), "Log opnieuw in"),
        (RateLimited("minute_spent"), "maximum aantal verzoeken"),
        (EndpointResting("crm/Accounts"), "over een uur"),
        (TryLater("x"), "niet bereikbaar"),
        (NotAllowed(403, (), "forbidden"), "rechten"),
        (AdministrationClosed(403, (), "LicenseExpired"), "de licentie van Exact Online is verlopen"),
        (RightMissing((), "forbidden", "GET", "crm/Accounts"), "relaties inzien"),
        (TokenVoided("token_voided"), "accepteert de inlog niet meer"),
        (LeaseLost(), "probeer het nog eens"),
    ],
)
def test_every_class_of_error_is_told_to_the_person_who_waits(error: Exception, words: str) -> None:
    assert words in answers.of_error(error)  # type: ignore[arg-type]  # pytest knows them as exceptions


@pytest.mark.parametrize(
    "code", ["state", "denied", "refused", "code", "unreachable", "not_logged_in", "of_the_future"]
)
def test_every_failed_log_in_gets_a_sentence(code: str) -> None:
    assert answers.of_log_in(LogInFailed(code)).endswith(".")
