"""the trail only grows.

On SQLite a migration that rebuilds the table (alembic's batch mode) loses its triggers and must make them again.
"""

from alembic import op

revision = 'c41d7a90e2f6'
down_revision = 'b8e335652805'
branch_labels = None
depends_on = None

MESSAGE = 'exact_audit only grows'


def upgrade():
    if op.get_bind().dialect.name == 'postgresql':
        op.execute(
            'CREATE FUNCTION exact_audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS '
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$"
        )
        op.execute(
            'CREATE TRIGGER exact_audit_only_grows BEFORE UPDATE OR DELETE ON exact_audit '
            'FOR EACH ROW EXECUTE FUNCTION exact_audit_only_grows()'
        )
        return
    for action in ('UPDATE', 'DELETE'):
        op.execute(
            f'CREATE TRIGGER exact_audit_no_{action.lower()} BEFORE {action} ON exact_audit '
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )


def downgrade():
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('DROP TRIGGER exact_audit_only_grows ON exact_audit')
        op.execute('DROP FUNCTION exact_audit_only_grows()')
        return
    for action in ('UPDATE', 'DELETE'):
        op.execute(f'DROP TRIGGER exact_audit_no_{action.lower()}')
