"""Speed: which version of an invoice a row was told of, how far sweeps came, where Exact is slow, and an index for each walk through history."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000006'
down_revision = 'a1c0de000005'
branch_labels = None
depends_on = None

INDEXES = {
    'due': ['tenant', 'state', 'sent_at', 'id'],
    'sent': ['tenant', 'sent_at', 'id'],
    'sweep': ['tenant', 'id'],
    'synced': ['tenant', 'synced_at', 'id'],
    'posting': ['site', 'division', 'posting_key'],
}
#: Of few rows of a tenant's history.
PARTIAL = {
    'untold': "state = 'synced' AND told_host_at IS NULL",
    'fallbacks': "substr(CAST(fallbacks AS VARCHAR), 1, 2) = '[{'",
}


def upgrade():
    with op.batch_alter_table('exact_connection') as table:
        table.add_column(sa.Column('compared_until', sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column('compared_all_at', sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column('slow_at', sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table('exact_invoice_export') as table:
        table.add_column(sa.Column('version', sa.Integer(), server_default='0', nullable=False))
        table.drop_index('ix_exact_invoice_export_due')
        for name, columns in INDEXES.items():
            table.create_index(f'ix_exact_invoice_export_{name}', columns)
        for name, few in PARTIAL.items():
            where = {'sqlite_where': sa.text(few), 'postgresql_where': sa.text(few)}
            table.create_index(f'ix_exact_invoice_export_{name}', ['tenant', 'id'], **where)


def downgrade():
    with op.batch_alter_table('exact_invoice_export') as table:
        for name in (*INDEXES, *PARTIAL):
            table.drop_index(f'ix_exact_invoice_export_{name}')
        table.create_index('ix_exact_invoice_export_due', ['tenant', 'state', 'not_before'])
        table.drop_column('version')
    with op.batch_alter_table('exact_connection') as table:
        table.drop_column('slow_at')
        table.drop_column('compared_all_at')
        table.drop_column('compared_until')
