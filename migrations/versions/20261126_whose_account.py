"""Whose account: facts of relations and customers, and which form of the match key a row was made with."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000001'
down_revision = 'c41d7a90e2f6'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
