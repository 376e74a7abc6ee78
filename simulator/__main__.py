"""The command line: `python -m simulator --port 8080 --seed corpus`."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

from simulator.books.seed import SeedError
from simulator.config import Config
from simulator.oauth.apps import parse_app
from simulator.running import Running
from simulator.switches import SwitchError


def main(arguments: list[str] | None = None) -> int:
    """Start the simulator and keep it up until it is interrupted."""
    options = _parser().parse_args(arguments)
    # A state file holds books and tokens: it is for its owner only.
    os.umask(0o077)
    try:
        config = _config(options)
        asyncio.run(_serve(config))
    except (SeedError, SwitchError, ValueError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 is any free one")
    parser.add_argument(
        "--seed",
        action="append",
        default=[],
        help="`corpus` begins in that administration; a JSON file replaces or adds one",
    )
    parser.add_argument("--state", type=Path, help="an SQLite file to keep the state in; in memory when left out")
    parser.add_argument(
        "--switch", action="append", default=[], metavar="NAME=VALUE", help="set a switch (see README.md)"
    )
    parser.add_argument("--random-seed", type=int, help="the same seed gives the same ids and tokens")
    parser.add_argument("--app", action="append", default=[], metavar="ID:SECRET:SITE:REDIRECT", help="register an app")
    return parser


def _config(options: argparse.Namespace) -> Config:
    return Config(
        host=options.host,
        port=options.port,
        seeds=tuple(options.seed),
        state=options.state,
        switches=dict(text.split("=", 1) for text in options.switch),
        random_seed=options.random_seed,
        apps=tuple(map(parse_app, options.app)),
    )


async def _serve(config: Config) -> None:
    running = Running(config)
    await running.start()
    print(f"Exact Online simulator on {running.url}", flush=True)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await stopped.wait()
    await running.stop()


if __name__ == "__main__":
    sys.exit(main())
