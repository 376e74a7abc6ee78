"""Situations: which VAT code belongs to which ground of 0 %."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000008'
down_revision = 'a1c0de000007'
branch_labels = None
depends_on = None


def upgrade():
    """The code that stands for all that is 0 % stays what it is, until somebody tells the grounds apart."""
    op.add_column("exact_settings", sa.Column("situations", sa.JSON(), nullable=False, server_default=sa.text("'{}'")))


def downgrade():
    with op.batch_alter_table("exact_settings") as table:
        table.drop_column("situations")
