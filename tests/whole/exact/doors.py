"""Ways in: gates for the transport, a log-in at the simulator, and something to book there."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from mice_exact_plugin.domain.entry.entry import SalesEntry
from mice_exact_plugin.domain.reference import CrmAccount
from mice_exact_plugin.exact import oauth
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.sites import App, Site
from mice_exact_plugin.exact.tokens import TokenPair
from mice_exact_plugin.exact.transport import Call, Transport
from simulator.tests.control import ALL_DUTCH, DUTCH, NL_APP, NL_SECRET, RETURN_ADDRESS, Control
from tests.exact.build import DEBTOR, ENTRY, LINE

DEADLINE = timedelta(seconds=20)


def nothing() -> None:
    """What a write leaves behind in these tests."""


class NoGate:
    """A gate that holds nothing back."""

    def token(self) -> str:
        return "token"

    def renew_token(self, stale: str) -> str:
        return stale

    def before_send(self, call: Call) -> None:
        return None

    def after_silence(self, call: Call) -> None:
        """Nothing to wait for."""

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        return None


class TokenGate(NoGate):
    """One user's token, and the headers of the last answer."""

    def __init__(self, access_token: str) -> None:
        self.access_token = access_token
        self.headers: Mapping[str, str] = {}

    def token(self) -> str:
        return self.access_token

    def after_silence(self, call: Call) -> None:
        """Nothing to wait for."""

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        self.headers = headers


def app(control: Control, secret: str = NL_SECRET) -> App:
    return App(Site.NL, control.url, NL_APP, secret, RETURN_ADDRESS)


def sign_in(control: Control, user: str = DUTCH) -> TokenPair:
    with Transport(control.url, DEADLINE) as transport:
        return oauth.exchange_code(transport, app(control), control.code(user, ALL_DUTCH))


def new_debtor(client: ExactClient) -> CrmAccount:
    return client.create_crm_account(
        replace(DEBTOR, name=f"Testklant {uuid.uuid4().hex[:8]}"), str(uuid.uuid4()), leaves=nothing
    )


def entry_of(client: ExactClient) -> SalesEntry:
    """A balanced entry of 1,000 net on the first revenue account, with a reference of its own."""
    pages = client.gl_accounts_since(0)
    revenue = next(account for page, _ in pages for account in page if account.type == 110 and not account.is_blocked)
    line = replace(LINE, gl_account_id=revenue.id, gl_account_code=revenue.code)
    reference = f"F-{uuid.uuid4().hex[:8]}"
    return replace(
        ENTRY,
        your_ref=reference,
        lines=(line,),
        net=Decimal("1000.00"),
        vat=Decimal("210.00"),
        gross=Decimal("1210.00"),
    )
