"""Situations: which VAT code belongs to which ground of 0 %."""

revision = 'a1c0de000008'
down_revision = 'a1c0de000007'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
