"""`./run bench states --folder F`: a picture of every state of the link, in every language, wide and narrow."""

from __future__ import annotations

import argparse
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from mice_exact_plugin.crypto import new_key
from simulator.running import running_simulator
from simulator.tests.control import Control
from tests.e2e.conftest import FLAGS, chromium
from tests.e2e.person import Person
from tests.whole.web.link_states import TABLE
from tests.whole.web.site import BASE, Site
from tests.whole.web.ways_into_states import TENANT
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import ViewportSize

LANGUAGES = ("nl", "en", "fr")
SIZES: tuple[ViewportSize, ...] = ({"width": 1280, "height": 600}, {"width": 320, "height": 640})


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench states", description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    spoken = ["nl"]
    # Playwright keeps an event loop running in its thread, in which the plugin could not start its own.
    with _served(spoken) as (site, url), sync_playwright() as tools, ThreadPoolExecutor(1) as beside:
        browser = tools.chromium.launch(executable_path=chromium(), args=FLAGS)
        context = browser.new_context(base_url=url, locale="nl-NL")
        person: Person | None = None
        complaints: list[str] = []
        for row in TABLE:
            beside.submit(row.bring, site).result()
            person = person or Person(context).log_in(f"beheerder@{TENANT}.test")
            for language in LANGUAGES:
                spoken[0] = language
                complaints += _pictures(person, folder, f"{row.state}-{language}")
        browser.close()
    print("\n".join(complaints) or f"{len(TABLE)} states, {len(LANGUAGES)} languages, {len(SIZES)} sizes in {folder}")
    return 1 if complaints else 0


def _pictures(person: Person, folder: Path, name: str) -> list[str]:
    """The top of the page at every size; whatever is wider than its screen is a complaint."""
    complaints = []
    for size in SIZES:
        person.page.set_viewport_size(size)
        person.page.goto(f"{BASE}/overzicht")
        person.page.screenshot(path=folder / f"{name}-{size['width']}.png", animations="disabled")
        wide = person.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            complaints.append(f"{name} at {size['width']}: {wide} pixels wider than the screen")
    return complaints


@contextmanager
def _served(spoken: list[str]) -> Iterator[tuple[Site, str]]:
    """A host in a thread of this process, so that a tenant can be brought into any state beside it."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch, running_simulator() as found:
        folder, control = Path(name), Control(found.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        env = environment(control.url, new_key(), folder, f"sqlite:///{folder / 'host.sqlite'}")
        world = World.build(env, control, patch)
        world.app.extensions["babel"].locale_selector = lambda: spoken[0]
        server = make_server("127.0.0.1", 0, world.app, threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Site(world, folder), f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
