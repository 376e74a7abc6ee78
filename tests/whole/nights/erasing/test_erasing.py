"""What is kept of a person goes when it is asked for, and what proves the books stays; the same for a whole tenant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mice_exact_plugin.booking import nightly
from mice_exact_plugin.database import step
from mice_exact_plugin.standing.post_office import NoticeRow
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

NAME = "Jansen-de Wit Bruiloften met een naam die langer is dan Exact Online bewaart"
PERSON = {**CLIENT, "id": "77", "name": NAME, "address_line_1": "Geheimpad 9", "city": "Ons Dorp"}
OTHER = {**CLIENT, "id": "78", "name": "Heel Iemand Anders B.V.", "postalcode": "9999 ZZ"}
#: What no row may tell any more.
SECRETS = ("Jansen-de Wit", "jansendewit", "Geheimpad", "Ons Dorp")
PROOF = (
    "invoice_id",
    "identifier",
    "invoice_date",
    "gross",
    "state",
    "entry_id",
    "entry_number",
    "account_id",
    "journal",
)


@pytest.fixture
def booked(night: Night) -> Night:
    """A customer with two booked invoices, one of them remarked on, and another customer."""
    night.send(invoice("F1", client=PERSON), invoice("F2", client=PERSON), invoice("F3", client=OTHER))
    night.run_until_done()
    assert night.states() == dict.fromkeys(("F1", "F2", "F3"), "synced")
    assert found(night, "exact_crm_account", "exact_debtor_binding", "exact_invoice_export", "exact_remark") > 0
    return night


def everything(night: Night, *tables: str) -> str:
    with night.engine.connect() as connection:
        return "\n".join(str(row) for table in tables for row in connection.execute(text(f"SELECT * FROM {table}")))


def found(night: Night, *tables: str) -> int:
    told = everything(night, *tables)
    return sum(told.count(secret) for secret in SECRETS)


def proof(night: Night) -> str:
    with night.engine.connect() as connection:
        rows = connection.execute(text(f"SELECT {', '.join(PROOF)} FROM exact_invoice_export ORDER BY id")).all()
        trail = connection.execute(text("SELECT * FROM exact_audit WHERE event != 'relation_erased' ORDER BY id")).all()
    return f"{rows}{trail}"


def code_of(night: Night, number: str = "F1") -> str:
    with night.engine.connect() as connection:
        query = "SELECT code FROM exact_crm_account c JOIN exact_invoice_export e ON c.id = e.account_id"
        code: str = connection.execute(text(f"{query} WHERE e.identifier = :number"), {"number": number}).scalar_one()
        return code


def erase(night: Night, relation: str, *words: str, tenant: str = "zaal", code: int = 0) -> Any:
    told = night.world.command(
        "exact", "erase-relation", tenant, relation.strip(), "--yes", "--json", *words, code=code
    )
    return json.loads(told)


def test_a_relation_is_erased_and_the_proof_stays(booked: Night) -> None:
    before, code = proof(booked), code_of(booked)
    told = erase(booked, code)
    assert (told["invoices"], told["bindings"], told["mirrored"], told["is_shared"]) == (2, 1, 1, False)
    assert told["remarks"] == 1
    assert found(booked, "exact_crm_account", "exact_debtor_binding", "exact_invoice_export", "exact_remark") == 0
    assert proof(booked) == before
    assert "Heel Iemand Anders" in everything(booked, "exact_invoice_export")
    assert booked.trail("F1")[-1] == "posted"
    assert "relation_erased" in everything(booked, "exact_audit")


def test_the_number_that_a_ground_without_vat_asked_for_goes_too(booked: Night) -> None:
    asked = [{"code": "vat_number_needed", "params": {"number": "Geheimpad", "state": "missing", "why": "missing"}}]
    with step(booked.runtime.session):
        aside = "UPDATE exact_invoice_export SET state = 'ignored', account_id = NULL, problems = :asked"
        booked.runtime.session.execute(text(f"{aside} WHERE identifier = 'F2'"), {"asked": json.dumps(asked)})
    erase(booked, code_of(booked))
    assert found(booked, "exact_invoice_export") == 0


def test_an_event_is_called_after_whom_it_is_for(booked: Night) -> None:
    with step(booked.runtime.session):
        told = "SELECT id, tenant, 'Bruiloft Jansen-de Wit', false FROM exact_invoice_export WHERE identifier = 'F1'"
        columns = "export_id, tenant, event_name, is_cancelled"
        booked.runtime.session.execute(text(f"INSERT INTO exact_deposit ({columns}) {told}"))
    assert found(booked, "exact_deposit") == 1
    erase(booked, code_of(booked))
    assert found(booked, "exact_deposit") == 0


def test_what_exact_still_has_comes_back_and_nobody_gets_a_second_relation(booked: Night) -> None:
    erase(booked, code_of(booked))
    booked.send(invoice("F4", client=PERSON))
    booked.run_until_done()
    assert booked.states()["F4"] == "synced"
    assert max(booked.relations().values()) == 1


def test_an_invoice_that_waits_keeps_its_relation(booked: Night) -> None:
    code = code_of(booked)
    booked.send(invoice("F4", client=PERSON))
    assert "wachten nog facturen" in erase(booked, code, code=1)["error"]
    assert found(booked, "exact_crm_account") > 0
    booked.run_until_done()
    assert erase(booked, code)["invoices"] == 3


def test_a_run_at_work_is_not_disturbed(booked: Night) -> None:
    run_id = booked.open_run()
    assert "loopt nog" in erase(booked, code_of(booked), code=1)["error"]
    nightly.work_on(booked.runtime, run_id, lambda: False)
    erase(booked, code_of(booked))


def test_what_was_set_aside_without_a_relation_goes_too(booked: Night) -> None:
    code = code_of(booked)
    with step(booked.runtime.session):
        never = "UPDATE exact_invoice_export SET state = 'ignored', account_id = NULL, entry_id = NULL"
        booked.runtime.session.execute(text(f"{never} WHERE identifier = 'F2'"))
    assert erase(booked, code)["invoices"] == 2
    assert found(booked, "exact_invoice_export") == 0


def test_what_the_administrators_were_told_of_goes_too(booked: Night) -> None:
    code, session = code_of(booked), booked.runtime.session
    night = booked.runtime.now().date()
    told = {"code": "debtor_ambiguous", "params": {"name": NAME, "codes": "1, 2"}}
    usual = {"params": told, "waiting": 0, "began_on": night, "ended_on": night}
    with step(session):
        session.add_all(NoticeRow(tenant=tenant, cause="blocked:x", **usual) for tenant in ("zaal", "strand"))
    erase(booked, code)
    with booked.engine.connect() as connection:
        kept = connection.execute(
            text("SELECT tenant FROM exact_notice WHERE CAST(params AS TEXT) LIKE '%Jansen-de Wit%'")
        ).all()
    assert [row.tenant for row in kept] == ["strand"]


def test_a_neighbour_keeps_everything(booked: Night) -> None:
    """In an administration of both, and by an id that is only the neighbour's."""
    code = code_of(booked)
    world = booked.world
    world.tenant("strand")
    world.command("exact", "activate", "strand")
    world.command("exact", "allow-sharing", "strand")
    world.log_in("strand")
    world.choose("strand")
    world.configure("strand")
    world.send("strand", document(invoice("S1", client=PERSON)), booked.folder)
    world.run("strand")
    before = everything(booked, "exact_crm_account", "exact_debtor_binding")

    told = erase(booked, code, tenant="strand")
    assert (told["invoices"], told["bindings"], told["mirrored"], told["is_shared"]) == (1, 0, 0, True)
    assert everything(booked, "exact_crm_account", "exact_debtor_binding") == before
    with booked.engine.connect() as connection:
        query = text("SELECT tenant, debtor_name FROM exact_invoice_export WHERE identifier IN ('F1', 'S1')")
        assert dict(map(tuple, connection.execute(query))) == {"zaal": NAME, "strand": None}


