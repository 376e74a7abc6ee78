"""The error tree: the class of an error decides what happens next, never its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.domain.references import Reference


class LinkError(Exception):
    """Base of every error this plugin raises on purpose."""


class TryLater(LinkError):
    """Nothing was changed in Exact and time will cure it: from `not_before` (UTC) on, or for None after a backoff."""

    def __init__(self, reason: str, not_before: datetime | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.not_before = not_before


class RateLimited(TryLater):
    """The minute or the day is spent, by our own count or by Exact's 429."""


class QueueAway(LinkError):
    """The queue's server cannot be reached; a run that was asked for is written down, and the next tick starts it."""


class Busy(TryLater):
    """Another process is at work in this administration, and two must not be."""


class EndpointResting(TryLater):
    """Six refusals in an hour: Exact blocks the key at ten, so nothing goes to this endpoint for now."""


class OutcomeUnknown(LinkError):
    """A write was sent and no usable answer came: it must be searched for before it is ever sent again.

    `pause` is what everything else must wait for besides, such as the end of a spent minute.
    """

    def __init__(self, reason: str, pause: TryLater | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


class Refused(LinkError):
    """Exact said no to what was sent; a person must act. `messages` are Exact's own sentences."""

    def __init__(self, status: int, messages: tuple[str, ...], kind: str, reference: Reference | None = None) -> None:
        super().__init__(f"{status}: {kind}")
        self.status = status
        self.messages = messages
        #: The catalogue's name for the first message that it knows, else `unknown`.
        self.kind = kind
        #: What the refusal names, if anything.
        self.reference = reference


class NotAllowed(Refused):
    """403: the user, the app or the administration lost a right. Its two classes say how far that reaches."""


class AdministrationClosed(NotAllowed):
    """The user, the customer or the administration is shut out as a whole: nothing works here until it is back."""


class RightMissing(NotAllowed):
    """One resource is closed to the user or to the app (`kind` is then `scope`); others may work as before."""

    def __init__(self, messages: tuple[str, ...], kind: str, method: str, endpoint: str) -> None:
        super().__init__(403, messages, kind)
        self.method = method
        self.endpoint = endpoint


class ConnectionDead(LinkError):
    """The log-in at Exact has ended; only a new log-in by a person helps. Rows stay where they are."""


class Bug(LinkError):
    """What nobody foresaw about one invoice, reported already; the message is its id. The others go on."""


class Unforeseen(LinkError):
    """What nobody foresaw, logged already; the message is its class, because its text may hold a customer's data."""


class MovedMeanwhile(LinkError):
    """The row is not what was read: somebody moved it, or the host told of its invoice. Nothing was claimed or sent."""


class LinkChanged(LinkError):
    """The link was switched off, or something of it chosen anew, since the slice began: it ends, and begins anew."""


class LeaseLost(LinkError):
    """Another worker took over while this one was away; stop at once and touch nothing."""
