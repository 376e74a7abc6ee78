"""The morning: versions of the settings, ledgers of rate groups, and the part of the trail that people read."""

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de00000b'
down_revision = 'a1c0de00000a'
branch_labels = None
depends_on = None

VERSIONS = 'exact_settings_version'
MESSAGE = f'{VERSIONS} only grows'
KEY = ('tenant', 'site', 'division')
ABOUT = (*KEY, 'saved_at', 'saved_by', 'version')
#: What happened to the link, and what people did: few of all events.
STORY = "(export_id IS NULL OR actor <> 'systeem')"


def upgrade():
    with op.batch_alter_table('exact_settings') as table:
        table.add_column(sa.Column('rate_group_ledgers', sa.JSON(), server_default=sa.text("'{}'"), nullable=False))
        table.add_column(sa.Column('version', sa.Integer(), server_default='1', nullable=False))
    with op.batch_alter_table('exact_invoice_export') as table:
        table.add_column(sa.Column('settings_version', sa.Integer(), nullable=True))
    where = {'sqlite_where': sa.text(STORY), 'postgresql_where': sa.text(STORY)}
    op.create_index('ix_exact_audit_story', 'exact_audit', ['tenant', 'id'], **where)
    versions = op.create_table(
        VERSIONS,
        sa.Column('tenant', sa.String(length=100), nullable=False),
        sa.Column('site', sa.String(length=3), nullable=False),
        sa.Column('division', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('saved_by', sa.String(length=200), nullable=False),
        sa.Column('payload', sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint(*KEY, 'version', name=op.f(f'pk_{VERSIONS}')),
    )
    keep_what_is_saved(op.get_bind(), versions)
    let_it_only_grow()


def keep_what_is_saved(bind, versions):
    """What is saved now is the first version."""
    settings = sa.Table('exact_settings', sa.MetaData(), autoload_with=bind)
    for row in bind.execute(sa.select(settings)).mappings().all():
        first = {name: row[name] for name in ABOUT}
        bind.execute(versions.insert().values(**first, payload={name: row[name] for name in row if name not in ABOUT}))


def let_it_only_grow():
    """As the trail: on SQLite a migration that rebuilds the table loses its triggers and must make them again."""
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(
            f'CREATE FUNCTION {VERSIONS}_only_grows() RETURNS trigger LANGUAGE plpgsql AS '
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$"
        )
        op.execute(
            f'CREATE TRIGGER {VERSIONS}_only_grows BEFORE UPDATE OR DELETE ON {VERSIONS} '
            f'FOR EACH ROW EXECUTE FUNCTION {VERSIONS}_only_grows()'
        )
        return
    for action in ('UPDATE', 'DELETE'):
        op.execute(
            f'CREATE TRIGGER {VERSIONS}_no_{action.lower()} BEFORE {action} ON {VERSIONS} '
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )


def downgrade():
    op.drop_table(VERSIONS)
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(f'DROP FUNCTION {VERSIONS}_only_grows()')
    op.drop_index('ix_exact_audit_story', table_name='exact_audit')
    with op.batch_alter_table('exact_invoice_export') as table:
        table.drop_column('settings_version')
    with op.batch_alter_table('exact_settings') as table:
        table.drop_column('version')
        table.drop_column('rate_group_ledgers')
