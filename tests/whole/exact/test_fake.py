"""The fake of Exact answers as the simulator does: the same questions through the same methods, the same said back."""

from __future__ import annotations

import inspect
import uuid
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.reference import Division, ReferenceData
from mice_exact_plugin.errors import LinkError, Refused
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.wire.entries import ENTRIES
from mice_exact_plugin.exact.wire.relations import ACCOUNTS
from simulator.tests.control import VENUE, Control
from tests.exact.build import DEBTOR
from tests.fake.books import Books
from tests.fake.client import LOST, SILENT, Exact, FakeClient, Trouble, Where, says, shut
from tests.whole.exact.doors import NoGate, entry_of, nothing
from tests.whole.exact.side import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.entry.entry import SalesEntry, SalesEntryLine

#: Chosen by whoever makes the thing, so not the same on both sides.
CHOSEN = {"code", "entry_number", "created"}
ANOTHER = "00000000-0000-4000-8000-000000000001"


@pytest.fixture
def sides(control: Control, client: ExactClient) -> tuple[Side, Side]:
    """The fake has the simulator's lists."""
    exact = Exact(Books(_reference(client)))
    return Side(client, control=control), Side(FakeClient(exact, NoGate(), VENUE), exact=exact)


def _reference(client: ExactClient) -> ReferenceData:
    accounts = [account for page, _ in client.gl_accounts_since(0) for account in page]
    journals = client.journals()
    return ReferenceData(
        division=Division(VENUE, None, "", "NL", "EUR", is_active=True),
        gl_accounts={account.code: account for account in accounts},
        gl_accounts_by_id={account.id: account for account in accounts},
        journals={journal.code: journal for journal in journals},
        vat_codes={code.code: code for code in client.vat_codes()},
        payment_conditions={condition.code: condition for condition in client.payment_conditions()},
        periods=tuple(client.periods()),
        closed_periods=frozenset(client.closed_periods([journal.code for journal in journals])),
        cost_centers={center.code: center for center in client.cost_centers()},
        cost_units={unit.code: unit for unit in client.cost_units()},
    )


def _entry(side: Side, key: int = 1, **changes: Any) -> SalesEntry:
    """The same for both sides, but for the reference."""
    plain = entry_of(side.client)
    return replace(plain, your_ref=f"F-{key}-{'S' if side.control else 'F'}", **changes)


def _with_line(side: Side, **changes: Any) -> SalesEntry:
    entry = _entry(side)
    line: SalesEntryLine = replace(entry.lines[0], **changes)
    return replace(entry, lines=(line,))


def _post(side: Side, entry: SalesEntry, **debtor: Any) -> Any:
    return side.client.post_entry(entry, side.debtor(**debtor).id, str(uuid.uuid4()), leaves=nothing)


def _book_and_find(side: Side) -> Any:
    posted = _post(side, _entry(side))
    found = side.client.find_entries([posted.entry_id], [])
    by_reference = side.client.find_entries([], [posted.your_ref.lower(), "F-none"])
    return found, by_reference == found, side.client.find_entries([str(uuid.uuid4())], [])


def _ledger(side: Side) -> Any:
    """What one account has, of this entry; the simulator's books had others before."""
    entry = _entry(side)
    _post(side, entry)
    pages = list(side.client.account_lines([entry.lines[0].gl_account_id]))
    return [line for found in pages for line in found if line.your_ref == entry.your_ref]


def _twice(side: Side) -> Any:
    entry, debtor, key = _entry(side), side.debtor(), str(uuid.uuid4())
    side.client.post_entry(entry, debtor.id, key, leaves=nothing)
    return side.client.post_entry(entry, debtor.id, key, leaves=nothing)


def _ids_ignored(side: Side) -> Any:
    side.switch(keeps_ids=False)
    key = str(uuid.uuid4())
    made = side.client.create_crm_account(DEBTOR, key, leaves=nothing)
    posted = side.client.post_entry(_entry(side), made.id, key, leaves=nothing)
    return made.id == key, posted.entry_id == key


def _tells_little(side: Side) -> Any:
    side.switch(tells=False)
    debtor = side.debtor()
    return debtor, side.client.post_entry(_entry(side), debtor.id, str(uuid.uuid4()), leaves=nothing)


def _expanded(side: Side) -> Any:
    side.switch(expands=True)
    return _post(side, _entry(side)).lines