def test_a_tenant_cannot_reach_into_another_administration(booked: Night) -> None:
    account = everything(booked, "exact_debtor_binding")
    world = booked.world
    world.tenant("elders")
    assert "niet bekend" in erase(booked, code_of(booked), tenant="elders", code=1)["error"]
    assert everything(booked, "exact_debtor_binding") == account


def test_it_asks_first(booked: Night) -> None:
    runner = booked.world.app.test_cli_runner()
    for command in (["erase-relation", "zaal", code_of(booked)], ["uninstall", "zaal"]):
        answer = runner.invoke(args=["exact", *command], input="n\n")
        assert answer.exit_code == 1
        assert "Doorgaan?" in answer.output
    assert found(booked, "exact_invoice_export") > 0


def uninstall(night: Night, *words: str, code: int = 0) -> Any:
    return json.loads(night.world.command("exact", "uninstall", *words, "--yes", "--json", code=code))


def entries(night: Night) -> Any:
    query = (
        "SELECT identifier, entry_id, entry_number, gross FROM exact_invoice_export WHERE state = 'synced' ORDER BY id"
    )
    with night.engine.connect() as connection:
        return connection.execute(text(query)).all()


def test_a_tenant_is_uninstalled_and_the_proof_stays(booked: Night) -> None:
    before = entries(booked)
    booked.send(invoice("F4"))
    (told,) = uninstall(booked, "zaal")["uninstalled"]
    assert (told["kept"], told["waiting"]) == (4, 1)
    gone = (
        "connection",
        "settings",
        "token",
        "crm_account",
        "debtor_binding",
        "reference",
        "mirror",
        "sync_run",
        "secret",
    )
    assert everything(booked, *(f"exact_{name}" for name in gone)) == ""
    assert entries(booked) == before
    assert "posted" in everything(booked, "exact_audit")
    activation = booked.runtime.host.activation("zaal", "exact")
    assert activation is not None
    assert activation.withdrawn_at is not None
    assert uninstall(booked, "--all") == {"uninstalled": []}


