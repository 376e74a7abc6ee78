"""The keys that encrypt the log-ins: turned over without anybody noticing, and lost without losing an invoice."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.access.secrets import ACCESS, REFRESH, all_tokens
from mice_exact_plugin.crypto import new_key
from mice_exact_plugin.database import step
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import upkeep
from sandbox.host import create_app
from tests.test_crypto import made_by_0_1
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES, TOKENS, Night
from tests.whole.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = 24 * 3600
OLD_ENOUGH = 580
SEARCHES = {"method": "GET", "path": "/salesentry/SalesEntries"}


@contextmanager
def restarted(night: Night, *keys: str) -> Iterator[Night]:
    """The same installation after a restart with other keys, newest first."""
    night.runtime.session.rollback()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MICE_EXACT_KEYS", ",".join(keys))
        app = create_app({"TESTING": True})
    with app.app_context():
        again = Night(World(app, night.control), night.folder, night.traveller)
        yield again
        again.runtime.session.rollback()
        again.engine.dispose()


def test_a_new_key_takes_over_and_the_old_one_can_go(night: Night) -> None:
    night.send(invoice("F1"))
    old, new = os.environ["MICE_EXACT_KEYS"], new_key()
    with restarted(night, new, old) as both:
        assert _rotate(both) == 1
        assert _rotate(both) == 0

    with restarted(night, new) as without_the_old:
        without_the_old.forward(OLD_ENOUGH)
        assert without_the_old.run().state is RunState.DONE
        assert without_the_old.booked() == {"F1": 1}
        assert len(without_the_old.calls(TOKENS)) == 1, "both halves of the pair are readable"


def test_what_is_refreshed_is_encrypted_with_the_newest_key_unasked(night: Night) -> None:
    night.send(invoice("F1"))
    with restarted(night, new_key(), os.environ["MICE_EXACT_KEYS"]) as both:
        both.forward(OLD_ENOUGH)
        both.run()
        assert _rotate(both) == 0
        assert both.booked() == {"F1": 1}


def test_a_lost_key_sends_nothing_and_a_log_in_books_what_waited(night: Night) -> None:
    night.control.fault("drop_after_commit", ENTRIES)
    night.control.fault("drop_before", SEARCHES, occurrence=2)
    night.send(invoice("F1"))
    night.run()
    assert night.states() == {"F1": "unconfirmed"}
    night.send(invoice("F2"))

    with restarted(night, new_key()) as lost:
        lost.control.clear_log()
        lost.forward(8 * DAY)
        upkeep.on_tick(lost.runtime)
        report = lost.run_until_done()[-1]
        assert (report.state, report.reason) == (RunState.STOPPED, "secret_unreadable")
        assert "Er is niets opnieuw versleuteld" in lost.world.command("exact", "rotate-keys", code=1)
        assert lost.control.log() == []

        lost.world.log_in(lost.tenant)
        lost.run_until_done()
        assert lost.states() == {"F1": "synced", "F2": "synced"}
        assert lost.booked() == {"F1": 1, "F2": 1}


def _rotate(night: Night) -> int:
    rotated: int = json.loads(night.world.command("exact", "rotate-keys", "--json"))["rotated"]
    return rotated


def test_what_0_1_wrote_is_read_and_bound_to_its_column_by_turning_the_keys(night: Night) -> None:
    night.send(invoice("F1"))
    keys = night.runtime.config.keys
    with step(night.runtime.session):
        (token,) = all_tokens(night.runtime.session)
        token.access = made_by_0_1(keys.keys[0], keys.decrypt(token.access, token.owner, ACCESS), token.owner)
        token.refresh = made_by_0_1(keys.keys[0], keys.decrypt(token.refresh, token.owner, REFRESH), token.owner)
        old = token.access
    assert night.run().state is RunState.DONE
    assert (_rotate(night), _rotate(night)) == (1, 0)
    with step(night.runtime.session):
        (token,) = all_tokens(night.runtime.session)
        night.runtime.session.refresh(token)
        assert token.access != old
        token.access, token.refresh = token.refresh, token.access
    night.send(invoice("F2"))
    assert night.run().reason == "secret_unreadable", "what was moved to the other column does not open"
