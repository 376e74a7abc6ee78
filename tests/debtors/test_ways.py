"""From a customer to a relation by the fake: found, made, promoted, asked for, or under way and searched for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.ensure import ensure, resolve_creations
from mice_exact_plugin.debtors.locate import locate
from mice_exact_plugin.domain.problems import Problem
from mice_exact_plugin.mirror.binding_table import DebtorBinding
from tests.booking.situations import SETTLED, STRANGER, bill
from tests.domain.build import debtor
from tests.fake import diary
from tests.fake.client import AWAY, CHANGES, LOST, MAKES, SILENT, Trouble, says, shut
from tests.fake.office import KNOWN, KNOWN_ID

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.work import Work
    from tests.fake.office import Office

NO_NUMBERS: dict[str, Any] = {"vat_number": None, "coc_number": None}
WORDS = {
    "GET users/UserHasRights": "right?",
    "POST crm/Accounts": "make",
    "PUT crm/Accounts": "change",
    "GET crm/Accounts": "look",
    "GET sync/CRM/Accounts": "list",
    "GET sync/Deleted": "deleted",
}
UNDER_WAY = "DebtorUnderWay(debtor_under_way)"
MAKE, SEARCH = "right? make", "look list deleted"
REFUSED = says("Ongeldig: Land")


def _nothing(_: Office) -> None:
    """All is as usual."""


@dataclass(frozen=True)
class Story:
    """One customer.

    Attributes:
        came: what each meeting with the customer led to; before every later one creations are searched for.
        kept: the bindings that stand then, with how often a relation was sent.
        asked: the calls, in short; those for tokens are none of this.
        before: what is the matter.
        after: seconds between two meetings.
    """

    came: tuple[str, ...]
    kept: tuple[str, ...]
    asked: str
    before: Callable[[Office], None] = _nothing
    who: Debtor = STRANGER
    after: float = SETTLED


def _is(**changes: Any) -> Callable[[Office], None]:
    return lambda office: office.knows(replace(KNOWN, **changes))


def _making(*troubles: Trouble | None) -> Callable[[Office], None]:
    return lambda office: office.exact.trouble(MAKES, *troubles)


def _found_under_another_id(office: Office) -> None:
    office.books.keeps_ids = False
    _making(LOST)(office)


def _refused_change(office: Office) -> None:
    _is(status="P")(office)
    office.exact.trouble(CHANGES, says("Niet toegestaan: Status"))


def _alike(office: Office) -> None:
    _is(**NO_NUMBERS)(office)
    _is(**NO_NUMBERS, id="22222222-aaaa-5111-8111-111111111111", code="144")(office)


STORIES: dict[str, Story] = {
    "new": Story(("made",), ("bound 1",), "right? make"),
    "new, and met again": Story(("made", "made"), ("bound 1",), "right? make"),
    "found by its number": Story(
        ("known",), ("bound 0",), "", who=debtor(postcode=None, city=None, address_line_1=None)
    ),
    "found by name and postcode": Story(("known",), ("bound 0",), "", _is(**NO_NUMBERS), debtor(**NO_NUMBERS)),
    "several of one name and postcode": Story(("debtor_ambiguous",), (), "", _alike, debtor(**NO_NUMBERS)),
    "blocked": Story(("debtor_blocked",), (), "", _is(is_blocked=True), debtor()),
    "without a name": Story(("debtor_nameless",), (), "", who=debtor(name=None, **NO_NUMBERS)),
    "a prospect": Story(("known",), ("bound 0",), "change look", _is(status="P"), debtor()),
    "a prospect that is refused": Story(("Refused(500: not_allowed)",), (), "change", _refused_change, debtor()),
    "the answer is lost": Story((UNDER_WAY, "made"), ("bound 1",), f"{MAKE} {SEARCH}", _making(LOST)),
    "the answer is lost, and another id is kept": Story(
        (UNDER_WAY, "made"), ("bound 0",), f"{MAKE} {SEARCH}", _found_under_another_id
    ),
    "did not arrive": Story((UNDER_WAY, "made"), ("bound 2",), f"{MAKE} {SEARCH} {MAKE}", _making(SILENT)),
    "may still arrive": Story(
        (UNDER_WAY, UNDER_WAY), ("creating 1",), f"{MAKE} {SEARCH}", _making(SILENT), after=SETTLED - 2
    ),
    "did not arrive twice": Story(
        (UNDER_WAY, UNDER_WAY, "made"),
        ("bound 3",),
        f"{MAKE} {SEARCH} {MAKE} {SEARCH} {MAKE}",
        _making(SILENT, SILENT),
    ),
    "not sent": Story(("TryLater(crm/Accounts: ConnectError)", "made"), ("bound 1",), f"right? {MAKE}", _making(AWAY)),
    "refused": Story(("Refused(500: invalid)", "made"), ("bound 1",), f"{MAKE} {MAKE}", _making(REFUSED)),
    "refused after silence": Story(
        (UNDER_WAY, "Refused(500: invalid)"), ("creating 2",), f"{MAKE} {SEARCH} {MAKE}", _making(SILENT, REFUSED)
    ),
    "an e-mail that is refused": Story(("made",), ("bound 1",), f"{MAKE} make", _making(says("Ongeldig: E-mail []"))),
    "forbidden": Story(("RightMissing(403: forbidden)",), (), MAKE, _making(shut())),
}


def _met(office: Office, work: Work) -> str:
    invoice = bill("1", debtor=office.host.sent["1"].debtor)
    found = locate(work, invoice)
    if isinstance(found, Problem):
        return str(found.code)
    account_id = ensure(work, found, invoice, office.row().id)
    return "known" if account_id == KNOWN_ID else "made" if account_id in office.books.relations else "nowhere"


def _meetings(office: Office, story: Story) -> tuple[str, ...]:
    work, came = office.work(), []
    for number in range(len(story.came)):
        if number:
            office.time.forward(seconds=story.after)
            work = office.work()
            resolve_creations(work)
        came.append(diary.attempt(partial(_met, office, work)))
    return tuple(came)


def _kept(office: Office) -> tuple[str, ...]:
    with step(office.session):
        return tuple(f"{row.state} {row.sends}" for row in office.session.scalars(select(DebtorBinding)))


@pytest.mark.parametrize("name", STORIES)
def test_what_became_of_a_customer(office: Office, name: str) -> None:
    story = STORIES[name]
    story.before(office)
    office.send(bill("1", debtor=story.who))
    office.exact.asked.clear()
    there = len(office.books.relations)
    came = _meetings(office, story)
    asked = " ".join(WORDS[call] for call in office.exact.asked if call in WORDS)
    assert (came, _kept(office), asked) == (story.came, story.kept, story.asked)
    assert len(office.books.relations) == there + ("made" in came)
