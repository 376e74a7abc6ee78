"""Approval: rows that wait for a person in the first nights."""

revision = 'a1c0de00000a'
down_revision = 'a1c0de000009'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
