"""The steps of a case: what the venue imports, what somebody does in Exact, and the runs in between."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from simulator.tests.api import Api, Pace
from simulator.tests.control import ALL_DUTCH, DUTCH, VENUE
from simulator.tests.tokens import sign_in
from tests.cases.stage import COLLEAGUE, TENANT, configure

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cases.case import Case

Document = dict[str, Any]
SETTING = "Tariefgroep "
DAYS_AGO = {"TODAY": 0, "YESTERDAY": 1}


def prepare(case: Case, document: Document) -> None:
    """Rate groups and settings of the case's own."""
    groups = document.get("rate_groups", [])
    codes = {name.removeprefix(SETTING): code for name, code in document.get("settings", {}).items()}
    with case.services():
        _import_at_the_host(case, {"rate_groups": groups, "invoices": []})
        if codes:
            configure(case.stage.world, **{group["code"]: codes[group["description"]] for group in groups})


def take(case: Case, document: Document, step: Document) -> None:
    (name,) = set(step) & set(STEPS)
    STEPS[name](case, _filled(case, step[name]), document)


def _import(case: Case, invoices: list[Document], document: Document) -> None:
    """The rate groups that the file does not describe are named after their code, `rate-ledger`."""
    described = {group["code"] for group in document.get("rate_groups", [])}
    used = {line["rate_group"] for invoice in invoices for line in invoice["lines"]} - {None}
    groups = [_rate_group(code) for code in sorted(used - described)]
    with case.services():
        _import_at_the_host(case, {"rate_groups": groups, "invoices": invoices})


def _rate_group(code: str) -> Document:
    rate, ledger = code.split("-", 1)
    return {"code": code, "description": f"Omzet {code}", "vat_rate": rate, "ledger_number": ledger}


def _import_at_the_host(case: Case, content: Document) -> None:
    path = case.folder / "invoices.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    case.stage.world.command("import-invoices", str(path), "--tenant", TENANT, "--send")


def _run(case: Case, times: int, _: Document) -> None:
    for _time in range(times):
        case.run()


def _nights(case: Case, times: int, _: Document) -> None:
    for _time in range(times):
        case.night()


def _in_exact(case: Case, given: Document, _: Document) -> None:
    """Somebody makes a record in Exact itself; one that has a name is known to later steps."""
    body = _with_ledgers(bookkeeper(case), given["body"])
    answer = bookkeeper(case).post(given["path"], body).expect(201)
    if "as" in given:
        case.made[given["as"]] = str(answer.d.get("ID") or answer.d["EntryID"])


def _changed_in_exact(case: Case, given: Document, _: Document) -> None:
    """Somebody changes records in Exact: `table`, `where`, `set`."""
    case.control.patch(VENUE, given["table"], given["where"], **given["set"])


def _may_not_write(case: Case, paths: list[str], _: Document) -> None:
    case.control.call("POST", "users", {"user": DUTCH, "forbidden": [f"POST {path}" for path in paths]})


def _user(case: Case, changes: Document, _: Document) -> None:
    """What the administrator of Exact does with the link's user: `denied`, `hidden`, `read_only`."""
    case.control.call("POST", "users", {"user": DUTCH, **changes})


def _delete_unused_accounts(case: Case, number: int, _: Document) -> None:
    rows = {name: case.control.call("GET", f"divisions/{VENUE}/rows/{name}")["rows"] for name in TABLES}
    used = {str(value) for name in TABLES[1:] for row in rows[name] for value in row.values()}
    kept = {"8000", "8030"}
    unused = [row["ID"] for row in rows["GLAccounts"] if row["ID"] not in used and row["Code"] not in kept]
    assert len(unused) >= number
    for account_id in unused[:number]:
        case.control.call("POST", f"divisions/{VENUE}/rows/GLAccounts", {"delete": [{"ID": account_id}]})


def _delete_entry(case: Case, number: str, _: Document) -> None:
    bookkeeper(case).delete(f"salesentry/SalesEntries(guid'{case.entry(number)['EntryID']}')").expect(204)


def _answers_once(case: Case, given: Document, _: Document) -> None:
    method, path = given["request"].split()
    fault = {"status": given["status"], "message": given.get("message", "")}
    case.control.fault("status", {"method": method, "path": f"{path}$"}, given["occurrence"], **fault)


def _fault(case: Case, given: Document, _: Document) -> None:
    """A fault of the simulator's own kinds: `kind`, `request`, `occurrence` and what the kind takes."""
    method, path = given["request"].split()
    details = {name: value for name, value in given.items() if name not in ("kind", "request", "occurrence")}
    occurrence = given.get("occurrence", 1)
    case.control.fault(given["kind"], {"method": method, "path": f"{path}$"}, occurrence, **details)


def _switches(case: Case, values: Document, _: Document) -> None:
    case.control.switch(**values)


TABLES = ("GLAccounts", "VATCodes", "Journals", "SalesEntryLines", "TransactionLines")
STEPS: dict[str, Callable[[Case, Any, Document], None]] = {
    "import": _import,
    "run": _run,
    "nights": _nights,
    "in_exact": _in_exact,
    "changed_in_exact": _changed_in_exact,
    "exact_user_may_not_write": _may_not_write,
    "exact_user": _user,
    "bookkeeper_deletes_unused_gl_accounts": _delete_unused_accounts,
    "delete_entry": _delete_entry,
    "exact_answers_once": _answers_once,
    "exact_fault": _fault,
    "exact_switches": _switches,
}


def bookkeeper(case: Case) -> Api:
    """Somebody else who works in the administration; the link's own tokens stay what they are."""
    if "colleague" not in case.made:
        case.control.call("POST", "users", {"user": COLLEAGUE, "full_name": "Coby Collega"})
        case.made["colleague"] = sign_in(case.control, COLLEAGUE, ALL_DUTCH)["access_token"]
    return Api(case.control.url, case.made["colleague"], VENUE, Pace())


def _filled(case: Case, value: Any) -> Any:
    """With the dates and ids for which words stand."""
    if isinstance(value, list):
        return [_filled(case, each) for each in value]
    if isinstance(value, dict):
        return {name: _filled(case, each) for name, each in value.items()}
    if isinstance(value, str) and value.startswith("MADE:"):
        return case.made[value.removeprefix("MADE:")]
    if value in DAYS_AGO:
        return (datetime.now(UTC).date() - timedelta(days=DAYS_AGO[value])).isoformat()
    return value


def _with_ledgers(exact: Api, value: Any) -> Any:
    if isinstance(value, list):
        return [_with_ledgers(exact, each) for each in value]
    if isinstance(value, dict):
        return {name: _with_ledgers(exact, each) for name, each in value.items()}
    if isinstance(value, str) and value.startswith("GL:"):
        return exact.id_of("financial/GLAccounts", value.removeprefix("GL:"))
    return value
