"""Kind Q: what venues sell and take off besides a hall: each line on its ledger and under its code, in one night."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.settings import LooseLine
from mice_exact_plugin.domain.situations import SituationSettings
from tests.cases import steps
from tests.cases.books import BREDA, HALL, Booked, booked_on, sold
from tests.cases.selling import choose, ledger_id, line

if TYPE_CHECKING:
    from tests.cases.case import Case

GROUNDS = SituationSettings(
    {Situation.OUTSIDE_SCOPE: "14", Situation.EXEMPT: "10", Situation.REVERSE_CHARGE: "6", Situation.ZERO_RATED: "5"}
)
GROUPS = [
    {"code": code, "description": description, "ledger_number": ledger, "vat_rate": rate}
    for code, description, ledger, rate in (
        ("bon", "Cadeaubonnen", "1855", "0"),
        ("annulering", "Annuleringskosten", "8700", "0"),
        ("korting", "Korting", "8900", "21"),
        ("provisie", "Provisie boekingsplatform", "4320", "21"),
        ("tax", "Toeristenbelasting", "1870", "0"),
        ("fooi", "Fooi", "1730", "0"),
        ("logies9", "Logies 2025", "8500", "9"),
        ("logies21", "Logies 2026", "8505", "21"),
        ("verlegd", "Verlegd", "8050", "0"),
        ("ambassade", "Nultarief", "8090", "0"),
        ("aken", "Omzet locatie Aken", "8000", "19"),
        ("borg", "Waarborgsom", "1860", "0"),
    )
]


def free(net: str, code: str | None, situation: str | None = "O", **changes: Any) -> dict[str, Any]:
    return line(net, "0.00", "0", code, vat_situation=situation, **changes)


THOUSAND = line("1000.00", "210.00")
ZAAL: Booked = ("8000", "2", 100, 21)
#: What each invoice sells, and what of it must stand in the books.
SOLD: dict[str, tuple[list[dict[str, Any]], list[Booked]]] = {
    # A voucher for several purposes is no supply until it is used, and its use no discount (2006/112/EC, article 30b).
    "voucher": ([HALL, free("-40.00", "bon")], [ZAAL, ("1855", "14", -40, 0)]),
    # More is handed in than was bought; Exact takes an invoice below nothing.
    "more vouchers": ([HALL, free("-200.00", "bon")], [ZAAL, ("1855", "14", -200, 0)]),
    # What a venue keeps for a cancellation is compensation and no supply (Court of Justice, C-277/05).
    "cancelled": ([free("450.00", "annulering")], [("8700", "14", 450, 0)]),
    "discount": (
        [THOUSAND, line("-100.00", "-21.00", group="korting")],
        [("8000", "2", 1000, 210), ("8900", "2", -100, -21)],
    ),
    # The commission of a booking platform is a cost, with VAT that is claimed under the rate of the line.
    "commission": (
        [THOUSAND, line("-150.00", "-31.50", group="provisie")],
        [("8000", "2", 1000, 210), ("4320", "2", -150, -31.5)],
    ),
    # The tax is handed on to the municipality and the tip to the staff; neither is turnover.
    "tourist tax": (
        [HALL, free("12.50", "tax"), free("20.00", "fooi"), free("0.02", None, None, description="Afronding")],
        [ZAAL, ("1870", "14", 12.5, 0), ("1730", "14", 20, 0), ("2900", "14", 0.02, 0)],
    ),
    "guarantee": ([HALL, free("250.00", "borg")], [ZAAL, ("1860", "14", 250, 0)]),
    # Lodging is 21 % for stays from 1 January 2026 on, and 9 % before (Belastingplan 2025).
    "over New Year": (
        [line("100.00", "9.00", "9", "logies9"), line("100.00", "21.00", "21", "logies21")],
        [("8500", "1", 100, 9), ("8505", "2", 100, 21)],
    ),
    "embassy": ([free("100.00", "ambassade", "Z")], [("8090", "5", 100, 0)]),
    "all of it off": (
        [line("33.33", "7.00"), line("-33.33", "-6.99", description="Uit coulance")],
        [("8000", "2", 0, 0.01)],
    ),
    "breakfast included": ([HALL, line("0.00", "0.00", "9", "logies9", description="Ontbijt inbegrepen")], [ZAAL]),
}
#: What cannot be booked, and why.
HELD: dict[str, tuple[dict[str, Any], str]] = {
    # A shifted VAT asks for the number of the customer on the invoice (Wet OB, article 35a); a municipality has none.
    "municipality": (
        sold("municipality", free("100.00", "verlegd", "AE"), client={**BREDA, "name": "Gemeente Breda"}),
        "vat_number_needed",
    ),
    "a German rate": (sold("a German rate", line("100.00", "19.00", "19", "aken")), "vat_rate_unmapped"),
    "dollars": (sold("dollars", currency="USD"), "currency"),
}


def test_each_line_is_where_it_belongs(case: Case) -> None:
    steps.prepare(case, {"rate_groups": GROUPS})
    choose(case, situations=GROUNDS, loose_lines={Decimal(0): LooseLine(ledger_id(case, "2900"), "14")})
    invoices = [sold(number, *lines) for number, (lines, _) in SOLD.items()]
    steps.take(case, {"rate_groups": GROUPS}, {"import": [*invoices, *(held for held, _ in HELD.values())]})
    case.run()
    assert {number: case.codes(number) for number in HELD} == {number: [code] for number, (_, code) in HELD.items()}
    assert {number: booked_on(case, number) for number in SOLD} == {number: want for number, (_, want) in SOLD.items()}
    grosses = {number: sum(Decimal(each["amount_incl"]) for each in lines) for number, (lines, _) in SOLD.items()}
    assert {number: Decimal(str(case.entry(number)["AmountFC"])) for number in SOLD} == grosses
