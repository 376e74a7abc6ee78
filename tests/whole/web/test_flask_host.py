"""The forty lines of docs/host-contract.md are run as they stand there: from connecting to a booked invoice."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from redis import Redis
from sqlalchemy.exc import IntegrityError

from mice_exact_plugin import migrate
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.crypto import new_key
from mice_exact_plugin.host.contract import Host
from mice_exact_plugin.host.flask_host import FlaskHost
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.runtime import extension
from sandbox.broker import broker
from simulator.tests.control import VENUE
from tests import venue
from tests.whole.web.site import BASE
from tests.whole.web.test_minimal_host import connect, post
from tests.whole.world import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from simulator.tests.control import Control

DOCUMENT = Path(__file__).parents[3] / "docs" / "host-contract.md"
WRITTEN = next(
    block
    for block in re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    if "FlaskHost" in block
)


@pytest.fixture
def host(control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name, value in environment(control.url, new_key(), tmp_path, "").items():
        monkeypatch.setenv(name, value)
    with broker(tmp_path / "queue") as url:
        world = ModuleType("venue")
        app = venue.create_app(f"sqlite:///{tmp_path / 'venue.sqlite'}", url)
        world.__dict__.update(vars(venue), app=app)
        monkeypatch.setitem(sys.modules, "venue", world)
        names: dict[str, Any] = {}
        exec(compile(WRITTEN, str(DOCUMENT), "exec"), names)
        with app.app_context():
            engine = venue.db.engine
            migrate.upgrade(engine)
        yield names["host"]
        names["redis"].close()
        engine.dispose()


def test_the_document_s_host_is_short_and_has_only_facts_of_its_own() -> None:
    written = [line for line in WRITTEN.splitlines() if line.strip()]
    assert len(written) <= 45
    generic = {"session", "redis", "current_user", "app_context", "activation", "grant", "withdraw", "signals"}
    assert not [name for name in generic if f"def {name}(" in WRITTEN]


def test_the_whole_way_with_the_lines_of_the_document(host: Any, control: Control) -> None:
    client = host.app.test_client()
    assert client.get(BASE).status_code == 401
    assert visit(client, "crew-zaal").get(BASE).status_code == 403
    visit(client, "beheerder-zaal")
    assert "zijn kosten verbonden" in client.get(BASE).text
    in_context(host, lambda: host.grant("zaal", "exact"))
    connect(client, control)
    post(client, "/administratie", division=str(VENUE))
    assert post(client, "/inladen").location.endswith("/exact-online")
    account = re.findall(r'<option value="(8\d{3})"', client.get(f"{BASE}/instellingen").text)[0]
    fields = {
        "default_gl_account": account,
        "journal": "70",
        "vat:21": "2",
        "payment_condition": "",
        "version": "0",
        "group:hoog": "",
    }
    assert post(client, "/instellingen", **fields).location.endswith("/livegang")
    in_context(host, lambda: send(host, "7"))
    assert post(client, "/synchroniseren").status_code == 303
    in_context(host, lambda: book(host))
    booked = in_context(host, lambda: venue.db.session.get(venue.Invoice, "7"))
    assert booked.booked_as
    assert "Gesynchroniseerd" in client.get(f"{BASE}/overzicht").text
    with host.app.test_request_context():
        assert "Gesynchroniseerd" in host.ask("invoice_list_badges", invoices=[booked])[0]["7"]


def test_neighbours_see_nothing_of_each_other(host: Any) -> None:
    in_context(host, lambda: host.grant("zaal", "exact"))
    in_context(host, lambda: send(host, "7"))
    with host.app_context():
        assert host.activation("zaal", "exact").granted_at.tzinfo is not None
        assert host.activation("strand", "exact") is None
        assert host.invoice("strand", "7") is None
        assert host.invoice("zaal", "7").identifier == "F7"
        host.confirm_sync("strand", "7", provider="exact", external_id="x", at=datetime.now(UTC), status="processed")
        assert host.invoice("zaal", "7").booked_as is None
    client = host.app.test_client()
    assert visit(client, "beheerder-strand").get(f"{BASE}/overzicht").text.count("F7") == 0


def test_an_activation_is_granted_once_and_withdrawn_once(host: Any) -> None:
    with host.app_context():
        for change in (host.grant, host.grant, host.withdraw, host.withdraw):
            change("zaal", "exact")
        assert host.activation("zaal", "exact").withdrawn_at.tzinfo is not None
        assert venue.db.session.query(venue.Activation).count() == 1
        host.grant("zaal", "exact")
        assert host.activation("zaal", "exact").withdrawn_at is None


def test_a_receiver_that_fails_costs_what_it_wrote_and_no_invoice(host: Any) -> None:
    def failing(tenant: str, **_: Any) -> None:
        host.session.add(venue.Venue(code="zaal", name="taken"))
        host.session.flush()

    with host.app_context():
        host.signals.invoice_sent.connect(failing)
        send(host, "7")
        assert host.invoice("zaal", "7") is not None
        with pytest.raises(IntegrityError), host.session.begin_nested():
            failing("zaal")


def test_what_is_asked_for_inside_a_savepoint_waits_for_the_rest(host: Any) -> None:
    with host.app_context():
        with host.session.begin_nested():
            host.grant("zaal", "exact")
        host.session.rollback()
        assert host.activation("zaal", "exact") is None


def test_nobody_is_logged_in_outside_a_request(host: Any) -> None:
    with host.app_context():
        assert host.current_user() is None
        assert host.current_tenant() is None
        assert host.invoice_url("7") == "/facturen/7"


def test_a_host_that_lacks_a_fact_is_told_which() -> None:
    class Halfway(FlaskHost):
        def tenants(self) -> list[Any]:
            return []

    making: Any = Halfway
    with pytest.raises(TypeError, match=r"Halfway must have current_tenant, chat_url, .*send_mail"):
        making(None, venue.db, Redis)
    assert {name for name in vars(Host) if not name.startswith("_")} - set(dir(FlaskHost)) == set()


def visit(client: FlaskClient, user: str) -> FlaskClient:
    with client.session_transaction() as kept:
        kept["_user_id"], kept["_fresh"] = user, True
    return client


def in_context(host: Any, do: Any) -> Any:
    with host.app_context():
        return do()


def send(host: Any, invoice_id: str) -> None:
    """As a host does it: the invoice and the news of it in one transaction."""
    invoice = venue.Invoice(id=invoice_id, tenant_code="zaal", identifier=f"F{invoice_id}", sent_at=datetime.now(UTC))
    host.session.add(invoice)
    host.announce(host.signals.invoice_sent, "zaal", invoice=invoice)
    host.session.commit()


def book(host: Any) -> None:
    runtime = extension(host.app).runtime
    run_id = starting.start(runtime, "zaal", trigger="person")
    assert nightly.work_on(runtime, run_id, lambda: False).state is RunState.DONE
