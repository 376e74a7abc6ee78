"""For every remark a situation in which a run or a person makes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.decisions import debtor_choice, decisions
from mice_exact_plugin.domain.dimensions import Costs
from mice_exact_plugin.domain.entry.texts import EntryTexts
from mice_exact_plugin.domain.invoice import Event
from mice_exact_plugin.domain.invoice import Situation as Ground
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports import queueing
from tests.booking import costs
from tests.booking.situations import ANOTHER, HALL, STRANGER, bill, bills, typed
from tests.booking.test_slices import a_group_of_its_own
from tests.deposits import flows
from tests.domain.build import LOW, account, line
from tests.domain.debtor.pairs import COCS, LONG, VATS
from tests.fake.client import MAKES, says
from tests.fake.office import TENANT
from tests.written import codes, decided
from tests.written.debtor_codes import THEIRS, ZON

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.reference import CrmAccount
    from tests.fake.office import Office

    Situation = Callable[[Office], object]


def deleted_after_booking(office: Office) -> None:
    decided.once(office)
    queueing.on_deleted(office.runtime, TENANT, "1")
    office.session.commit()


def _adopted(**changes: Any) -> Situation:
    """A person says that an entry is this invoice's, although it is not what was sent."""

    def situation(office: Office) -> None:
        found = typed(office, **changes)
        decided.once(office)
        decisions.adopt(office.runtime, TENANT, "1", decided.ANKE, found.entry_id, knows_differences=True)

    return situation


def loose_lines(office: Office) -> None:
    """Nobody chose where they go."""
    office.send(bill("1", HALL, line("10.00", "2.10", None)))
    office.run()


def other_year(office: Office) -> None:
    bills(office, 1, invoice_date=date(2018, 5, 1))
    office.run()


def event_other_year(office: Office) -> None:
    """A party of next year that is invoiced in full."""
    event = Event("e1", "Gala", date(2027, 1, 15), date(2027, 1, 15))
    office.send(bill("1", replace(HALL, event=event)))
    office.run()


def after_return(office: Office) -> None:
    """It waited from December until March."""
    office.books.with_lists(closed_periods=frozenset())
    bills(office, 1, invoice_date=date(2025, 12, 15), sent_at=datetime(2025, 12, 15, 12, tzinfo=UTC))
    office.run()


def date_ahead(office: Office) -> None:
    bills(office, 1, invoice_date=date(2026, 5, 1))
    office.run()


def unreadable(office: Office) -> None:
    bills(office, 1, debtor=replace(STRANGER, country="Nederlnad"))
    office.run()


def reference_cut(office: Office) -> None:
    office.set(texts=EntryTexts(has_reference=True))
    bills(office, 1, reference="Inkooporder 4500123456 van de afdeling Facilitair, tweede helft")
    office.run()


def _then_run(first: Situation) -> Situation:
    def situation(office: Office) -> None:
        first(office)
        office.run()

    return situation


def eu_number_differs(office: Office) -> None:
    codes.eu_sale(VATS[1], vat_number="FR40303265045")(office)()
    debtor_choice.choose(office.runtime, TENANT, "1", ANOTHER, decided.ANKE)
    office.run()


def left_out(office: Office) -> None:
    office.exact.trouble(MAKES, says("Ongeldig: E-mail []"))
    bills(office, 1, debtor=STRANGER)
    office.run()


def relation_differs(office: Office) -> None:
    office.books.makes = lambda made: replace(made, city="Elders", postcode="9999ZZ")
    bills(office, 1, debtor=STRANGER)
    office.run()


def _meets(theirs: CrmAccount, **ours: Any) -> Situation:
    def situation(office: Office) -> None:
        office.knows(theirs)
        office.send(bill("1", debtor=replace(ZON, **ours)))
        office.run()

    return situation


def differs(office: Office) -> None:
    office.books.books = lambda entry: replace(entry, journal="71")
    decided.once(office)
    decisions.let_stand(office.runtime, TENANT, "1", decided.ANKE, decided.WHY)


def credit_alone(office: Office) -> None:
    """Of two invoices the one that is credited is left alone."""
    office.send(bill("2"), bill("1", is_credit=True, credits_id="2"))
    decisions.leave(office.runtime, TENANT, "2", decided.ANKE, decided.WHY)
    office.run()


def credit_elsewhere(office: Office) -> None:
    """The credit is in the name of another customer."""
    office.send(bill("2"))
    office.run()
    office.send(bill("1", line("-100.00", "-21.00"), is_credit=True, credits_id="2", debtor=STRANGER))
    office.run()


def credited_too_much(office: Office) -> None:
    """The same invoice is credited twice."""
    back = line("-100.00", "-21.00")
    office.send(bill("1"), *(bill(key, back, is_credit=True, credits_id="1") for key in "23"))
    office.run()


def credited_other_rate(office: Office) -> None:
    """What was charged at 21 % is credited at 9 %."""
    office.send(bill("2"), bill("1", line("-50.00", "-4.50", LOW), is_credit=True, credits_id="2"))
    office.run()


