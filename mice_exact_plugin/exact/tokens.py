"""A pair of tokens, as one answer of Exact brings it; when it may be refreshed is decided in `access/tokens.py`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Both tokens of one answer; the earlier pair is void from then on. `expires_in` is in seconds, 600 at Exact."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in: int
