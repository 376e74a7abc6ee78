"""The pages without a connection, and after another administration was chosen: what they show is of the present one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.runtime import Person
from simulator.tests.control import SECOND
from tests.databases import KINDS
from tests.host.visitor import text_of
from tests.whole.invoices import invoice, line
from tests.whole.web import ways_into_states
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PERSON = Person("1", "Anke")


@pytest.fixture
def booked(site: Site) -> Site:
    """A deposit that is open, a yes to the mapping, and an invoice that waits for one."""
    site.ready(deposits=DepositSettings(as_turnover=True))
    site.send(invoice("D1", lines=[{**line("100.00", "21.00"), "kind": "deposit"}]))
    site.run()
    with site.services() as world:
        approving.settle(world.runtime, "zaal", PERSON, Approval.FIRST)
    site.send(invoice("F1"))
    visitor = site.visitor()
    digest = re.search(r'name="digest"\s+value="(\w+)"', visitor.get(f"{BASE}/inrichting"))
    assert digest
    visitor.post(f"{BASE}/inrichting/akkoord", digest=digest[1])
    assert "Akkoord van Bea Beheerder" in visitor.page.text
    return site


def test_without_a_connection_nothing_is_said_that_nobody_knows(booked: Site) -> None:
    ways_into_states.disconnect(booked)
    billing = booked.visitor("billing")
    assert "Vergelijk met Exact" not in billing.get(f"{BASE}/aanbetalingen")
    awaiting = text_of(billing.get(f"{BASE}/ter-goedkeuring"))
    assert "als de koppeling verbonden en ingesteld is" in awaiting
    assert "Akkoord:" not in awaiting
    for page in ("debiteuren", "icp"):
        assert f"{BASE}/{page}" not in re.findall(r'href="([^"]+)"', billing.page.text)
        assert "niets met een BTW-code" not in billing.get(f"{BASE}/{page}")
        assert billing.path != f"{BASE}/{page}"


def test_with_a_dead_log_in_what_was_read_is_still_shown(booked: Site) -> None:
    ways_into_states.die(booked)
    visitor = booked.visitor()
    assert "Testklant" in visitor.get(f"{BASE}/debiteuren")
    assert "Ongedaan maken" not in visitor.page.text, "that would only lead back"
    assert "ICP-controle" in visitor.get(f"{BASE}/icp")


@pytest.mark.parametrize("database", KINDS, indirect=True)
def test_another_administration_says_what_is_of_the_former_one(booked: Site) -> None:
    with booked.services() as world:
        world.choose("zaal", SECOND, confirmed=True)
    visitor = booked.visitor()
    assert "geboekt in administratie Landgoed" in text_of(visitor.get(f"{BASE}/aanbetalingen"))
    assert "Testklant" not in visitor.get(f"{BASE}/debiteuren")
    with booked.services() as world:
        world.configure("zaal")
    assert "Akkoord van Bea" not in visitor.get(f"{BASE}/inrichting")
    assert visitor.page.text.count(f"{BASE}/inrichting/versies/") == 1
    assert "Er is nog geen proefrun gedaan" in visitor.get(f"{BASE}/proefrun")
