"""`python-exact-online`, as published, through the flows of its README, on the Belgian site it is written for.

It installs a package called `exactonline`, as OSSO's client does, whose package `exactonline.api` hides this one's
module `api.py`; so that module is loaded by its path.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import exactonline
import pytest
from exactonline.models.accounts import Account
from exactonline.models.salesentries import SalesEntry, SalesEntryLine, SalesEntryLineList

from simulator.tests.control import BE_APP, BE_SECRET, BELGIUM, FRENCH, RETURN_ADDRESS, Control

# It reads dates with datetime.utcfromtimestamp, deprecated since Python 3.12.
pytestmark = pytest.mark.filterwarnings("ignore:datetime.datetime.utcfromtimestamp:DeprecationWarning")


@pytest.fixture(scope="module")
def flat_api() -> ModuleType:
    path = Path(exactonline.__file__).parent / "api.py"
    spec = importlib.util.spec_from_file_location("exactonline.flat_api", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def api(exact_sites: Control, flat_api: ModuleType, tmp_path: Path) -> Any:
    api = flat_api.ExactOnlineAPI(BE_APP, BE_SECRET, stall_if_rate_limit_exceeded=False)
    api.cacheHandler.cacheDir = str(tmp_path)
    page = api.authHandler.getAuthURL(RETURN_ADDRESS)
    assert page.startswith("https://start.exactonline.be/api/oauth2/auth?response_type=code&client_id=2222")
    code, state = exact_sites.code(FRENCH, [BELGIUM], BE_APP), api.authHandler.state
    api.authHandler.retrieveToken(f"https://any-url-will-do.com/callback/?code={code}&state={state}")
    return api


def test_lists(api: Any) -> None:
    assert "700" in [journal.Code for journal in api.journals.list().items()]
    assert api.division == BELGIUM
    assert len(api.glAccounts.list().items()) > 100
    with pytest.raises(ValueError, match="mandatory filtering"):
        api.accounts.list()
    assert len(api.accounts.list(filter={"Blocked": "false"}).items()) > 120


def test_reads_the_percentages_of_a_vat_code(api: Any) -> None:
    first = api.vatCodes.list().items()[0]
    (percentage,) = api.vatCodes.get(first.ID).VATPercentages.items()
    assert percentage.Percentage == first.Percentage


def test_makes_changes_and_deletes_a_relation(api: Any) -> None:
    made = api.accounts.create(Account(Name="New Account", Status="C"))
    assert api.accounts.get(made.ID, select=["Name", "Email"]).Name == "New Account"
    assert api.accounts.update(Account(ID=made.ID, Name="Updated Account")) is True
    assert api.accounts.get(made.ID).Name == "Updated Account"
    assert api.accounts.delete(made.ID) is True


def test_books_an_entry(api: Any) -> None:
    customer = api.accounts.create(Account(Name="Client", Status="C", PaymentConditionSales="30"))
    ledger = api.glAccounts.filter("Code", "'700000'").items()[0]
    entry = SalesEntry(Customer=customer.ID, Journal="700", YourRef="MyREF")
    lines = SalesEntryLineList()
    lines.add(SalesEntryLine(AmountFC=100, GLAccount=ledger.ID))
    lines.add(SalesEntryLine(AmountFC=150, GLAccount=ledger.ID))
    entry.SalesEntryLines = lines
    booked = api.salesEntries.get(api.salesEntries.create(entry).EntryID)
    assert (booked.AmountDC, booked.YourRef) == (302.5, "MyREF")
    assert [line.AmountFC for line in booked.SalesEntryLines.items()] == [100, 150]


def test_tells_an_error(api: Any) -> None:
    refused = api.salesEntries.create(SalesEntry(Journal="700", YourRef="MyREF"))
    assert refused.hasError
    assert refused.error.http_status == 500
