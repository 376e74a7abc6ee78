"""Filling in the VAT number that a relation in Exact lacks and an EU code needs: only where it is empty.

The wish is a person's or the settings', and is written down before the call. The relation is looked at directly
before and after, because a bookkeeper may be typing there meanwhile: what is filled in is never overwritten.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from mice_exact_plugin.errors import NotAllowed, Refused, RightMissing
from mice_exact_plugin.store import debtor as store
from mice_exact_plugin.store.audit import record
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from mice_exact_plugin.services.posting.work import Work
    from mice_exact_plugin.store.export import Export


class Filled(Enum):
    """What became of it. `MEANWHILE`: somebody typed another number, or text, so the invoice is judged anew by that."""

    DONE = auto()
    REFUSED = auto()
    MEANWHILE = auto()


def fill(work: Work, row: Export, account_id: str, number: str) -> Filled:
    """Give a relation its VAT number.

    Raises OutcomeUnknown, after which it may be tried again: the relation is looked at first.
    """
    standing = _number_of(work, account_id)
    if standing:
        return Filled.DONE if _bare(standing) == number else Filled.MEANWHILE
    _record(work, row, "vat_number_filling", number)
    try:
        work.client.fill_vat_number(account_id, number)
    except NotAllowed as error:
        if not isinstance(error, RightMissing) or error.kind == "scope":
            raise
        return Filled.REFUSED
    except Refused:
        return Filled.REFUSED
    if _bare(_number_of(work, account_id)) != number:
        return Filled.REFUSED
    _record(work, row, "vat_number_filled", number)
    return Filled.DONE


def is_kept(work: Work, account_id: str, number: str) -> bool:
    """Whether a relation that was just made has its number by Exact's answer."""
    with step(work.session):
        account = store.account_of(work.session, *work.link.place, account_id)
    return account is not None and _bare(account.vat_number or "") == number


def _number_of(work: Work, account_id: str) -> str:
    """What stands in the field of the relation now; the mirror learns it too."""
    found, forms = work.client.find_crm_accounts([account_id]), work.forms
    with step(work.session):
        store.put_accounts(work.session, *work.link.place, found, forms)
    return (found[0].vat_number or "").strip() if found else ""


def _bare(written: str) -> str:
    """Without the dots and blanks of how people write it."""
    return "".join(filter(str.isalnum, written)).upper()


def _record(work: Work, row: Export, event: str, number: str) -> None:
    with step(work.session):
        record(work.session, row.tenant, event, at=work.runtime.now(), export_id=row.id, number=number)
