"""`./run demo`: a whole installation in a fresh folder, the journey played in it, a table, and an open house."""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import signal
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sandbox.demo.books import Books
from sandbox.demo.comparison import differences
from sandbox.demo.forms import NotOnPage
from sandbox.demo.journey import Journey
from sandbox.demo.operator import Operator
from sandbox.demo.people import BOOKKEEPER, PASSWORD, SUPPORT, TENANT, email
from sandbox.demo.setup import DEFAULT_LEDGER
from sandbox.demo.table import table
from sandbox.environment import keep_private, state_folder
from sandbox.lifeline import end_on_terminate
from sandbox.stack import Stack, StackError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.demo.comparison import Outcome

FOLDER = state_folder(os.environ) / "demo"
LEGEND = """\
First run, At the end: the badge in the invoice list. Gesynchroniseerd: booked. Geblokkeerd: held up, with the reason on
its page. Niet meegenomen: sent before there was a link, so never booked unasked. (new): a debtor that the link made."""


def main(arguments: list[str] | None = None) -> int:
    """Play the demo; 0 when every figure agrees and every invoice is where it should be."""
    options = _options(arguments)
    keep_private()
    end_on_terminate()
    try:
        with _fresh_folder(), Stack(FOLDER) as stack:
            return _demonstrate(stack, stay=not options.once)
    except (NotOnPage, StackError) as error:
        print(f"The demo failed: {error}\nThe logs are in {FOLDER}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="end after the table; exit 1 when a figure disagrees")
    return parser.parse_args(arguments)


@contextmanager
def _fresh_folder() -> Iterator[None]:
    """Ours alone and empty: a second demo would throw away the database of the first."""
    with FOLDER.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit("Another demo is up in this checkout; end that one first.") from None
        shutil.rmtree(FOLDER, ignore_errors=True)
        yield


def _demonstrate(stack: Stack, *, stay: bool) -> int:
    begin = time.monotonic()

    def say(sentence: str) -> None:
        print(f"{time.monotonic() - begin:5.1f} s  {sentence}", flush=True)

    say("Host, simulator, queue, two workers and a scheduler are up")
    operator = Operator(stack)
    operator.command("create-tenant", TENANT)
    outcomes = Journey(stack, operator, say).play()
    say(f"Done, with {Books(stack.exact_url, BOOKKEEPER.division).calls()} calls to the administration in Exact")
    wrong = [sentence for outcome in outcomes for sentence in differences(outcome, DEFAULT_LEDGER)]
    print(f"\n{table(outcomes)}\n\n{LEGEND}\n\n{_verdict(outcomes, wrong)}\n", flush=True)
    if stay:
        _stay(stack)
    else:
        print("Everything stops now; ./run demo without --once leaves it up, with addresses and log-ins.")
    return 1 if wrong else 0


def _verdict(outcomes: Sequence[Outcome], wrong: Sequence[str]) -> str:
    if wrong:
        return "\n".join(["Not as it should be:", *(f"  {sentence}" for sentence in wrong)])
    booked = sum(1 for outcome in outcomes if outcome.entries)
    return (
        f"All {len(outcomes)} invoices are where they should be. "
        f"The {booked} that are booked have the same net, VAT per rate and gross here and in Exact."
    )


def _addresses(stack: Stack) -> str:
    roles = ", ".join(email(role) for role in ("beheerder", "billing", "planner"))
    return f"""\
MICE Operations (sandbox)  {stack.host_url}
                           {roles}, {SUPPORT}; password {PASSWORD}
Exact Online (simulator)   {stack.exact_url}/docs/boekingen
                           {BOOKKEEPER.name}; password {BOOKKEEPER.password}"""


def _stay(stack: Stack) -> None:
    print(f"{_addresses(stack)}\n\nEverything stays up until Ctrl-C.", flush=True)
    try:
        signal.pause()
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)


if __name__ == "__main__":
    sys.exit(main())