def _costs(side: Side, **costs: str) -> Any:
    side.switch(expands=True)
    return _post(side, _with_line(side, **costs)).lines


def _lost(where: Where, kind: str, fake: Trouble, **detail: Any) -> Callable[[Side], Any]:
    def ask(side: Side) -> Any:
        entry, debtor, key = _entry(side), side.debtor(), str(uuid.uuid4())
        side.trouble(where, kind, fake, **detail)
        said = _said(lambda: side.client.post_entry(entry, debtor.id, key, leaves=nothing))
        return said, side.client.find_entries([key], [])

    return ask


def _refused_then(side: Side, message: str) -> Any:
    side.trouble(("POST", ENTRIES), "json_500", says(message), message=message)
    return _post(side, _entry(side))


def _make(**changes: Any) -> Callable[[Side], Any]:
    omit = changes.pop("omit", frozenset())
    debtor = replace(DEBTOR, **changes)

    def ask(side: Side) -> Any:
        key = str(uuid.uuid4())
        made = side.client.create_crm_account(
            debtor, key, start=date(2026, 1, 1), omit=omit, home_country="NL", leaves=nothing
        )
        return made, made.id == key, side.client.find_crm_accounts([made.id, str(uuid.uuid4())])

    return ask


def _make_twice(side: Side) -> Any:
    return side.client.create_crm_account(DEBTOR, side.debtor().id, leaves=nothing)


def _promote(side: Side) -> Any:
    made = side.debtor(status="P")
    side.client.promote_crm_account(made.id)
    return side.client.find_crm_accounts([made.id])


def _fill(number: str) -> Callable[[Side], Any]:
    def ask(side: Side) -> Any:
        made = side.client.create_crm_account(replace(DEBTOR, vat_number=None), str(uuid.uuid4()), leaves=nothing)
        said = _said(lambda: side.client.fill_vat_number(made.id, number))
        return said, side.client.find_crm_accounts([made.id])

    return ask


def _rights(*where: Where) -> Callable[[Side], Any]:
    def ask(side: Side) -> Any:
        entry, debtor = _entry(side), side.debtor()
        for each in where:
            side.forbid(each)
        seen = [side.client.has_right(endpoint, method) for method, endpoint in where]
        posted = _said(lambda: side.client.post_entry(entry, debtor.id, str(uuid.uuid4()), leaves=nothing))
        found = _said(lambda: side.client.find_crm_accounts([debtor.id]))
        changed = _said(lambda: side.client.promote_crm_account(debtor.id))
        return seen, posted, found, changed

    return ask


def _changes(side: Side) -> Any:
    """What is read of a relation that is made, changed and read on."""
    last = max((version for _, version in side.client.crm_accounts_since(0)), default=1)
    made = side.debtor()
    ((page, newer),) = list(side.client.crm_accounts_since(last))
    side.change(made.id, is_blocked=True)
    ((again, newest),) = list(side.client.crm_accounts_since(newer))
    return page, again, newest > newer, list(side.client.crm_accounts_since(newest))


def _newest(side: Side) -> Any:
    debtor = side.debtor()
    for day in (date(2026, 2, 1), date(2026, 3, 1)):
        side.client.post_entry(
            _entry(side, day.month, entry_date=day, due_date=day), debtor.id, str(uuid.uuid4()), leaves=nothing
        )
    return list(side.client.last_entries([debtor.id]).values())


