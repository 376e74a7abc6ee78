"""Lines: what was sent, line by line."""

revision = 'a1c0de000007'
down_revision = 'a1c0de000006'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
