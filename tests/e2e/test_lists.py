"""Loading in a real browser: the script stops at a list that is not believed, and a person answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from sqlalchemy import delete

from mice_exact_plugin.database import step
from mice_exact_plugin.mirror.list_table import Mirror
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.setup import administration
from simulator.tests.control import ENGLISH, SECOND
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.tests.control import Control
    from tests.e2e.office import Office
    from tests.e2e.person import Person
    from tests.whole.world import World

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LOADING = "/beheer/instellingen/koppelingen/exact-online/inladen"


def hide(control: Control, *resources: str) -> None:
    control.call("POST", "users", {"user": ENGLISH, "hidden": list(resources)})


def never_loaded(world: World) -> None:
    """Another test may have read the lists of this administration, and lists that are known are judged otherwise."""
    with step(world.runtime.session):
        world.runtime.session.execute(delete(Mirror).where(Mirror.division == SECOND))
        world.runtime.session.execute(delete(CrmAccountRow).where(CrmAccountRow.division == SECOND))


def test_loading_stops_and_asks(enter: Callable[..., Person], office: Office, control: Control) -> None:
    tenant = office.activated("nieuwbouw")
    office.shares(tenant)
    office.do(lambda world: world.log_in(tenant, user=ENGLISH))
    office.do(never_loaded)
    hide(control, "financial/Journals")
    administrator = enter(f"beheerder@{tenant}.test")
    office.do(lambda world: administration.choose(world.runtime, tenant, SECOND, PERSON, confirmed=False))

    administrator.open(LOADING).sees("Dagboeken: leeg").inspect()
    hide(control, "sync/CRM/Accounts")
    administrator.press("Opnieuw proberen").sees("Heeft deze administratie nog geen relaties?").inspect()
    administrator.press("Ja, er zijn nog geen relaties")
    expect(administrator.page.get_by_role("heading", name="Instellingen")).to_be_visible()
    hide(control)
