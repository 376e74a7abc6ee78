"""Going live in a browser: the check, a trial run that is followed to its end, and a first night in two clicks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import CORPUS
from tests.whole.invoices import CLIENT, document, invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STRANGER = {**CLIENT, "id": "9", "name": "Bloemsierkunst De Wilde Roos V.O.F."}
NOWHERE = line("3151.54", "283.64", "9", "9999")


@pytest.fixture
def venue(office: Office) -> str:
    """A link that is on; one invoice of a new customer, one on no ledger, and one that is held up."""
    office.ready("golive", CORPUS, without_rates=("0",))
    held = invoice("L3", lines=[line("40.00", "0.00", rate="0", ledger="8080")])
    office.send("golive", document(invoice("L1", client=STRANGER), invoice("L2", lines=[NOWHERE]), held))
    return "golive"


def test_from_the_check_to_the_first_night(enter: Callable[..., Person], office: Office, venue: str) -> None:
    administrator = enter(f"beheerder@{venue}.test")
    administrator.open(f"{BASE}/proefrun").inspect()
    administrator.page.get_by_label("Verstuurd in").select_option(index=0)
    administrator.press("Proefrun starten")
    administrator.sees("Wat tegengehouden zou worden").sees("Bloemsierkunst").inspect()
    administrator.follow("Controle vóór livegang").press("Kijk in Exact Online")
    administrator.sees("De gebruiker heeft de rechten voor boeken en relaties.").sees("% van de omzet zou op").inspect()
    administrator.page.get_by_label("Eerst akkoord").check()
    administrator.press("Zo beginnen").sees("Vanaf nu wacht elke factuur op akkoord.")

    billing = enter(f"billing@{venue}.test").open(f"{BASE}/overzicht")
    billing.follow("Bekijk en geef akkoord").sees("nieuwe debiteur").inspect()  # the first click
    billing.page.get_by_role("button", name=re.compile("^Akkoord: Nacht van")).first.click()  # the second
    billing.sees("Akkoord gegeven voor 2 facturen").inspect()
    office.run(venue)
    assert office.states(venue) == {"L1": "synced", "L2": "synced", "L3": "queued"}
