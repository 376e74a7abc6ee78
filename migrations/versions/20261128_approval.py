"""Approval: rows that wait for a person in the first nights, what was looked at before them, and trial runs."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de00000a'
down_revision = 'a1c0de000009'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_connection') as table:
        table.add_column(sa.Column('approval', sa.String(length=10), nullable=True))
        table.add_column(sa.Column('looked', sa.JSON(), nullable=True))
    with op.batch_alter_table('exact_invoice_export') as table:
        table.add_column(sa.Column('approved_digest', sa.String(length=64), nullable=True))
        table.add_column(sa.Column('approval_lapsed', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        'exact_trial',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('site', sa.String(length=3), nullable=False),
        sa.Column('division', sa.BigInteger(), nullable=False),
        sa.Column('month', sa.Date(), nullable=False),
        sa.Column('asked_by', sa.String(length=200), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('beat_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reason', sa.String(length=30), nullable=True),
        sa.Column('total', sa.Integer(), nullable=False),
        sa.Column('handled', sa.Integer(), nullable=False),
        sa.Column('report', sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint('id', name='pk_exact_trial'),
    )
    op.create_index('ix_exact_trial_tenant', 'exact_trial', ['tenant'])
    op.create_index('ix_exact_trial_finished_at', 'exact_trial', ['finished_at'])
    op.create_table(
        'exact_trial_part',
        sa.Column('trial_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('place', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('judged', sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint('trial_id', 'place', name='pk_exact_trial_part'),
    )
    op.create_index('ix_exact_trial_part_tenant', 'exact_trial_part', ['tenant'])


def downgrade():
    op.drop_table('exact_trial_part')
    op.drop_table('exact_trial')
    with op.batch_alter_table('exact_invoice_export') as table:
        table.drop_column('approval_lapsed')
        table.drop_column('approved_digest')
    with op.batch_alter_table('exact_connection') as table:
        table.drop_column('looked')
        table.drop_column('approval')
