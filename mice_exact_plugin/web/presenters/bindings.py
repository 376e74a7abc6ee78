"""The bindings as people see them: which customer, which relation, since when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.version_1 import VERSION
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.store.binding import BindingState
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.wording import remarks

if TYPE_CHECKING:
    from mice_exact_plugin.services.debtor_bindings import Bound, Page


@dataclass(frozen=True, slots=True)
class BindingView:
    key: str
    customer: str
    facts: str
    relation: str
    since: str
    by: str
    left_out: str
    can_be_undone: bool


@dataclass(frozen=True, slots=True)
class PageView:
    bindings: tuple[BindingView, ...]
    number: int
    total: str
    has_next: bool


def page_view(page: Page) -> PageView:
    total = ngettext("%(num)s klant", "%(num)s klanten", page.total)
    return PageView(tuple(_binding(row) for row in page.rows), page.number, total, page.has_next)


def _binding(row: Bound) -> BindingView:
    known = row.binding
    return BindingView(
        key=known.key,
        customer=_customer(row),
        facts=_facts(row),
        relation=_relation(row),
        since=formatting.moment(known.bound_at) if known.bound_at else "",
        by=known.decided_by or gettext("de koppeling"),
        left_out=remarks.fields(known.omitted) if known.omitted else "",
        can_be_undone=known.state != BindingState.CREATING,
    )


def _customer(row: Bound) -> str:
    if row.facts is not None:
        return row.facts.written
    if row.binding.key_version == VERSION:
        return gettext("%(name)s (van een eerdere versie)", name=row.binding.key.partition("|")[0])
    return gettext("een factuur zonder naam")


def _facts(row: Bound) -> str:
    facts = row.facts
    if facts is None:
        return ""
    said = (facts.postcode, facts.country, facts.vat_number, facts.coc_number)
    return " · ".join(fact for fact in said if fact)


def _relation(row: Bound) -> str:
    if row.binding.state == BindingState.WANTED:
        return gettext("nieuwe debiteur, nog niet gemaakt")
    if row.binding.state == BindingState.CREATING:
        return gettext("nieuwe debiteur, onderweg")
    return f"{row.account.code} {row.account.name}" if row.account else gettext("niet meer in Exact Online")
