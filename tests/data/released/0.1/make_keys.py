"""Writes what 0.1 made of odd debtors and invoices to `keys.json`; runs on the code of 0.1 only (see README.md)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any

from mice_exact_plugin.domain.debtor_matching import match_key
from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine, RateGroup
from mice_exact_plugin.domain.posting_key import invoice_digest

LONG = "Stichting Openbaar Primair Onderwijs Regio Zuidoost"
NAMES: list[dict[str, str | None]] = [
    {"name": name}
    for name in [
        "Voorbeeld Events B.V.",
        "VOORBEELD EVENTS BV",
        "  Voorbeeld \t Events\u00a0 b.v. ",
        f"{LONG} locatie De Ster",
        f"{LONG} locatie De Maan",
        LONG[:50],
        LONG[:49] + "é" * 5,
        "Ævintýri & Œuvres Łódź Đorđe ıstanbul Þing ð",
        "Straße GmbH",
        "STRASSE GMBH",
        "İstanbul Kongre A.Ş.",
        "Ελληνικά Συνέδρια ΑΕ",
        "Конгресс Холл ООО",
        "株式会社イベント",
        "ﬁnancial ﬂow Ⅳ ½ ²",
        "Cafe\u0301 De Zwaan",
        "Café De Zwaan",
        "Jansen & Zn Feesten BV",
        "Jansen en Zn Feesten BV",
        "Firma Naamloze Vennootschap",
        "Firma N.V.",
        "Bakker Besloten Vennootschap",
        "De Brug vennootschap onder firma",
        "De Brug V.O.F.",
        "Traiteur Commanditaire Vennootschap",
        "Domaine du Lac SPRL",
        "Domaine du Lac SRL",
        "Feestzaal BVBA",
        "Planners Limited",
        "Planners Ltd.",
        "Venue Incorporated",
        "sprl",
        "Particulier",
        "n.v.t.",
        "-",
        "---",
        "🎉",
        "?",
        "A",
        "1",
        "007 Events",
        "O'Neill's \"Party\" | Hall",
        "Naam|met|strepen",
        "x" * 120,
        "Zaal " * 24,
        "a\u200bb\u200dc",
        "Ⓐⓑⓒ Events",
        "ｆｕｌｌｗｉｄｔｈ ＢＶ",
        "",
        "   ",
    ]
]
NAMES += [
    {"name": None, "first_name": "Eva", "last_name": "Roosje"},
    {"name": None, "first_name": None, "last_name": "van der Berg"},
    {"name": None, "first_name": "Tom", "last_name": None},
    {"name": " ", "first_name": " J. ", "last_name": " "},
    {"name": "", "first_name": "  ", "last_name": "\t"},
    {"name": None, "first_name": None, "last_name": None},
    {"name": "Particulier", "first_name": "Eva", "last_name": "Roosje"},
    {"name": None, "first_name": "Johannes Wilhelmus Antonius Maria Cornelis", "last_name": "van Oldenbarneveldt tot"},
]
#: Each name meets a few of these; together all of them are met.
PLACES: list[tuple[str | None, str | None]] = [
    ("1234 AB", "NL"),
    ("1234ab", None),
    (None, "NL"),
    (None, None),
    ("", ""),
    ("NL-1234 AB", "nl"),
    ("B-1000", "BE"),
    ("BE1040", "BE "),
    ("1000", "België"),
    ("D-50667", "DE"),
    ("50667", "Duitsland"),
    ("SW1A 1AA", "GB"),
    ("SW1A 1AA", "UK"),
    ("PT-1000-001", "PT"),
    ("1000-001", "PT"),
    ("RO-010011", "RO"),
    ("L-1234", "LU"),
    ("104 34", "EL"),
    ("10434", "GR"),
    ("  12 34  a b ", " NL "),
    ("EC1Y 8SY " * 6, "NLD"),
    ("–", "N1"),
]


def main() -> None:
    debtors = [_debtor(name, *place) for name, place in zip(NAMES * 2, cycle(PLACES), strict=False)]
    keys = [{"debtor": debtor, "key": _key(debtor)} for debtor in debtors]
    digests = [{"invoice": given, "digest": invoice_digest(_read(given))} for given in _invoices()]
    document = f'{{"debtors": {_one_a_line(keys)},\n"invoices": {_one_a_line(digests)}}}\n'
    Path(__file__).with_name("keys.json").write_text(document, encoding="utf-8")


def _one_a_line(items: list[Any]) -> str:
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in items) + "\n]"


def _debtor(name: dict[str, str | None], postcode: str | None, country: str | None) -> dict[str, str | None]:
    return {**name, "postcode": postcode, "country": country}


def _key(debtor: dict[str, str | None]) -> str | None:
    key = match_key(_debtor_of(debtor))
    return key.text if key else None


def _debtor_of(given: dict[str, str | None]) -> Debtor:
    return Debtor(**{**dict.fromkeys(Debtor.__dataclass_fields__), **given})


def _line(net: str, vat: str, rate: str = "21", group: str | None = "zaal", ledger: str | None = "8000") -> Any:
    return {"net": net, "vat": vat, "rate": rate, "group": group, "ledger": ledger}


def _invoices() -> list[dict[str, Any]]:
    lines: list[list[Any]] = [
        [_line("100.00", "21.00")],
        [_line("100.00", "21.00"), _line("50.00", "4.50", "9", "catering")],
        [_line("50.00", "4.50", "9", "catering"), _line("100.00", "21.00")],
        [_line("100.00", "21.00", ledger=None)],
        [_line("100.00", "21.00", "21.00")],
        [_line("100.00", "21.00", "21.0", None)],
        [_line("-100.00", "-21.00")],
        [_line("10.00", "0.00", "0", "0-8085")],
        [_line("10.00", "0.00", "0.00", "0-8085"), _line("5.00", "0.00", "-0", "0-8085")],
        [_line("100.00", "20.00", "2E+1", "zaal")],
        [_line("33.335", "3.00015", "9", "catering"), _line("33.335", "3.00015", "9", "catering")],
        [_line("0.005", "0.00", "5.5", None), _line("-0.005", "-0.00", "5.50", None)],
        [_line("0.00", "0.00")],
        [_line("999999999999.99", "209999999999.9979", "21")],
        [],
        [_line("1.00", "0.21", group="b"), _line("1.00", "0.21", group="a"), _line("1.00", "0.21", group=None)],
        [_line(f"{number}.10", "0.00", str(number), None) for number in range(25)],
    ]
    headers: list[dict[str, Any]] = [
        {},
        {"identifier": " F2026-00123 "},
        {"identifier": "f2026-00123"},
        {"identifier": "É/2026 nr. 7"},
        {"currency": "USD"},
        {"due_date": "2026-04-13"},
        {"invoice_date": "2024-02-29"},
        {"gross": "0.005"},
        {"net": "1E+2", "vat": "-0.004"},
    ]
    debtors = [_debtor(name, *place) for name, place in zip(NAMES, cycle(PLACES), strict=False)]
    return [
        _invoice(lines[number % len(lines)], debtors[number % len(debtors)], headers[number % len(headers)])
        for number in range(len(debtors))
    ]


def _invoice(lines: list[Any], debtor: dict[str, str | None], header: dict[str, Any]) -> dict[str, Any]:
    net = sum((Decimal(line["net"]) for line in lines), Decimal(0))
    vat = sum((Decimal(line["vat"]) for line in lines), Decimal(0))
    plain = {
        "identifier": "F2026-00123",
        "invoice_date": "2026-03-14",
        "due_date": None,
        "currency": "EUR",
        "net": str(net),
        "vat": str(vat),
        "gross": str(net + vat),
        "debtor": debtor,
        "lines": lines,
    }
    return {**plain, **header}


def _read(given: dict[str, Any]) -> Invoice:
    return Invoice(
        id="1",
        tenant="zaal",
        identifier=given["identifier"],
        is_credit=False,
        credits_id=None,
        invoice_date=date.fromisoformat(given["invoice_date"]),
        due_date=date.fromisoformat(given["due_date"]) if given["due_date"] else None,
        payment_term=14,
        currency=given["currency"],
        reference=None,
        sent_at=datetime(2026, 3, 14, tzinfo=UTC),
        debtor=_debtor_of(given["debtor"]),
        lines=tuple(_read_line(number, line) for number, line in enumerate(given["lines"], start=1)),
        net=Decimal(given["net"]),
        vat=Decimal(given["vat"]),
        gross=Decimal(given["gross"]),
    )


def _read_line(number: int, given: dict[str, Any]) -> InvoiceLine:
    rate, net, vat = (Decimal(given[name]) for name in ("rate", "net", "vat"))
    group = RateGroup(given["group"], "Groep", rate, given["ledger"]) if given["group"] else None
    return InvoiceLine(number, "Zaalhuur", None, rate, group, net, vat, net + vat)


if __name__ == "__main__":
    main()
