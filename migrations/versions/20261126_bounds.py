"""Bounds: odd records that were left out, and log-ins bound to their browser."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000005'
down_revision = 'a1c0de000004'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
