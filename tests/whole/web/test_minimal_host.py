"""The plugin on a host that has nothing but what the contract names: from connecting to a booked invoice."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from redis import Redis

from mice_exact_plugin import migrate
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.crypto import new_key
from mice_exact_plugin.host import contract, offered
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.plugin import plugin
from mice_exact_plugin.runtime import extension
from sandbox.broker import broker
from simulator.tests.control import ALL_DUTCH, DUTCH, NL_APP, VENUE
from tests import minimal_host
from tests.minimal_host import MinimalHost
from tests.whole.web.site import BASE
from tests.whole.world import CALLBACK, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

    from simulator.tests.control import Control


@pytest.fixture
def host(control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MinimalHost]:
    for name, value in environment(control.url, new_key(), tmp_path, "").items():
        monkeypatch.setenv(name, value)
    with broker(tmp_path / "queue") as url, Redis.from_url(url) as redis:
        built = MinimalHost(f"sqlite:///{tmp_path / 'minimal.sqlite'}", redis)
        plugin.setup(built.app, built)
        engine = built.session.get_bind().engine
        migrate.upgrade(engine)
        yield built
        engine.dispose()


def test_it_has_every_member_of_the_contract_and_fits_on_a_page() -> None:
    lines = Path(minimal_host.__file__).read_text("utf-8").splitlines()
    assert len(lines) < 100
    asked = {name for name in vars(contract.Host) if not name.startswith("_")}
    host = MinimalHost("sqlite://", Redis())
    assert {name for name in asked if not hasattr(host, name)} == set()
    more = {name for name in vars(offered.HostOffers) if not name.startswith("_")}
    assert not {name for name in more if hasattr(host, name)}, "a host of 1.0 offers nothing besides"


def test_the_whole_way_needs_nothing_else(host: MinimalHost, control: Control) -> None:
    assert host.added["tile"]["endpoint"] == "mice_exact.index"
    assert host.added["menu"]["roles"] == {"beheerder", "billing"}
    client = host.app.test_client()
    assert client.get(BASE).status_code == 401
    log_in(client, "crew")
    assert client.get(BASE).status_code == 403
    log_in(client, "beheerder")
    assert "zijn kosten verbonden" in client.get(BASE).text
    host.grant("zaal", "exact")
    connect(client, control)
    post(client, "/administratie", division=str(VENUE))
    assert post(client, "/inladen").location.endswith("/exact-online")
    host.groups.append(group())
    settings = client.get(f"{BASE}/instellingen").text
    assert '<a href="/beheer/instellingen/koppelingen">Koppelingen</a>' in settings, "which a host of 1.0 does not tell"
    accounts = re.findall(r'<option value="(8\d{3})"', settings)
    fields = {
        "default_gl_account": accounts[0],
        "journal": "70",
        "vat:21": "2",
        "payment_condition": "",
        "version": "0",
        "group:hoog": "",
    }
    assert post(client, "/instellingen", **fields).location.endswith("/livegang")
    send(host)
    assert "Staat klaar" in client.get("/facturen/7").text
    assert post(client, "/synchroniseren").status_code == 303
    book(host)
    page = client.get("/facturen/7").text
    assert re.search(r"Gesynchroniseerd op \d\d-\d\d-\d{4} om \d\d:\d\d", page)
    assert host.told == [("7", "processed")]
    with host.app.test_request_context():
        badges = host.added["invoice_list_badges"](invoices=list(host.sent.values()))
    assert "Gesynchroniseerd" in badges["7"]


def test_posts_are_checked_although_this_host_checks_nothing(host: MinimalHost) -> None:
    client = host.app.test_client()
    log_in(client, "beheerder")
    host.grant("zaal", "exact")
    assert client.post(f"{BASE}/schakelaar", data={"on": "1"}).status_code == 400


def log_in(client: FlaskClient, *roles: str) -> None:
    with client.session_transaction() as kept:
        kept["roles"] = list(roles)


def connect(client: FlaskClient, control: Control) -> None:
    answer = post(client, "/verbinding", site="NL")
    state = parse_qs(urlsplit(answer.location).query)["state"][0]
    code = control.code(DUTCH, ALL_DUTCH, NL_APP, CALLBACK)
    assert client.get(f"{BASE}/callback?state={state}&code={code}").status_code == 302
    assert "Landgoed De Hooge Vuursteen" in client.get(f"{BASE}/administratie").text


def post(client: FlaskClient, path: str, **fields: str) -> Any:
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get(f"{BASE}/verbinding").text)
    assert token
    return client.post(BASE + path, data={"csrf_token": token[1], **fields})


def group() -> Any:
    return SimpleNamespace(code="hoog", description="Hoog", vat_rate=Decimal(21), ledger_number=None)


def send(host: MinimalHost) -> None:
    """An invoice as the contract describes one, announced as the contract says."""
    line = SimpleNamespace(
        position=1,
        description="Zaalhuur",
        product=None,
        quantity=Decimal(1),
        vat_rate=Decimal(21),
        rate_group=group(),
        amount_excl=Decimal("100.00"),
        amount_vat=Decimal("21.00"),
        amount_incl=Decimal("121.00"),
    )
    empty = dict.fromkeys(("id", "first_name", "last_name", "address_line_1", "address_line_2", "email", "vat_number"))
    client = SimpleNamespace(**empty, name="Bakkerij", postalcode="1234 AB", city="Ede", country="NL", coc_number=None)
    host.sent["7"] = SimpleNamespace(
        id="7",
        tenant_code="zaal",
        identifier="F7",
        is_credit=False,
        credits_id=None,
        invoice_date=date(2026, 3, 14),
        due_date=None,
        payment_term=14,
        currency="EUR",
        reference=None,
        sent_at=datetime.now(UTC),
        client=client,
        lines=(line,),
        total_excl=Decimal("100.00"),
        total_vat=Decimal("21.00"),
        total_incl=Decimal("121.00"),
    )
    with host.app_context():
        host.signals.invoice_sent.send("zaal", invoice=host.sent["7"])
        host.session.commit()


def book(host: MinimalHost) -> None:
    """What a worker does with the run that the button started."""
    with host.app_context():
        runtime = extension(host.app).runtime
        run_id = starting.start(runtime, "zaal", trigger="person")
        assert nightly.work_on(runtime, run_id, lambda: False).state is RunState.DONE
