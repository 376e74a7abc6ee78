"""No link leads to a page that does not open, nothing seems to go on that stands still, and who cannot cure can ask."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from sandbox.host.database import session
from sandbox.host.models import Mail
from tests.whole.invoices import invoice, line
from tests.whole.web import ways_into_states
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.whole.web.site import Site

SETTINGS = f'href="{BASE}/instellingen'


@pytest.fixture
def held(site: Site) -> Site:
    """An invoice whose rate is still to be mapped."""
    site.ready(without_rates=("9",))
    site.send(invoice("F1", lines=[line("100.00", "9.00", "9")]))
    site.run()
    return site


@pytest.mark.parametrize("shut", [ways_into_states.die, ways_into_states.disconnect, ways_into_states.deactivate])
def test_the_settings_are_a_link_only_while_they_open(held: Site, shut: Callable[[Site], None]) -> None:
    administrator = held.visitor()
    addresses = f"{BASE}/overzicht", f"/facturen/{held.row('F1')['invoice_id']}"
    for address in addresses:
        assert SETTINGS in administrator.get(address)
    shut(held)
    for address in addresses:
        page = administrator.get(address)
        assert SETTINGS not in page
        assert "aan bij de instellingen van de koppeling." in page
        assert "Vraag het de beheerder" not in page, "to an administrator"


@pytest.mark.parametrize("shut", [ways_into_states.die, ways_into_states.disconnect, ways_into_states.deactivate])
def test_a_run_that_cannot_go_on_is_no_progress(held: Site, shut: Callable[[Site], None]) -> None:
    ways_into_states.waits("exact_unreachable")(held)
    administrator = held.visitor()
    assert "Wacht tot" in administrator.get(f"{BASE}/overzicht")
    shut(held)
    page = administrator.get(f"{BASE}/overzicht")
    assert "Wacht tot" not in page
    assert "niet bereikbaar" not in page


def test_billing_asks_an_administrator_beside_the_invoice(held: Site) -> None:
    billing = held.visitor("billing")
    page = billing.get(f"/facturen/{held.row('F1')['invoice_id']}")
    cause = re.search(r'name="cause" value="([^"]+)"', page)
    assert cause
    assert "De vraag is aan de beheerders gemaild." in billing.post(
        f"{BASE}/vraag-beheerder", cause=html.unescape(cause[1])
    )
    with held.services():
        mail = session().query(Mail).order_by(Mail.id).all()[-1]
        assert "vraagt of je dit kunt oplossen" in mail.body
        assert "BTW-tarief 9% is nog niet gekoppeld" in mail.body
    page = held.visitor().get(f"/facturen/{held.row('F1')['invoice_id']}")
    assert "Vraag het de beheerder" not in page
