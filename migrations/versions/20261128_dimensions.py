"""Dimensions: cost centres, closed periods and a journal for credit notes."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de00000c'
down_revision = 'a1c0de00000b'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("exact_settings", sa.Column("credit_journal_code", sa.String(10), nullable=True))
    op.add_column("exact_invoice_export", sa.Column("booked_on", sa.Date(), nullable=True))
    op.add_column(
        "exact_settings", sa.Column("closed_periods", sa.JSON(), nullable=False, server_default=sa.text("'{}'"))
    )


def downgrade():
    with op.batch_alter_table("exact_invoice_export") as table:
        table.drop_column("booked_on")
    with op.batch_alter_table("exact_settings") as table:
        table.drop_column("closed_periods")
        table.drop_column("credit_journal_code")
