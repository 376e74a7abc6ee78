"""Whatever the host tells of an invoice raises the version of its row, in the host's own transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mice_exact_plugin.exports.queue import row_of
from sandbox.host import tenancy
from sandbox.host.addons.dispatch import announce
from sandbox.host.addons.records import invoice_record
from sandbox.host.database import session
from sandbox.host.models import Invoice, Tenant
from sandbox.host.services import deleting, editing
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.whole.nights.night import Night


def version(night: Night) -> int:
    found = row_of(night.runtime.session, night.tenant, night.row("F1")["invoice_id"])
    assert found is not None
    night.runtime.session.rollback()
    return found.version


def change(tenant: Tenant, sent: Invoice) -> None:
    editing.change_header(tenant, sent, {"reference": "PO 1"})


def delete(tenant: Tenant, sent: Invoice) -> None:
    deleting.delete(tenant, sent)


def send_again(tenant: Tenant, sent: Invoice) -> None:
    announce("invoice_sent", tenant.code, invoice=invoice_record(tenant.code, sent))
    session().commit()


@pytest.mark.parametrize("told", [change, delete, send_again])
@pytest.mark.parametrize("booked", [False, True])
def test_what_is_told_raises_the_version(
    night: Night, told: Callable[[Tenant, Invoice], None], *, booked: bool
) -> None:
    night.send(invoice("F1"))
    if booked:
        night.run()
    assert version(night) == 0, "being sent, and our own work, are nothing new"
    told(*at_the_host(night))
    assert version(night) == 1


def test_what_the_host_takes_back_raises_nothing(night: Night) -> None:
    night.send(invoice("F1"))
    tenant, sent = at_the_host(night)
    sent.reference = "PO 1"
    announce("invoice_updated", tenant.code, invoice=invoice_record(tenant.code, sent))
    session().rollback()
    assert version(night) == 0


def test_a_changed_line_raises_it_though_the_row_repeats_nothing_of_it(night: Night) -> None:
    night.send(invoice("F1"))
    tenant, sent = at_the_host(night)
    sent.lines[0].description = "Anders"
    announce("invoice_updated", tenant.code, invoice=invoice_record(tenant.code, sent))
    session().commit()
    assert version(night) == 1


def at_the_host(night: Night) -> tuple[Tenant, Invoice]:
    tenant = tenancy.tenant_by_code(night.tenant)
    assert tenant is not None
    return tenant, session().scalars(select(Invoice).where(Invoice.identifier == "F1")).one()
