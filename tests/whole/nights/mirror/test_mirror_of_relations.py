"""What the mirror keeps of a relation: enough to tell customers apart, and no e-mail address."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

import pytest
from sqlalchemy import text, update

from mice_exact_plugin.crypto import new_key
from mice_exact_plugin.database import step
from mice_exact_plugin.mirror import email_hash, relation_table
from mice_exact_plugin.mirror.list_table import Mirror
from simulator.tests.control import VENUE
from tests.whole.nights.access.test_keys import restarted

if TYPE_CHECKING:
    from mice_exact_plugin.domain.reference import CrmAccount
    from tests.whole.nights.night import Night

ID = "0c9b2d7e-1f0a-4e7b-9a55-6a1f0e6f2b01"
EMAIL = "Eva@Roosje.example"
KNOWN = {
    "ID": ID,
    "Code": "900",
    "Name": "Eva Roosje",
    "Status": "C",
    "AddressLine1": "Proefstraat 1",
    "Email": EMAIL,
    "StartDate": "2026-03-01",
}
READINGS = {"method": "GET", "path": "/sync/CRM/Accounts"}


@pytest.fixture
def known(night: Night) -> Night:
    night.control.insert(VENUE, "Accounts", KNOWN)
    night.run()
    night.control.clear_log()
    return night


def test_the_new_facts_are_kept_and_the_address_itself_is_not(known: Night) -> None:
    account = _account(known)
    assert (account.street, account.start_date, account.unknown) == ("Proefstraat 1", date(2026, 3, 1), frozenset())
    assert account.email is None
    assert account.email_key == email_hash.keyed(known.runtime)(EMAIL.lower())
    with step(known.runtime.session):
        rows = known.runtime.session.execute(text("SELECT * FROM exact_crm_account")).all()
    assert rows
    assert "roosje.example" not in str(rows).lower()


def test_what_an_older_version_read_is_unknown_and_read_anew_once(known: Night) -> None:
    with step(known.runtime.session):
        known.runtime.session.execute(
            update(relation_table.CrmAccountRow).values(form=1, street=None, start_date=None, email_key=None)
        )
        known.runtime.session.execute(update(Mirror).values(form=1))
    assert _account(known).unknown == {"street", "start_date", "email"}

    known.run()
    assert _account(known).street == "Proefstraat 1"
    assert _asked_from(known) == ["1L"]
    known.run()
    assert len(_asked_from(known)) == 2
    assert _asked_from(known)[1] != "1L"


def test_a_hash_outlives_the_key_ring_that_it_was_made_under(known: Night) -> None:
    before, old, new = _account(known).email_key, os.environ["MICE_EXACT_KEYS"], new_key()
    with restarted(known, new, old) as both:
        both.world.command("exact", "rotate-keys")
    with restarted(known, new) as without_the_old:
        assert email_hash.keyed(without_the_old.runtime)(EMAIL) == before


def test_after_a_lost_ring_all_relations_are_read_anew(known: Night) -> None:
    before = _account(known).email_key
    with restarted(known, new_key()) as lost:
        assert email_hash.keyed(lost.runtime)(EMAIL) != before
        lost.world.log_in(lost.tenant)
        lost.run()
        assert _account(lost).email_key == email_hash.keyed(lost.runtime)(EMAIL) != before


def _account(night: Night) -> CrmAccount:
    place = night.link.place
    with step(night.runtime.session):
        found = relation_table.account_of(night.runtime.session, *place, ID)
    assert found is not None
    return found


def _asked_from(night: Night) -> list[str]:
    """The row versions after which the changes of relations were asked for."""
    return [unquote_plus(call["query"]).rpartition(" ")[2] for call in night.calls(READINGS)]
