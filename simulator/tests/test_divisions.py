"""Who is asking and in which administration: Me, the lists of administrations, and the walls between them."""

from collections.abc import Callable

import pytest

from simulator.tests.api import Api
from simulator.tests.control import ALL_DUTCH, BE_APP, BELGIUM, DUTCH, ENGLISH, FRENCH, SECOND, VENUE, Control

SignIn = Callable[..., Api]
DIVISIONS = "system/Divisions?$select=Code,Description,Country,Status,BlockingStatus"


def test_me(exact: Api) -> None:
    me = exact.get(f"{exact.url}/api/v1/current/Me?$select=CurrentDivision,UserID,LanguageCode").expect(200).row
    assert isinstance(me["CurrentDivision"], int)
    assert me["__metadata"]["type"] == "Exact.Web.Api.System.Me"


@pytest.mark.parametrize(("user", "culture"), [(DUTCH, "nl-NL"), (ENGLISH, "en")])
def test_me_tells_the_language(control: Control, sign_in: SignIn, user: str, culture: str) -> None:
    me = sign_in(user).get(f"{control.url}/api/v1/current/Me").expect(200).row
    assert me["LanguageCode"].startswith(culture)


def test_divisions(exact: Api) -> None:
    rows = exact.all(DIVISIONS)
    (own,) = [row for row in rows if row["Code"] == exact.division]
    assert own["Description"]
    assert own["Status"] == 1
    assert own["BlockingStatus"] == 0


def test_an_archived_division_is_shut_and_still_listed(control: Control, exact: Api) -> None:
    control.call("POST", f"divisions/{exact.division}", {"Status": 2})
    assert exact.get("financial/Journals").expect(403).headers["Reason"] == "DivisionBlocked"
    (own,) = [row for row in exact.all(DIVISIONS) if row["Code"] == exact.division]
    assert own["Status"] == 2


def test_only_the_granted_divisions(control: Control, sign_in: SignIn) -> None:
    narrow = sign_in(DUTCH, SECOND, [SECOND])
    assert [row["Code"] for row in narrow.all(DIVISIONS)] == [SECOND]
    assert narrow.at(VENUE).get("financial/Journals").status == 403


def test_the_division_in_the_url_of_that_list_is_not_checked(control: Control, sign_in: SignIn) -> None:
    narrow = sign_in(DUTCH, 999999, [SECOND])
    assert [row["Code"] for row in narrow.all(DIVISIONS)] == [SECOND]


def test_hrm_divisions(control: Control, exact: Api) -> None:
    rows = exact.all("hrm/Divisions?$select=Code,Description")
    assert {row["Code"] for row in rows} == set(ALL_DUTCH)
    (own,) = exact.all("hrm/Divisions", filter=f"Code eq {exact.division}")
    assert (own["CountryDescription"], own["CurrencyDescription"]) == ("Netherlands", "Euro")


def test_a_dutch_token_does_not_open_a_belgian_division(control: Control, exact: Api) -> None:
    answer = exact.at(BELGIUM).get("financial/Journals").expect(403)
    assert answer.headers["Reason"] == "NoDivisionAccess"


def test_the_belgian_site(control: Control, sign_in: SignIn) -> None:
    belgian = sign_in(FRENCH, BELGIUM, [BELGIUM], BE_APP)
    (row,) = belgian.all(DIVISIONS)
    assert (row["Code"], row["Country"].strip()) == (BELGIUM, "BE")


def test_a_division_that_does_not_exist(control: Control, exact: Api) -> None:
    exact.at(424242).get("financial/Journals").expect(403)


def test_a_guid_of_another_division_is_refused(control: Control, exact: Api, sign_in: SignIn) -> None:
    other = sign_in(ENGLISH, SECOND)
    ledger = exact.id_of("financial/GLAccounts", "8000")
    assert other.get("financial/GLAccounts", filter=f"ID eq guid'{ledger}'").expect(200).rows == []
