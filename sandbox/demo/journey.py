"""The journey itself, from a venue without a link to invoices that are entries, as six people would live it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sandbox.demo import invoices, runs, selling, setup, stories
from sandbox.demo.books import Books
from sandbox.demo.browser import Browser
from sandbox.demo.comparison import Outcome
from sandbox.demo.people import BOOKKEEPER, SUPPORT, TENANT, email

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.demo.forms import Answer
    from sandbox.demo.operator import Operator
    from sandbox.demo.stories import Story
    from sandbox.stack import Stack

CLIENT: dict[str, Answer] = {
    "Bedrijfsnaam": stories.VAN_DIJK,
    "Adres": "Langestraat 80",
    "Postcode": "3811 AJ",
    "Plaats": "Amersfoort",
    "Land": "NL",
}
OLD_LINE: dict[str, Answer] = {
    "Omschrijving": "Zaalhuur oude afspraak",
    "Aantal": "1",
    "Prijs": "250",
    "Tariefgroep": "Zaalhuur",
}
NEW_LINE: dict[str, Answer] = {
    "Omschrijving": "Proefdiner",
    "Aantal": "6",
    "Prijs": "38,95",
    "Tariefgroep": "Catering laag",
}


@dataclass
class Journey:
    """Plays the acts in order; `told` collects the story of every invoice by its number."""

    stack: Stack
    operator: Operator
    say: Callable[[str], None]
    told: dict[str, Story] = field(default_factory=dict)

    def play(self) -> list[Outcome]:
        with ExitStack() as people:
            enter = people.enter_context
            self.administrator = enter(Browser(self.stack.host_url)).log_in(email("beheerder"))
            self.billing = enter(Browser(self.stack.host_url)).log_in(email("billing"))
            self._activate()
            self._connect()
            self._configure()
            self._sell()
            self.say("The administrator presses Nu synchroniseren; a worker books")
            runs.synchronise(self.administrator, self.say)
            first = self._states()
            self._cure()
            self.say("Night falls: the tick starts the run, a worker books what was cured")
            runs.let_the_night_come(self.stack.folder, self.operator, self.administrator, self.say)
            return self._outcomes(first)

    def _activate(self) -> None:
        self.say("Billing sends an invoice while there is no link yet")
        selling.add_relation(self.billing, CLIENT)
        self._send(stories.BEFORE_ACTIVATION, OLD_LINE)
        self.say("The administrator asks for Exact Online in the chat, and support grants it there")
        setup.ask_for_activation(self.administrator)
        with Browser(self.stack.host_url) as support:
            setup.grant(support.log_in(SUPPORT))

    def _connect(self) -> None:
        self.say(f"The administrator logs in at Exact and chooses {BOOKKEEPER.administration}; the data is loaded")
        setup.log_in_at_exact(self.administrator)
        setup.choose_administration(self.administrator)

    def _configure(self) -> None:
        self.say("Billing sends an invoice; the administrator saves the settings, forgetting the code of 0%")
        self.early = self._send(stories.BEFORE_SETTINGS, NEW_LINE)
        setup.save_settings(self.administrator, setup.SETTINGS)

    def _sell(self) -> None:
        self.say("Billing sends invoices: an import, a credit, a deposit and the event it belongs to")
        self.operator.command("import-invoices", str(stories.FILE), "--tenant", TENANT, "--send")
        self.told |= stories.IMPORTED
        self._tell(selling.credit(self.billing, self.early), stories.CREDIT)
        with Browser(self.stack.host_url) as planner:
            planner.log_in(email("planner"))
            ordered = ("Arrangement: Bruiloft compleet", "Zaalhuur: Grote Zaal")
            event = selling.plan_event(planner, stories.VAN_DIJK, datetime.now(UTC).date(), *ordered)
        self._tell(selling.invoice_event(self.billing, event, "30"), stories.DEPOSIT)
        self._tell(selling.invoice_event(self.billing, event, "100"), stories.SETTLEMENT)

    def _cure(self) -> None:
        self.say("The administrator maps 0%: the blocked invoice is released")
        setup.save_settings(self.administrator, setup.CURE)

    def _send(self, story: Story, line: Mapping[str, Answer]) -> str:
        return self._tell(selling.send_invoice(self.billing, stories.VAN_DIJK, line), story)

    def _tell(self, url: str, story: Story) -> str:
        self.told[invoices.number(self.billing)] = story
        return url

    def _states(self) -> dict[str, str]:
        return {number: standing.state for number, standing in invoices.standings(self.billing).items()}

    def _outcomes(self, first: Mapping[str, str]) -> list[Outcome]:
        """Every invoice of the host, in the order of its list, with what Exact has under its number."""
        entries = Books(self.stack.exact_url, BOOKKEEPER.division).entries()
        return [
            Outcome(
                identifier=number,
                story=self.told[number],
                client=standing.client,
                here=invoices.figures(self.billing, standing.url),
                entries=entries.get(number, []),
                first=first.get(number, ""),
                last=standing.state,
            )
            for number, standing in sorted(invoices.standings(self.billing).items())
        ]
