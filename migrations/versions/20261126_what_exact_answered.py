"""What Exact answered: what was sent, kept to compare with; remarks; references in one spelling."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000002'
down_revision = 'a1c0de000001'
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
OPEN = sa.text('seen_at IS NULL')

#: What 0.1 kept in columns only, and when each was seen. It wrote its lines in the trail then; none is written now.
EARLIER = (
    ('changed_after_booking', 'changed_at', "changed_at IS NOT NULL AND entry_id IS NOT NULL"),
    ('deleted_after_booking', 'deleted_at', "deleted_at IS NOT NULL AND entry_id IS NOT NULL"),
    ('default_ledger', 'synced_at', "CAST(fallbacks AS TEXT) <> '[]' AND synced_at IS NOT NULL"),
)


#: Rows a statement, so that a large table is no single huge one.
PAGE = 1000
EXPORTS = sa.table(
    'exact_invoice_export', sa.column('id', sa.BigInteger()), sa.column('identifier', sa.String()),
    sa.column('reference', sa.String()),
)


def upgrade():
    with op.batch_alter_table('exact_invoice_export') as batch:
        batch.add_column(sa.Column('sent', sa.JSON(none_as_null=True), nullable=True))
        batch.add_column(sa.Column('reference', sa.String(length=300), server_default='', nullable=False))
        batch.create_index('ix_exact_invoice_export_reference', ['tenant', 'reference'])
    with op.batch_alter_table('exact_lease') as batch:
        batch.add_column(sa.Column('quiet_until_ms', sa.BigInteger(), server_default='0', nullable=False))
    _fill_references(op.get_bind())
    op.create_table(
        'exact_remark',
        sa.Column('id', ROW_ID, nullable=False),
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('export_id', sa.BigInteger(), nullable=False),
        sa.Column('code', sa.String(length=40), nullable=False),
        sa.Column('params', sa.JSON(), nullable=False),
        sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('seen_by', sa.String(length=200), nullable=True),
        sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reason', sa.String(length=1000), nullable=True),
        sa.PrimaryKeyConstraint('id', name='pk_exact_remark'),
    )
    op.create_index('ix_exact_remark_export', 'exact_remark', ['export_id', 'code'])
    op.create_index('ix_exact_remark_tenant', 'exact_remark', ['tenant', 'seen_at'])
    op.create_index(
        'uq_exact_remark_open',
        'exact_remark',
        ['export_id', 'code'],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    for code, moment, holds in EARLIER:
        op.execute(
            f'INSERT INTO exact_remark (tenant, export_id, code, params, made_at) '
            f"SELECT tenant, id, '{code}', '{{}}', {moment} FROM exact_invoice_export WHERE {holds} ORDER BY id"
        )


def _fill_references(connection):
    """The spelling in which Exact compares references, as 0.2 first wrote it: SQL has none that both databases share."""
    last = 0
    while True:
        page = sa.select(EXPORTS.c.id, EXPORTS.c.identifier).where(EXPORTS.c.id > last).order_by(EXPORTS.c.id)
        rows = connection.execute(page.limit(PAGE)).all()
        if not rows:
            return
        filled = sa.update(EXPORTS).where(EXPORTS.c.id == sa.bindparam('row')).values(reference=sa.bindparam('text'))
        connection.execute(filled, [{'row': row.id, 'text': row.identifier.strip().casefold()} for row in rows])
        last = rows[-1].id


def downgrade():
    op.drop_table('exact_remark')
    with op.batch_alter_table('exact_lease') as batch:
        batch.drop_column('quiet_until_ms')
    with op.batch_alter_table('exact_invoice_export') as batch:
        batch.drop_index('ix_exact_invoice_export_reference')
        batch.drop_column('reference')
        batch.drop_column('sent')
