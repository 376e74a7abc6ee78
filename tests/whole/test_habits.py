"""The habits of host and administration: a broken addon, lists that vanish, invoices that change or go, shared book."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.mirror import loading
from sandbox.host import tenancy
from sandbox.host.database import session
from sandbox.host.models import Invoice
from sandbox.host.services import deleting, editing
from simulator.tests.control import DUTCH, VENUE
from tests.whole.invoices import document, invoice
from tests.whole.world import PERSON, booked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_what_was_sent_while_the_addon_was_broken_is_swept_up(world: World, tmp_path: Path) -> None:
    tenant = world.ready()
    path = tmp_path / "unseen.json"
    path.write_text(json.dumps(document(invoice("B1"), invoice("B2"), invoice("B3"))), encoding="utf-8")
    command = [sys.executable, "-m", "flask", "--app", "sandbox.host", "import-invoices", str(path)]
    without = {**os.environ, "MICE_ADDONS_DISABLED": "exact"}
    subprocess.run([*command, "--tenant", tenant, "--send"], env=without, check=True, capture_output=True)
    assert world.rows(tenant) == {}

    world.run(tenant)

    assert {name: row["state"] for name, row in world.rows(tenant).items()} == dict.fromkeys(
        ("B1", "B2", "B3"), "synced"
    )


@pytest.mark.parametrize("resource", ["GLAccounts", "Journals", "VATCodes"])
def test_a_list_that_is_suddenly_empty_books_nothing(world: World, tmp_path: Path, resource: str) -> None:
    tenant = world.ready()
    world.send(tenant, document(invoice("E1")), tmp_path)
    hidden = [f"{folder}/{resource}" for folder in ("financial", "vat", "sync/Financial", "bulk/Financial")]
    world.control.call("POST", "users", {"user": DUTCH, "hidden": hidden})

    report = world.run(tenant)

    assert (report.state, report.reason) == (RunState.STOPPED, "mirror_incomplete")
    assert world.rows(tenant)["E1"]["state"] == "queued"
    assert "E1" not in booked(world.control, VENUE)
    world.control.call("POST", "users", {"user": DUTCH, "hidden": []})
    world.run(tenant)
    assert world.rows(tenant)["E1"]["state"] == "synced"


def test_a_list_that_shrank_by_more_than_a_tenth_books_nothing_until_a_person_says_it_is_right(
    world: World, tmp_path: Path
) -> None:
    tenant = world.ready()
    world.send(tenant, document(invoice("S1")), tmp_path)
    rows = f"divisions/{VENUE}/rows/GLAccounts"
    codes = [account["Code"] for account in world.control.call("GET", rows)["rows"]]
    unused = [code for code in codes if code.startswith("4")]
    assert len(codes) / 10 < len(unused) < len(codes) / 2
    world.control.call("POST", rows, {"delete": [{"Code": code} for code in unused]})

    report = world.run(tenant)
    assert (report.state, report.reason) == (RunState.STOPPED, "mirror_incomplete")
    assert world.rows(tenant)["S1"]["state"] == "queued"

    loading.begin_anew(world.runtime, tenant, PERSON)
    loading.load_rest(world.runtime, tenant)
    world.run(tenant)
    assert world.rows(tenant)["S1"]["state"] == "synced"


def test_deleted_while_waiting_is_not_booked_and_deleted_afterwards_is_shown(world: World, tmp_path: Path) -> None:
    tenant = world.ready()
    world.send(tenant, document(invoice("20260001")), tmp_path)
    world.run(tenant)
    world.send(tenant, document(invoice("20260002")), tmp_path)

    _delete(tenant, "20260002")
    _delete(tenant, "20260001")
    world.run(tenant)

    rows = world.rows(tenant)
    assert (rows["20260002"]["state"], rows["20260002"]["ignored_reason"]) == ("ignored", "deleted")
    assert rows["20260001"]["state"] == "synced"
    assert rows["20260001"]["deleted_after_booking"]
    assert "20260002" not in booked(world.control, VENUE)


def test_a_change_after_booking_is_shown_and_changes_nothing(world: World, tmp_path: Path) -> None:
    tenant = world.ready()
    world.send(tenant, document(invoice("20260001")), tmp_path)
    world.run(tenant)

    found = _host_invoice(tenant, "20260001")
    editing.change_header(_tenant(tenant), found, {"invoice_date": date(2026, 3, 15)})
    session().commit()

    row = world.rows(tenant)["20260001"]
    assert (row["state"], row["changed_after_booking"]) == ("synced", True)


def test_two_tenants_may_share_an_administration_only_when_support_says_so(world: World, tmp_path: Path) -> None:
    world.ready("eerste")
    world.tenant("tweede")
    world.command("exact", "activate", "tweede")
    world.log_in("tweede")
    with pytest.raises(Exception, match="shared"):
        world.choose("tweede")

    world.command("exact", "allow-sharing", "tweede")
    world.choose("tweede")
    world.configure("tweede")
    for tenant in ("eerste", "tweede"):
        world.send(tenant, document(invoice("SAME")), tmp_path)
        world.run(tenant)

    assert [world.rows(tenant)["SAME"]["state"] for tenant in ("eerste", "tweede")] == ["synced", "synced"]
    assert len(booked(world.control, VENUE)["SAME"]) == 2


def _tenant(code: str) -> Any:
    return tenancy.tenant_by_code(code)


def _host_invoice(tenant: str, identifier: str) -> Invoice:
    query = select(Invoice).where(Invoice.tenant_id == _tenant(tenant).id, Invoice.identifier == identifier)
    return session().scalars(query).one()


def _delete(tenant: str, identifier: str) -> None:
    deleting.delete(_tenant(tenant), _host_invoice(tenant, identifier))
    session().commit()
