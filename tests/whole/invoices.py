"""Small invoices in the form of the host's import."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

CLIENT: dict[str, Any] = {
    "id": "1",
    "name": "Testklant Evenementen B.V.",
    "first_name": None,
    "last_name": None,
    "address_line_1": "Markt 1",
    "address_line_2": None,
    "postalcode": "1234 AB",
    "city": "Utrecht",
    "country": "NL",
    "email": None,
    "vat_number": None,
    "coc_number": None,
}


def line(net: str, vat: str, rate: str = "21", ledger: str | None = "8000") -> dict[str, Any]:
    """One line; with a ledger it belongs to the rate group `rate-ledger`."""
    return {
        "description": "Zaalhuur",
        "quantity": "1",
        "unit_price": net,
        "vat_rate": rate,
        "vat_situation": "standard" if Decimal(rate) else None,
        "rate_group": f"{rate}-{ledger}" if ledger else None,
        "amount_excl": net,
        "amount_vat": vat,
        "amount_incl": str(Decimal(net) + Decimal(vat)),
    }


def invoice(
    identifier: str,
    net: str = "100.00",
    vat: str = "21.00",
    *,
    lines: list[dict[str, Any]] | None = None,
    day: date = date(2026, 3, 14),
    **changes: Any,
) -> dict[str, Any]:
    """An invoice whose totals are the sums of its lines."""
    lines = lines or [line(net, vat)]
    totals = {
        short: str(sum((Decimal(each[f"amount_{short}"]) for each in lines), Decimal(0)))
        for short in ("excl", "vat", "incl")
    }
    made = {
        "identifier": identifier,
        "kind": "invoice",
        "credits": None,
        "date_sent": day.isoformat(),
        "due_date": None,
        "payment_term": 14,
        "currency": "EUR",
        "incl_vat": False,
        "reference": None,
        "event": None,
        "client": CLIENT,
        "lines": lines,
        "totals": totals,
    }
    return {**made, **changes}


def document(*invoices: dict[str, Any]) -> dict[str, Any]:
    """An import file with the rate groups that its invoices use."""
    codes = sorted({each["rate_group"] for made in invoices for each in made["lines"] if each["rate_group"]})
    groups = [
        {
            "code": code,
            "description": f"Omzet {code}",
            "vat_rate": code.split("-", 1)[0],
            "ledger_number": code.split("-", 1)[1],
        }
        for code in codes
    ]
    return {"tenant": "zaal", "rate_groups": groups, "invoices": list(invoices)}
