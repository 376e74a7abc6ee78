"""The points before going live: which mark each gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain import golive
from mice_exact_plugin.domain.golive import Mark, Sold
from mice_exact_plugin.domain.reference import ClosedPeriod
from mice_exact_plugin.domain.trial import Fate, Judged, Report, Share, count_of, report
from mice_exact_plugin.web.pages.golive.words import sentence
from tests.domain.build import journal, reference

if TYPE_CHECKING:
    from mice_exact_plugin.domain.golive import Item

TODAY = date(2026, 3, 14)
DEFAULT = "8099 Omzet overig"


SOLD = [
    Sold("Zaal 1", Decimal("694.00"), lacks_number=False),
    Sold("Bar", Decimal("6.00"), lacks_number=True),
    Sold("Lunch", Decimal("200.00"), lacks_number=True),
    Sold("Lunch", Decimal("50.00"), lacks_number=True),
    Sold("Teruggegeven", Decimal("-1.00"), lacks_number=True),
    Sold(None, Decimal("51.00"), lacks_number=True),
]
NUMBERED = [
    Sold("Bar", Decimal("86.00"), lacks_number=False, number="8110"),
    Sold("Zaal 1", Decimal("14.00"), lacks_number=False, number="8000"),
]


def judged(net: str, *, default: bool = False, number: str | None = "8000", **changes: Any) -> Judged:
    share: Share = {
        "rate_group": "g",
        "description": "Groep",
        "product": None,
        "number": number,
        "net": net,
        "on_default": default,
    }
    plain: Judged = {
        "invoice_id": "1",
        "number": "F1",
        "day": "2026-03-14",
        "currency": "EUR",
        "gross": net,
        "fate": Fate.BOOKED,
        "account_id": "a",
        "new": None,
        "term": 14,
        "problems": [],
        "keys": [],
        "entry": [],
        "shares": [share],
    }
    return plain | changes  # type: ignore[return-value]


def tried(*each: Judged) -> Report:
    return report(each, "EUR")


@pytest.mark.parametrize(
    ("item", "mark", "says"),
    [
        (golive.of_log_in("Bea"), Mark.FINE, "Geactiveerd en ingelogd als Bea."),
        (golive.of_log_in(None), Mark.WRONG, "Er is geen geldige inlog bij Exact Online."),
        (golive.of_rights(None), Mark.UNKNOWN, "nog niet nagekeken"),
        (golive.of_rights({"POST crm/Accounts": True}), Mark.FINE, "de rechten voor boeken"),
        (golive.of_rights({"POST crm/Accounts": False}), Mark.WRONG, "mist het recht: relaties maken."),
        (golive.of_journal(journal("70"), "70", "EUR"), Mark.FINE, "Dagboek 70 Verkoopboek is een verkoopboek."),
        (golive.of_journal(None, "71", "EUR"), Mark.WRONG, "Dagboek 71 is geen verkoopboek"),
        (golive.of_journal(journal("70", type=10), "70", "EUR"), Mark.WRONG, "is geen verkoopboek"),
        (golive.of_journal(journal("70", is_blocked=True), "70", "EUR"), Mark.WRONG, "is geblokkeerd"),
        (golive.of_journal(journal("70", currency="USD"), "70", "EUR"), Mark.WRONG, "andere valuta"),
        (golive.of_rates({Decimal(21): "2", Decimal(9): "1"}), Mark.FINE, "21% naar code 2; 9% naar code 1"),
        (golive.of_rates({Decimal(21): "2", Decimal(0): None}), Mark.WRONG, "Nog geen BTW-code voor 0%"),
        (golive.of_rates({}), Mark.FINE, "nog geen tariefgroepen"),
        (golive.of_ledgers({"8000"}, {"8000"}, None, DEFAULT), Mark.FINE, "het bestaat in deze administratie"),
        (
            golive.of_ledgers({"8000", "8110"}, {"8000"}, None, DEFAULT),
            Mark.LOOK,
            "1 van 2 grootboeknummers bestaat niet (8110): die regels komen op 8099 Omzet overig.",
        ),
        (
            golive.of_ledgers(
                {"8000", "8110"},
                {"8000"},
                tried(judged("86.00", default=True, number="8110"), judged("14.00")),
                DEFAULT,
            ),
            Mark.LOOK,
            "1 van 2 grootboeknummers bestaat niet (8110): 86% van de omzet zou op 8099 Omzet overig komen.",
        ),
        (
            golive.of_ledgers({"8000", "8110"}, {"8000"}, None, DEFAULT, NUMBERED),
            Mark.LOOK,
            "1 van 2 grootboeknummers bestaat niet (8110): 86% van de omzet zou op 8099 Omzet overig komen.",
        ),
        (golive.of_groups_without([], None, DEFAULT), Mark.FINE, "Elke tariefgroep heeft een grootboeknummer."),
        (
            golive.of_groups_without(["Bar"], None, DEFAULT),
            Mark.LOOK,
            "1 tariefgroep zonder grootboeknummer (Bar): die regels komen op 8099 Omzet overig.",
        ),
        (
            golive.of_groups_without([], tried(judged("1.00", default=True, number=None), judged("3.00")), DEFAULT),
            Mark.LOOK,
            "Losse regels zonder tariefgroep: 25% van de omzet zou op 8099 Omzet overig komen.",
        ),
        (
            golive.of_groups_without(["Bar"], None, DEFAULT, SOLD),
            Mark.LOOK,
            "komen op 8099 Omzet overig. Van de omzet van de laatste drie maanden is 31% van producten, arrangementen "
            "en zalen zonder grootboeknummer: Lunch 25%, zonder naam 5% en Bar minder dan 1%.",
        ),
        (
            golive.of_groups_without([], None, DEFAULT, SOLD),
            Mark.LOOK,
            "Van de omzet van de laatste drie maanden is 31%",
        ),
        (golive.of_groups_without([], None, DEFAULT, SOLD[:1]), Mark.FINE, "Elke tariefgroep heeft"),
        (
            golive.of_groups_without([], None, DEFAULT, [Sold("Lunch", Decimal(-1), lacks_number=True)]),
            Mark.FINE,
            "Elke tariefgroep",
        ),
        (golive.of_debtors(None), Mark.UNKNOWN, "laat een proefrun zien"),
        (golive.of_debtors(tried(judged("1.00"))), Mark.FINE, "duidelijk één relatie"),
        (golive.of_terms(None, {14}, None), Mark.LOOK, "geen standaard betalingsconditie"),
        (golive.of_terms(None, {14}, "14"), Mark.FINE, "Er is een standaard betalingsconditie."),
        (golive.of_terms(tried(judged("1.00")), {14}, "14"), Mark.FINE, "Betalingstermijnen van 14 dagen bestaan."),
        (golive.of_terms(tried(judged("1.00", term=21)), {14}, "14"), Mark.LOOK, "Voor termijnen van 21 dagen"),
        (golive.of_others(None, 0), Mark.UNKNOWN, "nog niet nagekeken"),
        (golive.of_others(0, 12), Mark.FINE, "12 factuurnummers opgezocht"),
        (golive.of_others(3, 12), Mark.LOOK, "Onder 3 van 12 opgezochte factuurnummers"),
    ],
)
def test_a_point_and_what_it_says(item: Item, mark: Mark, says: str) -> None:
    assert item.mark is mark
    assert says in sentence(item)


@pytest.mark.parametrize(
    ("item", "count", "of", "names"),
    [
        (golive.of_log_in("Bea"), 0, 0, ("Bea",)),
        (golive.of_rights({"POST crm/Accounts": False, "GET crm/Accounts": True}), 1, 0, ("POST crm/Accounts",)),
        (golive.of_rates({Decimal(21): "2", Decimal(0): None}), 1, 2, ("0",)),
        (golive.of_rates({Decimal(21): "2"}), 0, 1, ("21:2",)),
        (golive.of_ledgers({"8000", "8110"}, {"8000"}, None, DEFAULT), 1, 2, (DEFAULT, "8110")),
        (golive.of_groups_without(["Bar"], None, DEFAULT), 1, 0, (DEFAULT, "Bar")),
        (golive.of_terms(tried(judged("1.00"), judged("1.00", term=30)), {14, 30}, "14"), 0, 2, ("14", "30")),
        (golive.of_terms(tried(judged("1.00"), judged("1.00", term=21)), {14}, "14"), 1, 2, ("21",)),
        (golive.of_terms(tried(judged("1.00")), {14}, None), 0, 1, ()),
        (golive.of_terms(None, {14}, "14"), 0, 0, ()),
        (golive.of_others(3, 12), 3, 12, ()),
    ],
)
def test_the_figures_of_a_point(item: Item, count: int, of: int, names: tuple[str, ...]) -> None:
    assert (item.count, item.of, item.names) == (count, of, names)


def test_periods() -> None:
    known = reference()
    fine = golive.of_periods(known.periods, known.closed_periods, ["70"], TODAY)
    assert (fine.mark, sentence(fine)) == (Mark.FINE, "Boekjaar 2026: 1 van 1 perioden open.")
    closed = golive.of_periods(known.periods, known.closed_periods, ["70"], date(2025, 5, 1))
    assert (closed.mark, closed.what, closed.count) == (Mark.WRONG, "closed", 0)
    assert "gesloten" in sentence(closed)
    assert "dagboek 70;" in sentence(closed)
    credits_only = golive.of_periods(known.periods, {ClosedPeriod("71", 2026, 1)}, ["70", "71"], TODAY)
    assert (credits_only.mark, credits_only.count) == (Mark.WRONG, 0)
    assert "dagboek 71;" in sentence(credits_only)
    other = golive.of_periods(known.periods, {ClosedPeriod("71", 2026, 1)}, ["70"], TODAY)
    assert other.mark is Mark.FINE, "nobody books there"
    missing = golive.of_periods(known.periods, known.closed_periods, ["70"], date(2030, 5, 1))
    assert (missing.mark, sentence(missing)) == (Mark.WRONG, "Voor vandaag bestaat er geen periode in Exact Online.")
    unread = golive.of_periods((), frozenset(), ["70"], TODAY)
    assert unread.mark is Mark.UNKNOWN
    assert "niet te lezen" in sentence(unread)


def test_customers_that_ask_are_counted_by_their_invoices() -> None:
    problem: Any = {"code": "debtor_ambiguous", "params": {}}
    other: Any = {"code": "vat_rate_unmapped", "params": {"rate": "6"}}
    held = judged("1.00", fate=Fate.HELD, problems=[problem, other], keys=["a", "b"])
    found = golive.of_debtors(tried(held, judged("1.00"), replace_id(held, "2")))
    assert (found.mark, found.count) == (Mark.LOOK, 2)
    assert sentence(found) == "Bij 2 facturen van de proefrun vraagt de debiteur een besluit."


def test_a_fate_that_no_invoice_met_counts_nothing() -> None:
    fates = tried(judged("1.00", fate=Fate.HELD))["fates"]
    assert (count_of(fates, Fate.HELD)["count"], Decimal(count_of(fates, Fate.HELD)["gross"])) == (1, Decimal("1.00"))
    nobody = next(fate for fate in Fate if fate is not Fate.HELD)
    assert count_of(fates, nobody) == {"count": 0, "gross": "0.00"}


def replace_id(each: Judged, invoice_id: str) -> Judged:
    return each | {"invoice_id": invoice_id}


def test_only_what_is_wrong_asks_first() -> None:
    fine, look = golive.of_log_in("Bea"), golive.of_others(1, 2)
    assert golive.wrong([fine, look, golive.of_log_in(None)]) == [golive.of_log_in(None)]
    assert golive.wrong([replace(fine, mark=Mark.UNKNOWN), look]) == []
