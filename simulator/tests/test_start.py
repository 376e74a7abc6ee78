"""Starting the simulator from the command line: seeds and state from a file, and chance from a seed."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from simulator.__main__ import main
from simulator.tests import tokens
from simulator.tests.api import Api, Pace
from simulator.tests.books import Books
from simulator.tests.control import CORPUS, DUTCH, VENUE, Control

READY = "Exact Online simulator on "
OWN: dict[str, Any] = {
    "division": {
        "Code": 4711, "Description": "Eigen administratie", "Country": "NL", "Currency": "EUR", "site": "NL",
        "DefaultPaymentCondition": "30",
    },
    "GLAccounts": [
        {"Code": "1300", "Description": "Debiteuren", "Type": 20},
        {"Code": "1500", "Description": "Btw", "Type": 24},
        {"Code": "8000", "Description": "Omzet", "Type": 110},
    ],
    "Journals": [{"Code": "70", "Description": "Verkoopboek", "Type": 20}],
    "VATCodes": [
        {
            "Code": "2", "Description": "Hoog", "Type": "E", "VATTransactionType": "S", "Percentage": 0.21,
            "Percentages": [{"Percentage": 0.21, "StartDate": "2012-10-01", "EndDate": None}],
        }
    ],
    "PaymentConditions": [{"Code": "30", "Description": "30 dagen", "PaymentDays": 30, "PaymentMethod": "B"}],
    "FinancialPeriods": [{"FinYear": 2026, "FinPeriod": 3, "StartDate": "2026-03-01", "EndDate": "2026-03-31"}],
}  # fmt: skip


@contextmanager
def started(*arguments: str) -> Iterator[Control]:
    command = [sys.executable, "-m", "simulator", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        ready = process.stdout.readline()
        assert ready.startswith(READY), ready
        control = Control(ready.removeprefix(READY).strip())
        try:
            yield control
        finally:
            process.terminate()


def bookkeeper(control: Control, division: int) -> Api:
    return Api(control.url, tokens.sign_in(control, DUTCH, [division])["access_token"], division, Pace())


@pytest.fixture
def own_seed(tmp_path: Path) -> str:
    path = tmp_path / "own.json"
    path.write_text(json.dumps(OWN), encoding="utf-8")
    return str(path)


def test_an_administration_from_a_file(own_seed: str) -> None:
    with started("--seed", own_seed) as control:
        books = Books.found_by(bookkeeper(control, 4711))
        assert books.post(books.line(100))["AmountFC"] == 121


def test_the_corpus_as_the_first_administration() -> None:
    with started("--seed", "corpus") as control:
        me = bookkeeper(control, CORPUS).get(f"{control.url}/api/v1/current/Me").expect(200).row
        assert me["CurrentDivision"] == CORPUS


def test_state_survives_a_restart(own_seed: str, tmp_path: Path) -> None:
    state = ("--seed", own_seed, "--state", str(tmp_path / "state.sqlite"))
    with started(*state) as control:
        entry = Books.found_by(bookkeeper(control, 4711)).post()
    with started(*state) as control:
        exact = bookkeeper(control, 4711)
        row = exact.one("salesentry/SalesEntries", filter=f"EntryID eq guid'{entry['EntryID']}'")
        assert (row["AmountFC"], row["EntryNumber"]) == (entry["AmountFC"], entry["EntryNumber"])


def test_the_same_seed_gives_the_same_ids(own_seed: str) -> None:
    ids = []
    for _ in range(2):
        with started("--seed", own_seed, "--random-seed", "7") as control:
            ids.append(Books.found_by(bookkeeper(control, 4711)).post()["EntryID"])
    assert ids[0] == ids[1]


def test_a_switch_from_the_command_line() -> None:
    with started("--switch", "top_envelope=results") as control:
        answer = bookkeeper(control, VENUE).get("financial/Journals", top=1).expect(200)
        assert isinstance(answer.d, dict)


@pytest.mark.parametrize(
    "arguments",
    [["--switch", "nosuch=1"], ["--switch", "entry_id=maybe"], ["--seed", "/no/such/file.json"], ["--nosuch"]],
)
def test_wrong_usage_ends_with_a_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = main(arguments)
    except SystemExit as ended:
        status = int(str(ended.code))
    assert status == 2
    assert capsys.readouterr().err
