"""Of a connection: since when its lists are read anew, and the number by which people know the administration."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000010'
down_revision = 'a1c0de00000f'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_connection') as table:
        table.add_column(sa.Column('reload_asked_at', sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column('division_hid', sa.BigInteger(), nullable=True))


def downgrade():
    with op.batch_alter_table('exact_connection') as table:
        table.drop_column('division_hid')
        table.drop_column('reload_asked_at')
