"""A ciphertext opens in its own place, under any key of the ring, and those of 0.1 do as well."""

from __future__ import annotations

import hashlib
import os

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mice_exact_plugin.crypto import KeyRing, UnreadableSecret

OLD, NEW = b"1" * 32, b"2" * 32
PLACE = "NL:app:user", "exact_token.access"


def made_by_0_1(key: bytes, secret: bytes, owner: str) -> bytes:
    nonce = os.urandom(12)
    return hashlib.sha256(key).digest()[:4] + nonce + AESGCM(key).encrypt(nonce, secret, owner.encode())


def test_it_opens_where_it_was_made() -> None:
    ring = KeyRing((NEW, OLD))
    assert ring.decrypt(ring.encrypt(b"token", *PLACE), *PLACE) == b"token"
    assert ring.decrypt(KeyRing((OLD,)).encrypt(b"token", *PLACE), *PLACE) == b"token"


@pytest.mark.parametrize(
    "other", [("NL:app:other", PLACE[1]), (PLACE[0], "exact_token.refresh"), ("NL:app:user\0exact", "token.access")]
)
def test_it_opens_nowhere_else(other: tuple[str, str]) -> None:
    ring = KeyRing((NEW,))
    with pytest.raises(UnreadableSecret):
        ring.decrypt(ring.encrypt(b"token", *PLACE), *other)


def test_one_of_0_1_opens_and_is_bound_anew_under_the_same_key() -> None:
    ring = KeyRing((OLD,))
    before = made_by_0_1(OLD, b"token", PLACE[0])
    assert ring.decrypt(before, *PLACE) == b"token"
    after = ring.renewed(before, *PLACE)
    assert after != before
    assert ring.decrypt(after, *PLACE) == b"token"
    with pytest.raises(UnreadableSecret):
        ring.decrypt(after, PLACE[0], "exact_token.refresh")
    assert ring.renewed(after, *PLACE) == after


def test_an_older_key_is_replaced() -> None:
    before = KeyRing((OLD,)).encrypt(b"token", *PLACE)
    after = KeyRing((NEW, OLD)).renewed(before, *PLACE)
    assert KeyRing((NEW,)).decrypt(after, *PLACE) == b"token"


@pytest.mark.parametrize(
    "damage", [lambda text: text[:-1], lambda text: text[:10], lambda text: b"", lambda text: text[::-1]]
)
def test_what_is_damaged_is_said_to_be_unreadable(damage: object) -> None:
    ring = KeyRing((NEW,))
    with pytest.raises(UnreadableSecret):
        ring.decrypt(damage(ring.encrypt(b"token", *PLACE)), *PLACE)  # type: ignore[operator]
