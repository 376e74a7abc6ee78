"""A test or fixture that leaves the process changed fails, and the next one finds things as they were."""

from __future__ import annotations

import re

import pytest

CONFTEST = "from tests.surroundings import pytest_runtest_setup, pytest_runtest_teardown\n"
TESTS = """
import os, time, pytest

CHANGES = {
    "added": lambda: os.environ.update(LEFT="a secret"),
    "removed": lambda: os.environ.pop("HOME"),
    "folder": lambda: os.chdir("/"),
    "zone": lambda: (os.environ.update(TZ="Asia/Tokyo"), time.tzset()),
}
FIXED = os.environ["HOME"], os.getcwd(), time.tzname

@pytest.fixture(scope="session", params=CHANGES)
def wide(request):
    CHANGES[request.param]()

@pytest.mark.parametrize("change", CHANGES)
def test_changes(change):
    assert "LEFT" not in os.environ and FIXED == (os.environ["HOME"], os.getcwd(), time.tzname)
    CHANGES[change]()

def test_fixture(wide):
    pass

def test_kept(monkeypatch, tmp_path):
    assert "LEFT" not in os.environ and FIXED == (os.environ["HOME"], os.getcwd(), time.tzname)
    monkeypatch.setenv("LEFT", "for a moment")
    monkeypatch.chdir(tmp_path)
"""


def test_what_is_left_changed_fails_and_is_put_back(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_inprocess("-p", "no:playwright")

    result.assert_outcomes(passed=9, errors=8)
    for said in ("LEFT", "HOME", "the working directory", "TZ, the time zone"):
        # At the start of a line: where CI runs, the summary at the end repeats each message in full.
        told = [line for line in result.outlines if re.match(f"this test.* left changed: {said}$", line)]
        assert len(told) == 2, f"{said}: once by a test, once by a fixture"
    assert not [line for line in result.outlines if "left changed" in line and "secret" in line]
