"""Cost centres and units by the fake: which lists a night reads, what is sent, kept and compared, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import checking, looking
from mice_exact_plugin.decisions.looking import Result
from mice_exact_plugin.domain.dimensions import NO_RULES, By, Costs, DimensionSettings
from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.reference import Use
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exact.wire.entries import LINES
from mice_exact_plugin.exports import lines, remarks
from mice_exact_plugin.exports.table import sent_from_json
from mice_exact_plugin.mirror import list_table
from mice_exact_plugin.runtime import Person
from tests.booking.costs import CENTERS, UNITS, booked, codes, ruled
from tests.booking.situations import HALL, bill
from tests.deposits import flows
from tests.deposits.played import READS
from tests.domain.build import gl_account, line, with_gl_account
from tests.fake.client import POSTS, says
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from tests.fake.office import Office

BOTH = Costs("ZAAL", "FEEST")
ANKE = Person("1", "Anke")


def _in_exact(office: Office) -> list[list[tuple[str | None, str | None]]]:
    entries = office.books.entries.values()
    return [[(line.cost_center, line.cost_unit) for line in entry.lines or ()] for entry in entries]


def _seen_at(office: Office) -> datetime | None:
    row = office.row()
    with step(office.session):
        kept = lines.of(office.session, row)
    assert kept is not None, "it was sent"
    return kept.seen_at


@pytest.mark.parametrize(
    ("named", "read"),
    [(BOTH, [CENTERS, UNITS]), (Costs("ZAAL"), [CENTERS]), (Costs(None, "FEEST"), [UNITS]), (None, []), ("E", [UNITS])],
)
def test_a_night_reads_the_lists_that_a_rule_needs_and_no_other(
    office: Office, named: Costs | str | None, read: list[str]
) -> None:
    ruled(office, named if isinstance(named, Costs) else BOTH)
    if not isinstance(named, Costs):
        office.set(dimensions=DimensionSettings({}, "E{nummer}") if named else NO_RULES)
    office.send(bill("1"), bill("2"))
    office.exact.asked.clear()
    office.run()
    assert [call for call in office.exact.asked if "hrm/" in call] == read
    assert len(office.books.entries) == 2


def test_what_was_sent_is_in_exact_and_kept_by_line(office: Office) -> None:
    booked(office, BOTH)
    assert _in_exact(office) == [[BOTH]]
    row = office.row()
    with step(office.session):
        kept = lines.of(office.session, row)
    assert kept is not None
    assert [(line.cost_center, line.cost_unit) for line in kept.lines] == [BOTH]
    assert row.sent is not None
    assert row.sent["costs"] == [list(BOTH)]


def test_without_a_rule_what_is_kept_says_nothing_of_it(office: Office) -> None:
    office.send(bill("1"))
    office.run()
    assert "costs" not in (office.row().sent or {})


def test_another_centre_in_exact_is_a_difference_and_one_that_nobody_named_is_none(office: Office) -> None:
    office.exact.expands = True

    def filled_in(entry: Any) -> Any:
        # A blank unit alone would only be remarked.
        blank = (replace(line, cost_unit="" if line.cost_center else line.cost_unit) for line in entry.lines)
        return replace(entry, lines=tuple(replace(line, cost_center="ELDERS") for line in blank))

    office.books.books = filled_in
    booked(office, Costs(None, "FEEST"))
    assert office.row().state is State.SYNCED
    office.set(dimensions=DimensionSettings({(By.RATE_GROUP, "zaal"): BOTH}))
    office.send(bill("2"))
    office.run()
    (problem,) = office.problems("2")
    assert problem.code is Code.ENTRY_DIFFERS
    assert [(each["part"], each["ours"], each["theirs"]) for each in problem.params["differences"]] == [
        ("line_cost_center", "ZAAL", "ELDERS"),
        ("line_cost_unit", "FEEST", ""),
    ]


def test_a_centre_that_the_answer_leaves_blank_is_remarked_until_a_look_at_the_lines(office: Office) -> None:
    """No page of Exact's says that an answer tells it, so nothing is held for it."""
    office.exact.expands, plain = True, office.books.books
    office.books.books = lambda entry: replace(
        entry, lines=tuple(replace(each, cost_center="") for each in entry.lines or ())
    )
    ruled(office, BOTH)
    office.send(*(bill(str(number)) for number in range(5)))
    office.run()
    assert [office.row(str(number)).state for number in range(5)] == [State.SYNCED] * 5
    assert "differs" in office.remarks("0")
    office.ended()
    found = looking.look(office.runtime, TENANT, "0", ANKE)
    assert [(each.part, each.theirs) for each in found.differences] == [(Part.LINE_COST_CENTER, "")]
    office.books.books = plain
    key = next(entry.entry_id for entry in office.books.entries.values() if entry.your_ref == "F2026-0")
    office.books.patch(key, lines=sent_from_json(office.row("0")).lines)
    assert looking.look(office.runtime, TENANT, "0", ANKE).result is Result.EQUAL
    assert "differs" not in office.remarks("0")


