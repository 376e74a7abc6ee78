"""A browser without a screen: cookies, links by their text and forms by their button, over real HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

import httpx2

from sandbox.demo.forms import Answer, NotOnPage, form_with
from sandbox.demo.markup import Element, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from httpx2 import Response

#: The host answers a page well within this, also on a machine that is busy with other things.
PATIENCE = 60


class Browser:
    """One person at one computer; a context manager."""

    def __init__(self, base_url: str) -> None:
        self._http = httpx2.Client(base_url=base_url, follow_redirects=True, timeout=PATIENCE, trust_env=False)
        self.url = base_url
        self.page = Element("page")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    @property
    def text(self) -> str:
        """Everything the page at hand says."""
        return self.page.text

    def open(self, address: str) -> Self:
        return self._show(self._http.get(urljoin(self.url, address)))

    def follow(self, text: str) -> Self:
        """Click the link that says this, on the page itself: the menu beside it may have one of the same name."""
        links = [link for main in self.page.all("main") for link in main.all("a")]
        for link in links:
            if link.text == text:
                return self.open(link["href"])
        raise NotOnPage(f"{self.url}: no link {text!r}; there are {', '.join(repr(link.text) for link in links)}")

    def press(self, button: str, answers: Mapping[str, Answer] | None = None) -> Self:
        """Fill in the form that has this button, by the labels of its fields, and press the button."""
        try:
            form = form_with(self.page, button)
            form.fill(answers or {})
        except NotOnPage as error:
            raise NotOnPage(f"{self.url}: {error}") from None
        target = urljoin(self.url, form.action) if form.action else self.url
        if form.method == "GET":
            return self._show(self._http.get(target, params=form.values))
        return self._show(self._http.post(target, data=form.values))

    def log_in(self, email: str, password: str = "welkom") -> Self:
        return self.open("/inloggen").press("Inloggen", {"E-mail": email, "Wachtwoord": password})

    def _show(self, response: Response) -> Self:
        """A page that refuses is not passed over: whoever plays the journey expected it to work."""
        self.url, self.page = str(response.url), parse(response.text)
        if response.status_code >= 400:
            raise NotOnPage(f"{self.url} answered {response.status_code}: {self.text[:500]}")
        return self