QUESTIONS: dict[str, Callable[[Side], Any]] = {
    "an entry, found by key and by number": _book_and_find,
    "what an account has": _ledger,
    "the condition of the entry": lambda side: _post(side, _entry(side, payment_condition="14", due_date=None)),
    "no condition at all": lambda side: _post(side, _entry(side, payment_condition=None, due_date=None)),
    "a credit with its own VAT": lambda side: _post(
        side, _with_line(side, net=Decimal("-0.83"), vat=Decimal("-0.18"), vat_override=True)
    ),
    "no lines": lambda side: _post(side, _entry(side, lines=())),
    "a journal that is not there": lambda side: _post(side, _entry(side, journal="999")),
    "a journal of another kind": lambda side: _post(side, _entry(side, journal="10")),
    "a condition that is not there": lambda side: _post(side, _entry(side, payment_condition="??")),
    "a year that is not there": lambda side: _post(
        side, _entry(side, entry_date=date(1999, 1, 1), due_date=date(1999, 2, 1))
    ),
    "a VAT code that is not there": lambda side: _post(side, _with_line(side, vat_code="zzz")),
    "a ledger that is not there": lambda side: _post(side, _with_line(side, gl_account_id=ANOTHER)),
    "a cost centre and a unit": lambda side: _costs(side, cost_center="ZAAL", cost_unit="ZAKELIJK"),
    "a cost unit that is not there": lambda side: _post(side, _with_line(side, cost_unit="NERGENS")),
    "a cost centre that has ended": lambda side: _post(side, _with_line(side, cost_center="OUD")),
    "a cost centre that is not there": lambda side: _post(side, _with_line(side, cost_center="NERGENS")),
    "several things at once": lambda side: _post(
        side, replace(_with_line(side, vat_code="zzz", gl_account_id=ANOTHER), journal="999"), is_blocked=True
    ),
    "a customer that is not there": lambda side: side.client.post_entry(_entry(side), ANOTHER, None, leaves=nothing),
    "a blocked customer": lambda side: _post(side, _entry(side), is_blocked=True),
    "a prospect": lambda side: _post(side, _entry(side), status="P"),
    "a customer that ended": lambda side: _post(side, _entry(side), end_date=date(2026, 1, 1)),
    "a customer that has not begun": lambda side: _post(side, _entry(side), start_date=date(2027, 1, 1)),
    "the same key twice": _twice,
    "ids that are not kept": _ids_ignored,
    "answers that tell little": _tells_little,
    "lines in the answer": _expanded,
    "nothing comes back": _lost(("POST", ENTRIES), "drop_before", SILENT),
    "the answer gets lost": _lost(("POST", ENTRIES), "drop_after_commit", LOST),
    "a gateway answers": _lost(("POST", ENTRIES), "html_503", Trouble(503)),
    "no search is answered": _lost(("GET", ENTRIES), "html_503", Trouble(503)),
    "a firewall": _lost(("POST", ENTRIES), "403", shut()),
    "Exact's own words": lambda side: _refused_then(side, "Verplicht: Betalingsconditie"),
    "a fault of Exact's": lambda side: _refused_then(side, "Er is een probleem opgetreden."),
    "a relation": _make(),
    "a relation without what was left out": _make(omit=frozenset({"id", "email", "vat_number", "coc_number"})),
    "an address that is none": _make(email="geen adres"),
    "a number that is none": _make(vat_number="!"),
    "a name that is cut": _make(name="Stichting tot Behoud van de Grote Zaal en Omliggende Terreinen te Voorbeeld"),
    "a relation under a taken id": _make_twice,
    "a prospect made a customer": _promote,
    "a promotion of nobody": lambda side: side.client.promote_crm_account(ANOTHER),
    "a number filled in": _fill("NL123456789B01"),
    "no number filled in": _fill("!"),
    "no right to book": _rights(("POST", ENTRIES)),
    "no right to see relations": _rights(("GET", ACCOUNTS)),
    "no right to change relations": _rights(("PUT", ACCOUNTS)),
    "what changed": _changes,
    "the newest entries": _newest,
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_both_say_the_same(sides: tuple[Side, Side], name: str) -> None:
    simulated, faked = (_said(lambda side=side: QUESTIONS[name](side)) for side in sides)  # type: ignore[misc]  # mypy issue 12557
    assert faked == simulated


def test_the_fake_leaves_no_method_to_the_wire() -> None:
    asked = {name for name, _ in inspect.getmembers(ExactClient, inspect.isfunction) if not name.startswith("_")}
    assert asked - set(vars(FakeClient)) == {"take_odd"}


def _said(ask: Callable[[], Any]) -> Any:
    """The answer or the error, without what each side chooses for itself."""
    try:
        return _plain(ask())
    except Refused as error:
        return type(error).__name__, error.status, error.kind, error.reference, error.messages
    except LinkError as error:
        return type(error).__name__


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in CHOSEN}
        return {name: _plain(each) for name, each in told.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return "?" if isinstance(value, str) and _is_own(value) else value


def _is_own(text: str) -> bool:
    """An id, or a reference of ours."""
    return (len(text) == len(ANOTHER) and text.count("-") == 4) or text[-2:] in ("-S", "-F")
