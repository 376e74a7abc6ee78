"""`./run bench [NAME …]`: without a name, which benchmarks there are."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module

from sandbox.lifeline import children, end_on_terminate

#: Name and module; each has `main(arguments) -> exit status`.
BENCHMARKS = {
    "allowance": "benchmarks.allowance",
    "books": "benchmarks.books",
    "calls": "benchmarks.calls",
    "chaos": "benchmarks.chaos.bench",
    "client": "benchmarks.client",
    "customers": "benchmarks.customers.bench",
    "deposits": "benchmarks.deposits",
    "dimensions": "benchmarks.dimensions",
    "fleet": "benchmarks.fleet.bench",
    "limits": "benchmarks.limits",
    "matrix": "benchmarks.matrix",
    "memory": "benchmarks.memory",
    "nights": "benchmarks.nights.bench",
    "pages": "benchmarks.pages",
    "plans": "benchmarks.plans",
    "posting": "benchmarks.posting",
    "previews": "benchmarks.previews",
    "screenshots": "benchmarks.screenshots",
    "situations": "benchmarks.situations",
    "startup": "benchmarks.startup",
    "states": "benchmarks.states",
    "sweep": "benchmarks.sweep",
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in BENCHMARKS:
        print(f"./run bench NAME [OPTION …]   with one of {', '.join(BENCHMARKS)}; NAME --help tells its options")
        return 0 if not arguments or arguments[0] in ("help", "-h", "--help") else 2
    module = import_module(BENCHMARKS[arguments[0]])
    end_on_terminate()
    try:
        return int(module.main(arguments[1:]))
    except KeyboardInterrupt:
        # What a benchmark waits for in the middle of it: forks, and other benchmarks, which end theirs likewise.
        for process in children(os.getpid()):
            os.kill(process, signal.SIGTERM)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
