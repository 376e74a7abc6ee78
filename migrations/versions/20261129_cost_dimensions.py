"""Rules by which lines get a cost centre and a cost unit."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de00000d'
down_revision = 'a1c0de00000c'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("exact_settings", sa.Column("dimensions", sa.JSON(), nullable=False, server_default=sa.text("'{}'")))


def downgrade():
    with op.batch_alter_table("exact_settings") as table:
        table.drop_column("dimensions")
