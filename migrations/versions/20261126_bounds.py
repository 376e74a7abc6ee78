"""Bounds: odd records that were left out, and log-ins bound to their browser."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000005'
down_revision = 'a1c0de000004'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_sync_run', schema=None) as batch_op:
        batch_op.add_column(sa.Column('details', sa.JSON(), server_default=sa.text("'{}'"), nullable=False))
        batch_op.add_column(sa.Column('outcomes', sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column('failures', sa.Integer(), server_default=sa.text('0'), nullable=False))

    with op.batch_alter_table('exact_mirror', schema=None) as batch_op:
        batch_op.add_column(sa.Column('empty_since', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('empty_says', sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column('odd_rows', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('odd', sa.JSON(), server_default=sa.text("'[]'"), nullable=False))

    with op.batch_alter_table('exact_log_in', schema=None) as batch_op:
        batch_op.add_column(sa.Column('browser_hash', sa.String(length=64), nullable=True))

    with op.batch_alter_table('exact_invoice_export', schema=None) as batch_op:
        batch_op.create_index('ix_exact_invoice_export_run', ['tenant', 'run_id'], unique=False)


def downgrade():
    with op.batch_alter_table('exact_invoice_export', schema=None) as batch_op:
        batch_op.drop_index('ix_exact_invoice_export_run')

    with op.batch_alter_table('exact_log_in', schema=None) as batch_op:
        batch_op.drop_column('browser_hash')

    with op.batch_alter_table('exact_mirror', schema=None) as batch_op:
        batch_op.drop_column('odd')
        batch_op.drop_column('odd_rows')
        batch_op.drop_column('empty_says')
        batch_op.drop_column('empty_since')

    with op.batch_alter_table('exact_sync_run', schema=None) as batch_op:
        batch_op.drop_column('failures')
        batch_op.drop_column('outcomes')
        batch_op.drop_column('details')
