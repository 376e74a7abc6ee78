"""Approval: rows that wait for a person in the first nights."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de00000a'
down_revision = 'a1c0de000009'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_connection') as table:
        table.add_column(sa.Column('approval', sa.String(length=10), nullable=True))
    with op.batch_alter_table('exact_invoice_export') as table:
        table.add_column(sa.Column('approved_digest', sa.String(length=64), nullable=True))
        table.add_column(sa.Column('approval_lapsed', sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade():
    with op.batch_alter_table('exact_invoice_export') as table:
        table.drop_column('approval_lapsed')
        table.drop_column('approved_digest')
    with op.batch_alter_table('exact_connection') as table:
        table.drop_column('approval')
