"""Amounts, dates, moments and lengths of time as the Dutch write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import force_locale

from mice_exact_plugin import formatting, i18n


def test_a_dutch_postcode_is_written_with_its_blank() -> None:
    assert [formatting.postcode(text) for text in ("1234ab", "1234 AB", "1000", "SW1A 1AA", "")] == [
        "1234 AB",
        "1234 AB",
        "1000",
        "SW1A 1AA",
        "",
    ]


def test_amounts() -> None:
    assert formatting.money(Decimal("1234.5")) == "€\xa01.234,50"
    assert formatting.money(Decimal("-0.05"), "USD") == "US$\xa0-0,05"
    assert formatting.money_text("12.00") == "€\xa012,00"
    assert formatting.money_text("EUR") == "EUR"


@pytest.mark.parametrize(("rate", "shown"), [("21", "21%"), ("21.00", "21%"), ("9.50", "9,5%"), ("0", "0%")])
def test_rates(rate: str, shown: str) -> None:
    assert formatting.rate(Decimal(rate)) == shown


def test_moments_are_the_venue_s_in_summer_and_winter() -> None:
    assert formatting.moment(datetime(2026, 11, 24, 1, 7, tzinfo=UTC)) == "24-11-2026 om 02:07"
    assert formatting.moment(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == "01-07-2026 om 00:30"
    assert formatting.local_day(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == "01-07-2026"
    assert formatting.day(date(2026, 1, 2)) == "02-01-2026"


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (timedelta(seconds=-3), "0 seconden"),
        (timedelta(seconds=1), "1 seconde"),
        (timedelta(seconds=59), "59 seconden"),
        (timedelta(seconds=60), "1 minuut"),
        (timedelta(minutes=10, seconds=40), "11 minuten"),
    ],
)
def test_durations(length: timedelta, shown: str) -> None:
    assert formatting.duration(length) == shown


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (timedelta(days=1, hours=5), "1 dag"),
        (timedelta(days=20), "20 dagen"),
        (timedelta(hours=3, minutes=59), "3 uur"),
        (timedelta(minutes=5), "5 minuten"),
        (timedelta(seconds=59), "minder dan een minuut"),
    ],
)
def test_ages(length: timedelta, shown: str) -> None:
    assert formatting.age(length) == shown


def test_a_moment_that_has_passed_is_not_announced() -> None:
    now = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
    assert formatting.coming(now, now) == "zo gauw mogelijk"
    assert formatting.coming(now - timedelta(days=2), now) == "zo gauw mogelijk"
    assert formatting.coming(now + timedelta(minutes=1), now).startswith("vandaag om")


@pytest.mark.parametrize("language", ["fr_BE", "fr"])
def test_who_reads_french_finds_amounts_and_days_as_belgians_write_them(language: str) -> None:
    app = Flask(__name__)
    i18n.init_app(app)
    with app.app_context(), force_locale(language):
        assert formatting.money(Decimal("1234.5")) == "1\u202f234,50\xa0€"
        assert formatting.month(date(2026, 11, 1)) == "novembre 2026"
        assert formatting.age(timedelta(hours=1)) == "1 heure"
        assert formatting.moment(datetime(2026, 11, 24, 1, 7, tzinfo=UTC)) == "24/11/2026 à 02:07"
