"""The morning: versions of the settings, and remarks that somebody saw."""

revision = 'a1c0de00000b'
down_revision = 'a1c0de00000a'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
