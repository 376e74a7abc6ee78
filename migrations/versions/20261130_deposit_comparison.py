"""What the ledger has on the accounts for deposits, asked for by a person."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de00000f'
down_revision = 'a1c0de00000e'
branch_labels = None
depends_on = None

TABLE = 'exact_deposit_comparison'
ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade():
    op.create_table(
        TABLE,
        sa.Column('id', ID, nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('site', sa.String(length=3), nullable=False),
        sa.Column('division', sa.BigInteger(), nullable=False),
        sa.Column('asked_by', sa.String(length=200), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('beat_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reason', sa.String(length=30), nullable=True),
        sa.Column('lines', sa.Integer(), nullable=False),
        sa.Column('result', sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{TABLE}')),
    )
    op.create_index(op.f(f'ix_{TABLE}_tenant'), TABLE, ['tenant'])
    op.create_index(op.f(f'ix_{TABLE}_finished_at'), TABLE, ['finished_at'])


def downgrade():
    op.drop_table(TABLE)
