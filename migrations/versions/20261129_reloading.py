"""Reading the lists anew: since when somebody has asked for it, for as long as it is not done."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000010'
down_revision = 'a1c0de00000e'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('exact_connection') as table:
        table.add_column(sa.Column('reload_asked_at', sa.DateTime(timezone=True), nullable=True))


def downgrade():
    with op.batch_alter_table('exact_connection') as table:
        table.drop_column('reload_asked_at')
