"""What a host may offer beyond the contract: the protocols of what `offers.py` asks for and does without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime
    from decimal import Decimal

    from blinker import NamedSignal

    from mice_exact_plugin.host.contract import HostActivation


class Mark(Protocol):
    """How an addon stands, for a tile or a menu item: a word or two, its tone, and the sentence behind it.

    `tone` is one of `neutral info success warning danger`; it never says more than the words beside it.
    """

    @property
    def text(self) -> str: ...
    @property
    def tone(self) -> str: ...
    @property
    def sentence(self) -> str: ...


class HostChange(Protocol):
    """That an invoice was sent, changed or deleted, and when that last happened."""

    @property
    def invoice_id(self) -> str: ...
    @property
    def at(self) -> datetime: ...


class Confirmation(Protocol):
    """One invoice that was processed, as `confirm_sync` is told of it."""

    @property
    def invoice_id(self) -> str: ...
    @property
    def external_id(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def status(self) -> str: ...


class HostPlace(Protocol):
    """A location of the venue, or a type of event: `code` never changes, `name` is for people."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...


class HostTotal(Protocol):
    """An invoice that was sent by its id, and what it comes to with VAT."""

    @property
    def invoice_id(self) -> str: ...
    @property
    def currency(self) -> str: ...
    @property
    def total_incl(self) -> Decimal: ...


class HostRevenue(Protocol):
    """What one thing that is sold brought in of one rate group, without VAT.

    `kind` is that of its lines, `name` that of the product, package or room; None where there is none. `rate_group` is
    a code.
    """

    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str | None: ...
    @property
    def vat_rate(self) -> Decimal: ...
    @property
    def rate_group(self) -> str | None: ...
    @property
    def ledger_number(self) -> str | None: ...
    @property
    def net(self) -> Decimal: ...


class OfferedRevenue(HostRevenue, Protocol):
    """What a row of revenue may have besides: the `currency` of its invoices, which then have a row for each.

    Without one, or with None, it is taken as that of the administration.
    """

    @property
    def currency(self) -> str | None: ...


class HostEvent(Protocol):
    """The event that a line charges, as it stands now. `event_type` is a code of the host's."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def starts_on(self) -> date | None: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def event_type(self) -> str | None: ...
    @property
    def location(self) -> HostPlace | None: ...
    @property
    def is_cancelled(self) -> bool: ...


class OfferedEvent(HostEvent, Protocol):
    """What an event may have besides: `number`, by which people and their bookkeeper know it, as text or counted.

    It never changes. Without one, or with None, no cost unit is made of the event.
    """

    @property
    def number(self) -> str | int | None: ...


class OfferedLine(Protocol):
    """What an invoice line may have since 1.1; a line without one, or with None, is as a line of 1.0.

    `kind` is one of `package product room_rent deposit deposit_settlement manual receipt`, `vat_situation` one of
    `S Z E AE K G O` (UNTDID 5305); a rate group may have `vat_situation` as well, for those of its lines without one.
    `settles_invoice_id` is the deposit invoice of which the line takes off, or credits, a part. `room`, `category` and
    `product_id` are codes of the host's.
    """

    @property
    def kind(self) -> str | None: ...
    @property
    def settles_invoice_id(self) -> str | None: ...
    @property
    def vat_situation(self) -> str | None: ...
    @property
    def event(self) -> HostEvent | None: ...
    @property
    def room(self) -> str | None: ...
    @property
    def category(self) -> str | None: ...
    @property
    def product_id(self) -> str | None: ...


class OfferedInvoice(Protocol):
    """What an invoice may have since 1.1: where it is from, and what its payer is asked to mention."""

    @property
    def location(self) -> HostPlace | None: ...
    @property
    def payment_reference(self) -> str | None: ...


class OfferedClient(Protocol):
    """What an invoice's copy of the client may have since 1.1."""

    @property
    def language(self) -> str | None: ...
    @property
    def peppol_id(self) -> str | None: ...


class OfferedSignals(Protocol):
    """Signals since 1.1, with the tenant code as sender: `event_cancelled(tenant, event_id=str)`, `event_moved(…)`."""

    @property
    def event_cancelled(self) -> NamedSignal: ...
    @property
    def event_moved(self) -> NamedSignal: ...


class HostOffers(Protocol):
    """What a host may offer beyond contract 1.0; an addon asks for each member and does without when it is missing.

    A tenant may also have `language` (such as `nl`): the language in which its administrators are written to. A user
    may have `locale` (such as `en-GB`): how that person writes numbers and dates. Either may have `timezone`, a name of
    the IANA register such as `Europe/London`: the time in which moments are told.
    """

    def set_tile_state(self, *, slot: str, endpoint: str, state: Callable[[], Mark | None]) -> None:
        """Draw the addon's tile with what `state` answers for the tenant of the request; None for nothing to say."""

    def set_menu_mark(self, *, endpoint: str, mark: Callable[[], Mark | None]) -> None:
        """Show a mark beside the menu item of this endpoint, unless `mark` answers None."""

    def activations_of(self, tenants: Collection[str], addon: str) -> Mapping[str, HostActivation]:
        """`activation` of many tenants at once; who never had it is left out."""

    def activation_asked_at(self, tenant: str, addon: str) -> datetime | None:
        """When the tenant last asked for an addon that it does not have; None when it did not."""

    def external_url(self, tenant: str, path: str) -> str | None:
        """The whole address of a path as the tenant's people open it, for a mail; None when it is not known."""

    def trail(self, *, slot: str) -> Sequence[tuple[str, str | None]]:
        """The steps to the tiles of a slot, as the person of the request may go them: name, and address or None.

        Empty for who does not come by there (since 1.1).
        """

    def changed_since(
        self, tenant: str, since: datetime, *, after: HostChange | None, limit: int
    ) -> Sequence[HostChange]:
        """At most `limit` invoices that were sent, changed or deleted at `since` or later, behind the change `after`.

        In the order of `at` and then of the invoice; each once, with its last change. Whatever an invoice says counts,
        its lines and its copy of the client included, whoever changed it and whether or not a signal was sent. `at` is
        by the host's clock and may be up to an hour before the moment from which others can see the change.
        """

    def sent_ids_between(self, tenant: str, start: datetime, end: datetime) -> Iterable[str]:
        """The ids of what `invoices_sent_between` would give, in its order and without reading the invoices."""

    def sent_totals_between(self, tenant: str, start: datetime, end: datetime) -> Iterable[HostTotal]:
        """Currency and total of what `sent_ids_between` would give, in its order (since 1.1)."""

    def confirm_syncs(self, tenant: str, confirmations: Sequence[Confirmation], *, provider: str) -> None:
        """`confirm_sync` for many invoices at once, all of them or none; may be repeated, and then changes nothing."""

    def event_url(self, event_id: str) -> str:
        """The page of an event (since 1.1)."""

    def locations(self, tenant: str) -> Sequence[HostPlace]:
        """The locations that `location` of an invoice or event may name (since 1.1)."""

    def event_types(self, tenant: str) -> Sequence[HostPlace]:
        """The types that `event_type` of an event may name (since 1.1)."""

    def rooms(self, tenant: str) -> Sequence[HostPlace]:
        """What `room` of a line may name (since 1.1)."""

    def categories(self, tenant: str) -> Sequence[HostPlace]:
        """What `category` of a line may name (since 1.1)."""

    def revenue_between(self, tenant: str, start: datetime, end: datetime) -> Sequence[HostRevenue]:
        """The lines of what `invoices_sent_between` would give, summed by the database (since 1.1)."""
