"""What a preview tells where nothing can be booked yet: what stands on the invoice, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import preview as previews
from mice_exact_plugin.domain.problems import Code, Problem
from tests.booking.situations import bill
from tests.fake.office import TENANT
from tests.fake.previewed import preview_of

if TYPE_CHECKING:
    from tests.fake.office import Office

REFUSED = Problem(Code.REFUSED, {"messages": ["Ongeldig: Iets"]})


def test_before_anything_is_set_there_is_an_invoice_and_no_entry(office: Office) -> None:
    office.send(bill("1"), bill("2"))
    office.blocked("2", REFUSED, Problem(Code.VAT_RATE_UNMAPPED, {"rate": "21"}))
    office.lasting(apps={})
    found, held = preview_of(office), preview_of(office, "2")
    assert (found.is_unset, found.draft, found.entry, found.problems) == (True, None, None, ())
    assert (found.invoice and found.invoice.identifier, held.problems) == ("F2026-1", (REFUSED,))


def test_what_the_tenant_does_not_have_has_no_preview(office: Office) -> None:
    assert previews.of(office.runtime, TENANT, "99") is None


def test_what_is_empty_has_no_entry_and_nothing_that_holds_it(office: Office) -> None:
    nothing = bill("1").lines[0]
    office.send(bill("1", nothing, replace(nothing, net=-nothing.net, vat=-nothing.vat, gross=-nothing.gross)))
    found = preview_of(office)
    assert (found.is_unset, found.draft, found.entry, found.problems) == (False, None, None, ())


def test_of_what_was_sent_the_entry_is_what_was_sent(office: Office) -> None:
    office.send(bill("1"))
    before = preview_of(office)
    office.export(office.work())
    found = preview_of(office)
    assert (found.is_unset, found.draft, found.mapped) == (False, None, None)
    assert found.entry is not None
    assert before.entry is not None
    assert (found.entry.account_id, found.entry.lines) == (before.entry.account_id, before.entry.lines)
