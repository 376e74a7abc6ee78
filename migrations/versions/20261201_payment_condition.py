"""Of a relation: the code of its own payment condition, beside whether it has one."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000012'
down_revision = 'a1c0de000010'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_crm_account') as table:
        table.add_column(sa.Column('payment_condition', sa.Text(), nullable=True))


def downgrade():
    with op.batch_alter_table('exact_crm_account') as table:
        table.drop_column('payment_condition')
