"""*Inrichting*: where rate groups are booked, ledgers that are chosen there, and a yes that lapses with a change."""

from __future__ import annotations

import csv
import html
import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.domain.receipts import ReceiptSettings
from mice_exact_plugin.setup.settings import choices
from sandbox.host.models import Mail
from tests.whole.invoices import invoice, line
from tests.whole.web.site import BASE
from tests.whole.web.test_settings import version

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PAGE = f"{BASE}/inrichting"
UNKNOWN = [line("100.00", "21.00", "21", "9999")]


@pytest.fixture
def booked(site: Site) -> Site:
    """One rate group whose ledger exists, one whose number is unknown and that had three quarters of the revenue."""
    site.ready()
    three = [line("300.00", "63.00", "21", "9999")]
    site.send(invoice("F1"), invoice("F2", lines=three))
    site.run()
    return site


def test_every_rate_group_says_where_it_is_booked(booked: Site) -> None:
    visitor = booked.visitor()
    rows = table(visitor.get(PAGE))
    assert "gevonden" in rows["Zaalhuur 21%"]
    assert "€ 100,00 25%" in rows["Zaalhuur 21%"]
    assert "9999 8990 Overige omzet bestaat niet: standaard" in rows["Omzet 21-9999 21%"]
    assert "€ 300,00 75%" in rows["Omzet 21-9999 21%"]
    assert "€" not in rows["Dranken hoog 21%"], "of each rate group what was sent of it"
    assert " van 13 tariefgroepen komen op de standaard grootboekrekening 8990" in text(visitor.page.text)
    assert "In een jaar is dat € 300,00, 75% van de omzet" in text(visitor.page.text)
    assert "In een andere valuta verstuurd" not in visitor.page.text
    booked.send(invoice("F3", lines=UNKNOWN) | {"currency": "USD"})
    assert table(visitor.get(PAGE)) == rows
    assert "hier niet meegeteld omdat het niet geboekt wordt: US$ 100,00." in text(visitor.page.text)
    lines = list(csv.reader(io.StringIO(visitor.get(f"{PAGE}.csv").removeprefix("\ufeff")), delimiter=";"))
    assert {cells[0]: cells[-1] for cells in lines if cells[0] in ("Zaalhuur", "Dranken hoog", "Omzet 21-9999")} == {
        "Dranken hoog": "0,00",
        "Omzet 21-9999": "300,00",
        "Zaalhuur": "100,00",
    }


def test_a_group_of_deposits_says_on_which_account_they_wait(booked: Site) -> None:
    deposit = {**line("100.00", "9.00", "9", "1999"), "kind": "deposit"}
    booked.send(invoice("D1", lines=[deposit]))
    held = table(booked.visitor().get(PAGE))["Omzet 9-1999 9%"]
    assert "aanbetaling: tussenrekening" in held
    assert "bestaat niet: standaard" not in held


def test_a_ledger_that_is_chosen_takes_the_lines_from_then_on(booked: Site) -> None:
    visitor = booked.visitor()
    page = visitor.get(PAGE)
    name = field(page)
    answer = booked.submit(visitor, "/inrichting", **ledger(page, "7777"))
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    (place,) = re.findall(r'<a href="#(mx-ledger-\d+)">Omzet 21-9999</a>', answer.text)
    assert f'id="{place}"' in answer.text
    assert "bestaat niet (meer) in Exact Online" in answer.text
    visitor.post(PAGE, **ledger(page, "8100"))
    assert "De inrichting is opgeslagen." in visitor.page.text
    assert "8100" in table(visitor.page.text)["Omzet 21-9999 21%"]
    assert "hier gekozen" in table(visitor.page.text)["Omzet 21-9999 21%"]
    booked.send(invoice("F3", lines=UNKNOWN))
    booked.run()
    assert booked.row("F3")["state"] == "synced"
    told = text(visitor.get(f"{BASE}/geschiedenis?soort=instellingen"))
    change = f"Grootboekrekening van tariefgroep Omzet 21-9999 ({name.removeprefix('ledger:')}): – → 8100"
    assert change in told
    assert change.partition(":")[0] in visitor.get(f"{BASE}/geschiedenis.csv")
    assert change in text(visitor.get(f"{PAGE}/versies/2"))
    assert re.search(r"Versie 2 .* Versie 1 ", text(visitor.get(PAGE).partition('id="versies"')[2]))
    for number in ("0", "3", str(2**31), str(2**63 - 1)):
        assert visitor.client.get(f"{PAGE}/versies/{number}").status_code == 404
    visitor.post(PAGE, **ledger(visitor.get(PAGE), ""))
    assert "bestaat niet: standaard" in table(visitor.page.text)["Omzet 21-9999 21%"]


