"""A keyed hash of an e-mail address, so that two can be called equal and neither is kept.

The key is made once, at random, and kept encrypted under the key ring: turning the ring over changes no hash. When the
ring that it was encrypted under is lost, a new key is made, and hashes of the old one equal nothing any more.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from mice_exact_plugin.access.secrets import CIPHERTEXT, Secret, secret_of
from mice_exact_plugin.crypto import UnreadableSecret
from mice_exact_plugin.database import step
from mice_exact_plugin.mirror.list_table import forget_forms

if TYPE_CHECKING:
    from mice_exact_plugin.runtime import Runtime

NAME = "email_hash"
KEY = 32


@dataclass(frozen=True, slots=True)
class Keyed:
    """The hash under one key; the same address always has the same hash, whatever its case."""

    key: bytes

    def __call__(self, email: str) -> str:
        return hmac.new(self.key, email.strip().casefold().encode(), hashlib.sha256).hexdigest()


def keyed(runtime: Runtime) -> Keyed:
    """The installation's hash; its key is made at the first asking. Opens and ends a transaction."""
    with step(runtime.session):
        known = secret_of(runtime.session, NAME)
    if known is None:
        return _made(runtime)
    try:
        return Keyed(runtime.config.keys.decrypt(known, NAME, CIPHERTEXT))
    except UnreadableSecret:
        # Nothing equals a hash under a key that nobody keeps.
        return Keyed(os.urandom(KEY))


def keyed_for_reading(runtime: Runtime) -> Keyed:
    """The hash for what is about to be written down; with a new key everything is read anew."""
    with step(runtime.session):
        known = secret_of(runtime.session, NAME)
    try:
        return _made(runtime) if known is None else Keyed(runtime.config.keys.decrypt(known, NAME, CIPHERTEXT))
    except UnreadableSecret:
        with step(runtime.session):
            runtime.session.delete(runtime.session.get_one(Secret, NAME))
            forget_forms(runtime.session)
        return _made(runtime)


def _made(runtime: Runtime) -> Keyed:
    key = os.urandom(KEY)
    try:
        with step(runtime.session):
            runtime.session.add(Secret(name=NAME, ciphertext=runtime.config.keys.encrypt(key, NAME, CIPHERTEXT)))
    except IntegrityError:
        # Another process was first, and its key is everybody's.
        return keyed(runtime)
    return Keyed(key)
