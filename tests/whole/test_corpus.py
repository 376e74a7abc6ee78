"""Documents nobody here wrote become entries that are equal in net, VAT per rate and gross."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.decisions import debtor_choice
from mice_exact_plugin.domain.situations import SituationSettings
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.link.run import RunState
from simulator.administrations import BUILDERS
from simulator.tests.control import CORPUS, VENUE
from tests.whole import corpus
from tests.whole.world import PERSON, booked

if TYPE_CHECKING:
    from mice_exact_plugin.domain.settings import LinkSettings
    from tests.whole.world import World

pytestmark = pytest.mark.skipif(not corpus.FOLDER.exists(), reason="the corpus lies beside the repository, not in it")
NOT_BOOKED = Path(__file__).parents[1] / "data" / "corpus-blocked.tsv"
#: Goods within the EU under a VAT number whose check digit is wrong (DE123456789): booked, and marked.
BAD_NUMBER = "47110818"
#: The register number of another document's customer under another name: a person says that it is another.
ONE_NUMBER_TWO_NAMES = ("10000005", "ENCODING-001")
#: Another document of the first of these, without an address: it follows what was decided.
SAME_AGAIN = "10000005-2"
#: Told apart by ground, one has no VAT number where the VAT is shifted, and one is exported to a member state.
UNFIT = {"I2013.03.4361-3": "vat_number_needed", "008660-AA": "vat_country_unfit"}
BY_GROUND = {"situations": SituationSettings(corpus.OWN)}
only_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.mark.parametrize(
    ("database", "chosen", "unfit"),
    [("sqlite", BY_GROUND, UNFIT), ("postgresql", {"rate_group_vat_codes": corpus.EXCEPTIONS}, {})],
    indirect=["database"],
    ids=["by ground", "by rate group"],
)
def test_every_document_is_booked_to_the_cent_except_those_that_are_listed(
    world: World, tmp_path: Path, chosen: dict[str, Any], unfit: dict[str, str]
) -> None:
    document = corpus.load("eur.json")
    tenant = world.ready("corpus", CORPUS)
    world.send(tenant, document, tmp_path)
    world.configure(tenant, vat_codes=corpus.VAT_CODES, **chosen)

    report = world.run(tenant)

    assert report.state is RunState.DONE, report
    held = {name: _reason(row) for name, row in world.rows(tenant).items() if row["state"] == "blocked"}
    assert held == dict.fromkeys((*ONE_NUMBER_TWO_NAMES, SAME_AGAIN), "debtor_name_differs") | unfit
    assert "vat_number_check_digits" in _remarks(world, tenant, BAD_NUMBER)
    for name in ONE_NUMBER_TWO_NAMES:
        debtor_choice.make_new(world.runtime, tenant, str(world.rows(tenant)[name]["invoice_id"]), PERSON)
    world.run(tenant)
    rows, entries = world.rows(tenant), booked(world.control, CORPUS)
    assert entries[SAME_AGAIN][0]["Customer"] == entries[ONE_NUMBER_TWO_NAMES[0]][0]["Customer"]
    with NOT_BOOKED.open(encoding="utf-8", newline="") as file:
        listed = {row["identifier"]: row["problem"] for row in csv.DictReader(file, delimiter="\t")} | unfit
    assert {name: _reason(row) for name, row in rows.items() if row["state"] != "synced"} == listed
    for invoice in document["invoices"]:
        if invoice["identifier"] not in listed:
            (entry,) = entries[invoice["identifier"]]
            _compare(invoice, entry)
            assert _by_code(entry) == _told(invoice), invoice["identifier"]
    exceptions = {line["VATCode"].strip() for found in entries.values() for line in found[0]["SalesEntryLines"]}
    assert exceptions >= set(corpus.EXCEPTIONS.values())


@only_sqlite
def test_documents_in_another_currency_are_all_blocked(world: World, tmp_path: Path) -> None:
    tenant = world.ready("foreign", CORPUS)
    world.send(tenant, corpus.load("foreign.json"), tmp_path)
    world.configure(tenant, vat_codes=corpus.VAT_CODES)

    world.run(tenant)

    rows = world.rows(tenant)
    assert {row["state"] for row in rows.values()} == {"blocked"}
    assert {problem["code"] for row in rows.values() for problem in row["problems"]} == {"currency"}


@only_sqlite
def test_an_ordinary_administration_blocks_what_date_period_and_rate_foretell(world: World, tmp_path: Path) -> None:
    document = corpus.load("eur.json")
    tenant = world.ready("ordinary", VENUE)
    world.send(tenant, document, tmp_path)
    settings = world.configure(tenant)

    world.run(tenant)

    blocked = {name for name, row in world.rows(tenant).items() if row["state"] == "blocked"}
    assert blocked == {each["identifier"] for each in document["invoices"] if _is_foretold(each, settings)}


@only_sqlite
def test_generated_invoices_are_booked_to_the_cent(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    generate = [
        sys.executable,
        str(corpus.FOLDER / "generate.py"),
        "--tenants",
        "1",
        "--invoices",
        "150",
        "--seed",
        "11",
    ]
    subprocess.run([*generate, "--out", str(folder)], check=True, capture_output=True)
    (path,) = (path for path in folder.glob("*.json") if "control" not in path.name)
    document = json.loads(path.read_text(encoding="utf-8"))
    tenant = world.ready("generated", VENUE)
    world.send(tenant, document, tmp_path)
    world.configure(tenant)

    world.run(tenant)

    rows, entries = world.rows(tenant), booked(world.control, VENUE)
    synced = [each for each in document["invoices"] if rows[each["identifier"]]["state"] == "synced"]
    assert len(synced) >= 0.98 * len(document["invoices"])
    for invoice in synced:
        (entry,) = entries[invoice["identifier"]]
        _compare(invoice, entry)


def _remarks(world: World, tenant: str, number: str) -> list[str]:
    session = world.runtime.session
    row = row_of(session, tenant, str(world.rows(tenant)[number]["invoice_id"]))
    assert row is not None
    return [str(remark.code) for remark in remarks.open_of(session, tenant, [row.id])[row.id]]


def _reason(row: dict[str, Any]) -> str:
    return str(row["ignored_reason"] or row["problems"][0]["code"])


def _compare(invoice: dict[str, Any], entry: dict[str, Any]) -> None:
    gross, vat = Decimal(str(entry["AmountFC"])), Decimal(str(entry["VATAmountFC"]))
    totals = {name: Decimal(amount) for name, amount in invoice["totals"].items()}
    assert (gross, vat, gross - vat) == (totals["incl"], totals["vat"], totals["excl"]), invoice["identifier"]
    expected = {Decimal(rate).normalize(): Decimal(vat) for rate, vat in invoice["expected"]["vat_by_rate"].items()}
    found = corpus.vat_by_rate(entry)
    for rate in expected.keys() | found.keys():
        assert expected.get(rate, Decimal(0)) == found.get(rate, Decimal(0)), (invoice["identifier"], rate)


def _by_code(entry: dict[str, Any]) -> dict[str, Decimal]:
    """The net under each VAT code."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in entry["SalesEntryLines"]:
        found[line["VATCode"].strip()] += Decimal(str(line["AmountFC"]))
    return {code: net for code, net in found.items() if net}


