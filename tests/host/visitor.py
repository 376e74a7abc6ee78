"""Somebody with a browser: logs in, reads pages, and submits the forms that are on them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

PASSWORD = "welkom"

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_MESSAGE = re.compile(r'class="message message--(\w+)"[^>]*>(.*?)</p>', re.DOTALL)
_WRONG = re.compile(r'class="field__error"[^>]*>(.*?)</p>', re.DOTALL)


class Visitor:
    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self._page: TestResponse | None = None

    def log_in(self, email: str, password: str = PASSWORD) -> Visitor:
        self.get("/inloggen")
        self.post("/inloggen", email=email, password=password)
        return self

    def get(self, path: str, expect: int = 200) -> str:
        self._page = self.client.get(path, follow_redirects=True)
        assert self.page.status_code == expect, f"{path}: {self.page.status_code}"
        return self.page.text

    def post(self, path: str, expect: int = 200, **fields: Any) -> str:
        """Submit a form with the token that a page of this session carries, and follow where it leads."""
        data = {"csrf_token": self.token(), **fields}
        self._page = self.client.post(path, data=data, follow_redirects=True)
        assert self.page.status_code == expect, f"{path}: {self.page.status_code} {self.messages}"
        return self.page.text

    def token(self) -> str:
        """From the page that is open, or from one that everybody may see."""
        found = _TOKEN.search(self._page.text if self._page else "")
        found = found or _TOKEN.search(self.client.get("/planning", follow_redirects=True).text)
        assert found, "every page of somebody who is logged in carries a token"
        return found[1]

    @property
    def page(self) -> TestResponse:
        assert self._page is not None, "no page was opened"
        return self._page

    @property
    def path(self) -> str:
        return self.page.request.path

    @property
    def id(self) -> int:
        """The number in the address of the page that is open."""
        return int(re.findall(r"/(\d+)", self.path)[-1])

    @property
    def messages(self) -> list[tuple[str, str]]:
        return [(kind, _text(body)) for kind, body in _MESSAGE.findall(self.page.text)]

    @property
    def wrong_fields(self) -> list[str]:
        return [_text(body) for body in _WRONG.findall(self.page.text)]


def _text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def text_of(page: str) -> str:
    """What a person reads, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
