"""Who sees what: the roles in their own browsers, and two tenants that see nothing of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.integration.invoices import document, invoice
from tests.simulator.control import CORPUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LINKS = "/beheer/instellingen/koppelingen"
EXACT_ONLINE = f"{LINKS}/exact-online"
