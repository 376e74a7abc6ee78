"""*Voorbeeld* in a browser: each situation without a violation, on a desk and on a phone, and the ways there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import CORPUS
from tests.whole.invoices import CLIENT, document, invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.tests.control import Control
    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STRANGER = {**CLIENT, "id": "9", "name": "Vlaamse Reus Media & Congresorganisatie Nederland B.V."}
UNBROKEN = {**CLIENT, "id": "10", "name": "L" * 120}
LONG = "Aanbetaling 30% voor de heidag, met een omschrijving die in geen kolom past"


@pytest.fixture(scope="module")
def previews(office: Office, control: Control) -> str:
    """One invoice blocked, one booked, one booked otherwise and one without amounts; two due, one of them a credit."""
    office.ready("previews", CORPUS, without_rates=("0",))
    lines = [line("1054.25", "221.39"), {**line("3151.54", "283.64", "9", "9999"), "description": LONG}]
    negative = [line("-1054.25", "-221.39"), line("-3151.54", "-283.64", "9", "9999")]
    unmapped = [*lines, line("40.00", "0.00", rate="0", ledger="8080")]
    booked = [invoice("251002", lines=lines), invoice("251004", lines=lines, client=UNBROKEN)]
    zero = invoice("251003", lines=[line("0.00", "0.00")])
    office.send("previews", document(invoice("251001", lines=unmapped), *booked, zero))
    where = {"method": "POST", "path": "salesentry/SalesEntries"}
    control.fault("altered", where, occurrence=[2], set={"AmountFC": 100})
    office.run("previews")
    credit = invoice("C251002", lines=negative, kind="credit", credits="251002")
    office.send("previews", document(invoice("251005", lines=lines, client=STRANGER), credit))
    return "previews"


def test_every_situation(enter: Callable[..., Person], office: Office, previews: str) -> None:
    rows = office.do(lambda world: world.rows(previews))
    administrator = enter(f"beheerder@{previews}.test")
    for number, text in (
        ("251001", "Dit houdt de boeking tegen"),
        ("251002", "zo staat zij in Exact Online"),
        ("251003", "Er is niets te boeken"),
        ("251004", "verschilt"),
        ("251005", "nieuwe debiteur: wordt bij het boeken gemaakt"),
        ("C251002", "In evenwicht, gelijk aan de factuur"),
    ):
        administrator.open(f"{BASE}/voorbeeld/{rows[number]['invoice_id']}").sees(text).inspect()
    administrator.open(f"{BASE}/overzicht").sees(UNBROKEN["name"][:40]).inspect()


def test_there_and_back(enter: Callable[..., Person], park: str) -> None:
    billing = enter(f"billing@{park}.test").open(f"{BASE}/overzicht")
    billing.follow("Boeking 20268002").sees("Factuur 20268002: zo staat zij in Exact Online")
    billing.follow("Naar de factuur").follow("Bekijk de boeking").sees("Regels van de boeking, zoals verstuurd")


def test_a_cost_centre_from_the_settings_to_the_preview(
    enter: Callable[..., Person], office: Office, previews: str
) -> None:
    rows = office.do(lambda world: world.rows(previews))
    administrator = enter(f"beheerder@{previews}.test").open(f"{BASE}/instellingen")
    administrator.follow("Toewijzingen maken").press("Inlezen uit Exact Online").sees("Toewijzing 1: geldt voor")
    administrator.choose("Toewijzing 1: geldt voor", "Tariefgroep").field("Toewijzing 1: code in MICE").fill("21-8000")
    administrator.field("Kostendrager per evenement").fill("E{nummer}")
    administrator.choose("Toewijzing 1: kostenplaats", "ZAAL Zaalverhuur")
    administrator.press("Bekijk wat dit zou doen").sees("Zonder kostenplaats").inspect()
    administrator.press("Opslaan").open(f"{BASE}/inrichting").sees("kostenplaats ZAAL").inspect().open(
        f"{BASE}/voorbeeld/{rows['251005']['invoice_id']}"
    )
    administrator.sees("kostenplaats ZAAL Zaalverhuur").inspect()
