"""For every line of the audit trail a situation in which a use case writes it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import update

from mice_exact_plugin.booking import search
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.erasing import relation, tenant
from mice_exact_plugin.exports import awaiting, queueing
from mice_exact_plugin.exports.awaiting import Which
from mice_exact_plugin.golive import old
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.mirror import loading
from mice_exact_plugin.mirror.list_table import Mirror
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.setup import administration, connect, mapping, upkeep
from mice_exact_plugin.setup import settings as setup
from tests.booking import test_eu_numbers as eu
from tests.booking import test_recovery as recovery
from tests.booking.nights import by_hand
from tests.booking.situations import SETTLED, STRANGER, bill, bills, lost, posted, typed
from tests.deposits import flows
from tests.domain import build
from tests.domain.build import line
from tests.fake.client import SILENT
from tests.fake.host import as_host
from tests.fake.office import KNOWN, TENANT
from tests.written import codes, decided

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], object]


def queued(office: Office) -> None:
    invoice = bill("1", sent_at=office.time.now)
    queueing.on_sent(office.runtime, TENANT, as_host(invoice))
    office.session.commit()


def swept(office: Office) -> None:
    office.host.sent["1"] = bill("1", sent_at=office.time.now)
    office.time.forward(minutes=1)
    office.ended()
    by_hand(office)


def picked(office: Office) -> None:
    office.host.sent["1"] = bill("1")
    queueing.pick(office.runtime, TENANT, ["1"], "Anke")


def unseen(office: Office) -> None:
    office.exact.tells = False
    posted(office)


def adopted(office: Office) -> None:
    lost(office)
    office.time.forward(seconds=SETTLED)
    search.recover(office.work())


def ignored(office: Office) -> None:
    office.send(bill("1", line("0.00", "0.00")))
    office.run()


def something_to_book(office: Office) -> None:
    ignored(office)
    queueing.on_changed(office.runtime, TENANT, as_host(bill("1")))
    office.session.commit()


def there_again(office: Office) -> None:
    bills(office, 1)
    with step(office.session):
        queueing.on_deleted(office.runtime, TENANT, "1")
    queueing.on_sent(office.runtime, TENANT, as_host(office.host.sent["1"]))
    office.session.commit()


def released(office: Office) -> None:
    office.set(vat_codes={})
    bills(office, 1)
    office.run()
    office.set(vat_codes={Decimal(21): "2"})
    office.run()


def left(office: Office) -> None:
    """Waiting since before the settings were saved for the first time."""
    bills(office, 1)
    office.time.forward(minutes=1)
    settings_saved(office)
    old.leave(office.runtime, TENANT, decided.ANKE, None)


def deleted(office: Office) -> None:
    bills(office, 1)
    del office.host.sent["1"]
    office.again()


def logged_in(office: Office) -> None:
    office.ended()
    address = connect.begin(office.runtime, TENANT, decided.ANKE, office.link.app, "a browser")
    state = address.partition("state=")[2].partition("&")[0]
    back = connect.Return(state, office.log_in.code(), None, office.link.app.callback_url, "a browser")
    connect.came_back(office.runtime, TENANT, decided.ANKE, back)


def administration_chosen(office: Office) -> None:
    administration.choose(office.runtime, TENANT, office.link.division, decided.ANKE, confirmed=True)


def reference_reloaded(office: Office) -> None:
    loading.begin_anew(office.runtime, TENANT, decided.ANKE)


def no_relations(office: Office) -> None:
    office.books.relations.clear()
    with step(office.session):
        office.session.execute(update(Connection).values(load_started_at=office.time.now, loaded_at=None))
        office.session.query(Mirror).delete()
        office.session.query(CrmAccountRow).delete()
    with suppress(loading.ListNotBelieved):
        while loading.load_next(office.runtime, TENANT).remaining:
            continue
    loading.confirm_no_relations(office.runtime, TENANT, decided.ANKE)


def mapping_approved(office: Office) -> None:
    seen = mapping.look(office.runtime, TENANT)
    mapping.agree(office.runtime, TENANT, seen.digest, decided.ANKE, "Bo Boekhouder")


def settings_saved(office: Office) -> None:
    setup.save(office.runtime, TENANT, build.SETTINGS, decided.ANKE, seen=1)


def _switched(*, on: bool) -> Situation:
    return lambda office: setup.switch(office.runtime, TENANT, decided.ANKE, on=on)


def disconnected(office: Office) -> None:
    connect.disconnect(office.runtime, TENANT, decided.ANKE)


def connection_dead(office: Office) -> None:
    office.time.forward(seconds=570)
    office.log_in.revoke()
    office.ended()
    by_hand(office)


def sharing_allowed(office: Office) -> None:
    upkeep.allow_sharing(office.runtime, TENANT)


def administration_shared(office: Office) -> None:
    sharing_allowed(office)
    with step(office.session):
        ours = office.session.get_one(Connection, 1)
        place = {"site": ours.site, "app": ours.app, "exact_user": "3", "division": ours.division}
        office.session.add(Connection(tenant="strand", status=ours.status, **place))
        ours.division = None
    administration.choose(office.runtime, TENANT, 1234567, decided.ANKE, confirmed=True)


def debtor_created(office: Office) -> None:
    decided.once(office, debtor=STRANGER)


def debtor_promoted(office: Office) -> None:
    office.knows(replace(KNOWN, status="P"))
    decided.once(office)


def relation_erased(office: Office) -> None:
    decided.once(office)
    office.ended()
    relation.erase_relation(office.runtime, TENANT, KNOWN.code)


def uninstalled(office: Office) -> None:
    office.ended()
    tenant.uninstall(office.runtime, TENANT)


def verify_on(office: Office) -> None:
    typed(office)
    decided.once(office)


def run_ended(office: Office) -> None:
    office.ended()
    by_hand(office)


def _asks(wanted: Approval) -> Situation:
    return lambda office: approving.settle(office.runtime, TENANT, decided.ANKE, wanted)


def approved(office: Office) -> None:
    _asks(Approval.FIRST)(office)
    bills(office, 1)
    with step(office.session):
        shown = awaiting.stamp(office.session, TENANT, Which())
    approving.approve_all(office.runtime, TENANT, decided.ANKE, Which(), seen=shown)


def approval_lapsed(office: Office) -> None:
    approved(office)
    office.host.sent["1"] = bill("1", line("50.00", "10.50"))
    office.run()


SITUATIONS: dict[str, Situation] = {
    "queued": queued,
    "swept": swept,
    "picked": picked,
    "posted": decided.once,
    "unseen": unseen,
    "differs": decided.booked_otherwise,
    "adopted": adopted,
    "blocked": lambda office: codes.SITUATIONS[Code.VAT_RATE_UNMAPPED](office)(),
    "unconfirmed": lambda office: posted(office, trouble=SILENT),
    "crash_seen": lambda office: recovery.died_after_the_claim(office)(),
    "not_found": lambda office: recovery.not_there(office)(),
    "ignored": ignored,
    "something_to_book": something_to_book,
    "there_again": there_again,
    "released": released,
    "approved": approved,
    "approval_lapsed": approval_lapsed,
    "approval_first": _asks(Approval.FIRST),
    "approval_direct": _asks(Approval.DIRECT),
    "left": left,
    "not_booked": decided.not_booked,
    "let_stand": decided.let_stand,
    "looked_equal": decided.looked_equal,
    "looked_different": decided.looked_different,
    "looked_gone": decided.looked_gone,
    "booked_anew": decided.booked_anew,
    "adopted_by_person": decided.adopted_by_person,
    "booked_anyway": decided.booked_anyway,
    "vat_difference_accepted": decided.vat_difference_accepted,
    "vat_code_chosen": decided.vat_code_chosen,
    "eu_number_accepted": decided.eu_number_accepted,
    "later_day_accepted": decided.later_day_accepted,
    "deposit_oversettled_accepted": decided.deposit_oversettled_accepted,
    "deposit_read": flows.read,
    "fill_number_accepted": decided.fill_number_accepted,
    "acceptance_withdrawn": decided.acceptance_withdrawn,
    "booked_by_hand": decided.booked_by_hand,
    "vat_number_filling": lambda office: eu.eu_number_is_filled_in(office)(),
    "vat_number_filled": lambda office: eu.eu_number_is_filled_in(office)(),
    "changed_after_booking": decided.changed_after_booking,
    "deleted": deleted,
    "remark_put_aside": decided.remark_put_aside,
    "remark_seen": decided.remark_seen,
    "logged_in": logged_in,
    "administration_chosen": administration_chosen,
    "reference_reloaded": reference_reloaded,
    "no_relations": no_relations,
    "settings_saved": settings_saved,
    "switched_on": _switched(on=True),
    "switched_off": _switched(on=False),
    "disconnected": disconnected,
    "connection_dead": connection_dead,
    "sharing_allowed": sharing_allowed,
    "administration_shared": administration_shared,
    "debtor_chosen": decided.chosen(Code.DEBTOR_NAME_DIFFERS),
    "supplier_chosen": decided.chosen(Code.DEBTOR_SUPPLIER_ONLY),
    "debtor_wanted": decided.debtor_wanted,
    "debtor_undone": decided.debtor_undone,
    "debtor_rebound": decided.debtor_rebound,
    "mapping_approved": mapping_approved,
    "debtor_bound": decided.once,
    "debtor_created": debtor_created,
    "debtor_promoted": debtor_promoted,
    "relation_erased": relation_erased,
    "uninstalled": uninstalled,
    "verify_on": verify_on,
    "verify_off": verify_on,
    "run_started": run_ended,
    "run_ended": run_ended,
}
