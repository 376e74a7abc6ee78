"""A VAT number that a code for the EU needs in Exact, by the fake: filled in, refused, typed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import slice as slices
from tests.booking.situations import ANOTHER, bill
from tests.domain.build import SHIFTED, debtor, line, vat_code
from tests.fake import diary
from tests.fake.client import CHANGES, MAKES, SILENT, Trouble, says, shut
from tests.fake.office import KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]

EU = debtor(name="Freie Planer GmbH", country="DE", postcode="10115", city="Berlin", vat_number="DE136695976")


def _eu(office: Office, **relation: Any) -> Callable[[], Any]:
    codes = office.books.reference.vat_codes
    office.books.with_lists(vat_codes={**codes, "7": vat_code("7", "0", type="B", eu_listing="S")})
    office.set(rate_group_vat_codes={"verlegd": "7"}, fills_vat_numbers=True)
    if relation:
        office.knows(replace(KNOWN, id=ANOTHER, code="200", name="Freie Planer GmbH", **relation))
    office.send(bill("1", line("100.00", "0.00", SHIFTED), debtor=EU))
    return office.run


BERLIN = {"country": "DE", "postcode": "10115", "city": "Berlin", "street": "Markt 1"}


def eu_number_is_filled_in(office: Office) -> Callable[[], Any]:
    return _eu(office, **BERLIN, vat_number=None, coc_number=None)


def eu_number_is_refused(office: Office) -> Callable[[], Any]:
    office.exact.trouble(CHANGES, says("Ongeldig: Btw-nummer"))
    return eu_number_is_filled_in(office)


def eu_number_may_not_be_changed(office: Office) -> Callable[[], Any]:
    office.exact.trouble(CHANGES, shut())
    return eu_number_is_filled_in(office)


def eu_number_is_not_consented_to(office: Office) -> Callable[[], Any]:
    office.exact.trouble(CHANGES, Trouble(403, "Application scope violated"))
    return eu_number_is_filled_in(office)


def eu_number_is_not_kept(office: Office) -> Callable[[], Any]:
    office.exact.trouble(CHANGES, Trouble(204))
    return eu_number_is_filled_in(office)


def eu_number_without_an_answer(office: Office) -> Callable[[], Any]:
    office.exact.trouble(CHANGES, SILENT)
    return eu_number_is_filled_in(office)


def _meanwhile(number: str) -> Situation:
    """Typed since the mirror was read."""

    def situation(office: Office) -> Callable[[], Any]:
        eu_number_is_filled_in(office)
        office.run(should_stop=lambda: True)
        office.books.change(ANOTHER, vat_number=number)
        return lambda: slices.run_slice(office.work())

    return situation


def eu_number_of_a_new_customer(office: Office) -> Callable[[], Any]:
    return _eu(office)


def eu_number_of_a_new_customer_is_refused(office: Office) -> Callable[[], Any]:
    office.exact.trouble(MAKES, says("Ongeldig: Btw-nummer"))
    return _eu(office)


def eu_number_of_a_new_customer_is_not_kept(office: Office) -> Callable[[], Any]:
    office.books.makes = lambda account: replace(account, vat_number=None)
    return _eu(office)


SITUATIONS: dict[str, Situation] = {
    "an EU number is filled in": eu_number_is_filled_in,
    "an EU number is refused": eu_number_is_refused,
    "an EU number may not be changed": eu_number_may_not_be_changed,
    "an EU number is not consented to": eu_number_is_not_consented_to,
    "an EU number is not kept": eu_number_is_not_kept,
    "an EU number without an answer": eu_number_without_an_answer,
    "the same EU number was typed meanwhile": _meanwhile("de 136.695.976"),
    "another EU number was typed meanwhile": _meanwhile("DE115235681"),
    "an EU number of a new customer": eu_number_of_a_new_customer,
    "an EU number of a new customer is refused": eu_number_of_a_new_customer_is_refused,
    "an EU number of a new customer is not kept": eu_number_of_a_new_customer_is_not_kept,
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_what_becomes_of_it(office: Office, name: str) -> None:
    diary.tell("eu_numbers", name, office, SITUATIONS[name])
