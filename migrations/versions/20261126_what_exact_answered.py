"""What Exact answered: remarks that stay with an invoice until a person puts them aside."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000002'
down_revision = 'a1c0de000001'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
OPEN = sa.text('seen_at IS NULL')

#: What 0.1 kept in columns only, and when each was seen. It wrote its lines in the trail then; none is written now.
EARLIER = (
    ('changed_after_booking', 'changed_at', "changed_at IS NOT NULL AND entry_id IS NOT NULL"),
    ('deleted_after_booking', 'deleted_at', "deleted_at IS NOT NULL AND entry_id IS NOT NULL"),
    ('default_ledger', 'synced_at', "CAST(fallbacks AS TEXT) <> '[]' AND synced_at IS NOT NULL"),
)


def upgrade():
    op.create_table(
        'exact_remark',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('export_id', sa.BigInteger(), nullable=False),
        sa.Column('code', sa.String(length=40), nullable=False),
        sa.Column('params', sa.JSON(), nullable=False),
        sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('seen_by', sa.String(length=200), nullable=True),
        sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reason', sa.String(length=1000), nullable=True),
        sa.PrimaryKeyConstraint('id', name='pk_exact_remark'),
    )
    op.create_index('ix_exact_remark_export', 'exact_remark', ['export_id', 'code'])
    op.create_index('ix_exact_remark_tenant', 'exact_remark', ['tenant', 'seen_at'])
    op.create_index(
        'uq_exact_remark_open',
        'exact_remark',
        ['export_id', 'code'],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    for code, moment, holds in EARLIER:
        op.execute(
            f'INSERT INTO exact_remark (tenant, export_id, code, params, made_at) '
            f"SELECT tenant, id, '{code}', '{{}}', {moment} FROM exact_invoice_export WHERE {holds} ORDER BY id"
        )


def downgrade():
    op.drop_table('exact_remark')
