"""What is looked at before a link books: from mirror, host and the last trial run; and a look in Exact, when asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.access.line import writing_client
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain import golive
from mice_exact_plugin.domain.deposits.placing import KINDS
from mice_exact_plugin.domain.entry import vat_mapping
from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.golive import RIGHTS, Looked, Sold
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.exports import bookings
from mice_exact_plugin.golive import old, trial_table
from mice_exact_plugin.host import adapter, offers
from mice_exact_plugin.link.connection import Connection, Status, connection_of, link_of, looked_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from mice_exact_plugin.domain.golive import Item
    from mice_exact_plugin.domain.invoice import RateGroup
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.domain.trial import Report
    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.host.offered import HostRevenue
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.work import Books

#: Where nothing waits, the numbers of what was sent so lately are searched for.
LATELY = timedelta(days=31)
#: Of which what was sold is summed.
QUARTER = timedelta(days=91)
#: What the host sells from a catalogue; deposits, receipts and what was typed go where the settings say.
CATALOGUE = frozenset({LineKind.PACKAGE, LineKind.PRODUCT, LineKind.ROOM_RENT})
#: Numbers of one look, forty a call.
MOST_NUMBERS = 400
FEW = 40


def items(runtime: Runtime, tenant: str) -> tuple[Item, ...]:
    """Every point with its mark, without a call; nothing before there are settings."""
    books = approving.books_to_look(runtime, tenant)
    if books is None:
        return ()
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        tried = trial_table.last_report(runtime.session, tenant, *books.link.place)
        report = tried.report if tried else None
        user = _user(connection)
        looked = looked_of(connection)
        groups = tuple(adapter.rate_group(group) for group in runtime.host.rate_groups(tenant))
        # As the host's database sums it; nothing of a host that cannot tell.
        told = offers.revenue_between(runtime.host, tenant, runtime.now() - QUARTER, runtime.now()) or ()
    return (
        golive.of_log_in(user),
        golive.of_rights(looked["rights"] if looked else None),
        *_of_lists(books, groups, report, looked, told),
    )


def _user(connection: Connection | None) -> str | None:
    if connection is None or connection.status != Status.CONNECTED:
        return None
    return connection.exact_user_name or connection.exact_user


def _sold(told: Sequence[HostRevenue], settings: LinkSettings) -> list[Sold]:
    return [
        Sold(each.name, each.net, each.kind in CATALOGUE and not _has_ledger(each, settings), _number(each, settings))
        for each in told
    ]


def _of_deposits(told: Sequence[HostRevenue], settings: LinkSettings) -> set[str | None]:
    """The rate groups of which only deposits were sold, whose account was chosen: the default ledger takes none."""
    kept = (each for each in told if each.kind in KINDS)
    chosen = {each.rate_group for each in kept if vat_mapping.normal_rate(each.vat_rate) in settings.deposits.accounts}
    return chosen - {each.rate_group for each in told if each.kind not in KINDS}


def _number(sold: HostRevenue, settings: LinkSettings) -> str | None:
    """None where a ledger was chosen for its rate group, and for what the default ledger never takes."""
    if sold.kind in KINDS or sold.rate_group in settings.rate_group_ledgers:
        return None
    return (sold.ledger_number or "").strip()


def _has_ledger(sold: HostRevenue, settings: LinkSettings) -> bool:
    if sold.rate_group is None:
        return settings.loose(vat_mapping.normal_rate(sold.vat_rate)).gl_account_id is not None
    return bool((sold.ledger_number or "").strip()) or sold.rate_group in settings.rate_group_ledgers


def _of_lists(
    books: Books, groups: Sequence[RateGroup], report: Report | None, looked: Looked | None, told: Sequence[HostRevenue]
) -> tuple[Item, ...]:
    reference, settings = books.reference, books.settings
    # What is in another currency is not booked, and adds up to nothing with the rest.
    ours = reference.division.currency
    told = [each for each in told if offers.currency_of(each, ours) == ours]
    default, sold = _default(reference, settings), _sold(told, settings)
    own = {*settings.rate_group_ledgers, *_of_deposits(told, settings)}
    numbers = {group.ledger_number.strip() for group in groups if group.ledger_number and group.code not in own}
    without = [group.description for group in groups if not group.ledger_number and group.code not in own]
    plain = {each.days for each in reference.payment_conditions.values() if each.is_plain}
    journal = reference.journals.get(settings.journal_code)
    return (
        golive.of_journal(journal, settings.journal_code, reference.division.currency),
        golive.of_rates(_codes(groups, settings, reference)),
        golive.of_ledgers(numbers - {""}, reference.gl_accounts, report, default, sold),
        golive.of_groups_without(without, report, default, sold),
        golive.of_periods(reference.periods, reference.closed_periods, settings.journal_codes, books.today),
        golive.of_debtors(report),
        golive.of_terms(report, plain, settings.payment_condition_code),
        golive.of_others(len(looked["found"]) if looked else None, looked["looked"] if looked else 0),
    )


def _default(reference: ReferenceData, settings: LinkSettings) -> str:
    found = reference.gl_accounts_by_id.get(settings.default_gl_account_id)
    return f"{found.code} {found.description}" if found else "–"


def _codes(groups: Sequence[RateGroup], settings: LinkSettings, reference: ReferenceData) -> dict[Decimal, str | None]:
    """The code of each rate in use; a rate of which every group has an exception needs none of its own."""
    found: dict[Decimal, str | None] = {}
    for rate in vat_mapping.rates_in_use(groups, ()):
        mine = [group for group in groups if vat_mapping.normal_rate(group.vat_rate) == rate]
        exceptions = [settings.rate_group_vat_codes.get(group.code) for group in mine]
        chosen = [settings.vat_codes.get(rate)] if None in exceptions else list(dict.fromkeys(exceptions))
        codes = [reference.vat_codes.get(code or "") for code in chosen]
        is_whole = all(code is not None and vat_mapping.choosable(code, rate, None) for code in codes)
        found[rate] = ", ".join(f"{code.code} {code.description}" for code in codes if code) if is_whole else None
    return found


def look(runtime: Runtime, tenant: str) -> Looked:
    """Ask Exact for the rights of the log-in, and whether it has entries under our numbers that are not ours.

    Five calls, and one for each forty numbers. Raises Busy while a run is at work, and what a call may raise.
    """
    link = link_of(runtime, tenant)
    numbers = _numbers(runtime, tenant)
    with writing_client(runtime, link) as client:
        rights = {f"{action} {endpoint}": client.has_right(endpoint, action) for endpoint, action in RIGHTS}
        found = _found(client, numbers)
    site, division = link.place
    with step(runtime.session):
        ours = bookings.bound_entries(runtime.session, site, division, list(found))
        wanted = {normal_reference(number): number for number in numbers}
        others = {wanted[found[entry]] for entry in found if entry not in ours and found[entry] in wanted}
        looked: Looked = {
            "at": runtime.now().isoformat(timespec="seconds"),
            "site": site,
            "division": division,
            "rights": rights,
            "looked": len(numbers),
            "found": sorted(others),
        }
        runtime.session.get_one(Connection, link.connection_id).looked = looked
    return looked


def _found(client: ExactClient, numbers: Sequence[str]) -> dict[str, str]:
    """The entries under these numbers, by their ids the number in the one spelling."""
    found = (entry for some in _some(numbers) for entry in client.find_entries([], some))
    return {entry.entry_id: normal_reference(entry.your_ref) for entry in found}


def _some(numbers: Sequence[str]) -> list[Sequence[str]]:
    return [numbers[start : start + FEW] for start in range(0, len(numbers), FEW)]


def _numbers(runtime: Runtime, tenant: str) -> list[str]:
    """Those of what waits since before the link went live, else of what was sent lately."""
    with step(runtime.session):
        waiting = old.numbers(runtime.session, tenant, MOST_NUMBERS)
        if waiting:
            return waiting
        now = runtime.now()
        ids = offers.sent_ids_between(runtime.host, tenant, now - LATELY, now)[-FEW:]
        return [invoice.identifier.strip() for invoice in runtime.host.invoices(tenant, ids).values()]
