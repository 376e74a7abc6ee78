"""Fixtures: an application per test on a copy of one prepared database, and visitors of every role."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update
from werkzeug.security import generate_password_hash

from sandbox.host import create_app
from sandbox.host.addons.host import AddonHost
from sandbox.host.addons.registry import AddonReport, AddonState, Contributions
from sandbox.host.database import db, session
from sandbox.host.models import User
from tests.compiled import share_statements, share_templates
from tests.host.visitor import PASSWORD, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flask import Flask

#: The two venues of every test.
VENUE, OTHER_VENUE = "zaal", "strand"

SECRET = "secret of the tests"


def settings(folder: Path, **more: Any) -> dict[str, Any]:
    """Configuration without any installed addon, unless the test asks for it."""
    return {
        "TESTING": True,
        "SECRET_KEY": SECRET,
        "STATE_DIR": folder,
        "DATABASE_URL": f"sqlite:///{folder / 'host.sqlite'}",
        "ADDONS_DISABLED": frozenset({"exact"}),
        **more,
    }


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with both venues; making their users' passwords is what takes time."""
    folder = tmp_path_factory.mktemp("prepared")
    app = create_app(settings(folder))
    for code in (VENUE, OTHER_VENUE):
        assert app.test_cli_runner().invoke(args=["create-tenant", code]).exit_code == 0
    with app.app_context():
        # A hash that costs nothing: tests log in hundreds of times.
        cheap = generate_password_hash(PASSWORD, "pbkdf2:sha256:1")
        session().execute(update(User).values(password_hash=cheap))
        session().commit()
        db.engine.dispose()
    return folder / "host.sqlite"


@pytest.fixture
def make_app(prepared: Path, tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Applications on this test's own copy of the prepared database; keywords are configuration."""
    shutil.copy(prepared, tmp_path / "host.sqlite")
    made: list[Flask] = []

    def make(**more: Any) -> Flask:
        made.append(create_app(settings(tmp_path, **more)))
        share_templates(made[-1])
        with made[-1].app_context():
            share_statements(db.engine)
        return made[-1]

    yield make
    for app in made:
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def host_app(make_app: Callable[..., Flask]) -> Flask:
    return make_app()


@pytest.fixture
def log_in(host_app: Flask) -> Callable[..., Visitor]:
    """Log in as a role of a venue, or as `support`."""

    def log_in(role: str, venue: str = VENUE) -> Visitor:
        email = "support@mice.test" if role == "support" else f"{role}@{venue}.test"
        return Visitor(host_app.test_client()).log_in(email)

    return log_in


@pytest.fixture
def admin(log_in: Callable[..., Visitor]) -> Visitor:
    return log_in("beheerder")


@pytest.fixture
def host(host_app: Flask) -> AddonHost:
    """A host as a loaded addon got it."""
    contributions = Contributions()
    report = AddonReport("quiet", AddonState.LOADED, contributions=contributions)
    host_app.extensions["mice_addons"].reports.append(report)
    return AddonHost(host_app, contributions)


@pytest.fixture
def heard(host: AddonHost) -> list[tuple[str, str, dict[str, Any]]]:
    """Every signal the addon hears: name, tenant, values."""
    found: list[tuple[str, str, dict[str, Any]]] = []
    for name in ("invoice_sent", "invoice_updated", "invoice_credited", "invoice_deleted"):

        def receive(tenant: str, name: str = name, **values: Any) -> None:
            found.append((name, tenant, values))

        getattr(host.signals, name).connect(receive, weak=False)
    return found
