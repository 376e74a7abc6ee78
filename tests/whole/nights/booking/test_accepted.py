"""What a person accepted for one invoice reaches the entry, and only a row that has something asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.acceptance import Acceptance, Kind
from mice_exact_plugin.exports import acceptance
from mice_exact_plugin.exports.queue import row_of
from tests.whole.invoices import invoice, line

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

PER_UNIT = [line("130.08", "11.52", "9")]


def _accept(night: Night, number: str) -> int:
    """Accept the first problem of an invoice as it stands; returns the acceptance's id."""
    session = night.runtime.session
    invoice_id = night.row(number)["invoice_id"]
    with step(session):
        row = row_of(session, night.tenant, invoice_id)
        assert row is not None
        shown = Acceptance(Kind.VAT_DIFFERENCE, next(iter(row.problems)).params)
        acceptance.accept(session, row.id, shown, reason="per stuk afgerond", by="Anke", at=night.runtime.now())
        return int(acceptance.rows_of(session, row.id)[-1].id)


def test_the_next_run_books_an_accepted_difference_with_its_own_amounts(night: Night) -> None:
    night.send(invoice("F1", lines=PER_UNIT), invoice("F2", lines=PER_UNIT))
    night.run_until_done()
    assert night.states() == {"F1": "blocked", "F2": "blocked"}

    _accept(night, "F1")
    night.run_until_done()

    assert night.states() == {"F1": "synced", "F2": "blocked"}
    (entry,) = night.entries("F1")
    assert (entry["AmountFC"], entry["VATAmountFC"]) == (141.6, 11.52)


def test_what_is_withdrawn_holds_no_longer_and_stays_on_record(night: Night) -> None:
    night.send(invoice("F1", lines=PER_UNIT))
    night.run_until_done()
    accepted_id = _accept(night, "F1")
    session, row = night.runtime.session, None
    invoice_id = night.row("F1")["invoice_id"]
    with step(session):
        row = row_of(session, night.tenant, invoice_id)
        assert row is not None
        assert row.has_acceptance
        assert acceptance.withdraw(session, row.id, accepted_id, by="Bea", at=night.runtime.now())
        assert not acceptance.withdraw(session, row.id, accepted_id, by="Cor", at=night.runtime.now())

    night.run_until_done()

    assert night.states() == {"F1": "blocked"}
    invoice_id = night.row("F1")["invoice_id"]
    with step(session):
        kept = session.get_one(acceptance.AcceptanceRow, accepted_id)
        assert (kept.accepted_by, kept.reason, kept.withdrawn_by) == ("Anke", "per stuk afgerond", "Bea")
        after = row_of(session, night.tenant, invoice_id)
        assert after is not None
        assert not after.has_acceptance
