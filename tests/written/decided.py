"""What a person decides about an invoice or its debtor, in the situation in which that can be decided."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import debtor_choice, decisions, looking, ways_on
from mice_exact_plugin.domain.entry.acceptance import Kind
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.exports import queueing, remarks
from mice_exact_plugin.mirror.binding_table import DebtorBinding
from mice_exact_plugin.runtime import Person
from tests.booking.situations import ANOTHER, bill, bills, typed
from tests.domain import build
from tests.domain.build import line
from tests.fake.host import as_host
from tests.fake.office import TENANT
from tests.written import codes, debtor_codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], object]

ANKE = Person("1", "Anke")
WHY = "Zo afgesproken"


def _shown(office: Office, asks: Callable[[Any], Any]) -> str:
    return ways_on.token(asks(office.row().problems))


def once(office: Office, **changes: Any) -> None:
    bills(office, 1, **changes)
    office.run()
    office.ended()


def booked_otherwise(office: Office) -> None:
    office.books.books = lambda entry: replace(entry, gross=Decimal(1))
    once(office)


def _conflict(office: Office) -> str:
    found = typed(office, gross=Decimal(1))
    once(office)
    return found.entry_id


def not_booked(office: Office) -> None:
    bills(office, 1)
    decisions.leave(office.runtime, TENANT, "1", ANKE, WHY)


def let_stand(office: Office) -> None:
    booked_otherwise(office)
    decisions.let_stand(office.runtime, TENANT, "1", ANKE, WHY)


def adopted_by_person(office: Office) -> None:
    found = _conflict(office)
    decisions.adopt(office.runtime, TENANT, "1", ANKE, found, knows_differences=True)


def booked_anyway(office: Office) -> None:
    _conflict(office)
    decisions.book_beside(office.runtime, TENANT, "1", ANKE)


def looked_equal(office: Office) -> None:
    once(office)
    looking.look(office.runtime, TENANT, "1", ANKE)


def looked_different(office: Office) -> None:
    once(office)
    office.books.patch(next(iter(office.books.entries)), gross=Decimal(1))
    looking.look(office.runtime, TENANT, "1", ANKE)


def looked_gone(office: Office) -> None:
    once(office)
    office.books.entries.clear()
    looking.look(office.runtime, TENANT, "1", ANKE)


def booked_anew(office: Office) -> None:
    once(office)
    office.books.entries.clear()
    looking.book_anew(office.runtime, TENANT, "1", ANKE, WHY)


def vat_difference_accepted(office: Office) -> None:
    codes.SITUATIONS[Code.VAT_DIFFERENCE](office)()
    shown = _shown(office, ways_on.differences)
    ways_on.accept(office.runtime, TENANT, "1", ANKE, Kind.VAT_DIFFERENCE, shown=shown, reason=WHY)


def vat_code_chosen(office: Office) -> None:
    codes.SITUATIONS[Code.EU_NUMBER_MISSING](office)()
    shown = _shown(office, ways_on.questions)
    ways_on.choose_code(office.runtime, TENANT, "1", ANKE, shown, WHY, ("7", "5"))


def eu_number_accepted(office: Office) -> None:
    codes.SITUATIONS[Code.EU_NUMBER_MISSING](office)()
    ways_on.accept(
        office.runtime, TENANT, "1", ANKE, Kind.EU_NUMBER, shown=_shown(office, ways_on.questions), reason=WHY
    )


def country_accepted(office: Office) -> None:
    codes.SITUATIONS[Code.VAT_COUNTRY_UNFIT](office)()
    ways_on.accept(
        office.runtime, TENANT, "1", ANKE, Kind.EU_NUMBER, shown=_shown(office, ways_on.questions), reason=WHY
    )


def later_day_accepted(office: Office) -> None:
    codes.SITUATIONS[Code.PERIOD_ASKED](office)()
    books_later(office)


def books_later(office: Office) -> None:
    ways_on.accept(office.runtime, TENANT, "1", ANKE, Kind.PERIOD, shown=_shown(office, ways_on.later_days), reason=WHY)


def deposit_oversettled_accepted(office: Office) -> None:
    codes.SITUATIONS[Code.DEPOSIT_OVERSETTLED](office)()
    shown = ways_on.token(ways_on.oversettled(office.problems("f1")))
    ways_on.accept(office.runtime, TENANT, "f1", ANKE, Kind.DEPOSIT, shown=shown, reason=WHY)


def fill_number_accepted(office: Office) -> None:
    codes.SITUATIONS[Code.EU_NUMBER_NOT_IN_EXACT](office)()
    ways_on.accept(
        office.runtime, TENANT, "1", ANKE, Kind.FILL_NUMBER, shown=_shown(office, ways_on.fillable), reason=WHY
    )


def acceptance_withdrawn(office: Office) -> None:
    vat_difference_accepted(office)
    ways_on.withdraw(office.runtime, TENANT, "1", ANKE, 1, may_setup=True)


def booked_by_hand(office: Office) -> None:
    codes.SITUATIONS[Code.VAT_RATE_UNMAPPED](office)()
    ways_on.booked_by_hand(office.runtime, TENANT, "1", ANKE, "26700001", WHY)


def changed_after_booking(office: Office) -> None:
    once(office)
    queueing.on_changed(office.runtime, TENANT, as_host(bill("1", line("1.00", "0.21"))))
    office.session.commit()


def remark_seen(office: Office) -> None:
    office.send(bill("1", line("10.00", "2.10", None)))
    office.run()
    with step(office.session):
        (found,) = [one for one in remarks.open_of(office.session, TENANT)[1] if one.code == "loose_lines"]
    remarks.put_aside(office.runtime, TENANT, found.id, ANKE, "")


def remark_put_aside(office: Office) -> None:
    changed_after_booking(office)
    with step(office.session):
        (found,) = [one for one in remarks.open_of(office.session, TENANT)[1] if one.code == "changed_after_booking"]
    remarks.put_aside(office.runtime, TENANT, found.id, ANKE, WHY)


def chosen(code: Code) -> Situation:
    def situation(office: Office) -> None:
        debtor_codes.SITUATIONS[code](office)()
        debtor_choice.choose(office.runtime, TENANT, "1", ANOTHER, ANKE)

    return situation


def debtor_wanted(office: Office) -> None:
    debtor_codes.SITUATIONS[Code.DEBTOR_NAME_DIFFERS](office)()
    debtor_choice.make_new(office.runtime, TENANT, "1", ANKE)


def debtor_rebound(office: Office) -> None:
    once(office)
    office.knows(build.account("other", code="144"))
    with step(office.session):
        key = office.session.scalars(select(DebtorBinding.match_key)).one()
    debtor_choice.rebind(office.runtime, TENANT, key, "144", ANKE)


def debtor_undone(office: Office) -> None:
    once(office)
    with step(office.session):
        key = office.session.scalars(select(DebtorBinding.match_key)).one()
    debtor_choice.undo(office.runtime, TENANT, key, ANKE)
