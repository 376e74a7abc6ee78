"""Reading the body of an answer within bounds: on the wire, and unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

#: A page of 1,000 relations with every property that we ask for stays below 2 MB, unpacked.
MOST_UNPACKED = 16 * 1024 * 1024
#: Nothing that is smaller unpacked comes larger over the wire, but for a few bytes around it.
MOST_ON_THE_WIRE = MOST_UNPACKED + 64 * 1024
#: What the transport asks for; one layer of either.
ENCODINGS = "gzip, deflate"
#: gzip and zlib alike, recognised by their first bytes.
_EITHER = 32 + zlib.MAX_WBITS


class Oversized(Exception):
    """The answer is larger than anything that Exact has to say; the message names the bound."""


class Unreadable(Exception):
    """The answer is packed in a way that was not asked for, or is damaged."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of an answer is taken."""

    wire: int = MOST_ON_THE_WIRE
    unpacked: int = MOST_UNPACKED


def read(chunks: Iterable[bytes], encoding: str, bounds: Bounds) -> bytes:
    """The whole body. It is never unpacked further than the bound, however well it is packed."""
    unpack = _unpacker(encoding)
    body, taken = bytearray(), 0
    for chunk in chunks:
        taken += len(chunk)
        if taken > bounds.wire:
            raise Oversized(f"more than {bounds.wire} bytes on the wire")
        body += unpack(chunk, bounds.unpacked - len(body))
        if len(body) > bounds.unpacked:
            raise Oversized(f"more than {bounds.unpacked} bytes unpacked")
    return bytes(body)


def _unpacker(encoding: str) -> _Plain | _Packed:
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip" | "deflate":
            return _Packed()
        case _:
            raise Unreadable("an encoding that was not asked for")


class _Plain:
    def __call__(self, chunk: bytes, room: int) -> bytes:
        return chunk


class _Packed:
    def __init__(self) -> None:
        self._unpacker = zlib.decompressobj(_EITHER)

    def __call__(self, chunk: bytes, room: int) -> bytes:
        """One byte more than there is room for shows that there was more."""
        try:
            return self._unpacker.decompress(chunk, room + 1)
        except zlib.error as error:
            raise Unreadable("a damaged body") from error
