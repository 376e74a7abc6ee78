"""Invoices of every kind that a venue sends, drawn from a seed: the same seed draws the same invoices for ever."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine, RateGroup
from tests.whole.invoices import CLIENT, document, invoice, line

FIRST_DAY, DAYS = date(2026, 1, 2), 320
CENT = Decimal("0.01")
#: A rate in percent with the ledgers that its rate groups name; None is a line without a rate group.
LEDGERS: dict[str, list[str | None]] = {"21": ["8000", "8010", "8020"], "9": ["8010", "8020"], "0": ["8000", None]}
NAMES = (
    "Bakkerij Jansen & Zn.",
    "Stichting Vrienden van het Stadspark",
    "Het Huis 'aan de Gracht' B.V.",
    "Vereniging voor Bouw- en Woningtoezicht regio Zuidoost afdeling Oost",
    "Müller Veranstaltungstechnik GmbH",
    "Société Générale d’Événements",
    "de heer J. de Vries",
    "Café 't Hoekje",
)
PLACES = (
    ("NL", "1017 AB", "Amsterdam"),
    ("NL", "3511ab", "Utrecht"),
    ("BE", "2000", "Antwerpen"),
    ("DE", "10115", "Berlin"),
)
WORDS = ("Zaalhuur", "Lunch", "Diner", "Techniek", "Drankjes", "Schoonmaak", "Toeslag avond", "Korting")


def drawn(seed: int, count: int) -> dict[str, Any]:
    """An import file of so many invoices."""
    random = Random(seed)
    clients = [_client(random, number) for number in range(count // 5)]
    made: list[dict[str, Any]] = []
    for number in range(count):
        made.append(_invoice(random, f"G{number:04}", random.choice(clients), made))
    return document(*made)


def _client(random: Random, number: int) -> dict[str, Any]:
    country, postcode, city = random.choice(PLACES)
    is_person = random.random() < 0.2
    return {
        **CLIENT,
        "id": f"K{number}",
        "name": None if is_person else f"{random.choice(NAMES)} {number}",
        "first_name": "Anneke" if is_person or random.random() < 0.3 else None,
        "last_name": f"van den Berg {number}" if is_person or random.random() < 0.3 else None,
        "address_line_1": random.choice(["Markt 1", "Keizersgracht 100-II", "Rue de l'Église 5 bis"]),
        "address_line_2": random.choice([None, "t.a.v. de administratie"]),
        "postalcode": random.choice([postcode, postcode.lower()]),
        "city": city,
        "country": random.choice([country, country.lower()]),
        "email": random.choice([None, f"factuur{number}@klant.example", "geen"]),
        "vat_number": random.choice([None, None, "NL004495445B01" if country == "NL" else None, "n.v.t."]),
        "coc_number": random.choice([None, f"{12345000 + number}"]) if country == "NL" else None,
    }


def _invoice(random: Random, number: str, client: dict[str, Any], earlier: list[dict[str, Any]]) -> dict[str, Any]:
    day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    term = random.choice([None, 0, 8, 14, 14, 30])
    changes: dict[str, Any] = {
        "client": client,
        "day": day,
        "payment_term": term,
        "due_date": None if term is None else (day + timedelta(days=term)).isoformat(),
        "reference": random.choice([None, "PO-4471", "ter attentie van / <inkoop>"]),
    }
    originals = [each for each in earlier if each["kind"] == "invoice"]
    if originals and random.random() < 0.1:
        original = random.choice(originals)
        lines = [
            line(str(-Decimal(one["amount_excl"])), str(-Decimal(one["amount_vat"])), *_kept(one))
            for one in original["lines"]
        ]
        return invoice(number, lines=lines, kind="credit", credits=original["identifier"], **changes)
    return invoice(number, lines=[_line(random) for _ in range(random.randint(1, 6))], **changes)


def _kept(one: dict[str, Any]) -> tuple[str, str | None]:
    return one["vat_rate"], one["rate_group"] and one["rate_group"].partition("-")[2]


def _line(random: Random) -> dict[str, Any]:
    rate = random.choice(["21", "21", "9", "0"])
    net = Decimal(random.randint(-5_000, 250_000)) * CENT
    vat = (net * Decimal(rate) / 100).quantize(CENT, ROUND_HALF_UP)
    # Who computes per unit or over the whole invoice is a cent off now and then.
    vat += CENT * random.choice([0, 0, 0, 0, 1]) if vat > 1 else 0
    made = line(str(net), str(vat), rate, random.choice(LEDGERS[rate]))
    return {
        **made,
        "description": f"{random.choice(WORDS)} {random.choice(['', 'zaal 3', '<b>&amp;</b>', 'é ü ß €'])}".strip(),
    }


def as_values(tenant: str, imported: dict[str, Any]) -> list[Invoice]:
    """The invoices of an import file as the domain has them, without a host in between."""
    groups = {each["code"]: _group(each) for each in imported["rate_groups"]}
    return [_value(tenant, each, groups) for each in imported["invoices"]]


def _group(imported: dict[str, Any]) -> RateGroup:
    return RateGroup(
        imported["code"], imported["description"], Decimal(imported["vat_rate"]), imported["ledger_number"]
    )


def _value(tenant: str, imported: dict[str, Any], groups: dict[str, RateGroup]) -> Invoice:
    day, client = date.fromisoformat(imported["date_sent"]), imported["client"]
    same = {name: client[name] for name in ("name", "first_name", "last_name", "address_line_1", "address_line_2")}
    net, vat, gross = (Decimal(imported["totals"][name]) for name in ("excl", "vat", "incl"))
    return Invoice(
        id=imported["identifier"],
        tenant=tenant,
        identifier=imported["identifier"],
        is_credit=imported["kind"] == "credit",
        credits_id=imported["credits"],
        invoice_date=day,
        due_date=imported["due_date"] and date.fromisoformat(imported["due_date"]),
        payment_term=imported["payment_term"],
        currency=imported["currency"],
        reference=imported["reference"],
        sent_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        debtor=Debtor(
            **same,
            postcode=client["postalcode"],
            city=client["city"],
            country=client["country"],
            email=client["email"],
            vat_number=client["vat_number"],
            coc_number=client["coc_number"],
            client_id=client["id"],
        ),
        lines=tuple(_line_value(place, each, groups) for place, each in enumerate(imported["lines"], start=1)),
        net=net,
        vat=vat,
        gross=gross,
    )


def _line_value(position: int, imported: dict[str, Any], groups: dict[str, RateGroup]) -> InvoiceLine:
    net, vat, gross = (Decimal(imported[f"amount_{name}"]) for name in ("excl", "vat", "incl"))
    group = groups.get(imported["rate_group"] or "")
    return InvoiceLine(position, imported["description"], None, Decimal(imported["vat_rate"]), group, net, vat, gross)