def test_what_may_be_in_exact_is_looked_for_before_anything_goes(booked: Night) -> None:
    with step(booked.runtime.session):
        booked.runtime.session.execute(
            text("UPDATE exact_invoice_export SET state = 'unconfirmed' WHERE identifier = 'F1'")
        )
    assert "niet zeker" in uninstall(booked, "zaal", code=1)["error"]
    assert everything(booked, "exact_token")


def test_a_neighbour_stays_installed(booked: Night) -> None:
    world = booked.world
    world.tenant("strand")
    world.command("exact", "activate", "strand")
    world.command("exact", "allow-sharing", "strand")
    world.log_in("strand")
    world.choose("strand")
    world.configure("strand")
    uninstall(booked, "zaal")
    world.send("strand", document(invoice("S1", client=OTHER)), booked.folder)
    world.run("strand")
    assert world.rows("strand")["S1"]["state"] == "synced"
    assert booked.relations()[OTHER["name"]] == 1


def test_who_comes_back_books_nothing_twice(booked: Night) -> None:
    uninstall(booked, "zaal")
    world = booked.world
    world.command("exact", "activate", "zaal")
    world.log_in("zaal")
    world.choose("zaal")
    world.configure("zaal")
    booked.run_until_done()
    assert booked.booked() == {"F1": 1, "F2": 1, "F3": 1}
    assert max(booked.relations().values()) == 1


def test_either_tenants_or_all(night: Night) -> None:
    night.world.command("exact", "uninstall", "--yes", code=2)
    night.world.command("exact", "uninstall", "zaal", "--all", "--yes", code=2)
