"""Literals, batches and query strings."""

from urllib.parse import parse_qs, quote
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.domain.entry.mapper import YOUR_REF_LIMIT
from mice_exact_plugin.exact import odata
from mice_exact_plugin.exact.wire import entries


def test_literals_are_spelled_as_odata_2_wants_them() -> None:
    assert odata.guid("71B961DE-b9f3-49fe-883d-0f46c7e0e89b") == "guid'71b961de-b9f3-49fe-883d-0f46c7e0e89b'"
    assert odata.text("O'Brien's") == "'O''Brien''s'"
    assert odata.int64(5) == "5L"
    assert odata.eq("Code", odata.text("70")) == "Code eq '70'"
    assert odata.all_of(["a eq 1", odata.any_of(["b eq 2", "c eq 3"])]) == "a eq 1 and (b eq 2 or c eq 3)"


def test_a_guid_cannot_smuggle_a_condition() -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        odata.guid("71b961de-b9f3-49fe-883d-0f46c7e0e89b' or ID ne guid'0")


@given(st.text())
def test_a_text_literal_ends_where_the_text_ends(value: str) -> None:
    literal = odata.text(value)
    inner = literal[1:-1]
    assert literal[0] == literal[-1] == "'"
    assert "'" not in inner.replace("''", "")
    assert inner.replace("''", "'") == value


@given(st.dictionaries(st.sampled_from(["$filter", "$select", "endpoint"]), st.text(min_size=1), min_size=1))
def test_a_query_string_reads_back_as_it_was(query: dict[str, str]) -> None:
    encoded = odata.encode(query)
    assert {name: [value] for name, value in query.items()} == parse_qs(encoded, keep_blank_values=True)
    assert not set(encoded) & set(" '+#<>\"")


rows = st.lists(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=2), max_size=90)


@given(rows)
def test_batches_lose_nothing_and_keep_their_bounds(conditions: list[list[str]]) -> None:
    batches = list(odata.batches(conditions, size=7, room=900))
    assert [row for batch in batches for row in batch] == conditions
    for batch in batches:
        weight = sum(len(quote(condition, safe="")) + 8 for row in batch for condition in row)
        assert len(batch) <= 7
        assert weight <= 900 or len(batch) == 1


def test_forty_keys_and_references_of_full_length_fit_one_address() -> None:
    references = [f"F2026-{number:05d} cong'res & evenement"[:YOUR_REF_LIMIT] for number in range(40)]
    queries = list(entries.searches([str(uuid4()) for _ in references], references))
    longest = max(len(odata.encode(query.options)) for query in queries)
    keys = [str(uuid4()) for _ in references]
    assert len(list(entries.searches(keys, [f"2026-{n:05d}" for n in range(40)]))) == 1
    assert len(list(entries.searches([], [f"F2026-{n:05d}" for n in range(40)]))) == 1
    assert len(list(entries.searches(keys, [f"F2026-{n:05d}" for n in range(40)]))) == 2, "letters are searched twice"
    assert len(queries) <= 4
    assert longest + len("https://start.exactonline.co.uk/api/v1/1234567/salesentry/SalesEntries?") <= odata.MAX_URL
