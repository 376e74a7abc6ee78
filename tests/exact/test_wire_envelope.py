"""The shells of an answer: whichever comes, the same rows; what is no answer of Exact's is said to be none."""

import pytest

from mice_exact_plugin.exact.wire.envelope import Garbled, Row, location_key, page, record


class Thing(Row):
    ID: str | None = None
    Size: int | None = None
    Blocked: bool | None = None


@pytest.mark.parametrize(
    "body",
    [
        b'{"d":{"results":[{"ID":"a","Size":1}]}}',
        b'{"d":[{"ID":"a","Size":"1"}]}',
        b'{"d":{"ID":"a","Size":1,"__metadata":{"uri":"x","type":"y"},"Lines":{"__deferred":{"uri":"z"}}}}',
        b' {"d" : [ {"Unknown":[1,{"x":2}],"ID":"a","Size":1.0,"Blocked":null} ] } ',
    ],
)
def test_every_envelope_holds_the_same_row(body: bytes) -> None:
    assert record(body, Thing) == Thing(ID="a", Size=1)
    assert page(body, Thing).next is None


def test_a_page_names_the_next_one() -> None:
    found = page(b'{"d":{"results":[{"ID":"a"},{"ID":"b"}],"__next":"https://x/y?$skiptoken=1L"}}', Thing)
    assert [row.ID for row in found.rows] == ["a", "b"]
    assert found.next == "https://x/y?$skiptoken=1L"


def test_booleans_come_as_bytes_too() -> None:
    assert record(b'{"d":{"Blocked":1}}', Thing).Blocked is True
    assert record(b'{"d":{"Blocked":0}}', Thing).Blocked is False


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Server Unavailable</body></html>",
        b'{"d":{"results":[{"ID":"a"}',
        b'{"d":{"results":{"ID":"a"}}}',
        b'{"d":null}',
        b'{"d":"a"}',
        b"[]",
        b"null",
        b'{"results":[]}',
        b'{"d":{"ID":5}}',
        b'{"d":{"Size":"many"}}',
        b'{"d":{"ID":"\xff"}}',
        b"\xff\xfe",
    ],
)
def test_anything_else_is_garbled(body: bytes) -> None:
    with pytest.raises(Garbled):
        page(body, Thing)


@pytest.mark.parametrize("body", [b'{"d":[]}', b'{"d":{"results":[]}}', b'{"d":[{"ID":"a"},{"ID":"b"}]}'])
def test_one_record_is_one(body: bytes) -> None:
    with pytest.raises(Garbled, match="instead of one"):
        record(body, Thing)


@pytest.mark.parametrize(("rows", "whole"), [(59, True), (60, False), (61, True), (1000, False)])
def test_a_bare_array_of_a_full_page_has_lost_its_next_page(rows: int, whole: bool) -> None:
    body = b'{"d":[' + b",".join([b'{"ID":"a"}'] * rows) + b"]}"
    if whole:
        assert len(page(body, Thing).rows) == rows
        return
    with pytest.raises(Garbled, match="bare array"):
        page(body, Thing)


def test_select_asks_for_what_is_read_and_the_row_version_only_where_it_exists() -> None:
    assert Thing.select() == "ID,Size,Blocked"


def test_the_key_of_a_new_record_is_in_its_location() -> None:
    location = "https://x/api/v1/1/crm/Accounts(guid'71B961DE-b9f3-49fe-883d-0f46c7e0e89b')"
    assert location_key({"Location": location}) == "71b961de-b9f3-49fe-883d-0f46c7e0e89b"
    assert location_key({"Location": "https://x/somewhere"}) is None
    assert location_key({}) is None
