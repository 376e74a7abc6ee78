"""Secrets go over https only, except to this very machine; and they never show in a repr."""

import pytest

from mice_exact_plugin.exact import pages
from mice_exact_plugin.exact.sites import App, Site


def app(base_url: str) -> App:
    return App(Site.NL, base_url, "id", "very-secret", "https://mice.test/callback")


@pytest.mark.parametrize("site", Site)
def test_every_country_version_has_a_safe_address(site: Site) -> None:
    assert app(site.default_url).base_url.startswith("https://start.exactonline.")


def test_people_are_led_to_addresses_that_are_written_down() -> None:
    """As in the help of Teamleader about its link, but for the numbers."""
    start, account = Site.BE.default_url, "cffa85f6-c82c-45cb-bd4e-d0b1df64014b"
    card = f"{start}/docs/CRMAccountCard.aspx?_Division_=115673&AccountID=%7B{account}%7D"
    assert pages.relation(start, 115673, account) == card
    assert pages.administration(start, 115673) == f"{start}/docs/MenuPortal.aspx?_Division_=115673"


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080", "http://[::1]:1", "http://localhost:5", "https://a.example"])
def test_safe_addresses_are_taken(url: str) -> None:
    assert app(url).base_url == url


@pytest.mark.parametrize(
    "url",
    [
        "http://start.exactonline.nl",
        "http://127.0.0.1.example.com",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "https://",
        "start.exactonline.nl",
        "https://user@start.exactonline.nl",
        "https://start.exactonline.nl?x=1",
        "",
    ],
)
def test_unsafe_addresses_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"Exact site|https://"):
        app(url)


def test_the_secret_does_not_show() -> None:
    assert "very-secret" not in repr(app("https://a.example"))
