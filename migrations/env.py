"""The plugin's own Alembic environment: only tables named `exact_…`, in a version table of their own.

A branch in the host's version table would give the host two heads, so the two histories know nothing of each other.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import TypeDecorator

VERSION_TABLE = "exact_alembic_version"


def is_ours(obj, name, type_, reflected, compare_to):
    """Leave the host's tables out of every comparison."""
    return type_ != "table" or (name.startswith("exact_") and name != VERSION_TABLE)


def render_item(type_, obj, autogen_context):
    """Write the stored type, not our decorator: a migration must not change when the decorator does."""
    return f"sa.{obj.impl!r}" if type_ == "type" and isinstance(obj, TypeDecorator) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes["metadata"],
    version_table=VERSION_TABLE,
    include_object=is_ours,
    render_item=render_item,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
