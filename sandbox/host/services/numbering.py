"""Invoice numbers: the next one of a tenant's identifier template, and which number is the highest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import Invoice, Tenant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_TEMPLATE = re.compile(r"^(?P<prefix>(?:\[[Yy]\]|[A-Za-z./_-])*)(?P<counter>[0-9]{1,9})$")
_NUMBER = re.compile(r"^(?P<prefix>.*?)(?P<counter>[0-9]+)$")


@dataclass(frozen=True)
class Series:
    """Numbers with one prefix; the counter starts at `start` and is at least `width` digits wide."""

    prefix: str
    start: int
    width: int

    def number(self, counter: int) -> str:
        return f"{self.prefix}{counter:0{self.width}}"

    def counter(self, identifier: str) -> int | None:
        rest = identifier.removeprefix(self.prefix)
        if not identifier.startswith(self.prefix) or not rest.isdecimal() or len(rest) < self.width:
            return None
        return int(rest)

    def next_after(self, identifiers: Iterable[str]) -> str:
        used = [counter for identifier in identifiers if (counter := self.counter(identifier)) is not None]
        return self.number(max([self.start - 1, *used]) + 1)


def series(template: str, on: date) -> Series:
    """The series of a template such as `[Y]0001`, `[y]0020` or `SUN[y]0001` on a date."""
    match = _TEMPLATE.match(template)
    if match is None:
        raise RefusedError(
            "Het sjabloon voor factuurnummers bestaat uit letters, [Y] of [y], gevolgd door een begingetal, "
            "bijvoorbeeld [Y]0001."
        )
    prefix = match["prefix"].replace("[Y]", f"{on:%Y}").replace("[y]", f"{on:%y}")
    return Series(prefix, int(match["counter"]), len(match["counter"]))


def lock_series(tenant_id: int) -> Tenant:
    """Hold the tenant's numbers until the transaction ends: two invoices sent at once get two numbers."""
    return session().scalars(select(Tenant).where(Tenant.id == tenant_id).with_for_update(of=Tenant)).one()


def next_identifier(tenant: Tenant, on: date) -> str:
    wanted = series(tenant.identifier_template, on)
    return wanted.next_after(_identifiers(tenant.id, wanted.prefix))


def is_highest(invoice: Invoice) -> bool:
    """Whether no other invoice of the same letters has a higher number."""
    match = _NUMBER.match(invoice.identifier or "")
    if match is None:
        return False
    others = (_NUMBER.match(other) for other in _identifiers(invoice.tenant_id, match["prefix"]))
    counters = [int(other["counter"]) for other in others if other and other["prefix"] == match["prefix"]]
    return int(match["counter"]) == max(counters)


def _identifiers(tenant_id: int, prefix: str) -> Iterable[str]:
    query = select(Invoice.identifier).where(
        Invoice.tenant_id == tenant_id, Invoice.identifier.startswith(prefix, autoescape=True)
    )
    return [identifier for identifier in session().scalars(query) if identifier]
