"""What asks the queue's server only to be polite goes on without it."""

from __future__ import annotations

import socket

from redis import Redis

from mice_exact_plugin.jobs.queues import waiting


def test_nobody_is_given_way_to_while_nobody_can_say_who_waits() -> None:
    with socket.socket() as bound:
        # Bound and not listened to: whoever connects is refused.
        bound.bind(("127.0.0.1", 0))
        away = Redis(host="127.0.0.1", port=bound.getsockname()[1])
        assert waiting(away) == 0
