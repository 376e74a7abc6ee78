"""`./run mutate PATH…`: small breaks in our code, drawn at random, each against the quick tests that reach it.

mutmut makes the breaks and runs the tests, in a copy of the checkout that is thrown away. It breaks what stands in
functions, other than those that a decorator turns into something else.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import sysconfig
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sandbox.lifeline import end_on_terminate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

ROOT = Path(__file__).parents[1]
#: Where money and tokens are; every path is below the package.
PATHS = [f"mice_exact_plugin/{name}" for name in ("booking", "access", "domain")]
PACKAGE = "mice_exact_plugin"
TESTS = [
    f"tests/{name}" for name in ("booking", "debtors", "deposits", "decisions", "written", "access", "domain", "exact")
]
BESIDE = ("templates", "migrations", "plugin.toml", "simulator", "sandbox", "docs", "benchmarks", "README.md", "run")
#: What mutmut says of a break that was seen; a segfault is what it calls a process that it had to end.
SEEN = frozenset({"killed", "timeout", "suspicious", "segfault"})
#: A test that is made of a set has one name in every process.
ALIKE = os.environ | {"PYTHONHASHSEED": "0"}
#: What a function remembers of the test before hides who reaches it, and that it is broken now.
FORGETFUL = "tests.forgetful"
#: Where mutmut writes which tests reach a function.
REACHED = "tests_by_mangled_function_name"
#: So many tests of those that reach a break are tried first, as most breaks are seen by one of them.
NEAREST = 100
#: mutmut makes all breaks and learns which tests reach what before it finds that it knows no such one.
NONE_OF_THEM = "none.of.them"


@dataclass(frozen=True)
class Workshop:
    """A copy of the checkout in which mutmut is at work."""

    folder: Path

    def furnish(self, paths: Sequence[str]) -> None:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        for name in filter(None, listed.stdout.split("\0")):
            if (ROOT / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.folder / name)
        with (self.folder / "pyproject.toml").open("a", encoding="utf-8") as project:
            project.write(_settings(paths))

    def mutmut(self, *arguments: str) -> str:
        """What it says; a run tells by its results and not by its end whether all went well."""
        program = str(Path(sysconfig.get_path("scripts")) / "mutmut")
        done = subprocess.run(
            [program, *arguments], cwd=self.folder, env=ALIKE, capture_output=True, text=True, check=False
        )
        return done.stdout + done.stderr

    def attempt(self, names: Sequence[str]) -> str:
        """Break what bears these names: first for the tests that are nearest, and what they do not see for all."""
        stats = self.folder / "mutants" / "mutmut-stats.json"
        learnt = stats.read_text(encoding="utf-8")
        known = json.loads(learnt)
        stats.write_text(json.dumps(known | {REACHED: nearest(known[REACHED])}), encoding="utf-8")
        said = self.mutmut("run", *names)
        stats.write_text(learnt, encoding="utf-8")
        lives = [name for name, status in self.statuses(names).items() if status not in SEEN]
        return self.mutmut("run", *lives) if lives else said

    def statuses(self, names: Collection[str] = ()) -> dict[str, str]:
        """What became of these breaks, by name; without names, of all."""
        lines = self.mutmut("results", "--all", "true").splitlines()
        found = dict(line.strip().split(": ", 1) for line in lines if ": " in line)
        return {name: found[name] for name in found if not names or name in names}


def _settings(paths: Sequence[str]) -> str:
    """The table that mutmut reads; its lists are written alike in JSON and TOML."""
    values = {
        "source_paths": [PACKAGE],
        "only_mutate": [path if path.endswith(".py") else f"{path.rstrip('/')}/*" for path in paths],
        "also_copy": BESIDE,
        "pytest_add_cli_args_test_selection": TESTS,
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", FORGETFUL],
    }
    return "\n[tool.mutmut]\nuse_git_change_detection = false\n" + "".join(
        f"{name} = {json.dumps(value)}\n" for name, value in values.items()
    )


def drawn(names: Iterable[str], count: int, seed: int) -> list[str]:
    """One of every module, and the rest from them all; the same names and seed draw the same."""
    chance, left = random.Random(seed), sorted(names)
    found = []
    for module in sorted({module_of(name) for name in left}):
        found.append(chance.choice([name for name in left if module_of(name) == module]))
    left = [name for name in left if name not in set(found)]
    return sorted(found[:count] + chance.sample(left, min(max(count - len(found), 0), len(left))))


def nearest(reached: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """For every function the tests that reach the fewest others."""
    breadth = Counter(test for tests in reached.values() for test in tests)
    return {name: sorted(tests, key=lambda test: (breadth[test], test))[:NEAREST] for name, tests in reached.items()}


def module_of(name: str) -> str:
    """A name is `package.module.x_function__mutmut_3`, or `….xǁClassǁmethod__mutmut_3`."""
    return name.rpartition(".")[0]


def report(workshop: Workshop, statuses: dict[str, str]) -> float:
    """Who lives, as differences, and how many died; the share of those."""
    lives = [name for name, status in statuses.items() if status not in SEEN]
    for name in lives:
        print(f"\n{statuses[name]}: {name}\n{_difference(workshop.mutmut('show', name))}")
    share = 1 - len(lives) / len(statuses)
    print(f"\n{len(statuses)} drawn: {dict(Counter(statuses.values()))}, so {share:.1%} died.")
    return share


def _difference(shown: str) -> str:
    """Only the lines that differ, with the place that the difference names."""
    lines = shown.splitlines()
    return "\n".join(line for line in lines if line.startswith(("+", "-")) and not line.startswith(("+++", "---")))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run mutate", description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="*", default=PATHS, help="files or folders of the package")
    parser.add_argument("--sample", type=int, default=400, help="how many breaks are tried")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.9, help="the share that has to die")
    options = parser.parse_args(arguments)
    if missing := [path for path in options.paths if not Path(path).exists()]:
        parser.error(f"there is no {', '.join(missing)}")
    end_on_terminate()
    with TemporaryDirectory(prefix="mutants-") as folder:
        workshop = Workshop(Path(folder))
        workshop.furnish(options.paths)
        said = workshop.mutmut("run", NONE_OF_THEM)
        known = workshop.statuses()
        if not known or NONE_OF_THEM not in said:
            print(said, file=sys.stderr)
            return 1
        names = drawn(known, options.sample, options.seed)
        print(f"{len(names)} of {len(known)} breaks, seed {options.seed} …", flush=True)
        said = workshop.attempt(names)
        statuses = workshop.statuses(names)
        if "not checked" in statuses.values():
            print(said, file=sys.stderr)
            return 1
        return 0 if report(workshop, statuses) >= options.least else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
