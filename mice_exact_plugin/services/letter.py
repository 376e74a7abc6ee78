"""A mail before it has words: what it tells of, and who words it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mice_exact_plugin.domain.notices import Notice
    from mice_exact_plugin.host.contract import Host


@dataclass(frozen=True, slots=True)
class Letter:
    """`asker` is the name of whoever asks an administrator to cure it; empty for a mail of the link itself."""

    tenant: str
    site: str
    causes: tuple[Notice, ...] = ()
    ended: tuple[Notice, ...] = ()
    asker: str = ""


class Writer(Protocol):
    """Subject and body of a letter, in the language of its tenant."""

    def __call__(self, host: Host, letter: Letter) -> tuple[str, str]: ...
