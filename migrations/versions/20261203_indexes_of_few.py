"""Four indexes of the queue hold only rows that have what they lead to: a claim and a booking write fewer pages."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000015'
down_revision = 'a1c0de000014'
branch_labels = None
depends_on = None

QUEUE = 'exact_invoice_export'
INDEXES = {
    'synced': ['tenant', 'synced_at', 'id'],
    'run': ['tenant', 'run_id'],
    'entry': ['site', 'division', 'entry_id'],
    'posting': ['site', 'division', 'posting_key'],
}
FEW = {'synced': 'synced_at', 'run': 'run_id', 'entry': 'entry_id', 'posting': 'posting_key'}


def upgrade():
    for name, columns in INDEXES.items():
        few = sa.text(f'{FEW[name]} IS NOT NULL')
        op.drop_index(f'ix_{QUEUE}_{name}', QUEUE)
        op.create_index(f'ix_{QUEUE}_{name}', QUEUE, columns, sqlite_where=few, postgresql_where=few)


def downgrade():
    for name, columns in INDEXES.items():
        op.drop_index(f'ix_{QUEUE}_{name}', QUEUE)
        op.create_index(f'ix_{QUEUE}_{name}', QUEUE, columns)
