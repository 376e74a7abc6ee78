"""The night that is killed at every step: one of everything that a run can write in Exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.crash.small import KNOWN, PROSPECT
from tests.integration.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from collections.abc import Mapping

NEW = "Nieuwe Klant B.V."


def _client(name: str, postcode: str, city: str) -> dict[str, Any]:
    return {**CLIENT, "name": name, "postalcode": postcode, "city": city}


def _of(relation: Mapping[str, str]) -> dict[str, Any]:
    return _client(relation["Name"], relation["Postcode"], relation["City"])


def invoices() -> dict[str, Any]:
    """A known debtor, one to create with two invoices, a prospect to promote, and the credit of the first."""
    negative = [line("-100.00", "-21.00")]
    return document(
        invoice("F1", client=_of(KNOWN)),
        invoice("F2", client=_client(NEW, "9711 EF", "Groningen")),
        invoice("F3", "250.00", "52.50", client=_client(NEW, "9711 EF", "Groningen")),
        invoice("F4", client=_of(PROSPECT)),
        invoice("F5", lines=negative, client=_of(KNOWN), kind="credit", credits="F1"),
    )


GROSS = {"F1": "121.00", "F2": "121.00", "F3": "302.50", "F4": "121.00", "F5": "-121.00"}
#: Every relation by name, with the status that it must have in the end.
STATUS = {KNOWN["Name"]: "C", PROSPECT["Name"]: "C", NEW: "C"}
