"""Every table of the plugin, imported so that its metadata is complete: what migrations and checks compare with."""

# ruff: noqa: F401 - imported for their tables

from __future__ import annotations

import mice_exact_plugin.access.budgets
import mice_exact_plugin.access.lease
import mice_exact_plugin.access.secrets
import mice_exact_plugin.audit
import mice_exact_plugin.deposits.comparison_table
import mice_exact_plugin.deposits.table
import mice_exact_plugin.exports.acceptance
import mice_exact_plugin.exports.lines
import mice_exact_plugin.exports.remarks
import mice_exact_plugin.exports.table
import mice_exact_plugin.golive.trial_table
import mice_exact_plugin.link.connection
import mice_exact_plugin.link.run
import mice_exact_plugin.link.settings
import mice_exact_plugin.mirror.binding_table
import mice_exact_plugin.mirror.list_table
import mice_exact_plugin.mirror.relation_table
import mice_exact_plugin.standing.post_office
from mice_exact_plugin.database import Base

METADATA = Base.metadata
