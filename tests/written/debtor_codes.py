"""For every code of a problem with a debtor a situation in which a run blocks an invoice for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import update

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.debtor.matching import PrivatePolicy
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.settings import PrivateCustomers
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from tests.booking.situations import (
    ANOTHER,
    SETTLED,
    STRANGER,
    bill,
    bills,
)
from tests.domain.build import debtor
from tests.domain.debtor.pairs import COCS, LONG, VATS
from tests.fake import diary
from tests.fake.client import CHANGES, MAKES, SILENT, Trouble, says
from tests.fake.office import KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Debtor
    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]

#: Of a company in one town, without numbers, address or street.
ZON = debtor(
    name="De Zon BV",
    postcode="4811 AB",
    city="Breda",
    vat_number=None,
    coc_number=None,
    email=None,
    address_line_1=None,
)
THEIRS = replace(
    KNOWN, id=ANOTHER, code="900", name="De Zon BV", postcode="4811AB", city="Breda", vat_number=None, coc_number=None
)


def _meets(*accounts: Any, of: Debtor = ZON, **ours: Any) -> Situation:
    """A customer, and the relations that Exact has."""

    def situation(office: Office) -> Callable[[], Any]:
        office.knows(*accounts)
        office.send(bill("1", debtor=replace(of, **ours)))
        return office.run

    return situation


def not_read_yet(office: Office) -> Callable[[], Any]:
    """The mirror is of 0.1, which read no street and no address."""
    office.knows(THEIRS)
    private = replace(ZON, name=None, first_name="Jan", last_name="Zon", postcode=None, city=None)
    office.knows(replace(THEIRS, name="Jan Zon", postcode=None, city=None))
    _of_0_1(office, ANOTHER)
    office.send(bill("1", debtor=replace(private, email="jan@zon.example")))
    return office.again


def _of_0_1(office: Office, account_id: str) -> None:
    with step(office.session):
        row = CrmAccountRow
        office.session.execute(update(row).where(row.id == account_id).values(form=1, street=None, email_key=None))


def old_binding(office: Office) -> Callable[[], Any]:
    """0.1 bound by the name alone."""
    office.knows(replace(THEIRS, postcode="9711AB", city="Groningen"))
    key = version_1.match_key(ZON)
    assert key, "0.1 knew it by that"
    with step(office.session):
        office.session.add(
            DebtorBinding(
                site="NL",
                division=1234567,
                match_key=key,
                account_id=ANOTHER,
                state=BindingState.BOUND,
                key_version=1,
                bound_at=office.time.now,
            )
        )
    office.send(bill("1", debtor=ZON))
    return office.run


def collective_gone(office: Office) -> Callable[[], Any]:
    office.set(private=PrivateCustomers(PrivatePolicy.COLLECTIVE, ANOTHER))
    person = replace(ZON, name=None, first_name="Jan", last_name="Zon", postcode=None, city=None)
    office.knows(replace(THEIRS, id=KNOWN.id, name="Jan Zon", postcode=None, city=None))
    office.send(bill("1", debtor=person))
    return office.run


def debtor_unanswered(office: Office) -> Callable[[], Any]:
    office.exact.trouble(MAKES, *[SILENT] * 5)
    office.send(bill("1", debtor=STRANGER))
    for _ in range(5):
        diary.attempt(office.run)
        office.time.forward(seconds=SETTLED)
    return office.run


def promotion_unanswered(office: Office) -> Callable[[], Any]:
    office.knows(replace(KNOWN, status="P"))
    office.exact.trouble(CHANGES, *[SILENT] * 5)
    bills(office, 1)
    work = office.work()
    for _ in range(4):
        office.export(work)
        office.time.forward(seconds=61)
    return lambda: office.export(work)


def _prospect(trouble: Trouble) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        office.knows(replace(KNOWN, status="P"))
        office.exact.trouble(CHANGES, trouble)
        bills(office, 1)
        return office.run

    return situation


def no_right(office: Office) -> Callable[[], Any]:
    office.exact.forbidden.add(MAKES)
    office.send(bill("1", debtor=STRANGER))
    return office.run


SITUATIONS: dict[Code, Situation] = {
    Code.DEBTOR_NAMELESS: _meets(name=None),
    Code.DEBTOR_AMBIGUOUS: _meets(THEIRS, replace(THEIRS, id=KNOWN.id, name="DE ZON B.V.")),
    Code.DEBTOR_NUMBER_DIFFERS: _meets(replace(THEIRS, coc_number=COCS[1]), coc_number=COCS[0]),
    Code.DEBTOR_COC_DIFFERS: _meets(
        replace(THEIRS, coc_number=COCS[1], vat_number=VATS[0]), coc_number=COCS[0], vat_number=VATS[0]
    ),
    Code.DEBTOR_PLACE_DIFFERS: _meets(
        replace(THEIRS, postcode="9711AB", city="Groningen", coc_number=COCS[0]), coc_number=COCS[0]
    ),
    Code.DEBTOR_NAME_DIFFERS: _meets(replace(THEIRS, name="Zonnehof", coc_number=COCS[0]), coc_number=COCS[0]),
    Code.DEBTOR_LEGAL_FORM: _meets(replace(THEIRS, name="De Zon NV")),
    Code.DEBTOR_NAME_CUT: _meets(replace(THEIRS, name=LONG[:50]), name=LONG),
    Code.DEBTOR_NO_SECOND_FACT: _meets(replace(THEIRS, postcode=None, city=None)),
    Code.DEBTOR_NOT_READ_YET: not_read_yet,
    Code.DEBTOR_OLD_BINDING: old_binding,
    Code.DEBTOR_BLOCKED: _meets(replace(THEIRS, is_blocked=True)),
    Code.DEBTOR_NOT_ACTIVE: _meets(replace(THEIRS, end_date=date(2026, 1, 1))),
    Code.DEBTOR_SUPPLIER_ONLY: _meets(replace(THEIRS, status=None, is_supplier=True)),
    Code.DEBTOR_COLLECTIVE_GONE: collective_gone,
    Code.DEBTOR_RIGHT_MISSING: no_right,
    Code.DEBTOR_UNANSWERED: debtor_unanswered,
    Code.PROMOTION_UNANSWERED: promotion_unanswered,
    Code.PROMOTION_IGNORED: _prospect(Trouble(204)),
    Code.PROMOTION_REFUSED: _prospect(says("Niet toegestaan: Status")),
}
