"""Invoices made for one case, and what a person does about one of them on its page."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.exports.remarks import open_of
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.setup import settings as settings_service
from sandbox.host.database import session
from sandbox.host.models import Invoice
from simulator.tests.control import VENUE
from tests.cases import steps
from tests.cases.stage import TENANT, configure
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from tests.cases.case import Case

CLIENT: dict[str, Any] = {
    "name": "Freie Planer GmbH",
    "first_name": None,
    "last_name": None,
    "address_line_1": "Proefstraat 1",
    "postalcode": "10115",
    "city": "Berlin",
    "country": "DE",
}
EU_GROUP = {"code": "0-8085", "description": "EU diensten", "vat_rate": "0", "ledger_number": "8080"}


def line(net: str, vat: str, rate: str = "21", group: str | None = "21-8000", **changes: Any) -> dict[str, Any]:
    gross = str(Decimal(net) + Decimal(vat))
    amounts = {"amount_excl": net, "amount_vat": vat, "amount_incl": gross}
    return {
        "description": "Zaal",
        "quantity": "1",
        "unit_price": net,
        "vat_rate": rate,
        "rate_group": group,
        **amounts,
        **changes,
    }


def invoice(number: str, *lines: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Sent today to a German customer, with totals that are the sums of its lines."""
    totals = {
        short: str(sum((Decimal(each[f"amount_{short}"]) for each in lines), Decimal(0)))
        for short in ("excl", "vat", "incl")
    }
    plain = {
        "identifier": number,
        "kind": "invoice",
        "credits": None,
        "date_sent": "TODAY",
        "payment_term": 14,
        "currency": "EUR",
        "client": CLIENT,
        "lines": list(lines),
        "totals": totals,
    }
    return {**plain, **changes}


def play(case: Case, *invoices: dict[str, Any], run: bool = True) -> None:
    """Import them, and let a night's run come by."""
    described = (
        [EU_GROUP] if any(each["rate_group"] == EU_GROUP["code"] for one in invoices for each in one["lines"]) else []
    )
    document: dict[str, Any] = {"rate_groups": described, "steps": [{"import": list(invoices)}]}
    for step in document["steps"]:
        steps.take(case, document, step)
    if run:
        case.run()


def choose(case: Case, **changes: Any) -> None:
    """Save the settings with changes, as an administrator does."""
    with case.services() as runtime:
        saved = settings_of(runtime.session, TENANT, *link_of(runtime, TENANT).place)
        assert saved is not None
        settings_service.save(runtime, TENANT, replace(saved, **changes), PERSON, seen=saved.version)


def ledger_id(case: Case, code: str) -> str:
    rows = case.control.call("GET", f"divisions/{VENUE}/rows/GLAccounts")["rows"]
    return next(str(row["ID"]).lower() for row in rows if row["Code"] == code)


def eu_code(case: Case, code: str) -> None:
    """The rate group for the EU takes this VAT code."""
    steps.prepare(case, {"rate_groups": [EU_GROUP], "settings": {}})
    with case.services():
        configure(case.stage.world, **{EU_GROUP["code"]: code})


def change_invoice(case: Case, number: str, **changes: Any) -> None:
    """Somebody corrects the invoice at the host."""
    with case.services():
        found = session().scalars(select(Invoice).where(Invoice.identifier == number)).one()
        for name, value in changes.items():
            setattr(found, name, value)
        session().commit()


def change_line(case: Case, number: str, **changes: Any) -> None:
    """Somebody changes its only line, and the totals with it."""
    with case.services():
        found = session().scalars(select(Invoice).where(Invoice.identifier == number)).one()
        (only,) = found.lines
        for name, value in changes.items():
            setattr(only, name, value)
            setattr(found, name.replace("amount", "total"), value)
        session().commit()


def press(case: Case, number: str, action: str, role: str = "beheerder", *, expect: int = 200, **fields: str) -> str:
    """Fill in one of the forms on the page of an invoice; returns the page that follows."""
    visitor, row = case.visitor(role), case.row(number)
    page = visitor.get(f"/facturen/{row['invoice_id']}")
    form = re.search(rf'<form[^>]*action="([^"]+/{action})".*?</form>', page, re.DOTALL)
    assert form, f"{action} is not offered to {role}"
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
    return visitor.post(form[1], expect, **{**hidden, **fields})


def offers(case: Case, number: str, action: str, role: str = "beheerder") -> bool:
    page = case.visitor(role).get(f"/facturen/{case.row(number)['invoice_id']}")
    return f'/{action}"' in page


def remarks(case: Case, number: str) -> list[str]:
    """What is remarked on an invoice and not put aside."""
    with case.services() as runtime:
        row = row_of(runtime.session, TENANT, case.row(number)["invoice_id"])
        assert row is not None
        return [str(found.code) for found in open_of(runtime.session, TENANT, [row.id]).get(row.id, [])]
