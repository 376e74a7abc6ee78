"""What happened in the installation, day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from customers import BLOCKED, BOOKED, CONTRADICTING, NAMELESS, PLAIN, TWICE_IN_EXACT, UNDER_WAY, customer
from installation import DAY

from mice_exact_plugin.domain.debtor_matching import match_key
from mice_exact_plugin.domain.retry import SILENCES_PER_NIGHT
from mice_exact_plugin.host import adapter
from mice_exact_plugin.services import connect, decisions, settings
from mice_exact_plugin.services.connect import Return
from sandbox.host.services import deleting, editing
from tests.integration.invoices import document, invoice, line
from tests.integration.protocol.night import ENTRIES, RELATIONS
from tests.integration.world import CALLBACK, PERSON, suggested
from tests.simulator.control import BE_APP, BELGIUM, CORPUS, ENGLISH, FRENCH, SECOND, VENUE

if TYPE_CHECKING:
    from installation import Installation

KNOWN = PLAIN[0]
DAY_OF = date(2026, 11, 16)
REFUSAL = "Een factuur met dit nummer bestaat al"
#: A ledger that Exact refuses on a line since it became a balance account.
SUSPECT, BALANCE = "8010", 90


def made(number: str, client: dict[str, Any] = KNOWN, **changes: Any) -> dict[str, Any]:
    return invoice(number, **{"day": DAY_OF, "client": client, **changes})


def tell(zaal: Installation) -> None:
    zaal.world.ready(zaal.tenant, without_rates=("6",))
    zaal.control.switch(line_ledgers="profit_and_loss_only")
    _first_bookings(zaal)
    _what_was_in_exact_already(zaal)
    _gone(zaal.of("oud"))
    _dead(zaal.of("kas"))
    _what_cannot_be_booked(zaal)
    _what_is_never_answered(zaal)
    _after_booking(zaal)
    _the_night_that_broke_off(zaal)
    _sent_since(zaal)
    _killed(zaal.of("tuin"))
    _belgian(zaal.of("grange"))
    _not_connected(zaal, "nieuw", "weg")


def _first_bookings(zaal: Installation) -> None:
    zaal.to_send(document(*(made(f"A{number:03}", client) for number, client in enumerate(BOOKED, start=1))))
    zaal.to_send(document(*(made(f"B{number:03}", client) for number, client in enumerate(TWICE_IN_EXACT, start=1))))
    without_ledger = made("A900", lines=[line("80.00", "16.80", ledger=None), line("20.00", "1.80", "9", "7777")])
    credit = made("A901", lines=[line("-100.00", "-21.00")], kind="credit", credits="A001")
    zaal.to_send(document(without_ledger, credit))
    zaal.next_night()
    twins = [row for row in _accounts(zaal) if row["Name"] == TWICE_IN_EXACT[0]["name"]]
    key = match_key(adapter.invoice(zaal.runtime.host.invoice(zaal.tenant, zaal.row("B001")["invoice_id"])).debtor)
    decisions.choose_debtor(zaal.runtime, zaal.link, key.text, twins[1]["ID"], PERSON)
    zaal.next_night()
    assert zaal.row("B001")["state"] == "synced"


def _what_was_in_exact_already(zaal: Installation) -> None:
    """Answers that got lost, and bookings by hand: found, adopted, booked beside, left, or still to be decided."""
    zaal.control.fault("drop_after_commit", ENTRIES)
    zaal.to_send(document(made("C001")))
    zaal.next_night()
    for number, amount in (("C002", 99), ("C003", 98), ("C004", 97), ("C005", 96), ("C006", 100)):
        _book_by_hand(zaal, number, amount)
    zaal.to_send(document(*(made(f"C{number:03}") for number in range(2, 7))))
    zaal.next_night()
    (entry,) = zaal.entries("C002")
    decisions.adopt(zaal.runtime, zaal.tenant, zaal.row("C002")["invoice_id"], PERSON, entry["EntryID"])
    decisions.book_anyway(zaal.runtime, zaal.tenant, zaal.row("C003")["invoice_id"], PERSON)
    decisions.leave(zaal.runtime, zaal.tenant, zaal.row("C004")["invoice_id"], PERSON)
    zaal.next_night()


def _book_by_hand(zaal: Installation, number: str, amount: int) -> None:
    exact = zaal.bookkeeper()
    (known,) = [row for row in _accounts(zaal) if row["Name"] == KNOWN["name"]]
    sale = {"GLAccount": exact.id_of("financial/GLAccounts", "8000"), "VATCode": "2", "AmountFC": amount}
    entry = {"Customer": known["ID"], "Journal": "70", "EntryDate": "2026-11-16", "YourRef": number}
    exact.post("salesentry/SalesEntries", entry | {"Description": number, "SalesEntryLines": [sale]}).expect(201)


def _what_cannot_be_booked(zaal: Installation) -> None:
    zaal.control.patch(VENUE, "Accounts", {"Name": BLOCKED["name"]}, Blocked=True)
    zaal.control.patch(VENUE, "GLAccounts", {"Code": SUSPECT}, Type=BALANCE)
    zaal.control.patch(VENUE, "GLAccounts", {"Code": "8020"}, IsBlocked=True)
    zaal.control.insert(VENUE, "ClosedPeriods", {"Journal": "70", "Year": 2026, "Period": 2})
    zaal.to_send(document(made("D001", currency="USD"), made("D002", lines=[line("100.00", "6.00", "6", "8000")])))
    zaal.to_send(document(made("D004", lines=[line("100.00", "27.00")]), made("D005-" + "x" * 40)))
    zaal.to_send(document(made("D007", NAMELESS), made("D009", BLOCKED), made("D010", day=date(2024, 12, 31))))
    zaal.to_send(
        document(made("D011", day=date(2026, 2, 1)), made("D016", lines=[line("10.00", "2.10", ledger="8020")]))
    )
    zaal.to_send(document(made("D018", lines=[line("10.00", "2.10", ledger="8650")])))
    zaal.to_send(document(*(made(f"E{n:03}", lines=[line("10.00", "2.10", ledger=SUSPECT)]) for n in range(1, 4))))
    zaal.to_send(document(made("D020", lines=[line("0.00", "0.00")]), made("D021")))
    zaal.to_send(_odd_totals(), "--allow-odd-totals")
    with zaal.handed_over_oddly("D021"):
        zaal.next_night()
    zaal.to_send(document(made("D012")))
    zaal.control.fault("json_500", ENTRIES, occurrence="every", message=REFUSAL)
    zaal.run_until_done()
    zaal.control.call("DELETE", "faults")


def _odd_totals() -> dict[str, Any]:
    odd = made("D003", totals={"excl": "100.00", "vat": "21.00", "incl": "122.00"})
    empty = {**made("D017"), "lines": [], "totals": {"excl": "1.00", "vat": "0.21", "incl": "1.21"}}
    both = document(odd)
    both["invoices"].append(empty)
    return both


def _what_is_never_answered(zaal: Installation) -> None:
    zaal.to_send(document(made("F001"), made("F002", UNDER_WAY[2])))
    for match in (ENTRIES, RELATIONS):
        zaal.control.fault("drop_before", match, occurrence="every")
    for _ in range(SILENCES_PER_NIGHT + 3):
        zaal.run_until_done()
        zaal.forward(zaal.runtime.config.settle.total_seconds() + 1)
    zaal.control.call("DELETE", "faults")


def _after_booking(zaal: Installation) -> None:
    """Changed, changed there and back, deleted; a number that came back; deleted while it waited; changed while so."""
    zaal.to_send(document(made("G001"), made("G002"), made("G003"), made("G004", currency="USD")))
    zaal.to_send(document(made("Z001")))
    zaal.run_until_done()
    for number, name in (
        ("G001", "Heel Andere Klant B.V."),
        ("G002", "Even Anders B.V."),
        ("G004", "Nieuwe Naam B.V."),
    ):
        tenant, found = zaal.at_the_host(number)
        editing.change_header(tenant, found, {"client_name": name})
    tenant, found = zaal.at_the_host("G002")
    editing.change_header(tenant, found, {"client_name": KNOWN["name"].upper()})
    deleting.delete(*zaal.at_the_host("Z001"))
    zaal.to_send(document(made("Z001")))
    zaal.run_until_done()
    zaal.to_send(document(made("Z002")))
    deleting.delete(*zaal.at_the_host("Z002"))


def _the_night_that_broke_off(zaal: Installation) -> None:
    """Four without an answer, two of which arrived; after the third in a row the run waits."""
    zaal.to_send(document(made("H001")))
    zaal.to_send(document(made("H002")))
    zaal.to_send(document(made("H003", UNDER_WAY[0])))
    zaal.to_send(document(made("H004", UNDER_WAY[1])))
    zaal.to_send(document(made("H005")))
    zaal.control.fault("drop_before", ENTRIES, occurrence=1)
    zaal.control.fault("drop_after_commit", RELATIONS, occurrence=1)
    zaal.control.fault("drop_before", RELATIONS, occurrence=1)
    zaal.control.fault("drop_after_commit", ENTRIES, occurrence=2)
    report = zaal.run()
    zaal.control.call("DELETE", "faults")
    assert report.reason == "exact_unreachable", report
    assert [zaal.row(f"H{n:03}")["state"] for n in range(1, 6)] == [
        "unconfirmed",
        "synced",
        "queued",
        "queued",
        "unconfirmed",
    ]


def _sent_since(zaal: Installation) -> None:
    """What nobody has tried to book yet: every customer once more, and a credit whose original is held up."""
    zaal.to_send(document(*(made(f"J{number:03}", client) for number, client in enumerate(BOOKED, start=1))))
    others = [TWICE_IN_EXACT[0], customer(26, "Gloednieuw B.V.", "1011 AA", "Amsterdam"), CONTRADICTING, *UNDER_WAY[:2]]
    zaal.to_send(document(*(made(f"J{number:03}", client) for number, client in enumerate(others, start=801))))
    zaal.to_send(document(made("J900", lines=[line("-10.00", "-2.10", ledger="8020")], kind="credit", credits="D016")))


def _gone(oud: Installation) -> None:
    """Booked in an administration that another tenant uses now."""
    oud.world.ready(oud.tenant, SECOND)
    oud.to_send(document(made("O001"), made("O002", currency="USD")))
    oud.run_until_done()
    connect.disconnect(oud.runtime, oud.tenant, PERSON)
    oud.to_send(document(made("O003")))


def _killed(tuin: Installation) -> None:
    """Its last worker ended between Exact's work and Exact's answer."""
    tuin.world.ready(tuin.tenant, SECOND)
    tuin.to_send(document(made("T001"), made("T002", UNDER_WAY[0])))
    tuin.run_until_done()
    tuin.to_send(document(made("T003"), made("T004")))
    tuin.killed_at("POST salesentry/SalesEntries done, not answered")


def _dead(kas: Installation) -> None:
    """What was sent before the first settings is not to be booked; then the journal is blocked and the log-in ended."""
    kas.world.tenant(kas.tenant)
    kas.world.command("exact", "activate", kas.tenant)
    kas.world.log_in(kas.tenant, user=ENGLISH)
    kas.to_send(document(made("K001")))
    kas.world.choose(kas.tenant, CORPUS)
    chosen = suggested(settings.choices(kas.runtime, kas.tenant))
    settings.save(kas.runtime, kas.tenant, chosen, PERSON, book_waiting=False)
    kas.to_send(document(made("K002")))
    kas.next_night()
    kas.control.patch(CORPUS, "Journals", {"Code": chosen.journal_code}, IsBlocked=True)
    kas.to_send(document(made("K003")))
    kas.next_night()
    kas.control.revoke(ENGLISH)
    kas.to_send(document(made("K004")))
    kas.forward(DAY)
    kas.run()


def _not_connected(zaal: Installation, *tenants: str) -> None:
    """Activated and not connected; the last one was withdrawn again."""
    for tenant in tenants:
        zaal.world.tenant(tenant)
        zaal.world.command("exact", "activate", tenant)
        zaal.of(tenant).to_send(document(made("N001"), made("N002")))
    zaal.runtime.host.withdraw(tenants[-1], "exact")


def _belgian(grange: Installation) -> None:
    """Its last worker ended between the claim and the first byte."""
    grange.world.tenant(grange.tenant)
    grange.world.command("exact", "activate", grange.tenant)
    app = replace(grange.runtime.config.app("BE"), callback_url=CALLBACK)
    state = parse_qs(urlsplit(connect.begin(grange.runtime, grange.tenant, PERSON, app)).query)["state"][0]
    code = grange.control.code(FRENCH, [BELGIUM], BE_APP, CALLBACK)
    connect.came_back(grange.runtime, grange.tenant, PERSON, Return(state, code, None, CALLBACK))
    grange.world.choose(grange.tenant, BELGIUM)
    grange.world.configure(grange.tenant, payment_condition_code=None)
    belgian = customer(30, "Domaine du Lac SPRL", "1000", "Bruxelles", country="BE")
    lines = [line("100.00", "21.00", ledger=None)]
    grange.to_send(
        document(
            made("V001", belgian, lines=lines, payment_term=30), made("V002", belgian, lines=lines, payment_term=17)
        )
    )
    grange.run_until_done()
    grange.to_send(document(made("V003", belgian, lines=lines, payment_term=30)))
    grange.killed_at("before POST salesentry/SalesEntries")


def _accounts(zaal: Installation) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = zaal.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
    return found
