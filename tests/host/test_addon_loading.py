"""Addons are read before they are imported, and one that does not fit or fails is named and left out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from sandbox.host import config
from sandbox.host.addons.registry import AddonState
from tests.host import material
from tests.host.addons import MANIFEST, QUIET, install
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask import Flask

    from sandbox.host.addons.registry import AddonReport

GOOD = """
from flask import Blueprint

class Plugin:
    def setup(self, app, host):
        pages = Blueprint("good", __name__, url_prefix="/beheer/instellingen/koppelingen/good")
        pages.add_url_rule("", "start", lambda: "de pagina van de addon")
        app.register_blueprint(pages)
        host.add_settings_tile(slot="koppelingen", title="Goed", description="Doet het.", endpoint="good.start")

plugin = Plugin()
"""

RAISING_SETUP = """
from flask import Blueprint

class Plugin:
    def setup(self, app, host):
        pages = Blueprint("half", __name__)
        pages.add_url_rule("/half", "start", lambda: "half geladen")
        app.register_blueprint(pages)
        host.add_settings_tile(slot="koppelingen", title="Half", description="", endpoint="half.start")
        host.signals.invoice_sent.connect(self.on_sent)
        raise RuntimeError("de sleutel ontbreekt")

    def on_sent(self, tenant, **values):
        raise AssertionError("an addon that failed is never called")

plugin = Plugin()
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where packages are installed for this test."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


def report(app: Flask, name: str) -> AddonReport:
    reports: list[AddonReport] = app.extensions["mice_addons"].reports
    return next(each for each in reports if each.name == name)


@pytest.mark.parametrize("beside", [False, True])
def test_a_good_addon_is_loaded_from_a_wheel_and_from_a_checkout(
    site: Path, make_app: Callable[..., Flask], beside: bool
) -> None:
    install(site, "good", GOOD, beside=beside)
    app = make_app()
    loaded = report(app, "good")
    assert (loaded.state, loaded.title) == (AddonState.LOADED, "Addon good")
    admin = Visitor(app.test_client()).log_in("beheerder@zaal.test")
    page = admin.get("/beheer/instellingen/koppelingen")
    assert 'href="/beheer/instellingen/koppelingen/good"' in page
    assert "Doet het." in page
    assert admin.get("/beheer/instellingen/koppelingen/good") == "de pagina van de addon"


@pytest.mark.parametrize("wanted", [">=2.0", "<1.0", "==1.2"])
def test_another_host_api_is_refused_before_the_code_is_imported(
    site: Path, make_app: Callable[..., Flask], wanted: str, caplog: pytest.LogCaptureFixture
) -> None:
    package = install(site, "later", "raise AssertionError('imported')", host_api=wanted)
    app = make_app()
    refused = report(app, "later")
    assert refused.state is AddonState.REFUSED
    assert package not in sys.modules
    assert "Addon later is left out" in caplog.text
    admin = Visitor(app.test_client()).log_in("beheerder@zaal.test")
    admin.get("/beheer/instellingen/koppelingen")
    assert f"vraagt host-API {wanted}, deze host biedt 1.1" in admin.messages[0][1]


@pytest.mark.parametrize(
    ("code", "manifest", "reason"),
    [
        ("import nothing_of_this_name", MANIFEST, "ModuleNotFoundError"),
        ("raise SystemExit(3)", MANIFEST, "SystemExit"),
        ("plugin = object()", MANIFEST, "no attribute 'setup'"),
        (RAISING_SETUP, MANIFEST, "de sleutel ontbreekt"),
        (QUIET, None, "plugin.toml ontbreekt"),
        (QUIET, "dit is geen toml", "niet leesbaar"),
        (QUIET, "[plugin]\nname = 'x'", "ontbreekt 'entry_point'"),
        (QUIET, MANIFEST.replace("{host_api}", "zeven"), "klopt host_api niet"),
        (QUIET, MANIFEST.replace('host_api = "{host_api}"', "host_api = 1"), "klopt host_api niet"),
        (QUIET, MANIFEST.replace('"{name}"\n\n', '"x"\n\n').replace("plugins", "andere"), "ander entry point"),
        (
            "class P:\n  def setup(self, app, host):\n"
            "    host.add_settings_tile(slot='nergens', title='', description='', endpoint='x')\nplugin = P()",
            MANIFEST,
            "no slot 'nergens'",
        ),
        (
            "class P:\n  def setup(self, app, host):\n    host.add_template_hook('nergens', print)\nplugin = P()",
            MANIFEST,
            "no hook 'nergens'",
        ),
    ],
)
def test_a_broken_addon_is_named_and_the_rest_goes_on(
    site: Path, make_app: Callable[..., Flask], code: str, manifest: str | None, reason: str
) -> None:
    install(site, "broken", code, manifest=manifest)
    install(site, "good", GOOD)
    app = make_app()
    broken = report(app, "broken")
    assert broken.state is AddonState.BROKEN
    assert broken.reason
    assert reason in broken.reason
    assert report(app, "good").state is AddonState.LOADED
    admin = Visitor(app.test_client()).log_in("beheerder@zaal.test")
    page = admin.get("/beheer/instellingen/koppelingen")
    assert "is niet geladen" in admin.messages[0][1]
    assert "Goed" in page


def test_what_a_failed_setup_left_behind_does_nothing(site: Path, make_app: Callable[..., Flask]) -> None:
    install(site, "half", RAISING_SETUP)
    app = make_app()
    admin = Visitor(app.test_client()).log_in("beheerder@zaal.test")
    admin.get("/half", 404)
    assert "tile__title" not in admin.get("/beheer/instellingen/koppelingen")
    with app.app_context():
        assert material.sent().identifier


def test_others_see_nothing_of_a_broken_addon(site: Path, make_app: Callable[..., Flask]) -> None:
    install(site, "broken", "import nothing_of_this_name")
    app = make_app()
    billing = Visitor(app.test_client()).log_in("billing@zaal.test")
    assert "niet geladen" not in billing.get("/facturen")
    support = Visitor(app.test_client()).log_in("support@mice.test")
    support.post("/support/zaal/bekijken")
    assert "niet geladen" in support.messages[0][1]


def test_a_disabled_addon_is_not_looked_at(site: Path, make_app: Callable[..., Flask]) -> None:
    package = install(site, "off", "raise AssertionError('imported')", manifest=None)
    app = make_app(ADDONS_DISABLED=frozenset({"exact", "off"}))
    assert report(app, "off").state is AddonState.DISABLED
    assert package not in sys.modules


def test_addons_are_disabled_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MICE_ADDONS_DISABLED", "exact,other")
    assert config.settings({"STATE_DIR": tmp_path})["ADDONS_DISABLED"] == {"exact", "other"}