def _told(invoice: dict[str, Any]) -> dict[str, Decimal]:
    """The same from what the document says of each line."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in invoice["lines"]:
        ground = corpus.GROUNDS.get(line["vat_situation"])
        code = corpus.OWN[ground] if ground else corpus.VAT_CODES[Decimal(line["vat_rate"]).normalize() + 0]
        found[code] += Decimal(line["amount_excl"])
    return {code: net for code, net in found.items() if net}


def _is_foretold(invoice: dict[str, Any], settings: LinkSettings) -> bool:
    """Whether the seed of the ordinary administration cannot take this date, or one of these rates on it."""
    seed, day = BUILDERS["nl"](), date.fromisoformat(invoice["date_sent"])
    lines = [line for line in invoice["lines"] if Decimal(line["amount_incl"]) or Decimal(line["amount_excl"])]
    if not lines:
        return False
    period = next((each for each in seed["FinancialPeriods"] if _holds(each, day)), None)
    if period is None:
        return True
    closed = {(each["Journal"], each["Year"], each["Period"]) for each in seed["ClosedPeriods"]}
    if (settings.journal_code, period["FinYear"], period["FinPeriod"]) in closed:
        return True
    codes = {row["Code"]: row for row in seed["VATCodes"]}
    return not all(_takes(codes, settings, Decimal(line["vat_rate"]).normalize() + 0, day) for line in lines)


def _takes(codes: dict[str, dict[str, Any]], settings: LinkSettings, rate: Decimal, day: date) -> bool:
    code = next((code for known, code in settings.vat_codes.items() if known == rate), None)
    if code is None:
        return False
    rows = codes[code].get("Percentages") or [{"Percentage": codes[code]["Percentage"]}]
    return any(Decimal(str(row["Percentage"])) * 100 == rate and _holds(row, day) for row in rows)


def _holds(row: dict[str, Any], day: date) -> bool:
    start, end = row.get("StartDate"), row.get("EndDate")
    return (start is None or start <= day.isoformat()) and (end is None or day.isoformat() <= end)
