"""The overview with real invoices: figures, what needs attention, the table, runs, the file and the history."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from markupsafe import escape

from mice_exact_plugin.booking import nightly
from mice_exact_plugin.link.run import RunState, SyncRun
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    import pytest

    from tests.whole.web.site import Site

PAGE = f"{BASE}/overzicht"


def test_a_new_link_shows_where_it_stands_and_what_comes_next(site: Site) -> None:
    site.tenant()
    page = site.visitor("billing").get(PAGE)
    assert "Er is nog geen verbinding met Exact Online." in page
    assert "Er zijn geen facturen. Wie er een verstuurt" in page
    assert "Naar de verbinding" not in page
    assert "Naar de verbinding" in site.visitor().get(PAGE)


def test_figures_and_table_follow_the_invoices(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F1"), invoice("F2"), invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    visitor = site.visitor()
    page = visitor.get(PAGE)
    assert "2 van 3 facturen geboekt" in page
    assert counts(page) == {
        "tegengehouden": ("1", "€\xa0109,00"),
        "wordt nagezocht": ("0", "€\xa00,00"),
        "wacht op boeken": ("0", "€\xa00,00"),
        "geboekt": ("2", "€\xa0242,00"),
    }
    assert "2 geboekt, 1 tegengehouden, 0 wacht</title>" in page
    assert "€\xa0121,00" in page
    assert re.search(r"\d\d-\d\d-\d{4} om \d\d:\d\d, boekstuk \d+", page)
    assert rows(visitor.get(f"{PAGE}?status=blocked")) == ["F9"]
    assert rows(visitor.get(f"{PAGE}?q=f2")) == ["F2"]
    assert rows(visitor.get(f"{PAGE}?q=evenementen&status=synced")) == ["F2", "F1"]
    assert "Geen facturen gevonden." in visitor.get(f"{PAGE}?q=%25")
    assert rows(visitor.get(f"{PAGE}?status=nonsense&pagina=0")) == ["F9", "F2", "F1"]
    assert "Geen facturen gevonden." in visitor.get(f"{PAGE}?q=x&pagina=99999999999999999999")
    assert rows(visitor.get(f"{PAGE}?q=109%2C00")) == ["F9"]
    assert rows(visitor.get(f"{PAGE}?sorteer=factuur")) == ["F1", "F2", "F9"]
    assert rows(visitor.get(f"{PAGE}?reden=blocked:vat_rate_unmapped:9")) == ["F9"]
    assert "1–1 van 1, samen €\xa0109,00" in visitor.page.text
    assert chips(visitor.page.text) == ["Alles 1", "Niet in de boeken 1, €\xa0109,00", "Geblokkeerd 1"]
    assert chips(visitor.get(f"{PAGE}?q=f2")) == ["Alles 1", "Niet in de boeken 0", "Geboekt 1"]
    assert chips(visitor.get(f"{PAGE}?tot=2020-01-01&status=not_booked")) == ["Alles 0", "Niet in de boeken 0"]
    assert "staat in Exact Online." in visitor.page.text
    assert "Geen facturen gevonden." in visitor.get(f"{PAGE}?reden=blocked:cured")
    assert "pas als de oorzaak is opgelost" in page, "Waarom?"
    (debtor,) = re.findall(r'<option value="([^"]+)"\s*>\d+ Testklant', page)
    assert rows(visitor.get(f"{PAGE}?debiteur={debtor}")) == ["F2", "F1"]
    assert "selected" in visitor.page.text[visitor.page.text.index(debtor) :][:200]


def chips(page: str) -> list[str]:
    """What is counted above the list, of what is looked for."""
    shown = page.partition("mx-chips")[2].partition("</nav>")[0]
    return re.findall(r"<a [^>]+>([^<]+)</a>", shown)


def test_a_credit_says_which_invoice_it_waits_for(site: Site) -> None:
    site.ready(without_rates=("9",))
    credit = invoice("C1", "-100.00", "-21.00", kind="credit", credits="F9")
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]), credit)
    site.run()
    visitor = site.visitor()
    assert "wacht op factuur F9" in visitor.get(PAGE)
    assert "wordt geboekt zodra factuur F9 geboekt is" in visitor.get(f"/facturen/{site.row('C1')['invoice_id']}")
    assert site.row("C1")["waits_for"] == "F9"


def test_pages_of_fifty(site: Site) -> None:
    site.ready()
    site.send(*(invoice(f"F{number:03}") for number in range(51)))
    visitor = site.visitor()
    assert len(rows(visitor.get(PAGE))) == 50
    assert "1–50 van 51, samen €" in visitor.page.text
    assert rows(visitor.get(f"{PAGE}?pagina=99")) == ["F000"], "the last page there is"
    assert rows(visitor.get(f"{PAGE}?pagina=2")) == ["F000"]


def test_run_now_starts_one_run_that_the_page_follows(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    visitor = site.visitor("billing")
    visitor.post(f"{BASE}/synchroniseren")
    assert visitor.path == PAGE
    address = re.search(r'data-hx-get="([^"]+)"', visitor.page.text)
    assert address
    assert "Wacht op een werker" in visitor.page.text
    assert "data-hx-get=" in visitor.get(address[1])
    visitor.post(f"{BASE}/synchroniseren")
    run_id = int(address[1].rpartition("/")[2])
    with site.services() as world:
        assert world.runtime.session.query(SyncRun).count() == 1
        assert nightly.work_on(world.runtime, run_id, lambda: False).state is RunState.DONE
    piece = visitor.get(address[1])
    assert "data-live-end" in piece
    assert "1 geboekt" in piece
    page = visitor.get(PAGE)
    assert "Laatste synchronisatie: 1 van 1 factuur geboekt" in page
    assert "gestart door Bilal Billing" in page


def test_without_the_queue_s_server_the_run_is_kept(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.ready()
    with site.services() as world:
        redis = world.runtime.host.redis
        monkeypatch.setitem(redis.connection_pool.connection_kwargs, "path", "/nowhere/at/all.sock")
        redis.connection_pool.disconnect()
    visitor = site.visitor()
    visitor.post(f"{BASE}/synchroniseren")
    assert "begint zodra de wachtrij weer bereikbaar is" in visitor.page.text
    with site.services() as world:
        assert world.runtime.session.query(SyncRun).filter_by(finished_at=None).count() == 1


def test_a_link_that_is_not_ready_says_why_it_does_not_run(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    visitor.post(f"{BASE}/synchroniseren")
    assert "Synchroniseren kan nu niet: de instellingen zijn nog niet opgeslagen." in visitor.page.text


def test_the_file_holds_the_filter_at_hand(site: Site) -> None:
    site.ready(without_rates=("9",))
    hostile = {**CLIENT, "name": "=HYPERLINK(1)"}
    site.send(invoice("F1", client=hostile), invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    visitor = site.visitor()
    text = visitor.get(f"{BASE}/overzicht.csv")
    assert visitor.page.mimetype == "text/csv"
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [entry["Factuur"] for entry in lines] == ["F1", "F9"]
    assert lines[0]["Klant"] == "'=HYPERLINK(1)"
    assert lines[0]["Bedrag incl. btw"] == "121,00"
    assert (lines[0]["Netto"], lines[0]["Btw"], lines[0]["Grootboekrekening"]) == ("100,00", "21,00", "8000")
    assert lines[0]["Debiteur"] == "'=HYPERLINK(1)"
    assert lines[0]["Debiteurcode"].isdigit()
    assert "F1" not in visitor.get(f"{BASE}/overzicht.csv?status=blocked")


def test_hostile_names_are_printed_as_text(site: Site) -> None:
    site.ready()
    name = '<img src=x onerror="alert(1)">'
    site.send(invoice("<b>F1</b>", client={**CLIENT, "name": name}))
    page = site.visitor().get(PAGE)
    assert name not in page
    assert "<b>F1" not in page
    assert str(escape("<b>F1</b>")) in page


def counts(page: str) -> dict[str, tuple[str, str]]:
    found = re.findall(r'mx-count__number">([\d.]+)</span>\s*([^<]+?)\s*<span class="mx-count__sum">([^<]+)<', page)
    return {label: (number, amount) for number, label, amount in found}


def rows(page: str) -> list[str]:
    """The numbers in the table of invoices."""
    table = page.partition('id="facturen"')[2].partition("</section>")[0]
    return re.findall(r'<th scope="row">\s*<a[^>]*>([^<]+)</a>', table)
