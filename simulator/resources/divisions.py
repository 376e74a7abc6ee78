"""The administrations a user may reach: system/Divisions and hrm/Divisions, and current/Me."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.resources.countries import COUNTRIES
from simulator.resources.resource import Resource
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.oauth.people import User
    from simulator.resources.resource import Reading


def _system_divisions(reading: Reading) -> Iterable[Row]:
    return [
        {**_division(books), "Current": books.code == reading.current.code, "IsMainDivision": at == 0}
        for at, books in enumerate(reading.reachable())
    ]


def _hrm_divisions(reading: Reading) -> Iterable[Row]:
    """The same administrations on another scale of Status: 0 regular, 1 archived."""
    for at, books in enumerate(reading.reachable()):
        division = _division(books)
        archived = division.get("Status", 1) == 2
        country = COUNTRIES.get(str(division.get("Country")))
        currency = books["Currencies"].get(books.currency) or {}
        described = {"CountryDescription": country, "CurrencyDescription": currency.get("Description")}
        yield {**division, **described, "HID": division.get("Hid"), "Status": int(archived), "Main": at == 0}


def _division(books: Books) -> Row:
    """The description of an administration under the names of the API."""
    division = books.division
    return {**division, "ChamberOfCommerceNumber": division.get("ChamberOfCommerce")}


def me(user: User, current: Books, server_time: str, utc_offset: int) -> Row:
    """The user as current/Me gives it."""
    first, _, last = user.full_name.partition(" ")
    return {
        "UserID": user.id,
        "CurrentDivision": current.code,
        "AccountingDivision": current.code,
        "DivisionCustomerName": current.division.get("Description"),
        "DivisionCustomerVatNumber": current.division.get("VATNumber"),
        "UserName": user.name,
        "FullName": user.full_name,
        "FirstName": first,
        "LastName": last,
        "Email": user.name,
        "Language": user.language,
        "LanguageCode": user.culture,
        "ServerTime": server_time,
        "ServerUtcOffset": utc_offset,
        "IsClientUser": False,
    }


DIVISIONS = Resource(
    "system/Divisions", entity("Division"), scope="organization.administration", rows=_system_divisions
)
HRM_DIVISIONS = Resource(
    "hrm/Divisions", entity("HrmDivision"), scope="organization.administration", rows=_hrm_divisions
)
ME = entity("Me")
