"""A reason is kept on one line, and what is cut of it is marked."""

from __future__ import annotations

from mice_exact_plugin.domain.reason import kept


def test_what_fits_is_kept_whole() -> None:
    assert kept("  per stuk\nafgerond ", 500) == "per stuk afgerond"
    assert kept("x" * 500, 500) == "x" * 500
    assert kept(" \n", 500) == ""


def test_what_does_not_fit_ends_in_a_mark() -> None:
    found = kept("x" * 3000, 500)
    assert len(found) == 500
    assert found.endswith("x …")
