"""Numbers come from the tenant's template, and only when an invoice is sent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.services import numbering, sending
from tests.host import material

if TYPE_CHECKING:
    from flask import Flask

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("template", "taken", "following"),
    [
        ("[Y]0001", [], "20260001"),
        ("[Y]0001", ["20260001", "20260007", "20250900"], "20260008"),
        ("[y]0020", [], "260020"),
        ("[y]0020", ["260003"], "260020"),
        ("SUN[y]0001", ["SUN260012", "260099"], "SUN260013"),
        ("F[Y]-01", ["F2026-99"], "F2026-100"),
        ("[Y]0001", ["2026-1", "2026abc", "20261"], "20260001"),
    ],
)
def test_the_next_number(template: str, taken: list[str], following: str) -> None:
    assert numbering.series(template, DAY).next_after(taken) == following


@pytest.mark.parametrize("template", ["", "[Y]", "[X]001", "factuur 001", "0001[Y]"])
def test_a_template_without_a_counter_is_refused(template: str) -> None:
    with pytest.raises(RefusedError, match="begingetal"):
        numbering.series(template, DAY)


def test_a_draft_has_no_number_and_sending_gives_the_next(host_app: Flask) -> None:
    with host_app.app_context():
        material.tenant().identifier_template = "SUN[y]0001"
        first, second = material.draft(), material.draft()
        assert [first.identifier, second.identifier] == [None, None]
        sending.send(second, by_mail=False)
        sending.send(first, by_mail=False)
        assert second.identifier
        assert second.identifier.startswith("SUN")
        assert [second.identifier[-4:], first.identifier[-4:] if first.identifier else ""] == ["0001", "0002"]


def test_each_tenant_has_its_own_series(host_app: Flask) -> None:
    with host_app.app_context():
        assert material.sent("zaal").identifier == material.sent("strand").identifier


def test_the_highest_number_of_the_same_letters(host_app: Flask) -> None:
    with host_app.app_context():
        low, high, other = material.sent(), material.sent(), material.sent()
        low.identifier, high.identifier, other.identifier = "SUN7", "SUN12", "ZON99"
        session().commit()
        assert [numbering.is_highest(each) for each in (low, high, other)] == [False, True, True]
