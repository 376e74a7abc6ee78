"""Our invoice number against Exact's YourRef: compared as Exact compares text, without case and outer blanks."""

from __future__ import annotations


def normal_reference(text: str) -> str:
    """The one spelling in which two references can be compared."""
    return text.strip().casefold()


def spellings(text: str) -> tuple[str, ...]:
    """What to search by, so that a server finds it whether or not it minds case: as written, in small and capitals."""
    stripped = text.strip()
    return tuple(dict.fromkeys((stripped, stripped.lower(), stripped.upper())))
