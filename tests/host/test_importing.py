"""Importing invoices: all or none, amounts as given, and bad rows named by number."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import String, func, select

from sandbox.host.database import session
from sandbox.host.models import Invoice, RateGroup, Relation
from sandbox.host.services import sending
from tests.host import material
from tests.host.material import import_rows, line, row
from tests.whole.corpus import FOLDER

if TYPE_CHECKING:
    from flask import Flask

D = Decimal
CORPUS = FOLDER / "host"


def invoices() -> dict[str, Invoice]:
    found = session().scalars(select(Invoice).where(Invoice.tenant_id == material.tenant().id))
    return {invoice.identifier or "": invoice for invoice in found}


def refused(app: Flask, folder: Path, rows: list[Any], *options: str, **more: Any) -> str:
    """What a refused import says; nothing of it was kept."""
    result = import_rows(app, folder, rows, *options, **more)
    assert result.exit_code == 1, result.output
    assert "Er is niets geïmporteerd." in result.output
    assert "Traceback" not in result.output
    with app.app_context():
        assert invoices() == {}
    return result.output


def test_sent_with_its_own_number_and_date(host_app: Flask, tmp_path: Path) -> None:
    result = import_rows(host_app, tmp_path, [row("F-2026/17", reference="PO 9")], "--send")
    assert result.exit_code == 0, result.output
    with host_app.app_context():
        invoice = invoices()["F-2026/17"]
        assert (invoice.status, invoice.reference, invoice.currency) == ("open", "PO 9", "EUR")
        assert (invoice.invoice_date, invoice.due_date) == (date(2026, 3, 1), date(2026, 3, 15))
        assert invoice.sent_at is not None
        assert invoice.sent_at.date() > date(2026, 3, 1)
        assert (invoice.client_name, invoice.client_postalcode) == ("Bakkerij Jansen", "1234 AB")
        assert [each.rate_group.code for each in invoice.lines if each.rate_group] == ["21-9000"]


def test_without_send_a_draft_keeps_its_number_for_later(host_app: Flask, tmp_path: Path) -> None:
    assert import_rows(host_app, tmp_path, [row("A-1")]).exit_code == 0
    with host_app.app_context():
        invoice = invoices()["A-1"]
        assert invoice.is_draft
        sending.send(invoice, by_mail=False)
        assert (invoice.identifier, invoice.invoice_date) == ("A-1", date(2026, 3, 1))


def test_amounts_are_taken_as_given(host_app: Flask, tmp_path: Path) -> None:
    odd = line(quantity="3", unit_price="33.333333333", amount_excl="99.99", amount_vat="20.98", amount_incl="120.97")
    totals = {"excl": "99.99", "vat": "20.98", "incl": "120.97"}
    assert import_rows(host_app, tmp_path, [row(lines=[odd], totals=totals)], "--send").exit_code == 0
    with host_app.app_context():
        found = invoices()["2026-1"].lines[0]
        assert (found.unit_price, found.amount_vat) == (D("33.333333333"), D("20.98"))


def test_unknown_keys_are_ignored(host_app: Flask, tmp_path: Path) -> None:
    strange = row(expected={"flags": ["x"]}, source="elsewhere", lines=[line(vat_situation="standard")])
    assert import_rows(host_app, tmp_path, [strange]).exit_code == 0


def test_a_credit_points_at_its_invoice_wherever_that_stands(host_app: Flask, tmp_path: Path) -> None:
    negative = line(quantity="-1", amount_excl="-100.00", amount_vat="-21.00", amount_incl="-121.00")
    totals = {"excl": "-100.00", "vat": "-21.00", "incl": "-121.00"}
    credit = row("C-1", kind="credit", credits="A-1", lines=[negative], totals=totals)
    stray = row("C-2", kind="credit", credits="gone", lines=[negative], totals=totals)
    result = import_rows(host_app, tmp_path, [credit, row("A-1"), stray], "--send")
    assert "Rij 3 (C-2)" in result.output
    with host_app.app_context():
        found = invoices()
        assert found["C-1"].credits_id == found["A-1"].id
        assert (found["C-1"].status, found["C-2"].credits_id) == ("credit", None)


def test_rate_groups_are_made_once_and_clients_too(host_app: Flask, tmp_path: Path) -> None:
    for identifier in ("A-1", "A-2"):
        assert import_rows(host_app, tmp_path, [row(identifier)]).exit_code == 0
    with host_app.app_context():
        count = select(func.count()).select_from(RateGroup).where(RateGroup.code == "21-9000")
        assert session().scalar(count) == 1
        assert session().scalar(select(func.count()).where(Relation.reference == "K1")) == 1


def test_a_line_without_a_rate_group_has_none(host_app: Flask, tmp_path: Path) -> None:
    assert import_rows(host_app, tmp_path, [row(lines=[line(rate_group=None)])]).exit_code == 0
    with host_app.app_context():
        assert invoices()["2026-1"].lines[0].rate_group is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"identifier": ""}, "identifier"),
        ({"identifier": "9" * 61}, "identifier"),
        ({"client": {"id": "K" * 41}}, "client.id"),
        ({"client": {"id": "K7", "country": "N" * 61}}, "het land van klant K7 is langer dan 60 tekens"),
        ({"date_sent": "1 maart"}, "date_sent"),
        ({"currency": "euro"}, "currency"),
        ({"payment_term": -1}, "payment_term"),
        ({"kind": "proforma"}, "kind"),
        ({"client": None}, "client"),
        ({"lines": []}, "geen regels"),
        ({"lines": [line(amount_excl="abc")]}, "amount_excl"),
        ({"lines": [line(amount_excl="NaN")]}, "amount_excl NaN is geen bruikbaar bedrag"),
        ({"lines": [line(amount_vat="sNaN")]}, "is geen bruikbaar bedrag"),
        ({"lines": [line(amount_incl="Infinity")]}, "is geen bruikbaar bedrag"),
        ({"lines": [line(amount_incl="1E+400")]}, "is geen bruikbaar bedrag"),
        ({"lines": [line(unit_price="1E-400")]}, "is geen bruikbaar getal"),
        ({"lines": [line(amount_excl="100.001")]}, "meer dan twee decimalen"),
        ({"lines": [line(vat_rate="-1")]}, "ligt niet tussen 0 en 100"),
        ({"lines": [line(vat_rate="9")]}, "heeft btw-tarief 21, de regel 9"),
        ({"lines": [line(rate_group="onbekend")]}, "tariefgroep onbekend is niet bekend"),
        ({"lines": [line(amount_incl="121.01")]}, "samen niet 121.01"),
        ({"totals": {"excl": "100.00", "vat": "21.00", "incl": "122.00"}}, "totals.incl is 122.00"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_kept(
    host_app: Flask, tmp_path: Path, changes: dict[str, Any], sentence: str
) -> None:
    said = refused(host_app, tmp_path, [row("goed"), row(**{"identifier": "fout", **changes})], "--send")
    assert "Rij 2" in said
    assert sentence in said
    assert "Rij 1" not in said


def length_of(model: type[RateGroup | Relation], name: str) -> int | None:
    column = model.__table__.c[name].type
    assert isinstance(column, String)
    return column.length


@pytest.mark.parametrize(("name", "length"), [("code", 60), ("description", 120), ("ledger_number", 30)])
def test_a_rate_group_that_does_not_fit_is_a_bad_row(host_app: Flask, tmp_path: Path, name: str, length: int) -> None:
    group = {"code": "21", "description": "hoog", "vat_rate": "21", "ledger_number": "8000", name: "8" * (length + 1)}
    said = refused(host_app, tmp_path, [row("goed")], groups=[group])
    assert "Tariefgroep 1" in said
    assert f"<= {length} - at `$.{name}`" in said
    assert length_of(RateGroup, name) == length


def test_a_long_country_of_a_client_without_number_is_kept_as_it_is_written(host_app: Flask, tmp_path: Path) -> None:
    """No relation is made of it, and an invoice has room for any."""
    assert length_of(Relation, "country") == 60
    assert import_rows(host_app, tmp_path, [row("A-1", client={"name": "X", "country": "N" * 61})]).exit_code == 0
    with host_app.app_context():
        assert invoices()["A-1"].client_country == "N" * 61


def test_every_bad_row_is_listed(host_app: Flask, tmp_path: Path) -> None:
    said = refused(host_app, tmp_path, ["tekst", row("a"), row("a"), row("b", lines=[])])
    assert [number for number in range(1, 5) if f"Rij {number}" in said] == [1, 2, 3, 4]


def test_a_number_that_exists_is_refused(host_app: Flask, tmp_path: Path) -> None:
    assert import_rows(host_app, tmp_path, [row("A-1")], "--send").exit_code == 0
    result = import_rows(host_app, tmp_path, [row("A-2"), row("A-1")], "--send")
    assert result.exit_code == 1
    assert "Rij 2 (A-1): dit factuurnummer bestaat al." in result.output
    with host_app.app_context():
        assert list(invoices()) == ["A-1"]


def test_the_rate_of_a_rate_group_never_changes(host_app: Flask, tmp_path: Path) -> None:
    groups = [{"code": "21-8000", "description": "Zaalhuur", "vat_rate": "9", "ledger_number": "8000"}]
    assert "heeft al btw-tarief 21" in refused(host_app, tmp_path, [row()], groups=groups)


def test_odd_totals_only_when_asked_for(host_app: Flask, tmp_path: Path) -> None:
    odd = [
        row("T-1", totals={"excl": "100.00", "vat": "21.00", "incl": "999.00"}),
        row("T-2", lines=[line(amount_incl="1.00")]),
        row("T-3", lines=[]),
    ]
    refused(host_app, tmp_path, odd)
    assert import_rows(host_app, tmp_path, odd, "--send", "--allow-odd-totals").exit_code == 0
    with host_app.app_context():
        assert invoices()["T-1"].total_incl == D("999.00")
        assert invoices()["T-3"].lines == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"dit is geen json", "geen JSON"),
        (b"", "geen JSON"),
        (b"\xff\xfe\x00", "geen JSON"),
        (b'{"invoices": "geen lijst"}', "geen importbestand"),
        (b"[1, 2]", "geen importbestand"),
        (b'{"invoices": [], "rate_groups": 3}', "geen lijst"),
        (b'{"invoices": [], "note": "\\u0000"}', "NUL"),
        (b'{"invoices": [], "note": "\\ud800"}', "geen JSON"),
        (b"[" * 100_000, "geen JSON"),
    ],
)
def test_what_is_not_an_import_file(host_app: Flask, tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    result = host_app.test_cli_runner().invoke(args=["import-invoices", str(path), "--tenant", "zaal"])
    assert result.exit_code == 1
    assert sentence in result.output


def test_an_unknown_tenant_is_refused_with_the_way_out(host_app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("{}")
    result = host_app.test_cli_runner().invoke(args=["import-invoices", str(path), "--tenant", "nergens"])
    assert result.exit_code == 1
    assert "flask create-tenant nergens" in result.output


def test_json_answers(host_app: Flask, tmp_path: Path) -> None:
    done = import_rows(host_app, tmp_path, [row("A-1")], "--send", "--json")
    assert json.loads(done.output) == {"tenant": "zaal", "sent": True, "invoices": ["A-1"], "notes": []}
    again = import_rows(host_app, tmp_path, [row("A-1")], "--json")
    assert json.loads(again.output)["refused"][0] == "Rij 1 (A-1): dit factuurnummer bestaat al."


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")
@pytest.mark.parametrize("name", ["eur", "foreign"])
def test_the_corpus_arrives_to_the_cent(host_app: Flask, name: str) -> None:
    path = CORPUS / f"{name}.json"
    arguments = ["import-invoices", str(path), "--tenant", "zaal", "--send"]
    assert host_app.test_cli_runner().invoke(args=arguments).exit_code == 0
    with host_app.app_context():
        found = invoices()
        for document in json.loads(path.read_text())["invoices"]:
            invoice = found[document["identifier"]]
            totals = {"excl": invoice.total_excl, "vat": invoice.total_vat, "incl": invoice.total_incl}
            assert totals == {kind: D(amount) for kind, amount in document["totals"].items()}
            assert [str(each.unit_price) for each in invoice.lines] == [
                format(D(each["unit_price"]), "f") for each in document["lines"]
            ]
