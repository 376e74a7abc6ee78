"""A browser of a few lines: follows redirects within the site, keeps cookies, and fills in the form of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

import httpx2

Fields = list[tuple[str, str]]


@dataclass
class Page:
    """What is on the screen; `left_for` is the address outside the site to which the browser was sent."""

    status: int
    text: str
    left_for: str = ""


@dataclass
class Form(HTMLParser):
    """The fields of a page with their values, and its buttons by their text."""

    action: str = ""
    fields: Fields = field(default_factory=list)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    ticks: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._button: tuple[str, str] | None = None
        self._tick = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = given["action"]
        elif tag == "button":
            self._button = given.get("name", ""), given.get("value", "")
        elif tag == "input":
            self._input(given)

    def _input(self, given: dict[str, str]) -> None:
        if given.get("type") == "checkbox":
            self._tick = given["value"]
            if "checked" not in given:
                return
        self.fields.append((given["name"], given.get("value", "")))

    def handle_data(self, data: str) -> None:
        text = data.strip()
        if text and self._button:
            self.buttons[text], self._button = self._button, None
        elif text and self._tick:
            self.ticks[text], self._tick = self._tick, ""


class Browser:
    def __init__(self, site: str) -> None:
        self._site = site
        self._http = httpx2.Client(base_url=site, timeout=30, trust_env=False, headers={"Accept": "text/html"})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def open(self, address: str, **query: str) -> Page:
        return self._followed(self._http.get(address, params=query or None))

    def press(
        self, page: Page, button: str, *, untick: tuple[str, ...] = (), fill: Mapping[str, str] | None = None
    ) -> Page:
        """Fills in the form of the page and presses one of its buttons."""
        form = Form()
        form.feed(page.text)
        gone = {form.ticks[name] for name in untick}
        sent = [(name, (fill or {}).get(name, value)) for name, value in form.fields if value not in gone]
        sent += [form.buttons[button]] if form.buttons[button][0] else []
        body = urlencode(sent)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._followed(self._http.post(form.action, content=body, headers=headers))

    def _followed(self, response: httpx2.Response) -> Page:
        while response.is_redirect:
            address = str(response.headers["Location"])
            if address.startswith("http") and not address.startswith(self._site):
                return Page(response.status_code, "", address)
            response = self._http.get(address)
        return Page(response.status_code, response.text)
