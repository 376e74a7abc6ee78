"""Of a line of an entry: the rate groups of the lines of the invoice behind it."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000014'
down_revision = 'a1c0de000012'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_export_line') as table:
        table.add_column(sa.Column('rate_groups', sa.JSON(none_as_null=True), nullable=True))


def downgrade():
    with op.batch_alter_table('exact_export_line') as table:
        table.drop_column('rate_groups')
