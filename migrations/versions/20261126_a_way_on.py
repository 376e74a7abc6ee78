"""A way on: what a person accepted for one invoice, and settings for lines and terms."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000003'
down_revision = 'a1c0de000002'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('exact_acceptance',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('export_id', sa.BigInteger(), nullable=False),
    sa.Column('code', sa.String(length=30), nullable=False),
    sa.Column('params', sa.JSON(), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('accepted_by', sa.String(length=200), nullable=False),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_by', sa.String(length=200), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exact_acceptance'))
    )
    with op.batch_alter_table('exact_acceptance', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_exact_acceptance_export_id'), ['export_id'], unique=False)
    with op.batch_alter_table('exact_invoice_export', schema=None) as batch_op:
        batch_op.add_column(sa.Column('has_acceptance', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('exact_settings', schema=None) as batch_op:
        batch_op.add_column(sa.Column('loose_lines', sa.JSON(), server_default=sa.text("'{}'"), nullable=False))
        batch_op.add_column(sa.Column('fills_vat_numbers', sa.Boolean(), server_default=sa.false(), nullable=False))
    # Discounts and instalments of payment conditions were not kept: the list is read again by the next run.
    mirror = sa.table('exact_mirror', sa.column('resource', sa.String), sa.column('loaded_at', sa.DateTime(timezone=True)))
    long_ago = datetime(2000, 1, 1, tzinfo=UTC)
    op.execute(mirror.update().where(mirror.c.resource == 'payment_conditions').values(loaded_at=long_ago))


def downgrade():
    with op.batch_alter_table('exact_settings', schema=None) as batch_op:
        batch_op.drop_column('fills_vat_numbers')
        batch_op.drop_column('loose_lines')
    with op.batch_alter_table('exact_invoice_export', schema=None) as batch_op:
        batch_op.drop_column('has_acceptance')
    op.drop_table('exact_acceptance')
