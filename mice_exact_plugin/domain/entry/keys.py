"""The names that make a post recognisable: keys sent to Exact and digests kept here."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.money import ZERO, to_cents

if TYPE_CHECKING:
    from mice_exact_plugin.domain.entry.entry import SalesEntry, SalesEntryLine
    from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine

#: Never change this: every invoice that waits would look new to Exact.
_NAMESPACE = UUID("8f0d2c1e-5b7a-4f36-9e0b-6a3c4d5e7f10")
#: The form of `invoice_digest`, kept beside each digest: what was made in another form is compared in that form.
DIGEST_VERSION = 2


def posting_key(site: str, division: int, tenant: str, invoice_id: str, generation: int) -> UUID:
    """The `EntryID` of an invoice's entry; only a person's "boek toch" raises the generation."""
    return _uuid("entry", site, division, tenant, invoice_id, generation)


def crm_account_id(site: str, division: int, binding_key: str) -> UUID:
    """The `ID` under which a relation is created, the same at every try for equal facts."""
    return _uuid("account", site, division, binding_key)


def payload_digest(entry: SalesEntry, account_id: str) -> str:
    """What was sent, to see later whether it would be sent again.

    What entries came to say later is left out where they do not say it: then the digest of before still holds.
    """
    said = _fields(entry) | {"lines": [_fields(line) for line in entry.lines]}
    if entry.payment_reference is None:
        del said["payment_reference"]
    return _sha256([account_id.lower(), said])


def _fields(value: SalesEntry | SalesEntryLine) -> dict[str, object]:
    """By name, as `asdict` has them, which copies each value first: a third of what a digest costs."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def invoice_digest(invoice: Invoice) -> str:
    """Changes when a bookkeeper would call the invoice changed, in the present form (`DIGEST_VERSION`).

    Wording is no change, nor is a rate group's ledger number: the host keeps that on the group, and a venue that
    fills in its ledger numbers does not change the invoices it sent before. Nor is what contract 1.1 tells besides
    (kind, situation, event): a host that begins to tell it would change every invoice that was booked before. What was
    booked of it is kept by line (`exact_export_line`).
    """
    return _sha256(
        {
            "version": DIGEST_VERSION,
            "identifier": invoice.identifier.strip(),
            "dates": [invoice.invoice_date, invoice.due_date],
            "currency": invoice.currency,
            "debtor": _debtor_facts(invoice.debtor),
            "totals": [to_cents(amount) for amount in (invoice.net, invoice.vat, invoice.gross)],
            "lines": _amounts_by_group(invoice.lines),
        }
    )


def _debtor_facts(debtor: Debtor) -> list[str]:
    """Who it is for the books, by letters and digits alone.

    Not by the normal forms of matching: those rest on registers of countries and numbers, and a newer register would
    call every booked invoice changed.
    """
    name = debtor.name or f"{debtor.first_name or ''} {debtor.last_name or ''}"
    facts = (name, debtor.postcode, debtor.country, debtor.vat_number, debtor.coc_number)
    return ["".join(filter(str.isalnum, (fact or "").casefold())) for fact in facts]


def is_as_booked(invoice: Invoice, digest: str, version: int) -> bool:
    """Whether the invoice still says what was booked, told by the form in which that was written down."""
    made = version_1.invoice_digest if version == version_1.VERSION else invoice_digest
    return made(invoice) == digest


def _amounts_by_group(lines: tuple[InvoiceLine, ...]) -> list[list[object]]:
    sums: dict[tuple[str, str], tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for line in lines:
        key = (line.rate_group.code if line.rate_group else "", str(normal_rate(line.vat_rate)))
        net, vat = sums[key]
        sums[key] = (net + line.net, vat + line.vat)
    return [[*key, to_cents(net), to_cents(vat)] for key, (net, vat) in sorted(sums.items())]


def _uuid(*parts: str | int) -> UUID:
    return uuid5(_NAMESPACE, json.dumps(parts))


def _sha256(value: object) -> str:
    return hashlib.sha256(_CANONICAL.encode(value).encode()).hexdigest()


#: Nothing here holds itself, and to look for that costs as much as the rest.
_CANONICAL = json.JSONEncoder(sort_keys=True, default=str, ensure_ascii=False, check_circular=False)
