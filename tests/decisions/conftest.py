"""A fresh installation in memory for each test."""

from tests.fake.opened import office

__all__ = ["office"]
