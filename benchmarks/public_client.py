"""The flow of the public client `exactonline`, over plain HTTP as ours is here, so that TLS costs nobody anything.

For each invoice it searches that, the relation and the ledgers, and then books: about 4.6 calls.
"""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, Any

import exactonline.rawapi
from exactonline.api import ExactApi
from exactonline.elements import ExactCustomer, ExactInvoice
from exactonline.http import opt_default
from exactonline.storage import MissingSetting
from exactonline.storage.base import ExactOnlineConfig

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.posting import Sold

#: What the client may still send after the token was received.
AN_HOUR = 3600


class Memory(ExactOnlineConfig):  # type: ignore[misc] # the package has no types
    """Its configuration, pointed at the simulator."""

    def __init__(self, url: str, token: str, division: int) -> None:
        self._kept = {
            ("server", "rest_url"): f"{url}/api",
            ("transient", "access_token"): token,
            ("transient", "access_expiry"): str(int(time.time()) + AN_HOUR),
            ("transient", "division"): str(division),
        }

    def get(self, section: str, option: str) -> str:
        if (section, option) not in self._kept:
            raise MissingSetting(section, option)
        return self._kept[section, option]

    def set(self, section: str, option: str, value: Any) -> None:
        self._kept[section, option] = str(value)


class Customer(ExactCustomer):  # type: ignore[misc] # the package has no types
    def __init__(self, code: str, name: str, api: Any) -> None:
        super().__init__(api=api)
        self._code, self._name = code, name

    def get_code(self) -> str:
        return self._code

    def get_name(self) -> str:
        return self._name

    def get_address(self) -> dict[str, str]:
        return {"AddressLine1": "Markt 1", "Postcode": "1234 AB", "City": "Utrecht"}


class Invoice(ExactInvoice):  # type: ignore[misc] # the package has no types
    def __init__(self, sold: Sold, number: int, api: Any) -> None:
        super().__init__(api=api)
        self._sold, self._number = sold, number

    def get_customer(self) -> Customer:
        return Customer(self._sold.code, self._sold.name, self._api)

    def get_created_date(self) -> date:
        return date(2026, 3, 14)

    def get_exact_journal(self) -> str:
        return "70"

    def get_ledger_lines(self) -> list[dict[str, Any]]:
        line = {"vat_percentage": 21, "description": "Zaalhuur"}
        return [line | {"code": code, "total_amount_excl_vat": net} for code, net in self._sold.lines]

    def get_invoice_number(self) -> str:
        return self._sold.number

    def hint_exact_invoice_number(self) -> int:
        return self._number

    def get_total_amount_incl_vat(self) -> str:
        return str(self._sold.gross)

    def get_total_vat(self) -> str:
        return str(self._sold.vat)


def opened(url: str, token: str, division: int) -> Any:
    # It only speaks HTTPS by default, which nobody answers on this machine.
    exactonline.rawapi.opt_secure = opt_default
    return ExactApi(storage=Memory(url, token, division))


def book_all(api: Any, sold: Sequence[Sold], first: int) -> None:
    """Each as its README does; the numbers are a hint for Exact."""
    for each in sold:
        Invoice(each, first + int(each.number[1:]), api).commit()
