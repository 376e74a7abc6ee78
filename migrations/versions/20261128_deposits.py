"""Deposits: on which account they wait, and what took them off."""

revision = 'a1c0de000009'
down_revision = 'a1c0de000008'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
