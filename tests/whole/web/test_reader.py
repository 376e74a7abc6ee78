"""Amounts, dates and times are the reader's: the person's, else those of the language and the country version."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from babel import Locale
from sqlalchemy import update

from mice_exact_plugin import formatting, reader
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection
from tests.whole.invoices import invoice
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PERSON = "beheerder@zaal.test"
BOOKED = datetime(2026, 11, 6, 23, 30, tzinfo=UTC)


@pytest.fixture
def booked(site: Site) -> Site:
    """One invoice that was booked in the evening, in two other days at once."""
    site.ready()
    site.send(invoice("F1", "1000.00", "210.00"))
    site.run()
    with site.services() as world:
        world.runtime.session.execute(update(InvoiceExport).values(synced_at=BOOKED))
        world.runtime.session.commit()
    return site


def look(site: Site, **told: dict[str, str]) -> str:
    site.world.app.config.update(told)
    return site.visitor().get(f"{BASE}/overzicht")


def move(site: Site, country: str) -> None:
    with site.services() as world:
        world.runtime.session.execute(update(Connection).values(site=country))
        world.runtime.session.commit()


def test_a_host_that_tells_nothing_is_dutch_as_before(booked: Site) -> None:
    page = look(booked)
    assert "€\xa01.210,00" in page
    assert "07-11-2026 om 00:30" in page


def test_a_person_s_own_way_of_writing_goes_first(booked: Site) -> None:
    page = look(booked, LOCALES={PERSON: "en-GB"}, ZONES={PERSON: "Europe/London"})
    assert "€1,210.00" in page
    assert "06/11/2026 at 23:30" in page


def test_the_browser_s_language_counts_where_the_host_tells_none(booked: Site) -> None:
    visitor = booked.visitor()
    visitor.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "de, en-GB;q=0.8, nl;q=0.5"
    page = visitor.get(f"{BASE}/overzicht")
    assert '<div class="mice-exact mx-page" lang="en">' in page
    assert ">To do" in page
    visitor.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "fr-BE, fr;q=0.9, nl;q=0.5"
    page = visitor.get(f"{BASE}/overzicht")
    assert '<div class="mice-exact mx-page" lang="fr">' in page
    assert ">À faire" in page
    booked.world.app.config.update(LOCALES={PERSON: "nl-NL"})
    page = visitor.get(f"{BASE}/overzicht")
    assert '<div class="mice-exact mx-page" lang="nl">' in page
    assert ">Te doen" in page


def test_colleagues_and_neighbours_write_as_they_do(booked: Site) -> None:
    look(booked, LOCALES={"billing@zaal.test": "en-GB", "beheerder@strand.test": "en-GB"})
    assert "€\xa01.210,00" in look(booked)
    assert "€1,210.00" in booked.visitor("billing").get(f"{BASE}/overzicht")


def test_the_venue_s_zone_counts_where_the_person_has_none(booked: Site) -> None:
    assert "06-11-2026 om 23:30" in look(booked, ZONES={"zaal": "Europe/London"})
    assert "07-11-2026 om 01:30" in look(booked, ZONES={"zaal": "Europe/London", PERSON: "Europe/Helsinki"})


def test_else_the_country_version_says_it(booked: Site) -> None:
    booked.world.app.extensions["babel"].locale_selector = lambda: "en"
    assert "€\xa01.210,00" in look(booked)  # English in the Netherlands
    move(booked, "UK")
    page = look(booked)
    assert "€1,210.00" in page
    assert "06/11/2026 at 23:30" in page


def test_what_nobody_knows_counts_as_not_told(booked: Site) -> None:
    page = look(booked, LOCALES={PERSON: "zz-ZZ"}, ZONES={PERSON: "../../etc/passwd", "zaal": "Mars/Olympus"})
    assert "€\xa01.210,00" in page
    assert "07-11-2026 om 00:30" in page


def test_the_card_in_the_host_s_page_is_the_reader_s_too(booked: Site) -> None:
    booked.world.app.config.update(LOCALES={PERSON: "en-GB"}, ZONES={PERSON: "Europe/London"})
    assert "06/11/2026 at 23:30" in booked.visitor().get(f"/facturen/{booked.row('F1')['invoice_id']}")


@pytest.mark.parametrize(("locale", "separator", "amount"), [("en-GB", ",", "1210.00"), ("de-DE", ";", "1210,00")])
def test_the_file_opens_in_the_reader_s_spreadsheet(booked: Site, locale: str, separator: str, amount: str) -> None:
    look(booked, LOCALES={PERSON: locale})
    text = booked.visitor().get(f"{BASE}/overzicht.csv").removeprefix("\ufeff")
    assert next(iter(list(csv.reader(io.StringIO(text), delimiter=separator))[1:]))[4] == amount


@pytest.mark.parametrize(
    ("language", "country", "zone", "shown"),
    [
        (None, "NL", None, "€\xa01.210,00 07-11-2026 om 00:30"),
        (None, "UK", None, "€1,210.00 06/11/2026 at 23:30"),
        (None, "DE", None, "1.210,00\xa0€ 07/11/2026 at 00:30"),
        ("nl", "UK", "Europe/Madrid", "€\xa01.210,00 07-11-2026 om 00:30"),
        ("nl", "UK", None, "€\xa01.210,00 06-11-2026 om 23:30"),
        ("klingon", "", None, "€\xa01.210,00 07-11-2026 om 00:30"),
    ],
)
def test_a_mail_is_written_for_the_venue(
    site: Site, language: str | None, country: str, zone: str | None, shown: str
) -> None:
    class Venue:
        code, name = "zaal", "De Zaal"

    venue: Any = Venue()
    venue.language, venue.timezone = language, zone
    with site.services(), reader.writing_to(venue, country):
        assert f"{formatting.money(Decimal(1210))} {formatting.moment(BOOKED)}" == shown
    assert reader.reader() == reader.DUTCH


def test_a_language_that_is_not_spoken_in_the_country_is_written_its_own_way() -> None:
    assert reader._locale(Locale("de"), "NL") == Locale("de")
