"""Secrets at rest: a key ring with rotation, and ciphertext that only its owner's name opens.

AES-256-GCM with the owner as associated data, so that a ciphertext copied into another row does not open. Every
ciphertext begins with the fingerprint of its key, so an old key can be found while it is still in the ring.
"""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mice_exact_plugin.errors import LinkError

FINGERPRINT = 4
NONCE = 12


class UnreadableSecret(LinkError):
    """No key of the ring opens this ciphertext for this owner."""


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

    def encrypt(self, secret: bytes, owner: str) -> bytes:
        key, nonce = self.keys[0], os.urandom(NONCE)
        return _fingerprint(key) + nonce + AESGCM(key).encrypt(nonce, secret, owner.encode())

    def decrypt(self, ciphertext: bytes, owner: str) -> bytes:
        mark, rest = ciphertext[:FINGERPRINT], ciphertext[FINGERPRINT:]
        for key in self.keys:
            if _fingerprint(key) == mark:
                return _open(key, rest, owner)
        raise UnreadableSecret("the key of this secret is no longer in MICE_EXACT_KEYS")

    def is_current(self, ciphertext: bytes) -> bool:
        """Whether the newest key made this ciphertext."""
        return ciphertext[:FINGERPRINT] == _fingerprint(self.keys[0])


def new_key() -> str:
    """A fresh key as `MICE_EXACT_KEYS` spells it."""
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


def _fingerprint(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[:FINGERPRINT]


def _open(key: bytes, rest: bytes, owner: str) -> bytes:
    try:
        return AESGCM(key).decrypt(rest[:NONCE], rest[NONCE:], owner.encode())
    except InvalidTag as error:
        raise UnreadableSecret("this secret belongs to another owner or was damaged") from error
