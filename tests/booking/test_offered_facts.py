"""What a host of 1.1 tells besides: None, nothing or nonsense books as 1.0 does, and one that breaks holds its own."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.entry.keys import invoice_digest
from mice_exact_plugin.domain.invoice import Event, LineKind, Place, Situation
from mice_exact_plugin.host import adapter, offered
from tests.booking.situations import HALL
from tests.domain import build
from tests.domain.build import invoice, line
from tests.fake.host import as_host

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Invoice
    from tests.fake.office import Office

DAYS = date(2026, 5, 1), date(2026, 5, 2)
EVENT = Event("7", "Congres", *DAYS, "congress", Place("zuid", "Zuid"), is_cancelled=True, number="1042")
FULL = invoice(
    replace(
        HALL,
        kind=LineKind.DEPOSIT_SETTLEMENT,
        settles_invoice_id="12",
        situation=Situation.REVERSE_CHARGE,
        event=EVENT,
        room="grote-zaal",
        category="zalen",
        product_id="31",
    ),
    location=Place("zuid", "Zuid"),
    payment_reference="+++123/4567/89012+++",
    debtor=replace(build.debtor(), language="nl", peppol_id="0208:0123456749"),
)
#: Each thing that 1.1 may tell, by the record that tells it.
OFFERED = [
    (protocol, name)
    for protocol in (offered.OfferedInvoice, offered.OfferedLine, offered.OfferedClient, offered.OfferedEvent)
    for name in vars(protocol)
    if not name.startswith("_") and isinstance(vars(protocol)[name], property)
]
EACH = pytest.mark.parametrize(("protocol", "name"), OFFERED, ids=[name for _, name in OFFERED])


def _record(protocol: type, host: Any) -> Any:
    if protocol is offered.OfferedLine:
        return host.lines[0]
    if protocol is offered.OfferedEvent:
        return host.lines[0].event
    return host.client if protocol is offered.OfferedClient else host


def _without(protocol: type, name: str) -> Any:
    host = as_host(FULL)
    delattr(_record(protocol, host), name)
    return host


def _with(protocol: type, name: str, value: object) -> Any:
    host = as_host(FULL)
    setattr(_record(protocol, host), name, value)
    return host


def test_all_of_it_is_read() -> None:
    assert adapter.invoice(as_host(FULL)) == FULL


@EACH
@pytest.mark.parametrize("value", [None, "", False])
def test_what_is_not_told_is_none_and_changes_no_digest(protocol: type, name: str, value: object) -> None:
    read = adapter.invoice(_with(protocol, name, value))
    assert read == adapter.invoice(_without(protocol, name)) != FULL
    assert invoice_digest(read) == invoice_digest(FULL) == invoice_digest(_as_of_1_0(FULL))


def _as_of_1_0(told: Invoice) -> Invoice:
    """The same from a host that does not know of it."""
    nothing: dict[str, Any] = {
        each.name: None for each in fields(told.lines[0]) if each.name in vars(offered.OfferedLine)
    }
    (plain,) = told.lines
    plain = replace(plain, **nothing, situation=None)
    return replace(told, lines=(plain,), location=None, payment_reference=None, debtor=build.debtor())


@pytest.mark.parametrize("name", ["kind", "vat_situation"])
@pytest.mark.parametrize("value", ["voucher", "deposit ", "unspecified", "ae", 7])
def test_a_word_that_nobody_knows_is_none(name: str, value: object) -> None:
    (read,) = adapter.invoice(_with(offered.OfferedLine, name, value)).lines
    assert {"kind": read.kind, "vat_situation": read.situation}[name] is None


@pytest.mark.parametrize("number", ["1042", " 1042 ", 1042])
def test_an_event_s_number_is_text_however_the_host_counts(number: object) -> None:
    (read,) = adapter.invoice(_with(offered.OfferedEvent, "number", number)).lines
    assert read.event is not None
    assert read.event.number == "1042"


def test_a_line_without_a_situation_has_that_of_its_rate_group() -> None:
    host = as_host(invoice(HALL))
    host.lines[0].rate_group.vat_situation = "K"
    (read,) = adapter.invoice(host).lines
    assert read.situation is Situation.WITHIN_EU
    host.lines[0].vat_situation = "E"
    (read,) = adapter.invoice(host).lines
    assert read.situation is Situation.EXEMPT


@EACH
def test_one_that_cannot_be_read_waits_alone(office: Office, protocol: type, name: str) -> None:
    def broken(_: Any) -> None:
        raise ValueError("the host's own error")

    host = as_host(replace(FULL, id="2", identifier="F2"))
    record = _record(protocol, host)
    told = {key: value for key, value in vars(record).items() if key != name}
    odd = type("Odd", (SimpleNamespace,), {name: property(broken)})(**told)
    if protocol is offered.OfferedLine:
        host.lines = [odd]
    elif protocol is offered.OfferedEvent:
        host.lines[0].event = odd
    elif protocol is offered.OfferedClient:
        host.client = odd
    else:
        host = odd
    office.send(invoice(line("100.00", "21.00")), replace(FULL, id="2", identifier="F2"))
    office.host.sent["2"] = host

    office.run()

    assert office.row("1").state == "synced"
    assert office.row("2").state == "blocked"
    assert [problem.code for problem in office.problems("2")] == ["bug"]
