"""Whose account: facts of relations and customers, and which form of the match key a row was made with."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000001'
down_revision = 'c41d7a90e2f6'
branch_labels = None
depends_on = None


def upgrade():
    _keep_the_form_of_digests()


def downgrade():
    with op.batch_alter_table('exact_invoice_export') as table:
        table.drop_column('digest_version')


def _keep_the_form_of_digests():
    """What 0.1 booked keeps its digest, which only the function of 0.1 understands."""
    with op.batch_alter_table('exact_invoice_export') as table:
        table.add_column(sa.Column('digest_version', sa.Integer(), nullable=False, server_default='1'))
