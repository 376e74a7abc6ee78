"""A database of 0.1 is upgraded and run once: nothing booked reads as changed, and nothing is made or asked twice."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.states import State
from tests.released.installation import THAT_NIGHT, that_night
from tests.released.story import RUNNING, run_once

if TYPE_CHECKING:
    from pathlib import Path

    from tests.released.story import AfterTheRun
    from tests.whole.nights.night import Night

#: Under way and not arrived, refused to 0.1 for the way it wrote their countries, and one whom nobody knew.
NEW_RELATIONS = {"Niet Gemaakt B.V.", "Canal Events Ltd", "Athina Synedria AE", "Gloednieuw B.V."}
#: A person had it booked a second time.
BOOKED_ANYWAY = "C003"


def test_the_database_holds_rows_in_every_state(installed: Night, after: AfterTheRun) -> None:
    rows = after.before.tables["exact_invoice_export"]
    assert {row["state"] for row in rows} == set(State)
    assert {row["ignored_reason"] for row in rows if row["state"] == State.IGNORED} == {
        "before_start",
        "deleted",
        "left_alone",
        "nothing_to_book",
    }
    codes = {problem["code"] for row in rows for problem in row["problems"]}
    assert {"debtor_ambiguous", "entry_conflict", "unanswered", "debtor_unanswered", "identifier_reused"} <= codes
    assert any(row["adopted"] for row in rows)
    assert any(row["generation"] for row in rows)
    assert any(row["deleted_at"] and row["entry_id"] for row in rows)
    bindings = after.before.tables["exact_debtor_binding"]
    assert {binding["state"] for binding in bindings} == {"bound", "creating"}
    assert any(binding["decided_by"] for binding in bindings)
    assert {run["state"] for run in after.before.tables["exact_sync_run"]} == {"done", "stopped", "waiting", "running"}


def test_no_booked_invoice_reads_as_changed(after: AfterTheRun) -> None:
    assert _changed(after.now.tables) == _changed(after.before.tables)
    assert Counter(line["event"] for line in _new_lines(after))["changed_after_booking"] == 0
    digests = [row["digest_version"] for row in after.before.tables["exact_invoice_export"]]
    assert set(digests) == {1}


def test_a_change_after_the_upgrade_is_still_seen_and_seen_to_be_undone(after: AfterTheRun) -> None:
    """G001 was changed in the days of 0.1 and G002 there and back."""
    assert after.now.invoice("zaal", "G001")["changed_after_booking"]
    assert not after.now.invoice("zaal", "G002")["changed_after_booking"]


def test_what_is_booked_now_is_written_down_in_the_present_form(after: AfterTheRun) -> None:
    earlier = {row["id"]: row["posting_key"] for row in after.before.tables["exact_invoice_export"]}
    for row in after.now.tables["exact_invoice_export"]:
        posted_now = row["entry_id"] and not row["adopted"] and row["posting_key"] != earlier[row["id"]]
        if posted_now:
            assert row["digest_version"] == 2, row["identifier"]


def test_nothing_is_booked_twice(after: AfterTheRun) -> None:
    times = Counter((entry["Division"], entry["YourRef"]) for entry in after.now.entries)
    assert {number for (_, number), count in times.items() if count > 1} == {BOOKED_ANYWAY}
    entry_ids = [row["entry_id"] for row in after.now.tables["exact_invoice_export"] if row["entry_id"]]
    assert len(entry_ids) == len(set(entry_ids))
    assert set(entry_ids) <= {entry["EntryID"] for entry in after.now.entries}


def test_what_was_booked_stays_as_it_was(after: AfterTheRun) -> None:
    now = {entry["EntryID"]: entry for entry in after.now.entries}
    assert [now[entry["EntryID"]] for entry in after.before.entries] == after.before.entries


def test_no_relation_is_made_twice(after: AfterTheRun) -> None:
    made = after.now.names() - after.before.names()
    assert {name for _, name in made} <= NEW_RELATIONS
    assert all(count == 1 for count in made.values())
    assert not after.before.names() - after.now.names()


def test_a_relation_that_was_under_way_keeps_the_id_that_0_1_gave_it(after: AfterTheRun) -> None:
    """One had arrived and is found by that id, the other is sent again under it."""
    asked = {
        binding["match_key"].partition("|")[0]: binding["account_id"]
        for binding in after.before.tables["exact_debtor_binding"]
        if binding["state"] == "creating" and binding["sends"] == 1
    }
    now = {relation["ID"]: relation["Name"] for relation in after.now.relations}
    assert now[asked["halfgemaaktbv"]] == "Half Gemaakt B.V."
    assert now[asked["nietgemaaktbv"]] == "Niet Gemaakt B.V."
    for number in ("H003", "J804"):
        assert after.now.row("zaal", number)["account_id"] == asked["halfgemaaktbv"]
    for number in ("H004", "J805"):
        assert after.now.row("zaal", number)["account_id"] == asked["nietgemaaktbv"]


def test_what_a_person_decided_stays_and_is_not_asked_again(after: AfterTheRun) -> None:
    decided = [row for row in after.before.tables["exact_debtor_binding"] if row["decided_by"]]
    now = {row["account_id"]: row for row in after.now.tables["exact_debtor_binding"] if row["decided_by"]}
    assert len(decided) == len(now) == 1
    (chosen,) = decided
    kept = now[chosen["account_id"]]
    assert {name: kept[name] for name in ("decided_by", "bound_at", "state")} == {
        name: chosen[name] for name in ("decided_by", "bound_at", "state")
    }
    assert after.now.row("zaal", "B001")["account_id"] == chosen["account_id"]
    assert after.now.row("zaal", "J801")["account_id"] == chosen["account_id"]
    assert after.now.row("zaal", "J801")["state"] == State.SYNCED


def test_a_customer_whom_nothing_contradicts_stays_on_the_relation_of_0_1(after: AfterTheRun) -> None:
    """Names of 20 to 120 characters, "&", foreign postcodes, no postcode but a number or an address."""
    for place in (*range(1, 20), 22, 23, 24, 25, 29):
        earlier, now = after.before.row("zaal", f"A{place:03}"), after.now.row("zaal", f"J{place:03}")
        assert (now["state"], now["account_id"]) == (State.SYNCED, earlier["account_id"]), now["debtor_name"]


def test_a_binding_of_0_1_that_is_no_proof_is_a_proposal_to_a_person(after: AfterTheRun) -> None:
    """Nothing but the name, one of two that Exact cuts alike, a filler word as company, a number that contradicts."""
    for number in ("J026", "J027", "J028", "J030", "J031", "J032", "J803"):
        row = after.now.row("zaal", number)
        assert row["state"] == State.BLOCKED, row["debtor_name"]
        assert "proposed" in row["problems"][0]["params"]


def test_every_unknown_outcome_is_found_out(after: AfterTheRun) -> None:
    """What arrived without an answer is adopted under its old key, what did not is sent again under it."""
    for tenant, number in (("zaal", "H001"), ("zaal", "H005"), ("tuin", "T003"), ("grange", "V003")):
        before, now = after.before.row(tenant, number), after.now.row(tenant, number)
        assert before["state"] in {State.UNCONFIRMED, State.CLAIMED}
        assert (now["state"], now["posting_key"]) == (State.SYNCED, before["posting_key"])
        assert now["entry_id"] == before["posting_key"]


def test_a_question_that_waits_for_a_person_goes_on_waiting(after: AfterTheRun) -> None:
    for number in ("B002", "C005"):
        assert after.now.row("zaal", number)["state"] == State.BLOCKED
        assert _codes(after.now.row("zaal", number)) == _codes(after.before.row("zaal", number))
    assert after.now.row("zaal", "C004")["ignored_reason"] == "left_alone"


def test_the_other_tenants_are_left_alone(after: AfterTheRun) -> None:
    def of_others(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [row for row in rows if row["tenant"] not in RUNNING]

    for table in ("exact_invoice_export", "exact_settings", "exact_connection"):
        assert of_others(after.now.tables[table]) == of_others(after.before.tables[table])


def test_a_run_that_0_1_left_open_is_taken_up_although_the_upgrade_took_days(tmp_path: Path) -> None:
    """What it had read of the lists is too old by then, so it reads them anew instead of ending without a booking."""
    database = f"sqlite:///{tmp_path / 'host.sqlite'}"
    with that_night(database, tmp_path, THAT_NIGHT + timedelta(days=4)) as installed:
        after = run_once(installed)
    runs = {run["id"]: run["state"] for run in after.now.tables["exact_sync_run"]}
    left_open = [run["id"] for run in after.before.tables["exact_sync_run"] if run["finished_at"] is None]
    assert len(left_open) == len(RUNNING)
    assert {runs[run_id] for run_id in left_open} == {"done"}
    assert after.now.row("zaal", "J001")["state"] == State.SYNCED


def _changed(tables: dict[str, Any]) -> dict[int, Any]:
    return {row["id"]: row["changed_at"] for row in tables["exact_invoice_export"] if row["changed_at"]}


def _new_lines(after: AfterTheRun) -> list[dict[str, Any]]:
    known = {line["id"] for line in after.before.tables["exact_audit"]}
    return [line for line in after.now.tables["exact_audit"] if line["id"] not in known]


def _codes(row: dict[str, Any]) -> list[str]:
    return [problem["code"] for problem in row["problems"]]