def relation_gone(office: Office) -> None:
    """The relation that was made for the first invoice is merged with another before the second."""
    office.send(bill("1", debtor=STRANGER))
    office.run()
    office.books.loses(office.row().account_id or "")
    office.send(bill("2", debtor=STRANGER))
    office.run()


SITUATIONS: dict[RemarkCode, Situation] = {
    RemarkCode.CHANGED_AFTER_BOOKING: decided.changed_after_booking,
    RemarkCode.DELETED_AFTER_BOOKING: deleted_after_booking,
    RemarkCode.DELETED_IN_EXACT: decided.looked_gone,
    RemarkCode.DIFFERS: differs,
    RemarkCode.OTHER_AMOUNT: _adopted(gross=Decimal(1)),
    RemarkCode.OTHER_DEBTOR: _adopted(account_id=account("x").id),
    RemarkCode.OTHER_DATE: _adopted(entry_date=date(2026, 3, 13)),
    RemarkCode.DEFAULT_LEDGER: lambda office: a_group_of_its_own(office)(),
    RemarkCode.LOOSE_LINES: loose_lines,
    RemarkCode.ACCEPTED_DIFFERENCE: _then_run(decided.vat_difference_accepted),
    RemarkCode.EU_CODE_ANYWAY: _then_run(decided.eu_number_accepted),
    RemarkCode.EU_NUMBER_DIFFERS: eu_number_differs,
    RemarkCode.EU_ADDRESS: lambda office: codes.eu_sale(VATS[1], "BE")(office)(),
    RemarkCode.VAT_NUMBER_CHECK_DIGITS: lambda office: codes.eu_sale("DE123456789")(office)(),
    RemarkCode.REFERENCE_CUT: reference_cut,
    RemarkCode.SITUATION_ANYWAY: _then_run(decided.country_accepted),
    RemarkCode.CODE_NOT_IN_RETURN: lambda office: codes.told(Ground.REVERSE_CHARGE, code_type="N")(office)(),
    RemarkCode.OTHER_YEAR: other_year,
    RemarkCode.EVENT_OTHER_YEAR: event_other_year,
    RemarkCode.AFTER_RETURN: after_return,
    RemarkCode.DATE_AHEAD: date_ahead,
    RemarkCode.DEBTOR_CHOSEN: decided.chosen(Code.DEBTOR_NAME_DIFFERS),
    RemarkCode.PERIOD_MOVED: _then_run(decided.later_day_accepted),
    RemarkCode.COST_CENTER_LEFT_OUT: lambda office: costs.booked(office, Costs("A")),
    RemarkCode.COST_UNIT_LEFT_OUT: lambda office: costs.booked(office, Costs(None, "A")),
    RemarkCode.CREDIT_ALONE: credit_alone,
    RemarkCode.CREDIT_ELSEWHERE: credit_elsewhere,
    RemarkCode.CREDITED_TOO_MUCH: credited_too_much,
    RemarkCode.CREDITED_OTHER_RATE: credited_other_rate,
    RemarkCode.DEPOSIT_UNPAIRED: lambda office: flows.situation(flows.final(of=None))(office)(),
    RemarkCode.DEPOSIT_NOT_OURS: flows.not_ours,
    RemarkCode.FINAL_RATE_CHANGED: lambda office: flows.situation(*flows.at_another_rate())(office)(),
    RemarkCode.DEPOSIT_RATE_CHANGED: lambda office: flows.situation(*flows.at_another_rate())(office)(),
    RemarkCode.DEPOSIT_RATE_ENDS: flows.rate_ends,
    RemarkCode.DEPOSIT_ON_TURNOVER: flows.on_turnover,
    RemarkCode.STANDS_ON_TURNOVER: flows.partly_on_turnover,
    RemarkCode.FINAL_UNREAD: flows.leaves_the_deposit,
    RemarkCode.FINAL_TAKES_NOTHING: _then_run(flows.leaves_the_deposit),
    RemarkCode.POSSIBLE_SETTLEMENT: flows.without_kinds,
    RemarkCode.LEFT_OUT: left_out,
    RemarkCode.NAME_CUT: _meets(replace(THEIRS, name=LONG[:50], coc_number=COCS[0]), name=LONG, coc_number=COCS[0]),
    RemarkCode.VAT_DIFFERS: _meets(
        replace(THEIRS, coc_number=COCS[0], vat_number=VATS[1]), coc_number=COCS[0], vat_number=VATS[0]
    ),
    RemarkCode.LEGAL_FORM_DIFFERS: _meets(replace(THEIRS, name="De Zon NV", coc_number=COCS[0]), coc_number=COCS[0]),
    RemarkCode.POSSIBLY_DOUBLE: _meets(replace(THEIRS, name=LONG[:50], postcode="9711AB", city="Groningen"), name=LONG),
    RemarkCode.RELATION_DIFFERS: relation_differs,
    RemarkCode.RELATION_GONE: relation_gone,
    RemarkCode.UNREADABLE: unreadable,
}
