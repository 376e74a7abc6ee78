"""Which accounts may keep deposits, and which one is suggested."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.deposits.settings import choices, suggest
from tests.domain.build import gl_account
from tests.domain.deposits.build import ACCOUNTS, KEPT_BARE, KEPT_HIGH, KEPT_LOW

if TYPE_CHECKING:
    from mice_exact_plugin.domain.reference import GLAccount

ONE = gl_account("1850", type=21, description="Vooruitontvangen bedragen")


@pytest.mark.parametrize(
    ("accounts", "rate", "expected"),
    [
        (ACCOUNTS, "21", KEPT_HIGH),
        (ACCOUNTS, "9", KEPT_LOW),
        (ACCOUNTS, "0", KEPT_BARE),
        (ACCOUNTS, "6", None),
        ((ONE,), "21", ONE),
        ((ONE,), "0", ONE),
        ((gl_account("4", type=21, description="Acomptes reçus 12%"), KEPT_HIGH), "12", "4"),
        ((gl_account("4", type=21, description="Acomptes reçus 21%"), KEPT_LOW), "1", None),
        ((gl_account("4", type=21, description="Acomptes reçus 5,5 %"), KEPT_LOW), "5.5", "4"),
        ((gl_account("4", type=21, description="Acomptes reçus 5,5%"), KEPT_LOW), "5", None),
        ((gl_account("1350", type=26, description="Vooruitbetaalde kosten"),), "21", None),
        ((gl_account("8060", description="Omzet aanbetalingen"),), "21", None),
        ((gl_account("1300", type=20, description="Ontvangen vooruitbetalingen"),), "21", None),
    ],
)
def test_the_suggestion(accounts: tuple[GLAccount, ...], rate: str, expected: GLAccount | str | None) -> None:
    found = suggest(accounts, Decimal(rate))

    assert (found and found.code) == (expected if isinstance(expected, str) or expected is None else expected.code)


def test_only_balance_accounts_are_offered_and_those_with_a_telling_name_first() -> None:
    plain = gl_account("0100", type=90), gl_account("1100", type=12), gl_account("1600", type=22)
    blocked = gl_account("1849", type=21, is_blocked=True)

    offered = [account.code for account in choices((*plain, blocked, *ACCOUNTS))]

    assert offered == ["1850", "1851", "1852", "0100"]
