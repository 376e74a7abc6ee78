"""The two scripts of the pages in a real browser: searching a long list, and following what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.manifest import data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ADDRESS = "http://venue.test/loading"
REVENUE = "".join(f'<option value="{number}">{number} Omzet {number - 8000}</option>' for number in range(8000, 8011))
LIST = f"""
<div data-filter="Zoek in deze lijst"><label for="ledger">Standaard grootboekrekening</label>
<select id="ledger"><option value="">Kies</option><optgroup label="Omzet">{REVENUE}</optgroup>
<optgroup label="Andere"><option value="1850">1850 Vooruitontvangen</option></optgroup></select></div>
"""


def script(name: str) -> str:
    return (data("static") / name).read_text("utf-8")


def shown(page: Page) -> list[str]:
    values: list[str] = page.locator("#ledger option").evaluate_all("options => options.map((option) => option.value)")
    return values


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def long_list(page: Page) -> Page:
    page.set_content(LIST)
    page.add_script_tag(content=script("filter.js"))
    return page


def test_a_long_list_is_narrowed_by_what_is_typed(long_list: Page) -> None:
    search = long_list.get_by_label("Zoek in deze lijst")
    search.fill("omzet 8007")
    assert shown(long_list) == ["", "8007"]
    assert long_list.locator("#ledger optgroup").count() == 1
    search.fill("VOORUIT")
    assert shown(long_list) == ["", "1850"]
    search.press("ArrowDown")
    long_list.keyboard.press("ArrowDown")
    long_list.keyboard.press("Enter")
    assert long_list.locator("#ledger").input_value() == "1850"
    assert len(shown(long_list)) == 13


def test_what_is_chosen_stays_chosen_and_in_view(long_list: Page) -> None:
    long_list.get_by_label("Standaard grootboekrekening").select_option("8003")
    search = long_list.get_by_label("Zoek in deze lijst")
    search.fill("nothing like it")
    assert shown(long_list) == ["8003"]
    search.press("Escape")
    assert long_list.locator("#ledger").input_value() == "8003"
    assert shown(long_list)[1:4] == ["8000", "8001", "8002"]


def test_a_short_list_needs_no_search(page: Page) -> None:
    page.set_content('<div data-filter="Zoek"><select><option>a</option><option>b</option></select></div>')
    page.add_script_tag(content=script("filter.js"))
    assert page.get_by_label("Zoek").count() == 0


def whole(piece: str) -> str:
    return f'<p role="status" data-live-status></p>{piece}<script src="/live.js"></script>'


def piece(number: int) -> str:
    live = 'data-live="/step" data-live-method="post" data-live-token="secret"'
    return f'<section data-announce="{number} van 3" {live}>{number}</section>'


def serve(page: Page, step: Callable[[Route], None]) -> None:
    page.route("**/loading", lambda route: route.fulfill(body=whole(piece(0)), content_type="text/html"))
    page.route("**/live.js", lambda route: route.fulfill(body=script("live.js"), content_type="text/javascript"))
    page.route("**/done", lambda route: route.fulfill(body="<h1>Klaar</h1>", content_type="text/html"))
    page.route("**/step", step)


def test_what_is_under_way_is_followed_to_its_end(page: Page) -> None:
    tokens: list[str] = []

    def step(route: Route) -> None:
        tokens.append(route.request.headers["x-csrftoken"])
        done = len(tokens) == 3
        body = '<section data-live-next="/done">3</section>' if done else piece(len(tokens))
        route.fulfill(body=body, content_type="text/html")

    serve(page, step)
    page.goto(ADDRESS)
    page.wait_for_url("**/done")
    assert tokens == ["secret"] * 3


def test_progress_is_announced_to_who_cannot_see_it(page: Page) -> None:
    answers = iter([piece(1).replace("data-live=", "data-over=")])
    serve(page, lambda route: route.fulfill(body=next(answers), content_type="text/html"))
    page.goto(ADDRESS)
    page.get_by_role("status").get_by_text("1 van 3").wait_for()


def test_an_answer_that_fails_is_asked_again(page: Page) -> None:
    tries: list[int] = []

    def step(route: Route) -> None:
        tries.append(len(tries))
        body = '<section data-live-next="/done"></section>'
        route.fulfill(status=503 if len(tries) == 1 else 200, body=body, content_type="text/html")

    serve(page, step)
    page.goto(ADDRESS)
    page.wait_for_url("**/done")
    assert len(tries) == 2


def test_somebody_logged_out_meanwhile_gets_the_whole_page_anew(page: Page) -> None:
    def step(route: Route) -> None:
        page.unroute("**/loading")
        page.route("**/loading", lambda again: again.fulfill(body="<h1>Inloggen</h1>", content_type="text/html"))
        route.fulfill(status=403)

    serve(page, step)
    page.goto(ADDRESS)
    page.get_by_role("heading", name="Inloggen").wait_for()
