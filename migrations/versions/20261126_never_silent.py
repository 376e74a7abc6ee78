"""Never silent: of which causes the administrators were told, the mails about them, and who looked at a run."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000004'
down_revision = 'a1c0de000003'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'exact_notice',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('cause', sa.String(length=120), nullable=False),
        sa.Column('params', sa.JSON(), nullable=False),
        sa.Column('waiting', sa.Integer(), nullable=False),
        sa.Column('began_on', sa.Date(), nullable=False),
        sa.Column('mailed_on', sa.Date(), nullable=True),
        sa.Column('times', sa.Integer(), nullable=False),
        sa.Column('ended_on', sa.Date(), nullable=True),
        sa.Column('exports', sa.JSON(), server_default='[]', nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_exact_notice')),
        sa.UniqueConstraint('tenant', 'cause', name=op.f('uq_exact_notice_tenant_cause')),
    )
    op.create_table(
        'exact_mail',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('kind', sa.String(length=10), nullable=False),
        sa.Column('key', sa.String(length=140), nullable=False),
        sa.Column('params', sa.JSON(), nullable=False),
        sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('not_before', sa.DateTime(timezone=True), nullable=False),
        sa.Column('tries', sa.Integer(), nullable=False),
        sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('lost', sa.Integer(), nullable=False),
        sa.Column('handed_at', sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_exact_mail')),
        sa.UniqueConstraint('tenant', 'kind', 'key', name=op.f('uq_exact_mail_tenant_kind_key')),
    )
    op.create_index(op.f('ix_exact_mail_handed_at'), 'exact_mail', ['handed_at'], unique=False)
    with op.batch_alter_table('exact_sync_run', schema=None) as batch_op:
        batch_op.add_column(sa.Column('watched_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True))


def downgrade():
    with op.batch_alter_table('exact_sync_run', schema=None) as batch_op:
        batch_op.drop_column('reported_at')
        batch_op.drop_column('watched_at')
    op.drop_index(op.f('ix_exact_mail_handed_at'), table_name='exact_mail')
    op.drop_table('exact_mail')
    op.drop_table('exact_notice')
