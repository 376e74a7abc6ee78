"""Secrets go over https only, except to this very machine; and they never show in a repr."""

import pytest

from mice_exact_plugin.exact.sites import App, Site


def app(base_url: str) -> App:
    return App(Site.NL, base_url, "id", "very-secret", "https://mice.test/callback")


@pytest.mark.parametrize("site", Site)
def test_every_country_version_has_a_safe_address(site: Site) -> None:
    assert app(site.default_url).base_url.startswith("https://start.exactonline.")


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
