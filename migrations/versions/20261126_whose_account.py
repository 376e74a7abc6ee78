"""Whose account: facts of relations and customers, and which form of the match key a row was made with."""

import json

import sqlalchemy as sa
from alembic import op

revision = 'a1c0de000001'
down_revision = 'c41d7a90e2f6'
branch_labels = None
depends_on = None


#: What 0.1 kept of a relation; Exact gives no lengths, and gives back whole what it was sent.
LENGTHS_OF_0_1 = {'name': 200, 'postcode': 30, 'city': 200, 'vat_number': 60, 'coc_number': 60}


def upgrade():
    with op.batch_alter_table('exact_crm_account') as table:
        for name, length in LENGTHS_OF_0_1.items():
            table.alter_column(name, existing_type=sa.String(length), type_=sa.Text(), existing_nullable=name != 'name')
        table.add_column(sa.Column('street', sa.Text(), nullable=True))
        table.add_column(sa.Column('start_date', sa.Date(), nullable=True))
        table.add_column(sa.Column('email_key', sa.String(length=64), nullable=True))
        table.add_column(sa.Column('name_key', sa.String(length=100), nullable=True))
        table.add_column(sa.Column('vat_key', sa.String(length=60), nullable=True))
        table.add_column(sa.Column('coc_key', sa.String(length=60), nullable=True))
        # Rows that 0.1 read, or reads beside this version, do not hold the new facts.
        table.add_column(sa.Column('form', sa.Integer(), server_default='1', nullable=False))
        table.create_index('ix_exact_crm_account_name', ['site', 'division', 'name_key'])
        table.create_index('ix_exact_crm_account_vat', ['site', 'division', 'vat_key'])
        table.create_index('ix_exact_crm_account_coc', ['site', 'division', 'coc_key'])
    with op.batch_alter_table('exact_mirror') as table:
        table.add_column(sa.Column('form', sa.Integer(), server_default='1', nullable=False))
    with op.batch_alter_table('exact_debtor_binding') as table:
        table.add_column(sa.Column('key_version', sa.Integer(), server_default='1', nullable=False))
        table.add_column(sa.Column('name_key', sa.String(length=100), nullable=True))
        table.add_column(sa.Column('facts', sa.JSON(), nullable=True))
        table.add_column(sa.Column('may_promote', sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column('made_for', sa.BigInteger(), nullable=True))
        table.create_index('ix_exact_debtor_binding_name', ['site', 'division', 'name_key'])
        table.create_index('ix_exact_debtor_binding_account', ['site', 'division', 'account_id'])
    with op.batch_alter_table('exact_invoice_export') as table:
        # What 0.1 booked keeps its digest, which only the function of 0.1 understands.
        table.add_column(sa.Column('digest_version', sa.Integer(), nullable=False, server_default='1'))
        table.add_column(sa.Column('client_id', sa.String(length=64), nullable=True))
        table.add_column(sa.Column('debtor_key', sa.String(length=100), nullable=True))
        table.create_index('ix_exact_invoice_export_client', ['tenant', 'client_id'])
        table.create_index('ix_exact_invoice_export_debtor', ['tenant', 'debtor_key'])
    with op.batch_alter_table('exact_settings') as table:
        table.add_column(sa.Column('private_policy', sa.String(length=10), server_default='new', nullable=False))
        table.add_column(sa.Column('collective_account_id', sa.String(length=36), nullable=True))
    op.create_table(
        'exact_secret',
        sa.Column('name', sa.String(length=40), nullable=False),
        sa.Column('ciphertext', sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint('name', name='pk_exact_secret'),
    )


def downgrade():
    _leave_what_0_1_can_read()
    op.drop_table('exact_secret')
    with op.batch_alter_table('exact_settings') as table:
        table.drop_column('collective_account_id')
        table.drop_column('private_policy')
    with op.batch_alter_table('exact_invoice_export') as table:
        table.drop_index('ix_exact_invoice_export_debtor')
        table.drop_index('ix_exact_invoice_export_client')
        table.drop_column('debtor_key')
        table.drop_column('client_id')
        table.drop_column('digest_version')
    # 0.1 has no use for them. What may be under way stays, so that it is searched for.
    op.execute("DELETE FROM exact_debtor_binding WHERE key_version > 1 AND state = 'bound'")
    with op.batch_alter_table('exact_debtor_binding') as table:
        table.drop_index('ix_exact_debtor_binding_account')
        table.drop_index('ix_exact_debtor_binding_name')
        table.drop_column('made_for')
        table.drop_column('may_promote')
        table.drop_column('facts')
        table.drop_column('name_key')
        table.drop_column('key_version')
    with op.batch_alter_table('exact_mirror') as table:
        table.drop_column('form')
    with op.batch_alter_table('exact_crm_account') as table:
        table.drop_index('ix_exact_crm_account_coc')
        table.drop_index('ix_exact_crm_account_vat')
        table.drop_index('ix_exact_crm_account_name')
        for column in ('form', 'coc_key', 'vat_key', 'name_key', 'email_key', 'start_date', 'street'):
            table.drop_column(column)
        for name, length in LENGTHS_OF_0_1.items():
            cut = f'left({name}, {length})'
            kind = {'existing_type': sa.Text(), 'type_': sa.String(length), 'existing_nullable': name != 'name'}
            table.alter_column(name, postgresql_using=cut, **kind)


#: The problem codes of 0.1, which stops at one that it does not know.
CODES_OF_0_1 = frozenset(
    'no_settings vat_rate_unmapped vat_code_gone vat_code_unsuitable default_gl_account_gone journal_gone journal_blocked '
    'journal_currency payment_condition_needed gl_account_blocked gl_account_type cost_center_needed cost_unit_needed '
    'period_missing period_closed currency no_lines totals_disagree vat_difference identifier_too_long '
    'identifier_reused debtor_nameless debtor_ambiguous debtor_blocked unanswered debtor_unanswered '
    'promotion_unanswered refused reference_suspect entry_conflict bug'.split()
)


def _leave_what_0_1_can_read():
    """A digest of a later form would read as a change, and a problem of a later code as none at all.

    Such a problem becomes *bug* and waits for a person; where anything may have been sent, 0.1 searches first.
    """
    op.execute('UPDATE exact_invoice_export SET invoice_digest = NULL WHERE digest_version > 1')
    export = sa.table('exact_invoice_export', sa.column('id'), sa.column('problems', sa.JSON()))
    connection = op.get_bind()
    for export_id, problems in connection.execute(sa.select(export.c.id, export.c.problems)).all():
        known = [problem for problem in problems if problem['code'] in CODES_OF_0_1]
        readable = [{'code': problem['code'], 'params': _as_texts(problem['params'])} for problem in known]
        readable += [{'code': 'bug', 'params': {}}] if len(known) < len(problems) else []
        if readable != problems:
            connection.execute(sa.update(export).where(export.c.id == export_id).values(problems=readable))


def _as_texts(params):
    """0.1 knows texts only: lists are joined as it joined them, and what was found in Exact is JSON in a text."""
    joined = {'codes': ', ', 'ids': ' ', 'messages': '\n'}
    said = {}
    for name, value in params.items():
        if name == 'entries':
            said['found'] = json.dumps([_flat(found) for found in value])
        elif name == 'sent':
            said[name] = json.dumps(value)
        else:
            said[name] = joined[name].join(value) if name in joined and isinstance(value, list) else str(value)
    return said


def _flat(found):
    return {name: str(value).replace('T', ' ') if name == 'created' else str(value) for name, value in found['entry'].items()}
