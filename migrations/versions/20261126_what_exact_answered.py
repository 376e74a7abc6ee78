"""What Exact answered: remarks that stay with an invoice until a person puts them aside."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000002'
down_revision = 'a1c0de000001'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
