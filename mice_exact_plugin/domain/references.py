"""Our invoice number against Exact's YourRef: compared as Exact compares text, without case and outer blanks."""

from __future__ import annotations


def normal_reference(text: str) -> str:
    """The one spelling in which two references can be compared."""
    return text.strip().casefold()


def spellings(text: str) -> tuple[str, ...]:
    """What to search by: as written, in small and capitals.

    Exact is taken to ignore case, though no page of its documentation says so of `eq`; then one of them would do. The
    others are for a server that minds it: there a number retyped in yet another mixed case (fA1 for Fa1) is not found,
    since no function that ignores case is documented for its filters, and all mixtures would be too many.
    """
    stripped = text.strip()
    return tuple(dict.fromkeys((stripped, stripped.lower(), stripped.upper())))
