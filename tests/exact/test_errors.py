"""What an answer means: the class, the kind and the reference, for every row of the catalogue that we know of."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from mice_exact_plugin.errors import (
    AdministrationClosed,
    ConnectionDead,
    LinkError,
    OutcomeUnknown,
    RateLimited,
    Refused,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.exact import errors

ENTRIES = "salesentry/SalesEntries"


def classify(status: int, headers: Mapping[str, str], body: bytes, *, is_write: bool) -> LinkError:
    return errors.classify(status, headers, body, "POST" if is_write else "GET", ENTRIES)


def said(*sentences: str) -> bytes:
    message = {"lang": "", "value": "\r\n".join(sentences)}
    return json.dumps({"error": {"code": "", "message": message}}).encode()


SENTENCES = [
    ("Verplicht: Dagboek", "mandatory", "journal"),
    ("Required: Journal", "mandatory", "journal"),
    ("Mandatory: Diary", "mandatory", "journal"),
    ("Invalid: Journal (type).", "invalid", "journal"),
    ("Ongeldige referentie: Journals", "invalid_reference", "journal"),
    ("Mandatory: Relationship", "mandatory", "customer"),
    ("Ongeldig: Klant (Type)", "invalid", "customer"),
    ("Invalid: Customer (Type)", "invalid", "customer"),
    ("Ongeldige referentie: Besteld door", "invalid_reference", "customer"),
    ("Ongeldig: Factuur voor (Type)", "invalid", "customer"),
    ("Ongeldig: Grootboekrekeningtype", "invalid", "gl_account"),
    ("Invalid reference: G/L account", "invalid_reference", "gl_account"),
    ("Ongeldige referentie: Btw-code", "invalid_reference", "vat_code"),
    ("Invalid: VAT percentage []", "invalid", "vat_code"),
    ("Not allowed: VAT code", "not_allowed", "vat_code"),
    ("Ongeldig: Btw-nummer", "invalid", "vat_number"),
    ("Invalid: VAT number", "invalid", "vat_number"),
    ("Ongeldige referentie: Betalingsconditie", "invalid_reference", "payment_condition"),
    ("Mandatory: Payment condition", "mandatory", "payment_condition"),
    ("Verplicht: vervaldatum", "mandatory", "due_date"),
    ("Invalid reference: Cost unit", "invalid_reference", "cost_unit"),
    ("Invalid: Cost center link", "invalid", "cost_center"),
    ("Niet toegestaan: Wisselkoers", "not_allowed", "currency"),
    ("Wisselkoers – Moet groter zijn dan: 0", "mandatory", "currency"),
    ("Exchange rate – Must be greater than: 0", "mandatory", "currency"),
    (
        'Een btw bedrag is niet toegestaan als u gebruikmaakt van een btw-code van het type "geen btw"',
        "not_allowed",
        "vat_code",
    ),
    ("BTW percentage is niet toegestaan", "not_allowed", "vat_code"),
    ("Ongeldig: Type (Rekening af te dragen btw)", "invalid", "vat_code"),
    ("Periode is afgesloten: 2026 – 3", "period_closed", "period"),
    ("Period is closed", "period_closed", "period"),
    ("Unknown: Financial year (Period-date table)", "unknown_value", "period"),
    ("Unknown: Fiscal year (Period - date table).", "unknown_value", "period"),
    ("Onbekend: Boekjaar (Periode-datumtabel)", "unknown_value", "period"),
    ("In gebruik: Boekstuknummer", "in_use", "entry_number"),
    ("In use: Document number", "in_use", "entry_number"),
    ("Boekstuknummer in gebruik", "in_use", "entry_number"),
    ("Already exists - Entry number: 123, Journal: 700", "exists", "entry_number"),
    ("In use: EntryID", "in_use", "entry_id"),
    ("Gegeven bestaat reeds.", "exists", None),
    ("Data already exists", "exists", None),
    ("Ongeldig: E-mail []", "invalid", "email"),
    ("Invalid: Email []", "invalid", "email"),
    ("Geblokkeerd: Klant", "blocked", "customer"),
    ("Niet actief: Klant", "inactive", "customer"),
    ("Not active: Customer", "inactive", "customer"),
    ("Non actif: Client", "inactive", "customer"),
    ("Ongeldig: Klant (Inactief)", "inactive", "customer"),
    ("De boeking is niet in evenwicht op: 2022 / 4 - Verschil: EUR -0,01", "out_of_balance", None),
    (
        "De klantenrekening van deze relatie is niet gelijk aan de rekening van het gebruikte verkoopdagboek",
        "receivable_mismatch",
        "customer",
    ),
    ("Référence non valide: Code TVA", "invalid_reference", "vat_code"),
    ("Not allow to update in Basic : Warehouse", "unknown", None),
]


@pytest.mark.parametrize(("sentence", "kind", "reference"), SENTENCES)
def test_a_500_with_a_sentence_of_exacts_is_a_refusal(sentence: str, kind: str, reference: str | None) -> None:
    error = classify(500, {}, said(sentence), is_write=True)
    assert isinstance(error, Refused)
    assert (error.kind, error.reference, error.messages) == (kind, reference, (sentence,))


def test_of_several_sentences_the_first_known_one_counts_and_all_are_kept() -> None:
    error = classify(500, {}, said("Iets vreemds", "Verplicht: Dagboek", "Ongeldig: E-mail []"), is_write=True)
    assert isinstance(error, Refused)
    assert (error.kind, error.reference, len(error.messages)) == ("mandatory", "journal", 3)


def test_only_so_much_of_what_exact_says_is_kept() -> None:
    error = classify(500, {}, said("Verplicht: Dag\0boek", "x" * 5000, "y"), is_write=True)
    assert isinstance(error, Refused)
    assert error.reference == "journal"
    assert error.messages[0] == "Verplicht: Dagboek"
    assert error.messages[1].endswith("x […]")
    assert 1000 < sum(map(len, error.messages)) < 1010
    assert len(error.messages) == 2


FAULT = said("A problem has occurred. The cause of this issue will be investigated as soon as possible.")


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, FAULT),
        (500, said("Verplicht: Dagboek", "A problem has occurred.")),
        (500, b"<html>Server Error</html>"),
        (500, b""),
        (500, said("")),
        (500, b'{"error":"boom"}'),
        (500, b'{"error":{"message":{"value":"\xff"}}}'),
        (502, said("Verplicht: Dagboek")),
        (503, b"<html>Server Unavailable</html>"),
        (504, b""),
        (302, b""),
        (408, b""),
    ],
)
def test_an_answer_that_says_nothing_leaves_a_write_unknown_and_a_read_for_later(status: int, body: bytes) -> None:
    assert type(classify(status, {}, body, is_write=True)) is OutcomeUnknown
    assert type(classify(status, {}, body, is_write=False)) is TryLater


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, said("Error processing request stream. The property name 'X' is wrong."), "malformed"),
        (400, said("Please add a $select or a $top=1 statement to the query string."), "malformed"),
        (400, b"", "unknown"),
        (404, b"", "not_found"),
        (405, b"", "unknown"),
        (501, b"", "malformed"),
    ],
)
def test_other_refusals(status: int, body: bytes, kind: str) -> None:
    error = classify(status, {}, body, is_write=True)
    assert type(error) is Refused
    assert (error.status, error.kind) == (status, kind)


def test_401_is_the_end_of_the_connection() -> None:
    assert isinstance(classify(401, {}, b"", is_write=True), ConnectionDead)


STREAM = "Error processing request stream. "


@pytest.mark.parametrize(
    ("sentence", "reference"),
    [
        (STREAM + "The property name 'EntryID' specified for type 'SalesEntry' is not valid.", "entry_id"),
        (
            STREAM + "Error encountered in converting the value from request payload for property 'ID' to type 'Guid'",
            "id",
        ),
        (STREAM + "Error encountered in converting the value for property 'VATCode' to type 'String'", "vat_code"),
        (STREAM + "Error encountered in converting the value for property 'GLAccount' to type 'Guid'", "gl_account"),
        (STREAM + "The request should be a valid top-level resource object.", None),
    ],
)
def test_a_body_that_exact_cannot_read_names_its_property(sentence: str, reference: str | None) -> None:
    error = classify(400, {}, said(sentence), is_write=True)
    assert isinstance(error, Refused)
    assert (error.kind, error.reference) == ("malformed", reference)


@pytest.mark.parametrize(
    "reason",
    ["BlockedUser", "InactiveUser", "BlockedCustomer", "LicenseExpired", "DivisionBlocked", "NoDivisionAccess"],
)
def test_a_403_whose_reason_reaches_beyond_the_resource_closes_the_administration(reason: str) -> None:
    error = classify(403, {"Reason": reason}, said("Forbidden"), is_write=True)
    assert isinstance(error, AdministrationClosed)
    assert error.kind == reason


@pytest.mark.parametrize(
    ("headers", "body", "kind"),
    [
        ({"Reason": "SomethingNew"}, b"", "SomethingNew"),
        ({"Reason": "x" * 5000}, b"", "x" * 40),
        ({}, said("Forbidden - Application Scope Violated. Cannot read 'crm.accounts' scope."), "scope"),
        ({}, b"<html>", "forbidden"),
    ],
)
def test_any_other_403_is_a_right_that_misses_on_this_resource(headers: dict[str, str], body: bytes, kind: str) -> None:
    error = classify(403, headers, body, is_write=True)
    assert isinstance(error, RightMissing)
    assert (error.kind, error.method, error.endpoint) == (kind, "POST", ENTRIES)


def limit(family: str, remaining: str) -> dict[str, str]:
    prefix = f"X-RateLimit-{family}"
    return {f"{prefix}Limit": "60", f"{prefix}Remaining": remaining, f"{prefix}Reset": "1683879540000"}


@pytest.mark.parametrize(
    ("headers", "not_before"),
    [
        (limit("Minutely-", "0"), datetime(2023, 5, 12, 8, 19, tzinfo=UTC)),
        (limit("", "0"), datetime(2023, 5, 12, 8, 19, tzinfo=UTC)),
        (limit("Minutely-", "49"), None),
        ({}, None),
    ],
)
def test_429_ends_with_the_window_that_is_spent(headers: dict[str, str], not_before: datetime | None) -> None:
    error: LinkError = classify(429, headers, b"", is_write=False)
    assert isinstance(error, RateLimited)
    assert error.not_before == not_before


def test_a_429_on_a_write_is_looked_into_and_holds_up_the_rest() -> None:
    error: LinkError = classify(429, limit("Minutely-", "0"), b"", is_write=True)
    assert isinstance(error, OutcomeUnknown)
    assert isinstance(error.pause, RateLimited)
    assert error.pause.not_before == datetime(2023, 5, 12, 8, 19, tzinfo=UTC)
