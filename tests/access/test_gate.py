"""What a call does whose token Exact does not take, by the fake; and which ciphertexts a new key renews."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.access import secrets, tokens
from mice_exact_plugin.access.gate import FreshToken, Gate, OpenTransaction
from mice_exact_plugin.access.tokens import TokenVoided
from mice_exact_plugin.crypto import KeyRing
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import ConnectionDead
from mice_exact_plugin.exact import sites
from mice_exact_plugin.exact.transport import Call
from mice_exact_plugin.setup import upkeep
from tests.fake.client import TOKENS
from tests.fake.log_in import APP_ID, USER
from tests.fake.office import APP

if TYPE_CHECKING:
    from tests.fake.office import Office

READS = Call("GET", "/api/v1/current/Me", "current/Me", None)


def gate_of(office: Office) -> Gate:
    return Gate(office.runtime, sites.LogIn(APP, USER))


def test_a_young_token_is_sent_once_more_before_the_log_in_counts_as_taken_over(office: Office) -> None:
    gate = gate_of(office)
    young = gate.token()
    assert gate.renew_token(young) == young
    with pytest.raises(TokenVoided):
        gate.renew_token(young)
    assert office.exact.calls(TOKENS) == 0


def test_an_answer_that_takes_it_ends_the_doubt(office: Office) -> None:
    gate = gate_of(office)
    young = gate.token()
    gate.renew_token(young)
    gate.after_answer(READS, 200, {})
    assert gate.renew_token(young) == young


def test_while_it_is_refused_it_stays_doubted(office: Office) -> None:
    gate = gate_of(office)
    young = gate.token()
    gate.renew_token(young)
    gate.after_answer(READS, 401, {})
    with pytest.raises(TokenVoided):
        gate.renew_token(young)


def test_an_old_one_is_renewed_and_then_used_by_every_call(office: Office) -> None:
    gate = gate_of(office)
    old = gate.token()
    office.time.forward(seconds=570)
    new = gate.renew_token(old)
    assert new != old
    assert gate.token() == new
    assert office.exact.calls(TOKENS) == 1


def test_a_token_is_asked_for_again_only_when_it_is_due(office: Office) -> None:
    gate = gate_of(office)
    first = gate.token()
    office.time.forward(seconds=569)
    assert gate.token() == first
    office.time.forward(seconds=1)
    assert gate.token() != first


@pytest.mark.parametrize("logged_in_meanwhile", [False, True])
def test_a_fresh_token_that_is_refused_ends_the_log_in_unless_a_person_logged_in(
    office: Office, logged_in_meanwhile: bool
) -> None:
    gate = gate_of(office)
    old = gate.token()
    office.time.forward(seconds=570)
    gate.after_answer(READS, 401, {})
    gate.renew_token(old)
    if logged_in_meanwhile:
        with step(office.session):
            tokens.save_pair(office.runtime, sites.LogIn(APP, USER), office.log_in.again())
    gate.after_answer(READS, 401, {})
    assert office.events(None) == ([] if logged_in_meanwhile else ["connection_dead"])


def test_a_refusal_after_a_repeated_call_without_an_answer_is_a_first_one(office: Office) -> None:
    gate = gate_of(office)
    old = gate.token()
    office.time.forward(seconds=570)
    gate.renew_token(old)
    gate.token()
    gate.after_answer(READS, 401, {})
    assert office.events(None) == []


def test_no_call_starts_within_a_transaction(office: Office) -> None:
    gate = gate_of(office)
    with step(office.session):
        secrets.all_secrets(office.session)
        with pytest.raises(OpenTransaction, match=USER):
            gate.token()
        with pytest.raises(OpenTransaction, match=r"^current/Me$"):
            gate.before_send(READS)


def test_a_log_in_whose_token_is_refused_at_once_has_failed() -> None:
    fresh = FreshToken("of just now")
    assert fresh.token() == "of just now"
    with pytest.raises(ConnectionDead, match=r"^fresh_token_refused$"):
        fresh.renew_token(fresh.token())


def test_a_new_key_renews_every_token_and_every_secret_once(office: Office) -> None:
    old = office.runtime.config.keys
    office.lasting(keys=KeyRing((b"n" * 32, *old.keys)))
    assert [upkeep.rotate_keys(office.runtime) for _ in range(2)] == [1, 0]
    only_the_new = KeyRing((b"n" * 32,))
    with step(office.session):
        (secret,) = secrets.all_secrets(office.session)
        assert only_the_new.decrypt(secret.ciphertext, secret.name, secrets.CIPHERTEXT) == b"e" * 32
        token = secrets.token_of(office.session, "NL", APP_ID, USER)
        assert token is not None
        kept = only_the_new.decrypt(token.access, token.owner, secrets.ACCESS)
    assert kept.decode() == office.log_in.pair.access_token
