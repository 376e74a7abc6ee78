"""The public example invoices beside the repository, when they are there, and the settings that fit them."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

from mice_exact_plugin.domain.invoice import Situation

FOLDER = Path(os.environ.get("MICE_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
#: The corpus administration's code per meaning of a rate group without VAT.
EXCEPTIONS = {"0-8050": "VL", "0-8060": "EU", "0-8070": "EX", "0-8080": "VR", "0-8090": "0"}
#: The words of the documents for why there is no VAT, and the corpus administration's code of each.
GROUNDS = {
    "zero": Situation.ZERO_RATED,
    "exempt": Situation.EXEMPT,
    "reverse_charge": Situation.REVERSE_CHARGE,
    "intra_community": Situation.WITHIN_EU,
    "export": Situation.EXPORT,
}
OWN = {
    Situation.ZERO_RATED: "0",
    Situation.EXEMPT: "VR",
    Situation.REVERSE_CHARGE: "VL",
    Situation.WITHIN_EU: "EU",
    Situation.EXPORT: "EX",
}
#: One sales code per rate; at 0 % the zero rate, which the exceptions come before.
VAT_CODES = {Decimal(rate): rate for rate in ["0", "6", "7", "9", "10", "12", "15", "16", "19", "20", "21", "25"]}


def load(name: str) -> dict[str, Any]:
    """One import file of the corpus."""
    found: dict[str, Any] = json.loads((FOLDER / "host" / name).read_text(encoding="utf-8"))
    return found


def vat_by_rate(entry: dict[str, Any]) -> dict[Decimal, Decimal]:
    """The VAT of an entry in Exact per rate in percent."""
    sums: dict[Decimal, Decimal] = {}
    for line in entry["SalesEntryLines"]:
        rate = (Decimal(str(line["VATPercentage"] or 0)) * 100).normalize()
        sums[rate] = sums.get(rate, Decimal(0)) + Decimal(str(line["VATAmountFC"]))
    return sums
