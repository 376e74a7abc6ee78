"""Rights by user, division and app: a refusal with its reason, or an empty list."""

from collections.abc import Callable

import pytest

from tests.simulator.api import Api
from tests.simulator.books import Books
from tests.simulator.control import READER, Control

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


def test_user_has_rights_of_a_bookkeeper(exact: Api) -> None:
    question = f"users/UserHasRights?endpoint='{ENTRIES}'&action='POST'"
    assert exact.get(question).expect(200).d["UserHasRights"] is True
