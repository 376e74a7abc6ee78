"""Somebody with a browser of their own: what they open, press and read, and what their browser complains about."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, Self

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Route, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
#: What a page must fit without scrolling sideways (WCAG 2.2, 1.4.10).
NARROW: ViewportSize = {"width": 320, "height": 740}
#: How every page is looked at.
Look = tuple["ViewportSize", Literal["dark", "light"]]
LOOKS: tuple[Look, ...] = ((NARROW, "dark"), (DESKTOP, "light"))
#: What has the focus and is not what one would hit there (WCAG 2.2, 2.4.11).
COVERED = """() => {
  const fields = [...document.querySelectorAll("main :is(a[href], button, input, select, summary)")];
  const before = document.activeElement;
  const found = fields.filter((field) => field.checkVisibility({ visibilityProperty: true })).filter((field) => {
    field.focus();
    if (document.activeElement !== field) return !field.disabled;
    const box = field.getClientRects()[0];
    const hit = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
    return !hit || !(field.contains(hit) || field.closest("label")?.contains(hit));
  });
  before?.focus?.();
  scrollTo(0, 0);
  return found.map((field) => field.outerHTML.slice(0, 120));
}"""
PASSWORD = "welkom"
#: Nothing takes this long; a machine that does other things besides may.
expect.set_options(timeout=30_000)


class Person:
    """Every error in the console is a complaint, a violation of the content policy among them."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self._expected: set[int] = set()
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))

    def log_in(self, email: str) -> Self:
        self.page.goto("/inloggen")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Wachtwoord").fill(PASSWORD)
        self.press("Inloggen")
        return self

    def open(self, path: str, status: int = 200) -> Self:
        if status >= 400:
            self._expected.add(status)
        response = self.page.goto(path)
        assert response is not None, f"{path} answered nothing"
        assert response.status == status, f"{path} answered {response.status}"
        return self

    def press(self, button: str) -> Self:
        self.page.get_by_role("button", name=button, exact=True).first.click()
        return self

    def follow(self, link: str) -> Self:
        """A link of the page itself; the menu beside it may have one of the same name."""
        self.page.get_by_role("main").get_by_role("link", name=link, exact=True).first.click()
        return self

    def sees(self, text: str) -> Self:
        """Why a mark is what it is says the same, out of sight until somebody asks."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()
        return self

    def sees_not(self, text: str) -> Self:
        expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def field(self, label: str) -> Locator:
        """A long list gets a search field in its place, by scripts that have run when the page is loaded."""
        self.page.wait_for_load_state()
        return self.page.get_by_label(label, exact=True)

    def choose(self, label: str, option: str) -> Self:
        """The option that begins with this, such as a code."""
        field = self.field(label)
        if field.evaluate("field => field.tagName") == "INPUT":
            field.fill(option.strip())
            self.page.get_by_role("option").filter(has_text=re.compile(rf"^\s*{re.escape(option)}")).first.click()
            return self
        found = field.locator("option").filter(has_text=re.compile(rf"^\s*{re.escape(option)}")).first
        field.select_option(value=found.get_attribute("value"))
        return self

    @contextmanager
    def holding(self, address: str, after: int = 0) -> Iterator[None]:
        """What the page's scripts ask of this address waits, so that the page can be looked at meanwhile.

        Args:
            after: how many of those requests pass first.
        """
        held: list[Route] = []
        passing = iter(range(after))

        def hold(route: Route) -> None:
            passes = route.request.resource_type != "fetch" or next(passing, None) is not None
            route.continue_() if passes else held.append(route)

        self.page.route(address, hold)
        yield
        for route in held:
            route.continue_()
        self.page.unroute(address, hold)

    def inspect(self, looks: Sequence[Look] = LOOKS) -> Self:
        """Complain about what axe finds, a page wider than its screen, and a focus of the keyboard that is not seen."""
        self.page.evaluate(AXE_SCRIPT)
        for size, scheme in looks:
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size(size)
            self.complaints += [*self._violations(), *self._overflow()]
            self.complaints += [f"{self._where}: {each} is covered" for each in self.page.evaluate(COVERED)]
        return self

    def _violations(self) -> list[str]:
        command = "axe.run({resultTypes: ['violations']}).then(results => results.violations)"
        found: list[dict[str, Any]] = self.page.evaluate(command)
        return [
            f"{self._where}: {each['id']} {each['nodes'][0]['target']} ({len(each['nodes'])}×): {each['help']}"
            for each in found
        ]

    def _overflow(self) -> list[str]:
        wider = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [f"{self._where}: {wider} pixels wider than the screen"] if wider > 0 else []

    @property
    def _where(self) -> str:
        size = self.page.viewport_size
        return f"{self.page.url} at {size['width'] if size else 'any width'}"

    def _note(self, message: ConsoleMessage) -> None:
        refused = any(f"status of {status} " in message.text for status in self._expected)
        if message.type in ("error", "warning") and not refused:
            self.complaints.append(f"{self.page.url}: {message.text}")
