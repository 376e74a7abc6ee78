"""Never silent: what keeps a link from booking, and which mails were sent about it."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000004'
down_revision = 'a1c0de000003'
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
