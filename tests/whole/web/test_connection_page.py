"""*Verbinding*: what is known of the log-in, its rights and its calls, and pages that have nothing to show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.host.visitor import text_of
from tests.whole.invoices import invoice
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site


def test_the_page_of_the_connection_says_how_it_does_without_a_call(site: Site) -> None:
    site.ready()
    page = text_of(site.visitor().get(f"{BASE}/verbinding"))
    assert "– relaties aanmaken nog niet nagekeken" in page
    assert "Laat de rechten nakijken" in page
    site.send(invoice("F1"))
    site.run()
    before = len(site.world.control.log())
    page = text_of(site.visitor().get(f"{BASE}/verbinding"))
    assert "✓ verkoopboekingen maken aanwezig" in page
    assert "✓ grootboekrekeningen inzien aanwezig" in page
    assert "✓ relaties aanmaken aanwezig" in page, "a run made one"
    assert "en schuift vanzelf op" in page
    assert re.search(r"Verzoeken vandaag \d+ van [\d.]+", page)
    assert re.search(r"Iedere nacht om 0[23]:\d\d", page)
    assert len(site.world.control.log()) == before


def test_pages_of_a_link_that_is_not_there_lead_on(site: Site) -> None:
    site.tenant()
    visitor = site.visitor()
    for path in ("/verbreken", "/administratie", "/inladen"):
        visitor.get(BASE + path)
        assert visitor.path == f"{BASE}/verbinding", path
