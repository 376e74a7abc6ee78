"""Odd values in path, query and form of every page: refused or left aside, and never an error of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mice_exact_plugin.config import PREFIX
from mice_exact_plugin.web.blueprint import PAGES
from tests.whole.invoices import invoice, line

if TYPE_CHECKING:
    from mice_exact_plugin.web.blueprint import Page
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

#: As they stand in an address; the first of them can mean nothing at all.
MEANINGLESS = ("%00", "a%00b", "x" * 10_001)
ODD = (
    *MEANINGLESS,
    "99999999999999999999999999",
    "-9223372036854775809",
    "1e309",
    "%D9%A3",
    "%FF%FE%ED%A0%80",
    "",
    "%27%20OR%201%3D1%20--",
    "9999-12-31",
)
PARAMETER = re.compile(r"<[^>]+>")
#: Breaking off the connection closes most pages, so it comes last.
ORDER = sorted(PAGES, key=lambda page: page.rule == "/verbreken")


def names(site: Site, visitor: Visitor) -> list[str]:
    """Everything that a page of ours asks by name, and what only scripts and Exact send."""
    found = {"page", "pagina", "status", "q", "live", "van", "tot", "state", "code", "error", "from", "invoice"}
    for page in PAGES:
        if page.method == "GET" and not PARAMETER.search(page.rule):
            found |= set(re.findall(r'name="([^"]+)"', visitor.client.get(PREFIX + page.rule).text))
    for number in ("F1", "B1"):
        shown = visitor.client.get(f"/facturen/{site.row(number)['invoice_id']}").text
        found |= set(re.findall(r'name="([^"]+)"', shown))
    return sorted(found - {"csrf_token"})


def ask(page: Page, path: str, query: str, form: str, visitor: Visitor) -> int:
    address = f"{PREFIX}{path}?{query}"
    if page.method == "GET":
        return visitor.client.get(address).status_code
    token = f"csrf_token={visitor.token()}"
    kind = "application/x-www-form-urlencoded"
    return visitor.client.post(address, data=f"{token}&{form}", content_type=kind).status_code


def test_no_value_is_an_error_of_ours(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F1"), invoice("B1", lines=[line("100.00", "9.00", "9")]))
    site.run()
    site.world.app.config["PROPAGATE_EXCEPTIONS"] = False
    visitor = site.visitor()
    asked = names(site, visitor)
    known = str(site.row("B1")["invoice_id"])
    visitor.get("/planning")
    wrong = []
    for page in ORDER:
        for value in ODD:
            pairs = "&".join([*(f"{name}={value}" for name in asked), f"{value}={value}"])
            tries = [(PARAMETER.sub(known, page.rule), pairs, pairs)]
            if PARAMETER.search(page.rule):
                tries.append((PARAMETER.sub(value or "%20", page.rule), "", ""))
            for path, query, form in tries:
                status = ask(page, path, query, form, visitor)
                expected = (400, 404) if value in MEANINGLESS and value in path + query else range(200, 500)
                if status not in expected:
                    wrong.append((page.method, path[:80], query[:60], status))
    assert wrong == []
