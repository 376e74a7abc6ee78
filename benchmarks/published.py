"""The client `exactonline` as it was published, booking our invoices the way its README shows, at the simulator.

It speaks to Exact's own names only, so those lead to the simulator while it works.
"""

from __future__ import annotations

import os
import socket
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from exactonline.api import ExactApi
from exactonline.elements import ExactCustomer, ExactInvoice
from exactonline.storage.ini import IniStorage

from simulator.tests.certificates import write_certificates
from simulator.tests.control import DUTCH, NL_APP, NL_SECRET, RETURN_ADDRESS, VENUE, Control
from simulator.tests.front import tls_front

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITE = "start.exactonline.nl"
#: Numbers that nothing else takes: ours are given by Exact.
FIRST_NUMBER = 26_750_001


@contextmanager
def published(control: Control, folder: Path) -> Iterator[Any]:
    """Its API, logged in, with the administration chosen."""
    config = folder / "exactonline.ini"
    config.write_text(
        f"[application]\nbase_url = {RETURN_ADDRESS}\nclient_id = {{{NL_APP}}}\nclient_secret = {NL_SECRET}\n"
    )
    trusted, served = write_certificates(folder, [SITE])
    with tls_front(control.url, served) as port, _instead(port, trusted):
        api = ExactApi(storage=IniStorage(str(config)))
        api.request_token(control.code(DUTCH, [VENUE]))
        api.set_division(VENUE)
        yield api


@contextmanager
def _instead(port: int, trusted: Path) -> Iterator[None]:
    """The name of the site leads to this port, and its certificate is believed."""
    resolve, before = socket.getaddrinfo, dict(os.environ)

    def resolved(host: Any, asked: Any, *args: Any, **options: Any) -> Any:
        return resolve(*(("127.0.0.1", port) if host == SITE else (host, asked)), *args, **options)

    socket.getaddrinfo = resolved  # type: ignore[assignment]  # passes on what it gets
    os.environ |= {"SSL_CERT_FILE": str(trusted), "REQUESTS_CA_BUNDLE": str(trusted), "no_proxy": "*"}
    try:
        yield
    finally:
        socket.getaddrinfo = resolve
        os.environ.clear()
        os.environ.update(before)


class _Customer(ExactCustomer):  # type: ignore[misc] # the package has no types
    def __init__(self, api: Any, number: int) -> None:
        super().__init__(api=api)
        self.number = number

    def get_code(self) -> str:
        return str(700_000 + self.number)

    def get_name(self) -> str:
        return f"Gepubliceerde klant {self.number} B.V."

    def get_address(self) -> dict[str, str]:
        return {"AddressLine1": f"Bosweg {self.number}", "Postcode": "3941 AA", "City": "Doorn"}


class _Invoice(ExactInvoice):  # type: ignore[misc] # the package has no types
    def __init__(self, api: Any, number: int, customer: int) -> None:
        super().__init__(api=api)
        self.number, self.customer = number, customer

    def get_customer(self) -> _Customer:
        return _Customer(self._api, self.customer)

    def get_created_date(self) -> date:
        return date(2026, 11, 26)

    def get_exact_journal(self) -> str:
        return "70"

    def get_ledger_lines(self) -> list[dict[str, Any]]:
        amounts = (("50.00", "Zaalhuur"), ("50.00", "Techniek"))
        return [
            {"code": "8000", "vat_percentage": 21, "total_amount_excl_vat": amount, "description": what}
            for amount, what in amounts
        ]

    def get_invoice_number(self) -> str:
        return f"G{self.number:06}"

    def hint_exact_invoice_number(self) -> int:
        return FIRST_NUMBER + self.number

    def get_total_amount_incl_vat(self) -> str:
        return "121.00"

    def get_total_vat(self) -> str:
        return "21.00"


def book(api: Any, number: int, customer: int) -> None:
    """One invoice: its customer is looked up, and made when there is none."""
    _Invoice(api, number, customer).commit()
