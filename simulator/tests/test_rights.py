"""Rights by user, division and app: a refusal with its reason, or an empty list."""

from collections.abc import Callable

import pytest

from simulator.tests import tokens
from simulator.tests.api import Api, Pace
from simulator.tests.books import Books
from simulator.tests.control import DUTCH, READER, RETURN_ADDRESS, SECOND, VENUE, Control

ENTRIES = "salesentry/SalesEntries"
SignIn = Callable[..., Api]


@pytest.fixture
def reader(sign_in: SignIn) -> Api:
    return sign_in(READER)


def test_a_reader_reads(reader: Api) -> None:
    assert reader.get("financial/Journals", select="Code").expect(200).rows


def test_a_reader_writes_nothing(reader: Api, books: Books) -> None:
    answer = reader.post(ENTRIES, books.body()).expect(403)
    assert answer.message.startswith("Forbidden")
    reader.post("crm/Accounts", {"Name": "x"}).expect(403)


def test_a_missing_right_looks_like_no_data(reader: Api, books: Books) -> None:
    books.post()
    assert reader.get("read/financial/ReceivablesList").expect(200).rows == []


def test_a_missing_right_is_refused_when_switched_so(control: Control, reader: Api) -> None:
    control.switch(missing_right="forbid")
    reader.get("read/financial/ReceivablesList").expect(403)


@pytest.mark.parametrize(("action", "allowed"), [("POST", False), ("GET", True)])
def test_user_has_rights_tells_beforehand(reader: Api, action: str, *, allowed: bool) -> None:
    question = f"users/UserHasRights?endpoint='{ENTRIES}'&action='{action}'"
    assert reader.get(question).expect(200).d["UserHasRights"] is allowed


def test_the_answer_about_a_right_can_stand_bare(control: Control, exact: Api) -> None:
    control.switch(rights_answer="bare")
    assert exact.get(f"users/UserHasRights?endpoint='{ENTRIES}'&action='POST'").expect(200).d is True


def test_user_has_rights_of_a_bookkeeper(exact: Api) -> None:
    question = f"users/UserHasRights?endpoint='{ENTRIES}'&action='POST'"
    assert exact.get(question).expect(200).d["UserHasRights"] is True


@pytest.mark.parametrize("reason", ["BlockedUser", "InactiveUser", "LicenseExpired", "DivisionBlocked"])
def test_a_user_who_is_turned_away(control: Control, exact: Api, reason: str) -> None:
    control.call("POST", "users", {"user": DUTCH, "denied": {str(VENUE): reason}})
    assert exact.get("financial/Journals").expect(403).headers["Reason"] == reason
    exact.at(SECOND).get("financial/Journals").expect(200)


def test_a_user_who_lost_a_list(control: Control, exact: Api) -> None:
    control.call("POST", "users", {"user": DUTCH, "hidden": ["financial/GLAccounts"]})
    assert exact.get("financial/GLAccounts", select="ID").expect(200).rows == []


LISTS = {
    "hrm/Costcenters": "financial.costcenters",
    "hrm/Costunits": "financial.costcenters",
    "financial/ExchangeRates": "financial.currencies",
    "financial/ReportingBalance": "financial.accounting",
    "sync/Cashflow/PaymentTerms": "financial.cashflow",
    "cashflow/Receivables": "financial.receivables",
}


@pytest.mark.parametrize("path", LISTS)
def test_a_list_behind_a_right_of_its_own(control: Control, exact: Api, books: Books, path: str) -> None:
    books.post()
    assert exact.get(path, select="ID").expect(200).rows
    control.call("POST", "users", {"user": DUTCH, "hidden": [path]})
    assert exact.get(path, select="ID").expect(200).rows == []
    control.switch(missing_right="forbid")
    exact.get(path, select="ID").expect(403)


@pytest.mark.parametrize(("path", "scope"), LISTS.items())
def test_a_list_behind_a_scope(control: Control, path: str, scope: str) -> None:
    app = {"client_id": "55555555-5555-5555-5555-555555555555", "secret": "none", "site": "NL"}
    control.call("POST", "apps", app | {"redirects": [RETURN_ADDRESS], "scopes": ["crm.accounts:read"]})
    code = control.code(DUTCH, [VENUE], app["client_id"])
    granted = tokens.exchange(control.url, code, app["client_id"], client_secret="none").expect(200).body
    answer = Api(control.url, granted["access_token"], VENUE, Pace()).get(path, select="ID").expect(403)
    assert answer.message == f"Forbidden - Application Scope Violated. Cannot read '{scope}' scope."


def test_a_user_who_lost_a_division(control: Control, exact: Api) -> None:
    control.call("POST", "users", {"user": DUTCH, "divisions": [SECOND]})
    assert exact.get("financial/Journals").expect(403).headers["Reason"] == "NoDivisionAccess"
    assert [row["Code"] for row in exact.all("system/Divisions")] == [SECOND]


def test_an_app_without_the_scope(control: Control) -> None:
    app = {"client_id": "44444444-4444-4444-4444-444444444444", "secret": "narrow", "site": "NL"}
    control.call("POST", "apps", app | {"redirects": [RETURN_ADDRESS], "scopes": ["crm.accounts:read"]})
    code = control.code(DUTCH, [VENUE], app["client_id"])
    granted = tokens.exchange(control.url, code, app["client_id"], client_secret="narrow").expect(200).body
    exact = Api(control.url, granted["access_token"], VENUE, Pace())
    exact.get("crm/Accounts", select="ID", filter="Name eq 'x'").expect(200)
    exact.post("crm/Accounts", {"Name": "x"}).expect(403)
    text = "Forbidden - Application Scope Violated. Cannot read 'organization.administration' scope."
    assert exact.get("system/Divisions").expect(403).message == text
