"""A way on: what a person accepted for one invoice, and settings for lines and terms."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000003'
down_revision = 'a1c0de000002'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
