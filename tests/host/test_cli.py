"""Making a tenant from the command line, and the configuration it runs on."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from sandbox.host import config
from sandbox.host.database import session
from sandbox.host.models import Package, Product, RateGroup, Tenant, User
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask import Flask


def rows(model: type[object]) -> int:
    return session().scalar(select(func.count()).select_from(model)) or 0


def test_a_new_tenant_has_users_of_every_role_and_a_catalogue(host_app: Flask) -> None:
    result = host_app.test_cli_runner().invoke(args=["create-tenant", "Nieuw", "--password", "geheim!", "--json"])
    users = json.loads(result.output)["users"]
    assert users == [
        *(f"{role}@nieuw.test" for role in ("beheerder", "planner", "staf", "billing", "crew")),
        "support@mice.test",
    ]
    for email in users[:-1]:
        assert Visitor(host_app.test_client()).log_in(email, "geheim!").path == "/planning"
    # The support user belongs to all tenants and was there before.
    assert Visitor(host_app.test_client()).log_in("support@mice.test").path == "/support"
    with host_app.app_context():
        tenant = session().scalars(select(Tenant).where(Tenant.code == "Nieuw")).one()
        for model in (RateGroup, Product, Package):
            assert session().scalar(select(func.count()).where(model.tenant_id == tenant.id))


def test_making_it_again_changes_nothing(host_app: Flask) -> None:
    with host_app.app_context():
        before = [rows(model) for model in (Tenant, User, RateGroup, Product)]
    assert host_app.test_cli_runner().invoke(args=["create-tenant", "zaal"]).exit_code == 0
    with host_app.app_context():
        assert [rows(model) for model in (Tenant, User, RateGroup, Product)] == before
    assert Visitor(host_app.test_client()).log_in("staf@zaal.test").path == "/planning"


def test_a_password_replaces_the_old_one(host_app: Flask) -> None:
    assert host_app.test_cli_runner().invoke(args=["create-tenant", "zaal", "--password", "anders"]).exit_code == 0
    assert Visitor(host_app.test_client()).log_in("staf@zaal.test", "anders").path == "/planning"


@pytest.mark.parametrize("code", ["", "zaal 1", "-x", "a/b", "x" * 41, "é", "ZAAL"])
def test_a_code_that_cannot_be_one(host_app: Flask, code: str) -> None:
    result = host_app.test_cli_runner().invoke(args=["create-tenant", "--", code])
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_the_secret_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    first = config.kept_secret(path)
    assert len(first) == 64
    assert config.kept_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgresql://u:p@h/db", "postgresql+psycopg://u:p@h/db"),
        ("postgres://h/db", "postgresql+psycopg://h/db"),
        ("postgresql+psycopg://h/db", "postgresql+psycopg://h/db"),
        ("sqlite:///x.sqlite", "sqlite:///x.sqlite"),
    ],
)
def test_postgresql_means_psycopg_3(given: str, used: str) -> None:
    assert config.with_driver(given) == used


def test_tables_of_addons_are_left_alone(make_app: Callable[..., Flask]) -> None:
    app = make_app()
    with app.app_context():
        session().connection().exec_driver_sql("CREATE TABLE exact_thing (id INTEGER PRIMARY KEY, kept TEXT)")
        session().connection().exec_driver_sql("INSERT INTO exact_thing VALUES (1, 'ja')")
        session().commit()
    with make_app().app_context():
        kept = session().connection().exec_driver_sql("SELECT kept FROM exact_thing").scalar_one()
        assert kept == "ja"
