"""The script of the pages and its libraries in a real browser, under the pages' own policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mice_exact_plugin.manifest import data
from mice_exact_plugin.web.headers import HEADERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ADDRESS = "http://venue.test/loading"
REVENUE = "".join(f'<option value="{number}">{number} Omzet {number - 8000}</option>' for number in range(8000, 8011))
LIST = f"""<div data-filter><label for="ledger">Standaard grootboekrekening</label>
<select id="ledger" name="ledger"><option value="">Kies</option><optgroup label="Omzet">{REVENUE}</optgroup>
<optgroup label="Andere"><option value="1850">1850 Vooruitontvangen</option></optgroup></select></div>"""
SHORT = '<div data-filter><label for="a">Kort</label><select id="a"><option>a</option><option>b</option></select></div>'


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Nothing may be complained about in the console."""
    context, said = browser.new_context(), []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if "status of" not in message.text else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def serve(page: Page, body: str, **routes: Callable[[Route], None]) -> None:
    """The page with the scripts as the layout has them; `routes` are the answers to what these ask."""
    layout = (data("templates") / "mice_exact/layout.html").read_text("utf-8")
    meta = re.search(r"<meta name=\"htmx-config\".*?>", layout, re.DOTALL)
    scripts = (data("templates") / "mice_exact/_scripts.html").read_text("utf-8")
    names = re.findall(r"filename='([^']+)'", scripts)
    assert meta
    tags = "".join(f'<script src="/{name}" data-none="Geen treffer" data-hits="%" defer></script>' for name in names)
    whole = f'<title>x</title>{meta[0]}<main class="mx-page">{body}</main><p role="status" data-live-status></p>{tags}'
    page.route("**/loading*", lambda route: route.fulfill(body=whole, content_type="text/html", headers=HEADERS))
    page.route("**/*.js", lambda route: route.fulfill(path=data("static") / route.request.url.split("/", 3)[3]))
    for name, answer in routes.items():
        page.route(f"**/{name}", answer)
    page.goto(ADDRESS)


def html(body: str, status: int = 200) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status, body=body, content_type="text/html")


def test_a_long_list_is_searched_by_keyboard(page: Page) -> None:
    serve(page, LIST + SHORT)
    search, select = page.get_by_label("Standaard grootboekrekening"), page.locator("select[name=ledger]")
    search.fill("omzet 7")
    search.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(select).to_have_value("8007")
    expect(search).to_have_attribute("aria-expanded", "false")
    search.fill("VOORUIT")
    search.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(select).to_have_value("1850")
    search.fill("bestaatniet")
    expect(page.get_by_text("Geen treffer").first).to_be_visible()
    search.press("Tab")
    expect(search).to_have_value("1850 Vooruitontvangen")
    assert page.get_by_label("Kort").evaluate("field => field.tagName") == "SELECT"
    page.evaluate("location.hash = '%'")
    expect(page).to_have_url(f"{ADDRESS}#%")


def piece(number: int) -> str:
    live = """data-hx-post="/step" data-hx-trigger="load, htmx:response:error delay:10ms" data-hx-swap="outerHTML"
        data-hx-headers='{"X-CSRFToken": "secret"}'"""
    return f'<section data-announce="{number} van 3" {live}>{number}</section>'


def test_what_is_under_way_is_followed_to_its_end(page: Page) -> None:
    tokens: list[str] = []
    answers = iter(
        [html("", 503), html(piece(1)), html(piece(2)), html('<section data-announce="3 van 3">3</section>')]
    )

    def step(route: Route) -> None:
        tokens.append(route.request.headers["x-csrftoken"])
        next(answers)(route)

    serve(page, piece(0), step=step)
    page.get_by_role("status").get_by_text("3 van 3").wait_for()
    assert tokens == ["secret"] * 4, "one answer failed, and was asked again"


def test_somebody_logged_out_meanwhile_gets_the_whole_page_anew(page: Page) -> None:
    refused: list[str] = []

    def step(route: Route) -> None:
        refused.append(route.request.url)
        route.fulfill(status=403)

    def anew(route: Route) -> None:
        html("<h1>Inloggen</h1>")(route) if refused else route.fallback()

    serve(page, piece(0), step=step, **{"loading*": anew})
    page.get_by_role("heading", name="Inloggen").wait_for()


def test_the_end_of_a_run_throws_nothing_away_that_somebody_did(page: Page) -> None:
    run = '<section id="run" data-hx-get="/run" data-hx-trigger="load" data-hx-swap="outerMorph">bezig</section>'
    work = (
        """<input id="q" name="q"><details id="d"><summary>Tabel</summary>1</details>
        <label><input type="checkbox" name="f" id="f1">F1</label>"""
        + LIST
    )

    def over(route: Route) -> None:
        page.get_by_role("textbox").first.fill("Jansen")
        page.get_by_label("F1").check()
        page.get_by_text("Tabel").click()
        page.get_by_label("Standaard grootboekrekening").fill("omz")
        page.unroute("**/loading*")
        fresh = f'<title>x</title><main class="mx-page"><h1>Klaar</h1>{work}</main>'
        page.route("**/loading*", html(fresh))
        html('<section id="run" data-announce="klaar" data-live-end>klaar</section>')(route)

    serve(page, f"{run}{work}", run=over)
    page.get_by_role("heading", name="Klaar").wait_for()
    expect(page.locator("#q")).to_have_value("Jansen")
    expect(page.get_by_label("F1")).to_be_checked()
    expect(page.locator("details")).to_have_attribute("open", "")
    expect(page.get_by_label("Standaard grootboekrekening")).to_have_value("omz")
