"""What a call costs does not grow with the administrations and log-ins of the simulator: work is counted, not time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from simulator.answers import Answer, Request
from simulator.api.service import DataApi
from simulator.config import Config
from simulator.request_log import Entry
from simulator.simulator import Simulator
from simulator.tests.control import DUTCH, NL_APP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

FIRST, FEW, MANY = 3000000, 3, 150
ACCOUNT = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
CALLS = {
    "a list": ("GET", "/crm/Accounts", "$select=ID&$filter=Name eq 'Nobody'", b""),
    "a refused entry": ("POST", "/salesentry/SalesEntries", "", b"{}"),
    "a new relation": ("POST", "/crm/Accounts", "", b'{"Name":"Nieuwe Klant B.V."}'),
    "a right": ("GET", "/users/UserHasRights", "endpoint='crm/Accounts'&action='GET'", b""),
}


def seed(code: int) -> dict[str, Any]:
    return {"division": {"Code": code, "Description": f"Zaal {code}", "Country": "NL", "Currency": "EUR"}}


def simulator(administrations: int, state: Path | None = None) -> tuple[Simulator, dict[str, str]]:
    """One with so many administrations and as many log-ins, and the headers of a call by the last of them."""
    codes = range(FIRST, FIRST + administrations)
    made = Simulator(Config(state=state, administrations=tuple(seed(code) for code in codes)))
    for _ in codes:
        code = made.tokens.code(NL_APP, DUTCH, codes, "")
        token = made.tokens.exchange(NL_APP, code, "")["access_token"]
    return made, {"authorization": f"Bearer {token}", "accept": "application/json", "content-type": "application/json"}


def work_of(action: Callable[[], object]) -> int:
    """How many instructions Python carries out for it."""
    counted = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal counted
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        counted += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return counted


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_call_is_as_much_work_among_many_administrations(call: tuple[str, str, str, bytes]) -> None:
    few, many = (work_of_call(administrations, *call) for administrations in (FEW, MANY))
    assert many == few


def work_of_call(administrations: int, method: str, path: str, query: str, body: bytes) -> int:
    made, headers = simulator(administrations)
    request = Request(method, f"/api/v1/{FIRST}{path}", query.replace(" ", "%20"), headers, body, "http://127.0.0.1")
    entry = Entry(1, "", method, path, query, FIRST, "")
    answers: list[Answer] = [DataApi(made).answer(request, entry)]  # the first call puts the administration together
    counted = work_of(lambda: answers.append(DataApi(made).answer(request, entry)))
    assert {answer.status for answer in answers} <= {200, 201, 500}, answers
    assert len(made.books.made()) <= len(("the one that is called", "the one that is current"))
    return counted


def test_a_call_writes_the_rows_that_it_changed_and_not_everybodys_tokens(tmp_path: Path) -> None:
    made, _ = simulator(FEW, state := tmp_path / "state.sqlite")
    made.save()
    made.books[FIRST]["Accounts"].put({"ID": ACCOUNT, "Name": "Nieuw"})
    made.switches.set("day_limit", 17)
    made.save(rows_only=True)
    made.close()

    again, _ = simulator(FEW, state)
    assert again.books[FIRST]["Accounts"].get(ACCOUNT)
    assert again.switches.day_limit != 17, "so nothing but rows was looked at"
    again.close()
