"""Remarks stay with an invoice until a person puts them aside, and come back only when they say something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin import migrate
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.remarks import Remark, RemarkCode, Said
from mice_exact_plugin.exports import queueing, remarks
from tests.whole.invoices import invoice, line

if TYPE_CHECKING:
    from mice_exact_plugin.domain.kept import KeptDifference
    from tests.whole.nights.night import Night


def test_an_invoice_on_the_default_ledger_is_remarked(night: Night) -> None:
    night.send(invoice("F1", lines=[line("100.00", "21.00", ledger="9999")]), invoice("F2"))
    night.run()
    assert open_remarks(night, "F1") == {RemarkCode.DEFAULT_LEDGER: {}}
    assert open_remarks(night, "F2") == {}


def test_a_deletion_after_booking_is_remarked_and_put_aside_with_a_reason(night: Night) -> None:
    night.send(invoice("F1"))
    night.run()
    invoice_id = night.row("F1")["invoice_id"]
    with step(night.runtime.session):
        queueing.on_deleted(night.runtime, night.tenant, invoice_id)
    (remark,) = of(night, "F1")

    with pytest.raises(remarks.RemarkRefused):
        remarks.put_aside(night.runtime, night.tenant, remark.id, night.person, "  ")
    with pytest.raises(remarks.RemarkRefused):
        remarks.put_aside(night.runtime, "another", remark.id, night.person, "niet van mij")
    remarks.put_aside(night.runtime, night.tenant, remark.id, night.person, "staat op 2027")

    assert open_remarks(night, "F1") == {}
    assert night.trail("F1")[-1] == "remark_put_aside"
    with pytest.raises(remarks.RemarkRefused):
        remarks.put_aside(night.runtime, night.tenant, remark.id, night.person, "nog eens")


def test_what_was_put_aside_comes_back_only_when_it_says_something_else(night: Night) -> None:
    night.send(invoice("F1"))
    export_id = _export_id(night, "F1")
    assert _added(night, export_id, "a")
    assert not _added(night, export_id, "a"), "it is open"
    assert _added(night, export_id, "b"), "the one that is open says what was seen last"
    (remark,) = of(night, "F1")
    assert remark.params == {"differences": _says("b")}

    remarks.put_aside(night.runtime, night.tenant, remark.id, night.person, "gezien")
    assert not _added(night, export_id, "b")
    assert _added(night, export_id, "c")
    assert open_remarks(night, "F1") == {RemarkCode.DIFFERS: {"differences": _says("c")}}


def test_what_is_no_longer_so_is_withdrawn_and_may_come_back(night: Night) -> None:
    night.send(invoice("F1"))
    export_id = _export_id(night, "F1")
    _added(night, export_id, "a")
    with step(night.runtime.session):
        remarks.withdraw(night.runtime.session, export_id, RemarkCode.DIFFERS)
    assert open_remarks(night, "F1") == {}
    assert _added(night, export_id, "a")


def test_the_marks_of_0_1_are_remarks_after_the_upgrade_without_a_line_in_the_trail(night: Night) -> None:
    night.send(invoice("F1"), invoice("F2"), invoice("F3"), invoice("F4"))
    night.run()
    night.runtime.session.rollback()
    migrate.downgrade(night.engine, "a1c0de000001")
    made = "UPDATE exact_invoice_export SET {} WHERE identifier = '{}'"
    with night.engine.begin() as connection:
        connection.execute(text(made.format("changed_at = synced_at", "F1")))
        connection.execute(text(made.format("deleted_at = synced_at", "F2")))
        connection.execute(text(made.format("fallbacks = '[{\"position\": 1}]'", "F3")))
        before = connection.execute(text("SELECT count(*) FROM exact_audit")).scalar_one()
    migrate.upgrade(night.engine)

    assert open_remarks(night, "F1") == {RemarkCode.CHANGED_AFTER_BOOKING: {}}
    assert open_remarks(night, "F2") == {RemarkCode.DELETED_AFTER_BOOKING: {}}
    assert open_remarks(night, "F3") == {RemarkCode.DEFAULT_LEDGER: {}}
    assert open_remarks(night, "F4") == {}
    with night.engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM exact_audit")).scalar_one() == before


def of(night: Night, number: str) -> list[Remark]:
    export_id = _export_id(night, number)
    with step(night.runtime.session):
        return remarks.open_of(night.runtime.session, night.tenant, [export_id]).get(export_id, [])


def open_remarks(night: Night, number: str) -> dict[RemarkCode, Said]:
    return {remark.code: remark.params for remark in of(night, number)}


def _export_id(night: Night, number: str) -> int:
    query = text("SELECT id FROM exact_invoice_export WHERE identifier = :number")
    night.runtime.session.rollback()
    with night.engine.connect() as connection:
        return int(connection.execute(query, {"number": number}).scalar_one())


def _says(text: str) -> list[KeptDifference]:
    return [{"part": "journal", "ours": "70", "theirs": text, "vat_code": ""}]


def _added(night: Night, export_id: int, says: str) -> bool:
    with step(night.runtime.session):
        return remarks.add(night.runtime.session, export_id, RemarkCode.DIFFERS, {"differences": _says(says)})
