"""Tile, menu, header, invoice page, command and mail say how the link stands in one and the same sentence."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.standing import KINDS, State
from mice_exact_plugin.standing import notices
from mice_exact_plugin.standing.post_office import MailRow, NoticeRow
from mice_exact_plugin.standing.words import WORDS
from sandbox.host.models import Mail
from tests.whole.web.link_states import TABLE, LinkState
from tests.whole.web.site import BASE
from tests.whole.web.ways_into_states import TENANT

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

LANGUAGES = ("nl", "en")
CALM = {"success", "info", "neutral"}
#: Only here is an invoice promised to the next night.
BOOKS = {State.FINE, State.NO_RELATION_RIGHT}
#: Nothing of the link is shown beside an invoice of a tenant that never had it.
WITHOUT_INVOICE = {State.INSTALLED, State.ASKED}


def test_the_table_has_every_state() -> None:
    assert {row.state for row in TABLE} == set(State)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everywhere_the_same_sentence(site: Site, language: str) -> None:
    site.world.app.extensions["babel"].locale_selector = lambda: language
    site.world.app.config["LANGUAGES"] = {TENANT: language}
    visitor = None
    for row in TABLE:
        row.bring(site)
        visitor = visitor or site.visitor()
        for place, text in _places(site, visitor, row).items():
            assert row.pattern(language).search(text), f"{row.state} {language} {place}: {_near(text)}"
        _check_marks(visitor, row)
        _check_commands(site, row, language)
        _check_mail(site, row, language)


def _places(site: Site, visitor: Visitor, row: LinkState) -> dict[str, str]:
    """What each page says, as people read it."""
    pages = {"tile": "/beheer/instellingen/koppelingen", "header": f"{BASE}/overzicht"}
    if row.state not in WITHOUT_INVOICE:
        pages["history"] = f"{BASE}/geschiedenis"
    found = {place: html.unescape(visitor.get(path)) for place, path in pages.items()}
    if row.state in WITHOUT_INVOICE:
        return found
    invoice = html.unescape(visitor.get(f"/facturen/{site.row('F1')['invoice_id']}"))
    is_promised = "klaar voor de eerstvolgende" in invoice or "Ready for the next" in invoice
    assert is_promised == (row.state in BOOKS)
    if row.state not in (State.FINE, State.RUNNING):
        found["invoice"] = invoice.partition('class="mice-exact')[2]
    assert ("Gepauzeerd" in invoice or "Paused" in invoice) == KINDS[row.state].holds
    return found


def _check_marks(visitor: Visitor, row: LinkState) -> None:
    """The badge of the header is the tile's, green only when all is fine; the menu has a mark when it is not calm."""
    page = visitor.get(f"{BASE}/overzicht")
    tone = WORDS[row.state].tone
    assert f"mx-standing--{tone}" in page
    header = page.partition("mx-standing")[2].partition("</section>")[0]
    assert ("mx-badge--success" in header) == (row.state is State.FINE)
    assert ("menu__mark" in page) == (tone not in CALM)


def _check_commands(site: Site, row: LinkState, language: str) -> None:
    with site.services() as world:
        assert row.pattern(language).search(world.command("exact", "status", TENANT))
        document = json.loads(world.command("exact", "status", TENANT, "--json"))["standing"]
    assert document["state"] == row.state
    assert row.pattern(language).fullmatch(document["sentence"])
    assert document["books"] is not KINDS[row.state].holds


def _check_mail(site: Site, row: LinkState, language: str) -> None:
    """What came by itself and holds an invoice up is mailed in that sentence; nothing else is."""
    with site.services() as world:
        session = world.runtime.session
        with step(session):
            for table in (NoticeRow, MailRow, Mail):
                session.execute(delete(table))
        notices.review(world.runtime, TENANT)
        notices.catch_up(world.runtime)
        bodies = session.scalars(select(Mail.body)).all()
    assert len(bodies) == KINDS[row.state].is_told - (row.state is State.NO_RELATION_RIGHT)
    assert all(row.pattern(language).search(body) for body in bodies)


def _near(text: str) -> str:
    return text.partition("mx-standing")[2][:600] or text[-600:]
