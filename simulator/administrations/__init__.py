"""The administrations the simulator can start with, by the key that `--seed` takes."""

from collections.abc import Callable
from typing import Any

from simulator.administrations import belgium, corpus, hospitality, second

BUILDERS: dict[str, Callable[[], dict[str, Any]]] = {
    "nl": hospitality.build,
    "nl2": second.build,
    "corpus": corpus.build,
    "be": belgium.build,
}