def test_no_more_than_three_with_another_centre_are_sent(office: Office) -> None:
    office.exact.expands = True
    office.books.books = lambda entry: replace(
        entry, lines=tuple(replace(each, cost_center=each.cost_center and "ELDERS") for each in entry.lines or ())
    )
    ruled(office, BOTH)
    other = [bill(f"o{number}", line("1.00", "0.21", None)) for number in range(2)]
    office.send(*(bill(str(number)) for number in range(6)), *other)
    office.run()
    assert [office.problems(str(number))[0].code for number in range(6)] == [Code.ENTRY_DIFFERS] * 3 + [
        Code.DIFFERENCE_SUSPECT
    ] * 3
    assert [office.row(each.id).state for each in other] == [State.SYNCED] * 2


def test_a_centre_that_exact_does_not_know_holds_the_others_with_it_after_one_more_reading(office: Office) -> None:
    """As when it was removed after the lists were read."""
    ruled(office, Costs("ZAAL"))
    office.send(*(bill(str(number)) for number in range(4)), bill("free", line("1.00", "0.21", None)))
    office.exact.trouble(POSTS, *[says("Ongeldige referentie: Kostenplaats")] * 2)
    office.exact.asked.clear()
    office.run()
    assert office.exact.asked.count(CENTERS) == 2
    codes_of = {problem.code for number in range(4) for problem in office.problems(str(number))}
    assert codes_of == {Code.REFUSED, Code.REFERENCE_SUSPECT}
    assert office.row("free").state is State.SYNCED


def test_a_list_that_is_suddenly_empty_takes_nothing_away(office: Office) -> None:
    """A user who lost the right to see centres gets an empty list: what was read stays, and Exact judges."""
    booked(office, BOTH)
    office.exact.forbidden |= {("GET", "hrm/Costcenters"), ("GET", "hrm/Costunits")}
    office.send(bill("2"))
    office.run()
    assert _in_exact(office) == [[BOTH], [BOTH]]
    place = office.link.place
    with step(office.session):
        mirror = list_table.mirror_of(office.session, *place, "cost_centers")
        assert mirror is not None
        assert not mirror.is_complete


def test_what_was_gone_is_booked_once_the_rule_or_the_list_is_put_right(office: Office) -> None:
    demands = gl_account("8000", cost_center_use=Use.MANDATORY)
    changed = with_gl_account(demands)
    office.books.with_lists(gl_accounts=changed.gl_accounts, gl_accounts_by_id=changed.gl_accounts_by_id)
    ruled(office, Costs("NIEUW"))
    office.send(bill("1"))
    office.run()
    assert [problem.code for problem in office.problems()] == [Code.COST_CENTER_GONE]
    assert not office.books.entries
    office.books.with_lists(cost_centers=codes("NIEUW", ends=date(2026, 12, 31)))
    office.run()
    assert _in_exact(office) == [[("NIEUW", None)]]


def test_a_credit_after_another_rule_takes_the_centre_of_its_original(office: Office) -> None:
    booked(office, BOTH)
    office.books.with_lists(cost_centers=codes("ZAAL", "NIEUW"))
    office.set(dimensions=DimensionSettings({(By.RATE_GROUP, "zaal"): Costs("NIEUW")}))
    back = replace(HALL, net=-HALL.net, vat=-HALL.vat, gross=-HALL.gross)
    office.send(bill("2", back, is_credit=True, credits_id="1"), bill("3"))
    office.run()
    office.set(dimensions=NO_RULES)
    office.send(bill("4", back, is_credit=True, credits_id="1"), bill("5"))
    office.run()
    assert _in_exact(office) == [[BOTH], [BOTH], [("NIEUW", None)], [BOTH], [(None, None)]]


def test_a_credit_whose_centre_is_gone_goes_without_also_when_no_rule_has_its_list_read(office: Office) -> None:
    booked(office, Costs("ZAAL"))
    office.books.with_lists(cost_centers=codes("NIEUW"))
    office.set(dimensions=NO_RULES)
    back = replace(HALL, net=-HALL.net, vat=-HALL.vat, gross=-HALL.gross)
    office.send(bill("2", back, is_credit=True, credits_id="1"))
    office.run()
    assert office.problems("2") == ()
    assert _in_exact(office) == [[("ZAAL", None)], [(None, None)]]
    assert "cost_center_left_out" in office.remarks("2")


