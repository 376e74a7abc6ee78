"""Relations: reading the few properties that we keep, creating a debtor, making a prospect a customer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

import msgspec

from mice_exact_plugin.domain.debtor.customer import new_relation
from mice_exact_plugin.domain.invoice import Debtor
from mice_exact_plugin.domain.reference import CrmAccount
from mice_exact_plugin.exact.odata import Query, any_of, batches, changes, eq, guid, listing
from mice_exact_plugin.exact.wire.envelope import Garbled, ValueRow
from mice_exact_plugin.exact.wire.values import day, key, optional, short, trimmed

ACCOUNTS = "crm/Accounts"
ACCOUNT_CHANGES = "sync/CRM/Accounts"
DELETED = "sync/Deleted"

#: `Status` of a customer.
CUSTOMER = "C"
#: What may be left out of a new relation, by the names that the message catalogue uses.
_OMISSIBLE = {"id": "ID", "email": "Email", "vat_number": "VATNumber", "coc_number": "ChamberOfCommerce"}


class AccountRow(ValueRow[CrmAccount]):
    ID: str | None = None
    Code: str | None = None
    Name: str | None = None
    Postcode: str | None = None
    City: str | None = None
    Country: str | None = None
    Status: str | None = None
    Blocked: bool | None = None
    IsAnonymised: bool | None = None
    IsSupplier: bool | None = None
    EndDate: str | None = None
    VATNumber: str | None = None
    ChamberOfCommerce: str | None = None
    PaymentConditionSales: str | None = None
    AddressLine1: str | None = None
    StartDate: str | None = None
    Email: str | None = None

    def value(self) -> CrmAccount:
        if not self.ID:
            raise Garbled("a relation without id")
        return CrmAccount(
            id=key(self.ID),
            code=short(self.Code, 18),
            name=trimmed(self.Name),
            postcode=optional(self.Postcode),
            city=optional(self.City),
            country=short(self.Country, 3) or None,
            status=short(self.Status, 1) or None,
            is_blocked=bool(self.Blocked),
            is_anonymised=bool(self.IsAnonymised),
            is_supplier=bool(self.IsSupplier),
            end_date=day(self.EndDate),
            vat_number=optional(self.VATNumber),
            coc_number=optional(self.ChamberOfCommerce),
            has_payment_condition=optional(self.PaymentConditionSales) is not None,
            street=optional(self.AddressLine1),
            start_date=day(self.StartDate),
            email=optional(self.Email),
            payment_condition=optional(self.PaymentConditionSales),
        )


class DeletedRow(ValueRow[tuple[int, str]]):
    EntityType: int | None = None
    EntityKey: str | None = None

    def value(self) -> tuple[int, str]:
        if self.EntityType is None:
            raise Garbled("a deletion of nothing")
        return self.EntityType, key(self.EntityKey)


def account_changes(timestamp: int) -> Query:
    return changes(ACCOUNT_CHANGES, AccountRow, timestamp)


def deletions(timestamp: int) -> Query:
    return changes(DELETED, DeletedRow, timestamp)


def accounts(account_ids: Iterable[str]) -> Iterator[Query]:
    """Queries for these relations, in batches; a GET without a filter on an allowed property is refused."""
    for batch in batches([[eq("ID", guid(account_id))] for account_id in account_ids]):
        yield listing(ACCOUNTS, AccountRow, any_of([row[0] for row in batch]))


def account_path(account_id: str) -> str:
    """One record, for a write: reads never use the key, because an absent one would be a counted 404."""
    return f"{ACCOUNTS}({guid(account_id)})"


def new_account(
    debtor: Debtor, account_id: str, omit: Collection[str], start: date | None = None, home_country: str | None = None
) -> dict[str, str]:
    """The properties of a new customer; empty ones are left out, since Exact refuses "" where it expects a code.

    Exact takes the country as two letters and pads it itself. Before `start` nothing can be booked on it. ValueError
    for a debtor without a name.
    """
    relation = new_relation(debtor, home_country)
    if relation is None:
        raise ValueError("a debtor without a name cannot be created")
    wanted = {
        "ID": account_id,
        "Name": relation.name,
        "Status": CUSTOMER,
        "AddressLine1": relation.address_line_1,
        "AddressLine2": relation.address_line_2,
        "Postcode": relation.postcode,
        "City": relation.city,
        "Country": relation.country,
        "Email": relation.email,
        "VATNumber": relation.vat_number,
        "ChamberOfCommerce": relation.coc_number,
        "StartDate": start.isoformat() if start else None,
    }
    left_out = {_OMISSIBLE[name] for name in omit}
    return {name: value for name, value in wanted.items() if value and name not in left_out}


def created(answer: AccountRow, location_key: str | None) -> CrmAccount:
    """The relation as Exact shows it, under the key that `Location` tells where the answer does not.

    What the answer has no value for was not taken; one without a name says nothing but the key.
    """
    return msgspec.structs.replace(answer, ID=answer.ID or location_key).value()


def number_filled(number: str) -> dict[str, str]:
    """Nothing but the number, for a relation that has none."""
    return {"VATNumber": number}


def promotion() -> dict[str, str]:
    """Only the property that changes: sending a whole account back is refused (picqer/exact-php-client issue 600)."""
    return {"Status": CUSTOMER}
