"""Speed: which version of an invoice a row was told of."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000006'
down_revision = 'a1c0de000005'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_invoice_export') as table:
        table.add_column(sa.Column('version', sa.Integer(), server_default='0', nullable=False))


def downgrade():
    with op.batch_alter_table('exact_invoice_export') as table:
        table.drop_column('version')
