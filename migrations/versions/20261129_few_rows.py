"""Few rows: lines know their tenant, and the deposits among them, the untold and the fallen back have indexes that are used."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de00000e'
down_revision = 'a1c0de00000d'
branch_labels = None
depends_on = None

FEW = {
    'untold': (['tenant', 'state'], "state = 'synced' AND told_host_at IS NULL"),
    'fallbacks': (['tenant'], "substr(CAST(fallbacks AS VARCHAR), 1, 2) = '[{'"),
}
DEPOSITS = sa.text("(kind IN ('deposit', 'deposit_settlement') OR settles_invoice_id IS NOT NULL)")
OWNER = """UPDATE exact_export_line SET tenant =
(SELECT tenant FROM exact_invoice_export WHERE exact_invoice_export.id = exact_export_line.export_id)"""


def upgrade():
    op.add_column('exact_export_line', sa.Column('tenant', sa.String(length=100), nullable=True))
    op.execute(OWNER)
    with op.batch_alter_table('exact_export_line') as table:
        table.alter_column('tenant', existing_type=sa.String(length=100), nullable=False)
        table.drop_index('ix_exact_export_line_settles')
        table.create_index(
            'ix_exact_export_line_deposits',
            ['tenant', 'settles_invoice_id'],
            sqlite_where=DEPOSITS,
            postgresql_where=DEPOSITS,
        )
    for name, (columns, few) in FEW.items():
        _make(name, columns, few)


def downgrade():
    for name, (_, few) in FEW.items():
        _make(name, ['tenant', 'id'], few)
    with op.batch_alter_table('exact_export_line') as table:
        table.drop_index('ix_exact_export_line_deposits')
        table.create_index('ix_exact_export_line_settles', ['settles_invoice_id'])
        table.drop_column('tenant')


def _make(name, columns, few):
    op.drop_index(f'ix_exact_invoice_export_{name}', 'exact_invoice_export')
    where = {'sqlite_where': sa.text(few), 'postgresql_where': sa.text(few)}
    op.create_index(f'ix_exact_invoice_export_{name}', 'exact_invoice_export', columns, **where)
