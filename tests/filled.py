"""PostgreSQL with a history of any length: the rows of many tenants as posting, deciding and reading leave them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Engine

#: The tenant in the middle, which a walk is of, and its administration.
TENANT = "venue-5"
PLACE = ("NL", 5)
START = datetime(2026, 1, 1, tzinfo=UTC)
#: Of a tenant's rows one in so many waits, is blocked, is not told to the host, fell back, or is a deposit.
RATES = {"waits": 100, "blocked": 150, "untold": 200, "fell_back": 120, "deposit": 20}
#: In one run so many invoices were booked; a person decided about one in so many.
OF_A_RUN, DECIDED = 20, 50
#: A relation is bound for so many invoices.
OF_A_RELATION = 10

#: Rows as posting leaves them, dealt out over the tenants in turns: sent an hour apart, most of them booked.
FILL = """
INSERT INTO exact_invoice_export (
    tenant, invoice_id, identifier, reference, is_credit, credits_id, invoice_date, sent_at, debtor_name, debtor_key,
    client_id, currency, gross, queued_at, state, problems, tries, site, division, account_id, posting_key, generation,
    invoice_digest, digest_version, fence, run_id, sends, entry_id, entry_number, synced_at, adopted, told_host_at,
    fallbacks, has_acceptance, sent)
SELECT
    'venue-' || n % :tenants, n::text, 'F' || n, 'f' || n, n % 50 = 0, (n - :tenants)::text, '2026-01-01',
    TIMESTAMPTZ '2026-01-01Z' + interval '1 hour' * (n / :tenants), 'Bakkerij Jansen', 'bakkerijjansen',
    'client-' || n % 997, 'EUR', 12100, now(), state, '[]', 0, 'NL', n % :tenants, 'account-' || n % 997,
    md5(n::text)::uuid::text, 0, md5(n::text), 2, 1, n / :tenants / :of_a_run, 1,
    CASE WHEN state = 'synced' THEN md5(n::text)::uuid::text END, n,
    CASE WHEN state = 'synced' THEN TIMESTAMPTZ '2026-01-01Z' + interval '1 hour' * (n / :tenants + 8) END, false,
    CASE WHEN state = 'synced' AND n / :tenants % :untold <> 0 THEN now() END,
    CASE WHEN n / :tenants % :fell_back = 0 THEN '[{"product": null, "rate_group": "Zaal", "ledger_number": null}]'
    ELSE '[]' END::json, false, '{"your_ref": "F", "lines": [["12345678-1234-1234-1234-123456789012", "4", "1", "1"]]}'
FROM generate_series(1, :rows) AS n
CROSS JOIN LATERAL (SELECT CASE WHEN n / :tenants % :waits = 0 THEN 'queued'
    WHEN n / :tenants % :blocked = 0 THEN 'blocked' ELSE 'synced' END AS state) AS chosen
"""


#: One line each; the deposits are still open.
LINES = """
INSERT INTO exact_export_line (tenant, export_id, generation, position, gl_account_id, gl_account_code, vat_code,
    vat_rate, net, vat, origins, kind)
SELECT tenant, id, 0, 1, 'ledger', '1000', CASE WHEN id % 7 = 0 THEN 'EU' ELSE '2' END, '21', 10000, 2100, 'rate_group',
    CASE WHEN id / :tenants % :deposit = 1 THEN 'deposit' END
FROM exact_invoice_export WHERE state = 'synced'
"""
EVENTS = """
INSERT INTO exact_deposit (export_id, tenant, event_id, event_name, starts_on, ends_on, is_cancelled)
SELECT export_id, exact_export_line.tenant, 'event-' || export_id, 'Bruiloft', '2026-06-01', '2026-06-01', false
FROM exact_export_line JOIN exact_invoice_export ON id = export_id WHERE kind = 'deposit'
"""
#: The trail: a run's beginning, what it booked, its end; and what persons did.
TRAIL = """
INSERT INTO exact_audit (tenant, export_id, at, actor, event, details)
SELECT 'venue-' || n % :tenants, CASE WHEN part = 2 THEN n END,
    TIMESTAMPTZ '2026-01-01Z' + interval '1 hour' * (n / :tenants / :of_a_run) + interval '1 minute' * (part - 2),
    CASE WHEN part = 2 AND n / :tenants % :decided = 0 THEN 'Anke' ELSE 'systeem' END,
    (ARRAY['run_started', 'posted', 'run_ended'])[part], '{}'
FROM generate_series(1, :rows) AS n CROSS JOIN generate_series(1, 3) AS part
WHERE part = 2 OR n / :tenants % :of_a_run = CASE WHEN part = 1 THEN 0 ELSE :of_a_run - 1 END
ORDER BY n / :tenants, n % :tenants, part
"""
RELATIONS = """
INSERT INTO exact_crm_account (site, division, id, match_name, code, name, is_blocked, is_anonymised, is_supplier,
    has_payment_condition, name_key, form)
SELECT 'NL', n % :tenants, 'account-' || n / :tenants, 'klant', n / :tenants, 'Klant ' || n, false, false, false, false,
    'klant' || n, 2
FROM generate_series(1, :rows / :of_a_relation) AS n
"""
BINDINGS = """
INSERT INTO exact_debtor_binding (site, division, match_key, account_id, state, sends, fence, bound_at, key_version,
    name_key, facts)
SELECT site, division, id, id, 'bound', 0, 0, now(), 2, name_key, '{}' FROM exact_crm_account
"""
CODES = """
INSERT INTO exact_reference (site, division, resource, key, payload)
SELECT 'NL', n, 'vat_codes', 'EU', '{"id": "EU", "code": "EU", "description": "EU", "type": "N", "is_blocked": false,
    "transaction_type": "S", "eu_listing": "L"}'
FROM generate_series(0, :tenants - 1) AS n
"""
#: Which a walk never reads through.
TABLES = (
    "exact_invoice_export",
    "exact_export_line",
    "exact_deposit",
    "exact_audit",
    "exact_crm_account",
    "exact_debtor_binding",
)
INDEXES = """SELECT indexname, indexdef FROM pg_indexes
WHERE tablename = 'exact_invoice_export' AND indexname LIKE 'ix_%'"""


def fill(engine: Engine, rows: int, tenants: int) -> None:
    """Rows of the queue first and its indexes after them, which takes a tenth of the time."""
    figures = {"rows": rows, "tenants": tenants, **RATES}
    figures |= {"of_a_run": OF_A_RUN, "decided": DECIDED, "of_a_relation": OF_A_RELATION}
    with engine.begin() as connection:
        made = connection.execute(text(INDEXES)).all()
        for name, _ in made:
            connection.execute(text(f"DROP INDEX {name}"))
        connection.execute(text(FILL), figures)
        for _, statement in made:
            connection.execute(text(statement))
        for beside in (LINES, EVENTS, TRAIL, RELATIONS, BINDINGS, CODES):
            connection.execute(text(beside), figures)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"VACUUM ANALYZE {', '.join(TABLES)}"))
