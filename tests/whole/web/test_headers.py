"""The headers of our own pages, whatever the host sets: stricter ones stand, and static files may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import Response

from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
OWN = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}


def bare(site: Site) -> None:
    """A host that sets no headers at all."""
    site.world.app.after_request_funcs[None] = site.world.app.after_request_funcs[None][:1]


@pytest.mark.parametrize(
    "path", ["", "/overzicht", "/overzicht.csv", "/verbinding", "/synchroniseren/99", "/no-such-page"]
)
def test_a_page_brings_its_own_where_the_host_has_none(site: Site, path: str) -> None:
    site.ready()
    visitor = site.visitor()
    bare(site)
    answer = visitor.client.get(f"{BASE}{path}")
    found = {name: answer.headers.get(name) for name in OWN}
    assert found == ({} | dict.fromkeys(OWN) if path == "/no-such-page" else OWN)


def test_what_a_stricter_host_sets_stands(site: Site) -> None:
    """Whether it assigns its headers or only sets what is missing, before our setup or after it."""
    site.ready()
    visitor = site.visitor()
    strict = {"Content-Security-Policy": "default-src 'none'", "Referrer-Policy": "no-referrer"}

    def set_missing(response: Response) -> Response:
        for name, value in strict.items():
            response.headers.setdefault(name, value)
        response.cache_control.private = True
        return response

    bare(site)
    site.world.app.after_request_funcs[None].append(set_missing)
    answer = visitor.client.get(f"{BASE}/overzicht")
    assert {name: answer.headers[name] for name in OWN} == {**OWN, **strict}


def test_static_files_may_be_kept(site: Site) -> None:
    site.tenant()
    bare(site)
    answer = site.world.app.test_client().get(f"{BASE}/static/exact.css")
    answer.close()
    assert answer.status_code == 200
    assert "no-store" not in answer.headers.get("Cache-Control", "")
    assert answer.headers["ETag"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_pages_of_the_host_are_left_alone(site: Site) -> None:
    site.tenant()
    visitor = site.visitor()
    bare(site)
    assert "Content-Security-Policy" not in visitor.client.get("/inloggen").headers
