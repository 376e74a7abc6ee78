"""Every column holds the longest value that the host lets in; what is only shown is cut, with a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
from msgspec import Meta
from sqlalchemy import ColumnElement, String, insert, select

from mice_exact_plugin.audit import AuditRow
from mice_exact_plugin.database import Shown
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.runtime import Person
from mice_exact_plugin.setup import connect
from mice_exact_plugin.setup import settings as settings_service
from mice_exact_plugin.tables import METADATA
from sandbox.host.models import Relation, Tenant, User
from sandbox.host.services import import_schema
from tests.whole.invoices import invoice, line

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World

#: Text of the host's own, by column name: the longest that its importer and its tables accept.
FROM_HOST = {
    "tenant": 40,
    "identifier": 60,
    "currency": 3,
    "invoice_id": 20,
    "credits_id": 20,
    "client_id": 40,
    "user_id": 20,
    "settles_invoice_id": 20,
}
#: Text of Exact's own, with the lengths that its reference pages and data model give; none is given for most.
FROM_EXACT = {
    "account_id": 36,
    "exact_crm_account.code": 18,
    "exact_crm_account.name": 50,
    "collective_account_id": 36,
    "country": 3,
    "default_gl_account_id": 36,
    "division_country": 3,
    "division_currency": 3,
    "entry_id": 36,
    "gl_account_id": 36,
    "gl_account_code": 9,
    "vat_code": 3,
    "cost_center": 8,
    "cost_unit": 8,
    "exact_user": 36,
    "journal": 5,
    "journal_code": 5,
    "payment_condition_code": 5,
    "exact_crm_account.status": 1,
}
LONG = 5000
#: As the host keeps it with its own relation.
COUNTRY = 60
PERSON = Person("1", "P" * 120)
#: One letter of each grows when it is folded, decomposed or encoded.
ALPHABETS = ["w", "ß", "ﷺ", "İ", "ﬃ", "𝔘", "é", "€", "名"]
CLIENT_FIELDS = (
    "first_name",
    "last_name",
    "address_line_1",
    "address_line_2",
    "postalcode",
    "city",
    "country",
    "email",
)
NUMBERS = ("vat_number", "coc_number")


def test_the_limits_are_those_of_the_host() -> None:
    assert _longest(import_schema.InvoiceRow, "identifier") == FROM_HOST["identifier"]
    assert _longest(import_schema.ClientRow, "id") == FROM_HOST["client_id"]
    assert _length(Tenant.__table__.c.code) == FROM_HOST["tenant"]
    assert _length(Relation.__table__.c.country) == COUNTRY
    assert _length(User.__table__.c.name) == len(PERSON.name)


@pytest.mark.parametrize("limits", [FROM_HOST, FROM_EXACT], ids=["host", "exact"])
def test_a_column_is_as_long_as_what_it_receives(limits: dict[str, int]) -> None:
    lengths = {
        (table.name, column.name): _length(column) for table in METADATA.sorted_tables for column in table.columns
    }
    needed = {key: limits.get(".".join(key), limits.get(key[1], 0)) for key in lengths}
    too_short = {key: length for key, length in lengths.items() if length < needed[key]}
    assert too_short == {}


def test_what_a_person_or_an_administration_is_called_is_cut_where_it_is_only_shown() -> None:
    named = {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if column.name.endswith("_by")
        or column.name in ("actor", "debtor_name", "division_name", "event_name", "exact_user_name")
    }
    shown = {f"{t.name}.{c.name}" for t in METADATA.sorted_tables for c in t.columns if isinstance(c.type, Shown)}
    assert named == shown


def test_a_name_that_is_too_long_keeps_its_beginning_and_says_so(world: World) -> None:
    world.ready()
    at, tenant = world.runtime.now(), "zaal"
    world.runtime.session.execute(
        insert(AuditRow).values(tenant=tenant, at=at, actor="N" * 250, event="queued", details={})
    )
    actors = world.runtime.session.scalars(select(AuditRow.actor).where(AuditRow.actor.startswith("NN")))
    assert actors.all() == ["N" * 199 + "…"]
    world.runtime.session.rollback()


def test_whatever_the_importer_accepts_is_queued_and_handled(world: World, tmp_path: Path) -> None:
    """Names, addresses and numbers have no limit there; codes and numbers of invoices have."""
    tenant = world.ready("z" * FROM_HOST["tenant"])
    invoices = [made for letter in ALPHABETS for made in _invoices(letter)]
    world.send(tenant, {"rate_groups": [_rate_group(letter) for letter in ALPHABETS], "invoices": invoices}, tmp_path)
    settings_service.switch(world.runtime, tenant, PERSON, on=False)
    settings_service.switch(world.runtime, tenant, PERSON, on=True)
    for _ in range(2):
        world.run(tenant)
    rows = world.rows(tenant)
    assert set(rows) == {made["identifier"] for made in invoices}
    assert not [number for number, row in rows.items() if row["state"] == "queued"]
    assert not [problem for row in rows.values() for problem in row["problems"] if problem["code"] == "bug"]
    names = world.runtime.session.scalars(select(InvoiceExport.debtor_name)).all()
    assert {len(name) for name in names if name} == {Shown.LENGTH}
    world.runtime.session.rollback()
    connect.disconnect(world.runtime, tenant, PERSON)


def _numbers(letter: str) -> list[tuple[str, dict[str, Any]]]:
    """Of the longest number that Exact finds again, and of the longest that the host prints."""
    whole = dict.fromkeys((*CLIENT_FIELDS, *NUMBERS), letter * LONG) | {"country": letter * COUNTRY}
    by_name = {**whole, "id": letter * FROM_HOST["client_id"], "name": letter * LONG}
    by_person = {**whole, "id": "2", "name": None}
    plain = {**dict.fromkeys(whole), "id": "3", "name": letter * LONG, "country": "NL", "postalcode": "1234 AB"}
    return [
        (letter * 30, by_name),
        (letter * 29 + "2", by_person),
        (letter * 29 + "3", plain),
        (letter * FROM_HOST["identifier"], plain),
    ]


def _invoices(letter: str) -> list[dict[str, Any]]:
    made = line("10.00", "2.10") | {"description": letter * LONG, "rate_group": letter * 60}
    return [
        invoice(number, lines=[made], client=client, reference=letter * LONG) for number, client in _numbers(letter)
    ]


def _rate_group(letter: str) -> dict[str, Any]:
    return {"code": letter * 60, "description": letter * 120, "vat_rate": "21", "ledger_number": letter * 30}


def _length(column: ColumnElement[Any]) -> int:
    """Of any other type than text it is no question."""
    length = column.type.length if isinstance(column.type, String) else getattr(column.type, "LENGTH", None)
    return LONG if length is None else length


def _longest(row: type, field: str) -> int:
    """What the importer's schema says of a field."""
    found: list[Meta] = []
    kinds = [get_type_hints(row, include_extras=True)[field]]
    while kinds:
        kind = kinds.pop()
        found += [meta for meta in getattr(kind, "__metadata__", ()) if meta.max_length]
        kinds += [each for each in get_args(kind) if not isinstance(each, Meta)]
    (meta,) = found
    assert meta.max_length is not None
    return meta.max_length
