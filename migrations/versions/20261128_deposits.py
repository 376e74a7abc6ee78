"""Deposits: on which account they wait, and what took them off."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000009'
down_revision = 'a1c0de000008'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_settings') as table:
        table.add_column(sa.Column('deposit_accounts', sa.JSON(), server_default=sa.text("'{}'"), nullable=False))
        table.add_column(sa.Column('deposits_as_turnover', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('exact_invoice_export') as table:
        table.add_column(sa.Column('waits_on', sa.String(length=64), nullable=True))
    op.create_table(
        'exact_deposit',
        sa.Column('export_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('event_id', sa.String(length=64), nullable=True),
        sa.Column('event_name', sa.String(length=200), nullable=True),
        sa.Column('starts_on', sa.Date(), nullable=True),
        sa.Column('ends_on', sa.Date(), nullable=True),
        sa.Column('is_cancelled', sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint('export_id', name=op.f('pk_exact_deposit')),
    )
    op.create_index('ix_exact_deposit_tenant', 'exact_deposit', ['tenant', 'event_id'])


def downgrade():
    op.drop_index('ix_exact_deposit_tenant', table_name='exact_deposit')
    op.drop_table('exact_deposit')
    with op.batch_alter_table('exact_invoice_export') as table:
        table.drop_column('waits_on')
    with op.batch_alter_table('exact_settings') as table:
        table.drop_column('deposits_as_turnover')
        table.drop_column('deposit_accounts')