def test_saving_the_settings_keeps_what_was_chosen_here(booked: Site) -> None:
    visitor = booked.visitor()
    visitor.post(PAGE, **ledger(visitor.get(PAGE), "8100"))
    page = visitor.get(f"{BASE}/instellingen")
    picked = re.findall(r'<select[^>]*name="([^"]+)".*?</select>', page, re.DOTALL)
    chosen: dict[str, Any] = {}
    for name, options in zip(picked, re.findall(r"<select.*?</select>", page, re.DOTALL), strict=True):
        found = re.search(r'<option selected value="([^"]*)"', options)
        chosen[name] = html.unescape(found[1]) if found else ""
    visitor.post(f"{BASE}/instellingen", **chosen | version(page), private_policy="new", enabled="1")
    assert "hier gekozen" in table(visitor.get(PAGE))["Omzet 21-9999 21%"]


def test_of_two_who_choose_at_once_the_second_sees_what_the_first_chose(booked: Site) -> None:
    first, second = booked.visitor(), booked.visitor()
    fields = re.findall(r'name="(ledger:[^"]+)"', first.get(PAGE))
    was: dict[str, Any] = dict.fromkeys(fields, "") | {"version": "1"}
    first.post(PAGE, **was | {fields[0]: "8100"})
    second.post(PAGE, expect=409, **was | {fields[1]: "8200", "version": str(2**63)})
    for nothing in ("", "een"):
        page = second.post(PAGE, expect=422, **was | {fields[1]: "8200", "version": nothing})
        assert "uit het formulier blijkt niet welke versie je voor je had" in page
        assert re.search(rf'name="{fields[1]}"\s+value="8200"', page), "what was filled in stays"
    assert "8200" not in table(second.get(PAGE)).values()
    page = second.post(PAGE, expect=409, **was | {fields[1]: "8200"})
    assert "Bea Beheerder heeft intussen ook opgeslagen" in page
    shown: dict[str, Any] = dict(re.findall(r'name="(ledger:[^"]+)"\s+value="([^"]*)"', page))
    assert (shown[fields[0]], shown[fields[1]]) == ("8100", "8200")
    second.post(PAGE, **shown | {"version": "2"})
    assert second.page.text.count("hier gekozen") == 2


def test_a_yes_says_whose_and_lapses_with_a_change(booked: Site) -> None:
    visitor = booked.visitor()
    digest = re.search(r'name="digest"\s+value="(\w+)"', visitor.get(PAGE))
    assert digest
    bookkeeper: dict[str, Any] = {"name": "Bo Boekhouder"}
    visitor.post(f"{PAGE}/akkoord", digest=digest[1], **bookkeeper)
    assert "Akkoord van Bo Boekhouder (vastgelegd door Bea Beheerder) op" in visitor.page.text
    assert 'name="digest"' not in visitor.page.text
    visitor.post(PAGE, **ledger(visitor.page.text, "8100"))
    assert "Daarna is de inrichting veranderd: vraag opnieuw akkoord." in visitor.page.text
    visitor.post(f"{PAGE}/akkoord", digest=digest[1])
    assert "De inrichting is intussen veranderd." in visitor.page.text
    assert "Akkoord gegeven op versie 1 van de inrichting" in visitor.get(f"{BASE}/geschiedenis")


def test_where_receipts_of_a_till_go_is_agreed_to_as_well(booked: Site) -> None:
    with booked.services() as world:
        account = next(each for each in choices(world.runtime, "zaal").gl_accounts if each.code == "1850")
        world.configure("zaal", receipts=ReceiptSettings(account.id, "10"))
    page = text(booked.visitor().get(PAGE))
    assert f"Kassabonnen op facturen 1850 {account.description}; BTW-code 10 " in page


def test_the_table_is_mailed_to_be_sent_on(booked: Site) -> None:
    visitor = booked.visitor()
    visitor.get(PAGE)
    visitor.post(f"{PAGE}/mail")
    assert "De inrichting is aan de beheerders gemaild" in visitor.page.text
    with booked.services() as world:
        body = world.runtime.session.scalars(select(Mail.body).order_by(Mail.id.desc())).first() or ""
    assert "Omzet 21-9999 (21%): 8990" in body
    assert "Nog geen akkoord." in body


def test_before_there_are_settings_it_leads_on(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    assert "Inrichting</a>" not in visitor.get(PAGE)
    assert visitor.path == f"{BASE}/instellingen"


def table(page: str) -> dict[str, str]:
    rows = [text(row) for row in re.findall(r'<tr>\s*<th scope="row">.*?</tr>', page, re.DOTALL)]
    return {row.partition("%")[0] + "%": row for row in rows}


def field(page: str) -> str:
    found = re.search(r'name="(ledger:[^"]+)"[^>]*aria-label="Grootboekrekening voor Omzet 21-9999"', page)
    assert found
    return html.unescape(found[1])


def text(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page))).replace(" :", ":").strip()


def ledger(page: str, number: str) -> dict[str, Any]:
    return {field(page): number, **version(page)}
