"""*Geschiedenis*: every run with its invoices, whose figures add up, and what people changed, old and new."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import record, record_all
from mice_exact_plugin.domain.run import Figure
from mice_exact_plugin.link.run import SyncRun
from mice_exact_plugin.standing.history import came_to
from mice_exact_plugin.web.pages.history.shown import FIGURES
from tests.whole.invoices import invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PAGE = f"{BASE}/geschiedenis"
NINE = [line("100.00", "9.00", "9")]
NOTHING = [line("0.00", "0.00")]


def test_a_night_opens_into_its_invoices_and_its_figures_add_up(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F1"), invoice("F2"), invoice("F9", lines=NINE), invoice("F0", lines=NOTHING))
    site.run()
    visitor = site.visitor("billing")
    assert 'class="mx-row--held"' in visitor.get(PAGE)
    assert visitor.page.text.count('<th scope="row"') == 1
    night = f"{PAGE}/1"
    assert figures(visitor.get(night)) == {
        "Geboekt": ("2", "€\xa0242,00"),
        "Tegengehouden": ("1", "€\xa0109,00"),
        "Niet boeken": ("1", "€\xa00,00"),
    }
    assert rows(visitor.page.text)[0] == "F9", "what is held comes first"
    assert rows(visitor.get(f"{night}?wat=booked")) == ["F2", "F1"]
    assert rows(visitor.get(f"{night}?wat=nonsense&pagina=99")) == []
    with site.services() as world:
        run = world.runtime.session.get_one(SyncRun, 1)
        counted = {each.figure: each.count for each in came_to(world.runtime.session, run)}
        assert counted == run.outcomes


def test_a_later_night_takes_nothing_from_an_earlier_one(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=NINE))
    site.run()
    with site.services() as world:
        world.configure("zaal")
    site.run()
    visitor = site.visitor()
    assert figures(visitor.get(f"{PAGE}/1"))["Tegengehouden"][0] == "1"
    assert rows(visitor.page.text) == ["F9"]
    assert "Gesynchroniseerd" in visitor.page.text, "where it stands now"
    assert list(figures(visitor.get(f"{PAGE}/2"))) == ["Geboekt"]
    site.run()
    assert "geen factuur geboekt of tegengehouden" in visitor.get(f"{PAGE}/3")
    assert visitor.client.get(f"{PAGE}/4").status_code == 404


def test_what_people_changed_is_told_from_what_to_what_and_by_whom(site: Site) -> None:
    site.ready(without_rates=("9",))
    visitor = site.visitor()
    with site.services() as world:
        world.configure("zaal")
    told = text(visitor.get(f"{PAGE}?soort=instellingen"))
    assert "Instellingen opgeslagen Anke de Beheerder" in told
    assert "BTW-code 9%: – → 1 Btw laag tarief, exclusief" in told
    assert "Administratie “Landgoed" not in told
    everything = text(visitor.get(PAGE))
    assert "Administratie “Landgoed" in everything
    assert "Synchronisatie gestart" not in everything
    lines = list(
        csv.DictReader(io.StringIO(visitor.get(f"{PAGE}.csv?soort=instellingen").removeprefix("\ufeff")), delimiter=";")
    )
    assert [entry["Was"] for entry in lines if "BTW-code 9%" in entry["Wat"]] == ["–"]
    assert {entry["Wie"] for entry in lines} == {"Anke de Beheerder"}


def test_nothing_is_pushed_out_by_a_big_night(site: Site) -> None:
    site.ready()
    with site.services() as world:
        now = world.runtime.now() + timedelta(hours=1)
        for _ in range(12):
            record_all(world.runtime.session, ["zaal"] * 50, "debtor_created", at=now, code="10588")
        record(world.runtime.session, "zaal", "left", at=now, actor="=Bea", export_id=None)
        world.runtime.session.commit()
    visitor = site.visitor()
    assert "Instellingen opgeslagen" in visitor.get(PAGE)
    assert "Debiteur 10588" not in visitor.page.text
    created = visitor.get(f"{PAGE}?soort=debiteuren&wie=iedereen&pagina=12")
    assert created.count("Debiteur 10588 aangemaakt") == 50
    assert "600 gebeurtenissen, pagina 12" in created
    assert "'=Bea" in visitor.get(f"{PAGE}.csv?wie=%3DBea")
    assert "Er is niets gevonden" in visitor.get(f"{PAGE}?wie=Niemand")


def test_every_figure_of_a_run_has_a_name() -> None:
    assert set(FIGURES) == set(Figure)


def figures(page: str) -> dict[str, tuple[str, str]]:
    found = re.findall(r'mx-count__number">([^<]+)</span>\s*([^<]+?)\s*<span class="mx-count__sum">([^<]+)<', page)
    return {label: (count, sums) for count, label, sums in found}


def rows(page: str) -> list[str]:
    return re.findall(r'<th scope="row"[^>]*>\s*<a[^>]*>([^<]+)</a>', page)


def text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition('id="gebeurtenissen"')[2]))
