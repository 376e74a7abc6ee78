"""No page promises what will not come, and no door is offered that is locked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.database import step
from mice_exact_plugin.link.connection import Connection, Status
from sandbox.host.models import Mail
from tests.whole.heard import statements
from tests.whole.invoices import invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site


def bury(site: Site) -> None:
    with site.services() as world, step(world.runtime.session):
        world.runtime.session.query(Connection).update({"status": Status.DEAD})


def questions(site: Site) -> list[str]:
    with site.services() as world:
        mails = world.runtime.session.scalars(select(Mail).order_by(Mail.id)).all()
        return [f"{mail.subject}\n{mail.body}" for mail in mails if "vraag van" in mail.subject]


def test_a_dead_log_in_promises_no_night_and_hides_the_tab_that_throws_back(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    visitor = site.visitor()
    assert "volgende synchronisatie" in visitor.get(f"{BASE}/overzicht")
    bury(site)
    page = visitor.get(f"{BASE}/overzicht")
    assert "volgende synchronisatie" not in page
    assert "Nu synchroniseren" not in page
    assert f'href="{BASE}/instellingen"' not in page
    assert "Opnieuw inloggen" in page
    assert "De inlog bij Exact Online is vervallen" in visitor.get(f"{BASE}/instellingen")
    assert "Gepauzeerd" in visitor.get("/facturen")


def test_a_deactivated_link_has_no_buttons_and_says_why_it_does_nothing(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    path = f"/facturen/{site.row('F9')['invoice_id']}"
    visitor = site.visitor()
    assert f'action="{BASE}' in visitor.get(path)
    with site.services() as world:
        world.command("exact", "deactivate", "zaal")
    assert f'action="{BASE}' not in visitor.get(path)
    visitor.get(BASE)
    answer = site.submit(visitor, f"/facturen/{site.row('F9')['invoice_id']}/opnieuw")
    assert answer.status_code == 403
    assert "De koppeling is gedeactiveerd." in answer.text
    assert "Je rol geeft geen toegang" not in answer.text
    assert site.row("F9")["state"] == "blocked"


def test_billing_is_offered_no_locked_door_and_can_ask_instead(site: Site) -> None:
    site.tenant(active=False)
    billing = site.visitor("billing")
    assert "/tariefgroepen" not in billing.get(BASE).partition("<main")[2]
    site.tenant()
    page = billing.get(BASE)
    assert "Er is nog geen verbinding met Exact Online." in page
    assert "Een beheerder kan dit oplossen." in page
    assert f'href="{BASE}/verbinding"' not in page
    assert "Beheer" not in page.partition("mx-breadcrumb")[2].partition("</nav>")[0]
    trail = site.visitor().get(BASE).partition("mx-breadcrumb")[2].partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]+)">([^<]+)', trail) == [
        ("/beheer/instellingen", "Instellingen"),
        ("/beheer/instellingen/koppelingen", "Koppelingen"),
        (BASE, "Exact Online"),
    ]
    billing.post(f"{BASE}/vraag-beheerder")
    assert "De vraag is aan de beheerders gemaild." in billing.page.text
    billing.post(f"{BASE}/vraag-beheerder")
    assert "Dit is vandaag al aan de beheerders gevraagd." in billing.page.text
    (question,) = questions(site)
    assert "Er is nog geen verbinding met Exact Online." in question


def test_billing_asks_about_one_cause_of_several(site: Site) -> None:
    site.ready(without_rates=("9", "21"))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]), invoice("F21"))
    site.run()
    billing = site.visitor("billing")
    causes = re.findall(r'name="cause"\s+value="([^"]+)"', billing.get(f"{BASE}/overzicht"))
    assert sorted(causes) == ["blocked:vat_rate_unmapped:21", "blocked:vat_rate_unmapped:9"]
    assert 'name="cause"' not in site.visitor().get(f"{BASE}/overzicht"), "who can cure it is not sent to others"
    billing.get(f"{BASE}/overzicht")
    billing.post(f"{BASE}/vraag-beheerder", cause="blocked:vat_rate_unmapped:9")
    (question,) = questions(site)
    assert "BTW-tarief 9% is nog niet gekoppeld" in question
    assert "terug" in billing.get(f"{BASE}/te-doen").partition("vraag-beheerder")[2].partition("</form>")[0]
    billing.post(f"{BASE}/vraag-beheerder", cause="blocked:made_up", terug="to_do")
    assert "Alles wat facturen tegenhoudt" in billing.page.text, "asked from there, back there"
    assert "Dit is intussen opgelost." in billing.page.text
    assert len(questions(site)) == 1


def test_the_link_is_asked_once_for_a_page(site: Site) -> None:
    site.ready()
    site.send(*(invoice(f"F{number}") for number in range(5)))
    visitor = site.visitor()
    visitor.get(f"{BASE}/overzicht")
    with site.services() as world, statements(world.engine) as seen:
        visitor.get(f"{BASE}/overzicht")
    of_connection = [each for each in seen if "FROM exact_connection" in each]
    assert sum("FROM exact_sync_run" in each for each in seen) <= 5, "of a new link also whether it ran before"
    assert len(of_connection) <= 4
