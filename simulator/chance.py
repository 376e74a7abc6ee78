"""Everything made up by chance, from one seed: the same seed gives the same ids and tokens."""

from __future__ import annotations

import random
import string
import uuid

LETTERS = string.ascii_letters + string.digits + "-_"


class Chance:
    """Makes ids and secrets; not for real secrecy, the simulator has none."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.Random(seed)

    def guid(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def text(self, length: int) -> str:
        return "".join(self._random.choices(LETTERS, k=length))

    def access_token(self) -> str:
        return f"AAEA{self.text(300)}"

    def stamped(self, length: int) -> str:
        """A code or refresh token; Exact's contain a `!`, which arrives percent-encoded in a redirect."""
        return f"{self.text(4)}!IAAAA{self.text(length)}"
