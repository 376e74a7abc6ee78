"""Somebody with a browser of their own: what they open, press and read, and what their browser complains about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page

DESKTOP = {"width": 1280, "height": 800}
NARROW = {"width": 375, "height": 740}
PASSWORD = "welkom"
_AXE = Axe()


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
        self.page.get_by_role("link", name=link, exact=True).first.click()
        return self

    def sees(self, text: str) -> Self:
        expect(self.page.get_by_text(text).first).to_be_visible()
        return self

    def sees_not(self, text: str) -> Self:
        expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True)

    def choose(self, label: str, option: str) -> Self:
        """The option that begins with this, such as a code."""
        field = self.field(label)
        texts = [text.strip() for text in field.locator("option").all_text_contents()]
        field.select_option(label=next(text for text in texts if text.startswith(option)))
        return self

    def violations(self) -> list[str]:
        """What axe finds wrong with the page at hand, one line per rule."""
        found: list[dict[str, Any]] = _AXE.run(self.page).response["violations"]
        return [
            f"{self.page.url} {self.page.viewport_size}: {each['id']} {each['nodes'][0]['target']} "
            f"({len(each['nodes'])}×): {each['help']}"
            for each in found
        ]

    def _note(self, message: ConsoleMessage) -> None:
        refused = any(f"status of {status} " in message.text for status in self._expected)
        if message.type in ("error", "warning") and not refused:
            self.complaints.append(f"{self.page.url}: {message.text}")
