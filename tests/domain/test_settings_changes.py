"""What differs between two versions of the settings, whatever they are made of."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.settings_changes import Payload, changes


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"journal_code": "70"}, {"journal_code": "70"}, []),
        ({"journal_code": "70"}, {"journal_code": "71"}, [("journal_code", "70", "71")]),
        ({"vat_codes": {"21": "2"}}, {"vat_codes": {"21": "2", "9": "1"}}, [("vat_codes:9", "", "1")]),
        ({"loose_lines": {"21": {"vat_code": "2"}}}, {"loose_lines": {}}, [("loose_lines:21:vat_code", "2", "")]),
        ({"fills_vat_numbers": False}, {"fills_vat_numbers": True}, [("fills_vat_numbers", "no", "yes")]),
        ({"dimensions": ["a"]}, {"dimensions": ["a", "b"]}, [("dimensions:2", "", "b")]),
        ({}, {"of_later": None}, []),
    ],
)
def test_changes(before: Payload, after: Payload, told: list[tuple[str, str, str]]) -> None:
    assert [(change["what"], change["old"], change["new"]) for change in changes(before, after)] == told
