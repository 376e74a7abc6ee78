"""Every table of the plugin, imported so that its metadata is complete: what migrations and checks compare with."""

from __future__ import annotations

from mice_exact_plugin.store import (  # noqa: F401 - imported for their tables
    acceptance,
    audit,
    binding,
    budget,
    connection,
    debtor,
    invoice_export,
    lease,
    notice,
    reference,
    remark,
    secret,
    settings,
    sync_run,
    token,
)
from mice_exact_plugin.store.base import Base

METADATA = Base.metadata
