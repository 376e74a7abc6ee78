"""One of two that are asked the same: the simulator through the client, or the fake; and who changes its books."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from simulator.tests.control import DUTCH, VENUE, Control
from tests.exact.build import DEBTOR
from tests.fake.client import Exact, Trouble, Where
from tests.whole.exact.doors import nothing

if TYPE_CHECKING:
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.exact.client import ExactClient

SET = {"is_blocked": "Blocked", "status": "Status", "vat_number": "VATNumber"}
DATES = {"start_date": "StartDate", "end_date": "EndDate"}


@dataclass
class Side:
    """What both are asked by, and how their books are changed."""

    client: ExactClient
    control: Control | None = None
    exact: Exact | None = None

    def debtor(self, **changes: Any) -> CrmAccount:
        made = self.client.create_crm_account(replace(DEBTOR, name="De Proef"), str(uuid.uuid4()), leaves=nothing)
        if changes:
            self.change(made.id, **changes)
        return made

    def change(self, account_id: str, **changes: Any) -> None:
        if self.exact:
            return self.exact.books.change(account_id, **changes)
        assert self.control
        values = {SET[name]: value for name, value in changes.items() if name in SET}
        values |= {DATES[name]: f"/Date({_ms(value)})/" for name, value in changes.items() if name in DATES}
        return self.control.patch(VENUE, "Accounts", {"ID": account_id}, **values)

    def trouble(self, where: Where, kind: str, fake: Trouble, **detail: Any) -> None:
        if self.exact:
            self.exact.trouble(where, fake)
        elif self.control:
            self.control.fault(kind, {"method": where[0], "path": f"/{where[1]}"}, **detail)

    def forbid(self, where: Where) -> None:
        if self.exact:
            self.exact.forbidden.add(where)
        elif self.control:
            name, resource = where
            denied = {"hidden": [resource]} if name == "GET" else {"forbidden": [f"{name} {resource}"]}
            self.control.call("POST", "users", {"user": DUTCH, **denied})

    def switch(self, *, keeps_ids: bool = True, tells: bool = True, expands: bool = False) -> None:
        if self.exact:
            self.exact.books.keeps_ids, self.exact.tells, self.exact.expands = keeps_ids, tells, expands
        elif self.control:
            kept, told = "refuse" if keeps_ids else "ignore", "heeded" if tells else "ignored"
            lines = "expanded" if expands else "deferred"
            self.control.switch(entry_id=kept, account_id=kept, prefer=told, posted_lines=lines)


def _ms(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000
