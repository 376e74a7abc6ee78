"""A demo or a benchmark that is ended by SIGTERM leaves nothing behind, also when the signal comes twice."""

from __future__ import annotations

import os
import signal
import sys
from argparse import ArgumentTypeError
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired

import pytest

from benchmarks import __main__ as bench
from benchmarks.installation import Installation
from benchmarks.report import how_many
from sandbox.environment import CHECKOUT
from simulator.tests.waiting import eventually

#: What stands for the parts of an installation: one is waited for, as a stack does, and one is only there.
DEMO = """
import sys
from pathlib import Path
from sandbox.lifeline import end_on_terminate
from sandbox.stack import Stack

class Few(Stack):
    def _start_all(self):
        for name in ("one", "other"):
            self.start(name, "-c", "import time; time.sleep(600)")

end_on_terminate()
with Few(Path(sys.argv[1])) as stack:
    print(*(each.pid for each in stack._processes.values()), flush=True)
    stack._processes["one"].wait()
"""
BENCH = """
import subprocess, sys, types
from benchmarks import __main__ as bench

def wait(arguments):
    started = [subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) for _ in range(2)]
    print(*(each.pid for each in started), flush=True)
    started[0].wait()

sys.modules["waiting"] = types.SimpleNamespace(main=wait)
bench.BENCHMARKS["waiting"] = "waiting"
sys.exit(bench.main(["waiting"]))
"""
FORK = """
import os, time
from sandbox.lifeline import end_on_terminate

end_on_terminate()
fork = os.fork()
if fork == 0:
    print(os.getpid(), flush=True)
    try:
        time.sleep(600)
    finally:
        print("ended twice", flush=True)
os.waitpid(fork, 0)
"""
#: SIGTERM comes where Python tells nobody of an exception.
UNHEARD = """
import os, signal, time, weakref
from sandbox.lifeline import end_on_terminate

class Thing: pass

end_on_terminate()
thing = Thing()
kept = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGTERM))
del thing
print("goes on", flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("script", [DEMO, BENCH], ids=["demo", "bench"])
@pytest.mark.parametrize("is_repeated", [False, True], ids=["once", "over and over"])
def test_nothing_stays_behind(tmp_path: Path, script: str, is_repeated: bool) -> None:
    command = [sys.executable, "-c", script, str(tmp_path)]
    with Popen(command, cwd=CHECKOUT, stdout=PIPE, stderr=PIPE, text=True) as process:
        assert process.stdout is not None
        started = [int(each) for each in process.stdout.readline().split()]
        assert len(started) == 2
        process.send_signal(signal.SIGTERM)
        while is_repeated and process.poll() is None:
            process.send_signal(signal.SIGTERM)
            with suppress(TimeoutExpired):
                process.wait(0.001)
        assert process.stderr is not None
        assert "another exception occurred" not in process.stderr.read(), "its end was not broken off"
    assert eventually(lambda: not any(map(_runs, started)))


def _runs(process: int) -> bool:
    """Whether it is there, and more than the number of one that nobody has buried."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_fork_of_a_benchmark_ends_alone() -> None:
    # It says itself that it is there: what comes while Python makes a fork is lost.
    with Popen([sys.executable, "-c", FORK], cwd=CHECKOUT, stdout=PIPE, text=True) as process:
        assert process.stdout is not None
        os.kill(int(process.stdout.readline()), signal.SIGTERM)
        assert process.stdout.read() == ""
    assert process.returncode == 0


def test_an_end_that_nobody_was_told_of_comes_again() -> None:
    with Popen([sys.executable, "-c", UNHEARD], cwd=CHECKOUT, stdout=PIPE, stderr=PIPE, text=True) as process:
        said, error = process.communicate(timeout=60)
    assert said == "goes on\n"
    assert error.rstrip().endswith("KeyboardInterrupt")


def test_an_installation_that_does_not_come_up_leaves_nothing_behind(tmp_path: Path) -> None:
    class BrokenOff(Installation):
        def _set_environment(self) -> None:
            raise KeyboardInterrupt

    installation = BrokenOff(tmp_path, None, (), {}, {})
    with pytest.raises(KeyboardInterrupt), installation:
        pass
    assert not _runs(installation.simulator)


@pytest.mark.parametrize(("asked", "status"), [([], 0), (["--help"], 0), (["postings"], 2)])
def test_whoever_asks_for_the_benchmarks_is_told_their_names(
    asked: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(asked) == status
    assert "posting" in capsys.readouterr().out


def test_none_is_no_size_of_a_benchmark() -> None:
    assert how_many("1") == 1
    with pytest.raises(ArgumentTypeError):
        how_many("0")
