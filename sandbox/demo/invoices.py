"""What the host's pages say of its invoices: where they stand, and what they come to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sandbox.demo.figures import Figures, rates_with_vat
from sandbox.demo.stories import NEVER

if TYPE_CHECKING:
    from sandbox.demo.browser import Browser
    from sandbox.demo.markup import Element

_RATE = re.compile(r"^Btw ([\d,]+)% over")


@dataclass(frozen=True)
class Standing:
    """One line of the invoice list; `state` is what the link's badge says."""

    identifier: str
    url: str
    client: str
    state: str


def standings(browser: Browser) -> dict[str, Standing]:
    """The invoice list, by number."""
    browser.open("/facturen")
    found = (_standing(row) for row in browser.page.all("tr") if any(row.all("td")))
    return {standing.identifier: standing for standing in found}


def number(browser: Browser) -> str:
    """The number of the invoice whose page is at hand."""
    return next(browser.page.all("h1")).text.split()[1]


def figures(browser: Browser, url: str) -> Figures:
    """The totals at the foot of an invoice's page."""
    browser.open(url)
    foot = next(browser.page.all("tfoot"))
    totals = {next(row.all("th")).text: _money(next(row.all("td")).text) for row in foot.all("tr")}
    by_rate = {Decimal(found[1].replace(",", ".")): vat for text, vat in totals.items() if (found := _RATE.match(text))}
    net, gross = totals["Totaal excl. btw"], totals["Totaal incl. btw"]
    return Figures(net, sum(by_rate.values(), Decimal(0)), gross, rates_with_vat(by_rate))


def _standing(row: Element) -> Standing:
    link = next(row.all("a"))
    cells = [cell.text for cell in row.all("td")]
    return Standing(link.text, link["href"], client=cells[1], state=_badge(row) or NEVER)


def _badge(row: Element) -> str:
    """What the link's badge says, without *Waarom?* and the note beside it."""
    return next((span.text for span in row.all("span") if span["class"].split()[:1] == ["mx-badge"]), "")


def _money(text: str) -> Decimal:
    """`€ -1.234,56` as a number."""
    return Decimal("".join(letter for letter in text if letter in "-0123456789,").replace(",", "."))
