"""What the README of the simulator shows: its ten lines of curl book an entry, and its table has every switch."""

import shutil
import subprocess
from pathlib import Path

import pytest

from simulator.switches import Switches
from simulator.tests.control import VENUE, Control

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def shown_lines() -> list[str]:
    """The block behind the words that announce it."""
    behind = README.partition("From nothing to a posted entry, in bash:\n\n")[2]
    return [line.removeprefix("    ") for line in behind.partition("\n\n")[0].splitlines()]


@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("curl")), reason="needs bash and curl")
def test_ten_lines_book_an_entry(control: Control) -> None:
    start, *others = shown_lines()
    assert start == "./run exact --port 8080 &"
    assert len(others) == 9
    script = "\n".join(others).replace("http://127.0.0.1:8080", control.url)
    before = len(control.entries(VENUE))
    told = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, check=True).stdout
    entry = control.entries(VENUE)[-1]
    assert len(control.entries(VENUE)) == before + 1
    assert (entry["Journal"], entry["AmountFC"]) == ("70", 121)
    assert entry["EntryID"] in told


def test_every_switch_is_in_the_table() -> None:
    for switch in Switches.described():
        taken = " \\| ".join(f"`{choice}`" for choice in switch["choices"]) or "a number"
        assert f"| `{switch['name']}` | `{switch['default']}` | {taken} | {switch['doc']} |\n" in README
