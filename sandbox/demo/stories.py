"""What each invoice of the demo is there to show, and what must become of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: In the form of the host's import, with amounts that nobody computes again.
FILE = Path(__file__).with_name("invoices.json")

#: The states as the badges of the invoice list begin; an invoice that was never queued has no badge.
BOOKED, BLOCKED, NEVER = "Gesynchroniseerd", "Geblokkeerd", "Niet meegenomen"


@dataclass(frozen=True)
class Story:
    """An invoice and its expected end.

    Attributes:
        debtor: the relation's name as Exact keeps it; None when nothing may be booked.
        is_new: whether the link had to create that relation.
        on_default: whether a line had no ledger number that Exact knows.
        first: the state after the first run.
        last: the state after the cure and the run of the night.
    """

    title: str
    debtor: str | None
    is_new: bool = False
    on_default: bool = False
    first: str = BOOKED
    last: str = BOOKED


DRUKKERIJ = "Drukkerij Zwart & Wit Consultancy B.V."
HOEKJE = "Café 't Hoekje Onderhoud N.V."
VAN_DIJK = "Van Dijk Tuinfeesten V.O.F."

IMPORTED = {
    "20260101": Story("mixed rates; known debtor in capitals", DRUKKERIJ),
    "20260102": Story("split packages; known debtor spelled out", HOEKJE),
    "20260103": Story("new debtor from Belgium", "Évènements Liégeois SRL", is_new=True),
    "20260104": Story("private person, prices including VAT", "Noor van den Heuvel", is_new=True),
    "20260105": Story("lines without a ledger number", 'Stichting "Zeldzame Orgels"', is_new=True, on_default=True),
    "20260106": Story("0% that nobody mapped, cured half-way", DRUKKERIJ, first=BLOCKED),
    "20260107": Story("partial credit of 20260101", DRUKKERIJ),
    "20260108": Story("discounts and half hours", "Waterbouw & Zn.", is_new=True),
}
BEFORE_ACTIVATION = Story("sent before the activation", None, first=NEVER, last=NEVER)
BEFORE_SETTINGS = Story("sent before the settings were saved", VAN_DIJK, is_new=True)
CREDIT = Story("full credit of the one before the settings", VAN_DIJK, is_new=True)
DEPOSIT = Story("deposit of 30% on an event", VAN_DIJK, is_new=True)
SETTLEMENT = Story("the same event, with the deposit settled", VAN_DIJK, is_new=True, on_default=True)
