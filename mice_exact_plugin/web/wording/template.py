"""Filling a stored code's sentence with its stored parameters, which may be older than the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.i18n import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a text for the catalogue where it is written; it is translated where it is shown."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the same for a text that depends on a number
    return one, many


class _Parameters(dict[str, str]):
    """A parameter that was not stored shows as a dash instead of breaking the page."""

    def __missing__(self, name: str) -> str:
        return "–"


def filled(text: str, parameters: Mapping[str, str]) -> str:
    """The sentence in the language of the request, with its parameters."""
    return gettext(text) % _Parameters(parameters)
