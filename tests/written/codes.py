"""For every code of a problem a situation in which a run blocks an invoice for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.dimensions import Costs
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.invoice import Situation as Ground
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.receipts import ReceiptSettings
from mice_exact_plugin.domain.reference import Use
from mice_exact_plugin.domain.settings import LooseLine
from mice_exact_plugin.domain.situations import SituationSettings
from tests.booking import costs
from tests.booking import test_eu_numbers as eu
from tests.booking import test_suspecting as suspecting
from tests.booking.situations import (
    SETTLED,
    bill,
    bills,
    once_more,
    posts,
    retyped,
    silent,
    typed,
)
from tests.deposits import flows
from tests.domain.build import SHIFTED, debtor, line, rate_group, vat_code
from tests.domain.debtor.pairs import VATS
from tests.fake.client import SILENT, says
from tests.written.debtor_codes import THEIRS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]

WITHOUT_LEDGER = rate_group("los", "21", None)


def _set(**settings: Any) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        office.set(**settings)
        bills(office, 1)
        return office.run

    return situation


def _lists(change: Callable[[Any], dict[str, Any]]) -> Situation:
    """The lists say something else."""

    def situation(office: Office) -> Callable[[], Any]:
        office.books.with_lists(**change(office.books.reference))
        bills(office, 1)
        return office.run

    return situation


def _sent(*lines: Any, **changes: Any) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        office.send(replace(bill("1", *lines), **changes))
        return office.run

    return situation


def _ledger(**changes: Any) -> Situation:
    def change(reference: Any) -> dict[str, Any]:
        ledger = replace(reference.gl_accounts["8000"], **changes)
        return {
            "gl_accounts": {**reference.gl_accounts, "8000": ledger},
            "gl_accounts_by_id": {**reference.gl_accounts_by_id, ledger.id: ledger},
        }

    return _lists(change)


def _journal(**changes: Any) -> Situation:
    return _lists(lambda reference: {"journals": {"70": replace(reference.journals["70"], **changes)}})


def eu_sale(number: str | None, country: str = "DE", **relation: Any) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        codes = office.books.reference.vat_codes
        eu_code = vat_code("7", "0", type="B", eu_listing="S")
        office.books.with_lists(vat_codes={**codes, "7": eu_code})
        office.set(rate_group_vat_codes={"verlegd": "7"})
        if relation:
            office.knows(replace(THEIRS, name="Freie Planer GmbH", **eu.BERLIN | relation))
        office.send(
            bill("1", line("100.00", "0.00", SHIFTED), debtor=replace(eu.EU, vat_number=number, country=country))
        )
        return office.run

    return situation


def told(ground: Ground | None, rate: str = "0", code_type: str = "E", **customer: Any) -> Situation:
    """A line whose ground the host tells, where each has a code of its own."""

    def situation(office: Office) -> Callable[[], Any]:
        own = vat_code("7", "0", type=code_type)
        office.books.with_lists(vat_codes={**office.books.reference.vat_codes, "7": own})
        grounds = dict.fromkeys((Ground.REVERSE_CHARGE, Ground.EXPORT), "7")
        office.set(vat_codes={Decimal(21): "2"}, situations=SituationSettings(grounds))
        amount = Decimal(rate)
        charged = line("100.00", f"{amount:.2f}", SHIFTED, vat_rate=amount, situation=ground)
        office.send(bill("1", charged, debtor=debtor(**customer)))
        return office.run

    return situation


def demanded(named: Costs, **use: Use) -> Situation:
    """A rule names what Exact does not have, for an account that cannot do without."""
    return _after(lambda office: costs.ruled(office, named), _ledger(**use))


def _after(first: Callable[[Office], None], then: Situation) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        first(office)
        return then(office)

    return situation


def unanswered(office: Office) -> Callable[[], Any]:
    silent(office)
    for _ in range(4):
        office.time.forward(seconds=SETTLED)
        office.run(should_stop=lambda: True)
        once_more(office, trouble=SILENT)
    office.time.forward(seconds=SETTLED)
    return lambda: office.run(should_stop=lambda: True)


def conflict(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    typed(office, gross=Decimal(1))
    return office.run


def reused(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.run()
    office.send(bill("2", identifier="F2026-1"))
    return office.run


def bug(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.host.sent["1"] = SimpleNamespace(id="1")
    return office.again


SITUATIONS: dict[Code, Situation] = {
    Code.VAT_RATE_UNMAPPED: _set(vat_codes={}),
    Code.VAT_CODE_GONE: _set(vat_codes={Decimal(21): "99"}),
    Code.VAT_CODE_UNSUITABLE: _set(vat_codes={Decimal(21): "1"}),
    Code.VAT_CODE_BLOCKED: _lists(
        lambda found: {"vat_codes": {**found.vat_codes, "2": replace(found.vat_codes["2"], is_blocked=True)}}
    ),
    Code.VAT_CODE_KIND: _after(retyped, _set()),
    Code.VAT_SITUATION_NEEDED: told(None),
    Code.VAT_SITUATION_UNMAPPED: told(Ground.EXEMPT),
    Code.VAT_SITUATION_CONTRADICTS: told(Ground.REVERSE_CHARGE, "21"),
    Code.VAT_NUMBER_NEEDED: told(Ground.REVERSE_CHARGE, vat_number=None),
    Code.VAT_COUNTRY_UNFIT: told(Ground.EXPORT),
    Code.DEFAULT_GL_ACCOUNT_GONE: _after(
        lambda office: office.set(default_gl_account_id="gone"), _sent(line("100.00", "21.00", WITHOUT_LEDGER))
    ),
    Code.LOOSE_GL_ACCOUNT_GONE: _after(
        lambda office: office.set(loose_lines={Decimal(21): LooseLine("gone", None)}),
        _sent(line("100.00", "21.00", None)),
    ),
    Code.RECEIPTS_UNPLACED: _after(
        lambda office: office.set(receipts=ReceiptSettings("gone", "5")),
        _sent(line("100.00", "21.00", None, kind=LineKind.RECEIPT)),
    ),
    Code.JOURNAL_GONE: _set(journal_code="99"),
    Code.JOURNAL_BLOCKED: _journal(is_blocked=True),
    Code.JOURNAL_CURRENCY: _journal(currency="USD"),
    Code.PAYMENT_CONDITION_NEEDED: suspecting.no_condition_anywhere,
    Code.DEPOSIT_LEDGER_NEEDED: flows.situation(flows.deposit(), accounts=False),
    Code.DEPOSIT_OVERSETTLED: flows.situation(flows.deposit(), flows.final(net="-301.00", vat="-63.21")),
    Code.DEPOSIT_ELSEWHERE: flows.elsewhere,
    Code.DEPOSIT_CURRENCY: flows.situation(flows.deposit(currency="USD"), flows.final()),
    Code.DEPOSIT_UNREAD: flows.unread,
    Code.GL_ACCOUNT_BLOCKED: _ledger(is_blocked=True),
    Code.GL_ACCOUNT_TYPE: _ledger(type=20),
    Code.COST_CENTER_NEEDED: _ledger(cost_center_use=Use.MANDATORY),
    Code.COST_UNIT_NEEDED: _ledger(cost_unit_use=Use.MANDATORY),
    Code.COST_CENTER_GONE: demanded(Costs("A"), cost_center_use=Use.MANDATORY),
    Code.COST_UNIT_GONE: demanded(Costs(None, "A"), cost_unit_use=Use.MANDATORY),
    Code.PERIOD_MISSING: _sent(invoice_date=date(2019, 3, 14)),
    Code.PERIOD_CLOSED: _sent(invoice_date=date(2025, 3, 14)),
    Code.PERIOD_ASKED: _after(
        lambda office: office.set(closed_periods=ClosedPeriodSettings(ClosedPolicy.ASK)),
        _sent(invoice_date=date(2025, 3, 14)),
    ),
    Code.CURRENCY: _sent(currency="USD"),
    Code.NO_LINES: _sent(lines=()),
    Code.TOTALS_DISAGREE: _sent(gross=Decimal("121.01")),
    Code.VAT_DIFFERENCE: _sent(line("100.00", "19.00")),
    Code.IDENTIFIER_TOO_LONG: _sent(identifier="F" * 31),
    Code.IDENTIFIER_REUSED: reused,
    Code.EU_NUMBER_MISSING: eu_sale(None),
    Code.EU_NUMBER_INVALID: eu_sale("DE12345678"),
    Code.EU_NUMBER_OWN_STATE: eu_sale("NL001234567B13", "NL"),
    Code.EU_NUMBER_OUTSIDE: eu_sale("GB432525179", "GB"),
    Code.EU_NUMBER_GOODS_ONLY: eu_sale("XI432525179", "GB"),
    Code.EU_NUMBER_NOT_IN_EXACT: eu_sale(VATS[1], vat_number=None),
    Code.EU_NUMBER_DOUBTFUL: eu_sale("DE123456789", vat_number=None),
    Code.EU_NUMBER_UNFIT_IN_EXACT: eu_sale(VATS[1], vat_number="onbekend"),
    Code.EU_NUMBER_REFUSED: eu.eu_number_is_refused,
    Code.UNANSWERED: unanswered,
    Code.REFUSED: posts(says("Zomaar niet")),
    Code.REFERENCE_SUSPECT: suspecting.SITUATIONS["a ledger is refused twice"],
    Code.ENTRY_CONFLICT: conflict,
    Code.ENTRY_DIFFERS: suspecting.SITUATIONS["a cent more each time"],
    Code.DIFFERENCE_SUSPECT: suspecting.SITUATIONS["a cent more each time"],
    Code.REFUSED_ALIKE: suspecting.SITUATIONS["the same words thrice"],
    Code.BUG: bug,
}
