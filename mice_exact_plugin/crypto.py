"""Secrets at rest: a key ring with rotation, and ciphertext that opens in the place it was made for only.

AES-256-GCM with owner and column as associated data, so that a ciphertext copied into another row, or into the other
column of its row, does not open. Every ciphertext begins with a mark of its key, so an old key can be found while it is
still in the ring; version 0.1 bound to the owner alone, and its marks differ from those of today.
"""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mice_exact_plugin.errors import LinkError

MARK = 4
NONCE = 12


class UnreadableSecret(LinkError):
    """No key of the ring opens this ciphertext in this place."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Keys of 32 bytes, newest first; the first one encrypts."""

    keys: tuple[bytes, ...]

    @classmethod
    def parse(cls, text: str) -> KeyRing:
        """Read `MICE_EXACT_KEYS`: base64 keys of 32 bytes, separated by commas or spaces; ValueError otherwise."""
        keys = tuple(base64.urlsafe_b64decode(part) for part in text.replace(",", " ").split())
        if not keys or any(len(key) != 32 for key in keys):
            raise ValueError("expected one or more base64 keys of 32 bytes")
        return cls(keys)

    def encrypt(self, secret: bytes, owner: str, column: str) -> bytes:
        key, nonce = self.keys[0], os.urandom(NONCE)
        return _mark(key) + nonce + AESGCM(key).encrypt(nonce, secret, _place(owner, column))

    def decrypt(self, ciphertext: bytes, owner: str, column: str) -> bytes:
        mark, rest = ciphertext[:MARK], ciphertext[MARK:]
        for key in self.keys:
            if _mark(key) == mark:
                return _open(key, rest, _place(owner, column))
            if _mark_of_version_1(key) == mark:
                return _open(key, rest, owner.encode())
        raise UnreadableSecret("the key of this secret is no longer in MICE_EXACT_KEYS")

    def renewed(self, ciphertext: bytes, owner: str, column: str) -> bytes:
        """The same secret under the newest key, bound as today; unchanged where it is so already."""
        if ciphertext[:MARK] == _mark(self.keys[0]):
            return ciphertext
        return self.encrypt(self.decrypt(ciphertext, owner, column), owner, column)


def new_key() -> str:
    """A fresh key as `MICE_EXACT_KEYS` spells it."""
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def _mark(key: bytes) -> bytes:
    return hashlib.sha256(b"owner and column:" + key).digest()[:MARK]


def _mark_of_version_1(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[:MARK]


def _place(owner: str, column: str) -> bytes:
    """No name holds a NUL, so no two places have one spelling."""
    return f"{owner}\0{column}".encode()


def _open(key: bytes, rest: bytes, place: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(rest[:NONCE], rest[NONCE:], place)
    except (InvalidTag, ValueError) as error:
        raise UnreadableSecret("this secret belongs to another place or was damaged") from error
