"""Posting one row, by the fake of Exact: what it meets → what becomes of it, what is written down, what was asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.errors import LinkError, RateLimited, TryLater
from tests.booking.situations import HALL, STRANGER, retyped
from tests.domain.build import invoice, line
from tests.fake import diary
from tests.fake.client import AWAY, CHANGES, LOST, MAKES, POSTS, SILENT, Trouble, says, shut
from tests.fake.office import KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Invoice
    from tests.fake.office import Office

#: What the calls are called in a row of the table.
NAMES = {
    "POST salesentry/SalesEntries": "post",
    "GET salesentry/SalesEntries": "search",
    "POST crm/Accounts": "make",
    "PUT crm/Accounts": "change",
    "GET crm/Accounts": "look",
    "GET users/UserHasRights": "right?",
}


@dataclass(frozen=True)
class Story:
    """What one row meets, and all that must follow from it.

    Attributes:
        given: what is the matter; None is an ordinary day.
        outcome: how it ends, or the class of what is raised.
        state: where the row is afterwards, with the codes of its problems behind it.
        events: its trail, and behind a bar that of the link.
        asked: the calls, in their order.
    """

    given: Callable[[Office], object] | None
    outcome: Outcome | type[LinkError]
    state: str
    events: str = ""
    asked: str = ""
    sent: Invoice = field(default_factory=lambda: invoice(HALL))


def _again(**history: Any) -> Callable[[Office], None]:
    """Sent before, and searched for in vain."""
    return lambda office: office.change(sends=1, first_sent_at=office.time.now, last_sent_at=office.time.now, **history)


def _both(*given: Callable[[Office], object]) -> Callable[[Office], None]:
    return lambda office: [each(office) for each in given].clear()


def _prospect(office: Office) -> None:
    office.knows(replace(KNOWN, status="P"))


def _ignores_changes(office: Office) -> None:
    office.exact.trouble(CHANGES, Trouble(204))


STORIES = {
    "an ordinary day": Story(None, Outcome.SETTLED, "synced", "posted | debtor_bound", "post"),
    "nothing on it": Story(None, Outcome.SETTLED, "ignored", "ignored", sent=invoice(line("0.00", "0.00"))),
    "a rate without a code": Story(
        lambda office: office.set(vat_codes={}), Outcome.BLOCKED, "blocked vat_rate_unmapped", "blocked"
    ),
    "a new customer": Story(
        None,
        Outcome.SETTLED,
        "synced",
        "posted | debtor_created",
        "right? make post",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a new customer, and no right to see any": Story(
        lambda office: office.exact.forbidden.add(("GET", "crm/Accounts")),
        Outcome.BLOCKED,
        "blocked debtor_right_missing",
        "blocked",
        "right?",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a new customer, and no right to make one": Story(
        lambda office: office.exact.trouble(MAKES, shut()),
        Outcome.BLOCKED,
        "blocked debtor_right_missing",
        "blocked",
        "right? make",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a new customer, and the administration is shut": Story(
        lambda office: office.exact.trouble(MAKES, shut("DivisionBlocked")),
        LinkError,
        "queued",
        "",
        "right? make",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a new customer without an answer": Story(
        lambda office: office.exact.trouble(MAKES, SILENT),
        Outcome.UNDER_WAY,
        "queued",
        "",
        "right? make",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a new customer, and no line": Story(
        lambda office: office.exact.trouble(MAKES, AWAY),
        TryLater,
        "queued",
        "",
        "right?",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a new customer that is refused": Story(
        lambda office: office.exact.trouble(MAKES, says("Ongeldig: Land")),
        Outcome.BLOCKED,
        "blocked refused",
        "blocked",
        "right? make",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a new customer whose address is refused": Story(
        lambda office: office.exact.trouble(MAKES, says("Ongeldig: E-mail []")),
        Outcome.SETTLED,
        "synced",
        "posted | debtor_created",
        "right? make make post",
        sent=invoice(HALL, debtor=STRANGER),
    ),
    "a prospect": Story(
        _prospect, Outcome.SETTLED, "synced", "posted | debtor_promoted debtor_bound", "change look post"
    ),
    "a prospect without an answer": Story(
        _both(_prospect, lambda office: office.exact.trouble(CHANGES, SILENT)), Outcome.WAITING, "queued", "", "change"
    ),
    "a prospect that is refused": Story(
        _both(_prospect, lambda office: office.exact.trouble(CHANGES, says("Niet toegestaan: Status"))),
        Outcome.BLOCKED,
        "blocked promotion_refused",
        "blocked",
        "change",
    ),
    "a prospect that stays one": Story(
        _both(_prospect, _ignores_changes), Outcome.BLOCKED, "blocked promotion_ignored", "blocked", "change look"
    ),
    "a prospect, and no right to change it": Story(
        _both(_prospect, lambda office: office.exact.forbidden.add(CHANGES)),
        Outcome.BLOCKED,
        "blocked debtor_right_missing",
        "blocked",
        "change",
    ),
    "refused for what nobody knows": Story(
        lambda office: office.exact.trouble(POSTS, says("Zomaar niet")),
        Outcome.BLOCKED,
        "blocked refused",
        "blocked | debtor_bound",
        "post",
    ),
    "refused for a ledger": Story(
        lambda office: office.exact.trouble(POSTS, says("Geblokkeerd: Grootboekrekening")),
        Outcome.PUT_BACK,
        "queued",
        "| debtor_bound",
        "post sync/Financial/GLAccounts",
    ),
    "refused for want of a condition": Story(
        lambda office: office.exact.trouble(POSTS, says("Verplicht: Betalingsconditie")),
        Outcome.BLOCKED,
        "blocked payment_condition_needed",
        "blocked | debtor_bound",
        "post",
    ),
    "refused for our id": Story(
        lambda office: office.exact.trouble(POSTS, says("Niet toegestaan: EntryID")),
        Outcome.PUT_BACK,
        "queued",
        "| debtor_bound",
        "post",
    ),
    "refused as it exists": Story(
        lambda office: office.exact.trouble(POSTS, says("Gegeven bestaat reeds.")),
        Outcome.UNKNOWN,
        "unconfirmed refused",
        "unconfirmed | debtor_bound",
        "post",
    ),
    "refused the second time": Story(
        _both(_again(), lambda office: office.exact.trouble(POSTS, says("Geblokkeerd: Grootboekrekening"))),
        Outcome.UNKNOWN,
        "unconfirmed refused",
        "unconfirmed | debtor_bound",
        "post",
    ),
    "a firewall": Story(
        lambda office: office.exact.trouble(POSTS, shut()), Outcome.LEFT, "queued", "| debtor_bound", "post"
    ),
    "no consent to book": Story(
        lambda office: office.exact.trouble(POSTS, Trouble(403, "Application scope violated")),
        LinkError,
        "queued",
        "| debtor_bound",
        "post",
    ),
    "the administration is shut": Story(
        lambda office: office.exact.trouble(POSTS, shut("DivisionBlocked")),
        LinkError,
        "queued",
        "| debtor_bound",
        "post",
    ),
    "nothing comes back": Story(
        lambda office: office.exact.trouble(POSTS, SILENT),
        Outcome.UNKNOWN,
        "unconfirmed",
        "unconfirmed | debtor_bound",
        "post",
    ),
    "the answer gets lost": Story(
        lambda office: office.exact.trouble(POSTS, LOST),
        Outcome.UNKNOWN,
        "unconfirmed",
        "unconfirmed | debtor_bound",
        "post",
    ),
    "no line": Story(lambda office: office.exact.trouble(POSTS, AWAY), TryLater, "queued", "| debtor_bound", ""),
    "too many calls by Exact's count": Story(
        lambda office: office.exact.trouble(POSTS, Trouble(429)),
        RateLimited,
        "unconfirmed",
        "unconfirmed | debtor_bound",
        "post",
    ),
    "an answer without figures": Story(
        lambda office: setattr(office.exact, "tells", False),
        Outcome.UNKNOWN,
        "unconfirmed",
        "unseen | debtor_bound",
        "post",
    ),
    "a code that includes the VAT since": Story(
        retyped,
        Outcome.BLOCKED,
        "blocked entry_differs",
        "differs | debtor_bound",
        "post vat/VATCodes vat/VatPercentages",
    ),
    "a log-in elsewhere": Story(
        lambda office: office.log_in.again(), TryLater, "queued", "| debtor_bound", "post post"
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_what_follows(office: Office, name: str) -> None:
    story = STORIES[name]
    office.send(story.sent)
    if story.given:
        story.given(office)
    before = diary.rows(office)
    met = _met(office)
    if isinstance(story.outcome, Outcome):
        assert met is story.outcome
    else:
        assert isinstance(met, story.outcome)
    assert told(office) == (story.state, story.events, story.asked)
    diary.recorded("posting", name, [*diary.written(office, before), *diary.entries(office)])


def test_a_claim_keeps_with_which_version_of_the_settings_it_was_mapped(office: Office) -> None:
    office.send(invoice(HALL))
    office.set(rate_group_ledgers={"gone": "gl-8100"})
    office.set(rate_group_ledgers={"gone": "gl-8100"})
    office.export(office.work())
    assert office.row().settings_version == 2, "a save that changes nothing is no version"


def _met(office: Office) -> Outcome | LinkError:
    try:
        return office.export(office.work())
    except LinkError as error:
        return error


def told(office: Office) -> tuple[str, str, str]:
    """State with problems, both trails, and the calls."""
    own, links = " ".join(office.events()), " ".join(office.events(None))
    asked = " ".join(NAMES.get(call, call.removeprefix("GET ")) for call in office.exact.asked)
    codes = [str(problem.code) for problem in office.problems()]
    return " ".join([office.row().state, *codes]), f"{own} | {links}".strip() if links else own, asked