@pytest.mark.parametrize(
    ("adopted", "is_shown", "taken_back"),
    [(False, False, (None, None)), (True, True, (None, None)), (True, False, BOTH)],
)
def test_a_credit_of_what_was_booked_before_there_was_a_choice_takes_back_no_centre(
    office: Office, adopted: bool, is_shown: bool, taken_back: tuple[str | None, str | None]
) -> None:
    """What stood in Exact already goes by the rules where nobody is shown how."""
    if not is_shown:
        office.exact.forbidden.add(READS)
    office.send(bill("1"))
    office.run()
    flows.of_a_version_without_lines(office, "1")
    office.change(adopted=adopted)
    ruled(office, BOTH)
    back = replace(HALL, net=-HALL.net, vat=-HALL.vat, gross=-HALL.gross)
    office.send(bill("2", back, is_credit=True, credits_id="1"))
    office.run()
    assert _in_exact(office) == [[(None, None)], [taken_back]]


def test_a_difference_in_a_line_is_never_lifted_by_a_look_at_the_entry_alone(office: Office) -> None:
    office.exact.expands = True
    office.books.books = lambda entry: replace(
        entry, lines=tuple(replace(each, cost_center="ELDERS") for each in entry.lines or ())
    )
    booked(office, BOTH)
    office.ended()
    for may_see in (True, False):
        office.exact.forbidden |= set() if may_see else {("GET", LINES)}
        assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.DIFFERENT
        assert office.problems()[0].params["differences"][0]["part"] == "line_cost_center"
    office.exact.forbidden.clear()
    (key,) = office.books.entries
    office.books.patch(key, lines=sent_from_json(office.row()).lines)
    assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.EQUAL
    assert office.row().state is State.SYNCED


def test_what_a_person_put_aside_is_looked_at_anew_and_reads_equal_only_when_it_is(office: Office) -> None:
    booked(office, BOTH)
    office.ended()
    (key,) = office.books.entries
    whole = office.books.entries[key].lines or ()
    office.books.patch(key, lines=tuple(replace(each, cost_center="ELDERS") for each in whole))
    assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.DIFFERENT
    row = office.row()
    with step(office.session):
        (found,) = remarks.open_of(office.session, TENANT, [row.id]).values()
    remark = next(each for each in found if each.code == "differs")
    remarks.put_aside(office.runtime, TENANT, remark.id, ANKE, "mag zo")
    for may_see in (True, False):
        office.exact.forbidden |= set() if may_see else {("GET", LINES)}
        assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.DIFFERENT
        assert "differs" not in office.remarks(), "a person knows"
    office.exact.forbidden.clear()
    office.books.patch(key, lines=whole)
    assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.EQUAL
    office.exact.forbidden.add(("GET", LINES))
    assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.EQUAL, "its lines were seen to be right"


def test_a_centre_that_was_taken_away_in_exact_is_remarked_until_the_lines_are_seen_to_be_right(office: Office) -> None:
    booked(office, BOTH)
    office.ended()
    (key,) = office.books.entries
    whole = office.books.entries[key].lines or ()
    assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.EQUAL
    assert _seen_at(office) == office.time.now
    office.books.patch(key, lines=tuple(replace(each, cost_center=None) for each in whole))
    found = looking.look(office.runtime, TENANT, "1", ANKE)
    assert [(each.part, each.ours, each.theirs) for each in found.differences] == [(Part.LINE_COST_CENTER, "ZAAL", "")]
    assert _seen_at(office) is None, "what was kept is not what is in Exact"
    (checked,) = checking.check_booked(office.runtime, TENANT).findings
    assert checked.look.differences == found.differences
    office.books.patch(key, lines=whole)
    assert looking.look(office.runtime, TENANT, "1", ANKE).result is Result.EQUAL
    assert not checking.check_booked(office.runtime, TENANT).findings


@pytest.mark.parametrize("is_read_back", [False, True])
def test_a_deposit_is_taken_off_with_the_centre_that_it_was_booked_with(office: Office, is_read_back: bool) -> None:
    """Also one whose lines were not kept, and are read from its entry."""
    flows.with_accounts(office)
    found = office.books.reference
    waits = {
        code: replace(account, cost_center_use=Use.MANDATORY) if account.code.startswith("18") else account
        for code, account in found.gl_accounts.items()
    }
    office.books.with_lists(gl_accounts=waits, gl_accounts_by_id={each.id: each for each in waits.values()})
    office.books.with_lists(cost_centers=codes("ZAAL", "NIEUW"))
    for center, bill_of in (("ZAAL", flows.deposit()), ("NIEUW", flows.final())):
        by_each = {(By.RATE_GROUP, each.rate_group.code): Costs(center) for each in bill_of.lines if each.rate_group}
        office.set(dimensions=DimensionSettings(by_each))
        flows.booked(office, bill_of)
        if is_read_back and bill_of.id == "d1":
            flows.of_a_version_without_lines(office)
    assert _in_exact(office) == [[("ZAAL", None)], [("NIEUW", None), ("ZAAL", None)]]
