"""Invoices whose lines have every ground, drawn with customers of whom it is known what is wrong, and what must follow.

The truth is made with the draw: it never asks the code that is judged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, map_invoice
from mice_exact_plugin.domain.invoice import LineKind, Situation
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.reference import ReferenceData, VatCode, VatPercentage
from mice_exact_plugin.domain.situations import CHOSEN, SituationSettings
from simulator.administrations import BUILDERS
from tests.domain.build import DAY, SETTINGS, debtor, invoice, line, rate_group, reference

if TYPE_CHECKING:
    from random import Random

    from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine
    from mice_exact_plugin.domain.settings import LinkSettings

S, Z, E, AE, K, G, O, DEPOSIT, UNSPECIFIED = Situation  # noqa: E741
#: The Dutch administration's code of each ground, as its bookkeeper would choose.
DUTCH = {Z: "5", E: "10", AE: "6", K: "8", G: "9", O: "14", DEPOSIT: "15"}
RATES = {Decimal(21): "2", Decimal(9): "1"}
#: Each rate group of 0 % with the ground that is chosen for it; the last has none.
GROUPS = {f"groep-{each}": each for each in (E, AE, K, G, O)}
SETTLED = replace(
    SETTINGS,
    vat_codes=RATES,
    situations=SituationSettings(DUTCH, GROUPS),
    deposits=DepositSettings(as_turnover=True),
)
#: What a customer has for a VAT number, and how that is called where the number is needed of another member state.
NUMBERS = {
    "DE136695976": None,
    "BE 0403.019.261": None,
    "NL123456782B90": Code.EU_NUMBER_OWN_STATE,
    "DE12345": Code.EU_NUMBER_INVALID,
    "CHE123456788": Code.EU_NUMBER_OUTSIDE,
    "n.v.t.": Code.EU_NUMBER_MISSING,
    None: Code.EU_NUMBER_MISSING,
}
#: What they write for their country, and on which side of which border that is.
COUNTRIES = {
    "NL": "home",
    "Nederland": "home",
    "Duitsland": "eu",
    "be": "eu",
    "Verenigde Staten": "third",
    "UK": "third",
    None: "unknown",
}
#: What this judges; an invoice may be held for other things as well.
JUDGED = frozenset(
    {
        *(found for found in NUMBERS.values() if found),
        Code.VAT_SITUATION_NEEDED,
        Code.VAT_SITUATION_UNMAPPED,
        Code.VAT_SITUATION_CONTRADICTS,
        Code.VAT_NUMBER_NEEDED,
        Code.VAT_COUNTRY_UNFIT,
        Code.VAT_CODE_KIND,
        Code.VAT_RATE_UNMAPPED,
    }
)


def lists_of(administration: str) -> ReferenceData:
    """The VAT codes of an administration of the simulator, with the other lists of an ordinary one."""
    codes = [_code(row) for row in BUILDERS[administration]()["VATCodes"]]
    return reference(vat_codes={code.code: code for code in codes})


def _code(row: dict[str, Any]) -> VatCode:
    periods = tuple(
        VatPercentage(
            (Decimal(str(each["Percentage"])) * 100).normalize(), _day(each, "StartDate"), _day(each, "EndDate")
        )
        for each in row["Percentages"]
    )
    plain = VatCode(
        row["ID"], row["Code"], row["Description"], row["Type"], row["VATTransactionType"], is_blocked=False
    )
    return replace(plain, percentages=periods, eu_listing=row["EUSalesListing"])


def _day(row: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(row[name]) if row.get(name) else None


@dataclass(frozen=True)
class Drawn:
    """An invoice with the ground of each of its lines; None where nobody says it."""

    invoice: Invoice
    grounds: tuple[Situation | None, ...]


def drawn(random: Random, number: int) -> Drawn:
    made = [_line(random, position) for position in range(1, random.randint(1, 6) + 1)]
    customer = debtor(country=random.choice(list(COUNTRIES)), vat_number=random.choice(list(NUMBERS)))
    lines = [each for each, _ in made]
    source = invoice(*lines, id=str(number), identifier=f"G{number}", debtor=customer, invoice_date=DAY)
    return Drawn(source, tuple(ground for _, ground in made))


def _line(random: Random, position: int) -> tuple[InvoiceLine, Situation | None]:
    net = Decimal(random.randint(1, 250_000)) / 100
    if random.random() < 0.4:
        rate = random.choice([Decimal(21), Decimal(9)])
        vat = (net * rate / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        group = rate_group(f"hoog-{rate}", str(rate), "8000")
        return line(str(net), str(vat), group, position=position, situation=random.choice([None, S])), S
    code = random.choice([*GROUPS, "zonder reden"])
    told = random.choice([None, None, *CHOSEN[:5], Z])
    kind = random.choice([None, None, LineKind.MANUAL, LineKind.DEPOSIT])
    ground = told or (DEPOSIT if kind is LineKind.DEPOSIT else GROUPS.get(code))
    group = rate_group(code, "0", "8050")
    return line(str(net), "0.00", group, position=position, situation=told, kind=kind), ground


def truth(grounds: tuple[Situation | None, ...], customer: Debtor) -> set[Code]:
    """Everything that must hold it, by the tables above."""
    used, found = set(grounds), set[Code]()
    number, border = NUMBERS[customer.vat_number], COUNTRIES[customer.country]
    if None in used:
        found.add(Code.VAT_SITUATION_NEEDED)
    if AE in used and number not in (None, Code.EU_NUMBER_OWN_STATE):
        found.add(Code.VAT_NUMBER_NEEDED)
    if K in used and number:
        found.add(number)
    if (K in used and border in ("home", "third")) or (G in used and border != "third"):
        found.add(Code.VAT_COUNTRY_UNFIT)
    return found


@dataclass(frozen=True)
class Verdict:
    is_booked: bool
    faults: tuple[str, ...]
    codes: tuple[tuple[str, Decimal], ...]
    """VAT code and net of each entry line."""


def elsewhere(random: Random, source: Drawn) -> Drawn:
    """The same invoice of a customer in another country."""
    customer = replace(source.invoice.debtor, country=random.choice(list(COUNTRIES)))
    return replace(source, invoice=replace(source.invoice, debtor=customer))


def judged(source: Drawn, lists: ReferenceData, settings: LinkSettings = SETTLED) -> Verdict:
    """Whether every line has the code of its own ground, and the invoice is held for what is wrong and nothing else."""
    outcome = map_invoice(source.invoice, settings, lists, debtor_has_payment_condition=True)
    draft = outcome.draft if isinstance(outcome, Blocked) else outcome
    assert isinstance(draft, Mapped)
    problems = outcome.problems if isinstance(outcome, Blocked) else ()
    held, expected = {each.code for each in problems} & JUDGED, truth(source.grounds, source.invoice.debtor)
    faults = [f"held for {sorted(held)}, not for {sorted(expected)}"] if held != expected else []
    faults += wrong_codes(source, draft, settings)
    codes = tuple((each.vat_code, each.net) for each in draft.entry.lines)
    return Verdict(isinstance(outcome, Mapped), tuple(faults), codes)


def wrong_codes(source: Drawn, draft: Mapped, settings: LinkSettings) -> list[str]:
    """Entry lines of several grounds or under another's code, and amounts of the invoice that are in none."""
    grounds = dict(zip((each.position for each in source.invoice.lines), source.grounds, strict=True))
    faults, placed = [], set[int]()
    for entry_line, made_of in zip(draft.entry.lines, draft.placed.made_of, strict=True):
        placed |= {each.position for each in made_of}
        told = {grounds[each.position] for each in made_of}
        own = {_own_code(ground, entry_line.vat_rate, settings) for ground in told}
        if len(told) > 1 or own != {entry_line.vat_code}:
            faults.append(f"{sorted(map(str, told))} under {entry_line.vat_code}")
    left = [each for each in source.invoice.lines if each.position not in placed and grounds[each.position]]
    return faults + ([f"{len(left)} lines are in no entry line"] if sum(each.gross for each in left) else [])


def _own_code(ground: Situation | None, rate: Decimal, settings: LinkSettings) -> str | None:
    if ground is S:
        return settings.vat_codes[rate]
    return settings.situations.codes.get(ground) if ground else None
