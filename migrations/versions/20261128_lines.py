"""Lines: what was sent, line by line, and what an entry says besides its figures."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000007'
down_revision = 'a1c0de000006'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'exact_export_line',
        sa.Column('export_id', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('generation', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('gl_account_id', sa.String(length=36), nullable=False),
        sa.Column('gl_account_code', sa.String(length=30), nullable=True),
        sa.Column('vat_code', sa.String(length=30), nullable=False),
        sa.Column('vat_rate', sa.String(length=20), nullable=True),
        sa.Column('net', sa.BigInteger(), nullable=False),
        sa.Column('vat', sa.BigInteger(), nullable=False),
        sa.Column('origins', sa.String(length=60), nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=True),
        sa.Column('situation', sa.String(length=20), nullable=True),
        sa.Column('settles_invoice_id', sa.String(length=64), nullable=True),
        sa.Column('cost_center', sa.String(length=30), nullable=True),
        sa.Column('cost_unit', sa.String(length=30), nullable=True),
        sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint('export_id', 'generation', 'position', name=op.f('pk_exact_export_line')),
    )
    with op.batch_alter_table('exact_export_line') as table:
        table.create_index('ix_exact_export_line_settles', ['settles_invoice_id'])
    for name in ('texts', 'receipts'):
        op.add_column('exact_settings', sa.Column(name, sa.JSON(), nullable=False, server_default=sa.text("'{}'")))


def downgrade():
    with op.batch_alter_table('exact_settings') as table:
        table.drop_column('receipts')
        table.drop_column('texts')
    op.drop_table('exact_export_line')
