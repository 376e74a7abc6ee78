"""`Any` is said only where a library or JSON forces it, with the reason beside it."""

from __future__ import annotations

from tests.types.anys import modules

#: As many as there are; the figure becomes less whenever they do.
MOST = 155
#: Decisions, and what is done with them, are typed throughout.
WITHOUT = ("domain/entry/", "domain/refusals.py", "domain/problems.py", "domain/states.py", "booking/post.py")


def test_each_module_that_says_any_says_why() -> None:
    assert [module.name for module in modules() if not module.reason.endswith(".")] == []


def test_there_are_no_more_than_there_were() -> None:
    assert sum(module.uses for module in modules()) <= MOST


def test_where_money_is_decided_there_is_none() -> None:
    assert [module.name for module in modules() if module.name.startswith(WITHOUT)] == []
