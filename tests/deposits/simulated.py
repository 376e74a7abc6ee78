"""Playing drawn events on a host and the simulator, with an upgrade from 0.1 between its deposits and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import comparing, comparison_table, words
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.domain.deposits.comparing import Why
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import settings
from simulator.tests.control import VENUE
from tests.crash import small
from tests.deposits.generated import without_kinds
from tests.deposits.imported import document
from tests.deposits.judged import NOTHING, WAITING, Line, Verdict, judge, waiting
from tests.released.installation import RELEASED
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.settings import LinkSettings
    from tests.deposits.generated import Flow
    from tests.whole.world import World

TENANT = "zaal"
#: The account of each rate, by code.
KEPT_ON = {"21": "1850", "9": "1851", "0": "1852"}
#: What the drawing calls the VAT code of a rate.
DRAWN = {"21": "2", "9": "1", "0": "5"}
BILLED = "SELECT id FROM mice_invoice WHERE identifier LIKE 'D%'"
READS = "/salesentry/SalesEntryLines"


def books(build: Any) -> dict[str, Any]:
    """An administration with all its ledgers, few relations, and every period open."""
    return {**small.few_relations(build), "ClosedPeriods": []}


@dataclass
class Play:
    """One tenant, ready to book, whose books are empty."""

    world: World
    folder: Path

    def play(self, flows: Sequence[Flow]) -> Verdict:
        """Deposits of before the upgrade first, then the others, then what follows them."""
        old = [invoice for flow in flows if flow.is_old for invoice in flow.deposits]
        chosen = self.world.configure(TENANT)
        if old:
            self._send(map(without_kinds, old))
            self._upgrade()
        chosen = self.world.configure(TENANT, deposits=self._accounts())
        self._send(invoice for flow in flows if not flow.is_old for invoice in flow.deposits)
        verdict = Verdict(open_before=self._open(flows, chosen))
        verdict.unexplained = self._compared(but=Why.UNREAD)
        self.world.control.clear_log()
        self._send(invoice for flow in flows for invoice in flow.afterwards)
        verdict.reads = sum(call["path"].endswith(READS) for call in self.world.control.log())
        with step(self.world.runtime.session):
            verdict.open_after = deposits.count(self.world.runtime.session, TENANT)
        rows = self.world.rows(TENANT)
        verdict.unexplained += self._compared()
        verdict.unbooked = [f"{number}: {row['problems']}" for number, row in rows.items() if row["state"] != "synced"]
        judge(verdict, flows, self._lines(chosen))
        return verdict

    def _send(self, invoices: Iterable[Invoice]) -> None:
        """And a night after it, however many slices it takes."""
        made = document(invoices)
        if not made["invoices"]:
            return
        self.world.send(TENANT, made, self.folder)
        while self.world.run(TENANT).state is RunState.WAITING:
            continue

    def _upgrade(self) -> None:
        """What 0.1 knows is all that is left; its host knew the kinds of lines and had no way to tell them."""
        self.world.runtime.session.rollback()
        self.world.command("exact", "db", "downgrade", RELEASED)
        self.world.command("exact", "db", "upgrade")
        with self.world.engine.begin() as connection:
            connection.execute(text(f"UPDATE mice_invoice_line SET kind = 'deposit' WHERE invoice_id IN ({BILLED})"))
        self.world.runtime.session.expire_all()

    def _accounts(self) -> DepositSettings:
        offered = {
            account.code: account.id for account in settings.choices(self.world.runtime, TENANT).deposits.accounts
        }
        return DepositSettings({Decimal(rate): offered[code] for rate, code in KEPT_ON.items()})

    def _open(self, flows: Sequence[Flow], chosen: LinkSettings) -> tuple[Decimal, Decimal]:
        """By the books and by the page, which knows nothing yet of what 0.1 booked."""
        old = {flow.number for flow in flows if flow.is_old}
        with step(self.world.runtime.session):
            totals = deposits.totals(self.world.runtime.session, TENANT)
        told = sum((each.open for each in totals if each.account.code in WAITING), NOTHING)
        return waiting(line for line in self._lines(chosen) if line.flow not in old), told

    def _compared(self, but: Why | None = None) -> list[str]:
        """What *Vergelijk met Exact* says of a ledger that nobody touched; it knows no lines yet of what 0.1 booked."""
        comparison_id = comparing.start(self.world.runtime, TENANT, PERSON)
        comparing.work_on(self.world.runtime, comparison_id, lambda: False)
        with step(self.world.runtime.session):
            asked = comparison_table.found(self.world.runtime.session, comparison_id)
            assert asked is not None
            if asked.result is None:
                return [f"no comparison: {asked.reason}"]
            return [words.sentence(each) for each in asked.result["findings"] if each["why"] != but]

    def _lines(self, chosen: LinkSettings) -> list[Line]:
        """The lines of every entry; those of other makers came with the administration."""
        drawn = {code: DRAWN[f"{rate:f}"] for rate, code in chosen.vat_codes.items() if f"{rate:f}" in DRAWN}
        return [
            Line(
                entry["YourRef"],
                _day(entry["EntryDate"]),
                line["GLAccountCode"].strip(),
                drawn[line["VATCode"].strip()],
                _cents(line["AmountFC"]),
                _cents(line["VATAmountFC"]),
            )
            for entry in self.world.control.entries(VENUE)
            for line in entry["SalesEntryLines"]
        ]


def _day(told: str) -> date:
    """As `/Date(1776124800000)/`: milliseconds since 1970."""
    return datetime.fromtimestamp(int(told[6:-2]) / 1000, UTC).date()


def _cents(amount: float | None) -> Decimal:
    return Decimal(str(amount or 0)).quantize(NOTHING)
