"""Both sides of the question who a customer is, one by one and in a list; and the bindings that answered it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.decisions.debtor_choice import asked, proposed_for_all
from mice_exact_plugin.domain.debtor.comparison import compare_names, same_coc
from mice_exact_plugin.domain.debtor.customer import unreadable_of
from mice_exact_plugin.domain.debtor.matching import Why
from mice_exact_plugin.domain.debtor.table import Name
from mice_exact_plugin.domain.entry.version_1 import VERSION
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.mirror.binding_table import BindingState
from mice_exact_plugin.web.pages.preview.words import FACTS

if TYPE_CHECKING:
    from mice_exact_plugin.decisions.debtor_page import Bound, Candidate, DebtorPage
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.exports.export import Export


def customer(row: Bound) -> str:
    if row.facts is not None:
        return row.facts.written
    if row.binding.key_version == VERSION:
        return gettext("%(name)s (van een eerdere versie)", name=row.binding.key.partition("|")[0])
    return gettext("een factuur zonder naam")


def facts(row: Bound) -> str:
    known = row.facts
    if known is None:
        return ""
    said = (formatting.postcode(known.postcode or ""), known.country, known.vat_number, known.coc_number)
    return " · ".join(fact for fact in said if fact)


def relation(row: Bound) -> str:
    if row.binding.state == BindingState.WANTED:
        return gettext("nieuwe debiteur, nog niet gemaakt")
    if row.binding.state == BindingState.CREATING:
        return gettext("nieuwe debiteur, onderweg")
    return f"{row.account.code} {row.account.name}" if row.account else gettext("niet meer in Exact Online")


def found_by(row: Bound) -> str:
    """How it was found out that the customer is this relation."""
    if row.binding.decided_by:
        return gettext("gekozen door %(name)s", name=row.binding.decided_by)
    if row.binding.attempted_at is not None:
        return gettext("nieuw aangemaakt door de koppeling")
    facts = [gettext(FACTS[fact]) for fact in row.agrees]
    return gettext("herkend aan %(facts)s", facts=formatting.listed(facts)) if facts else gettext("de koppeling")


def question(row: Export) -> str:
    """What is asked about its customer."""
    problem = asked(row)
    return problems.sentence(problem) if problem else ""


_UNUSABLE: dict[Why, str] = {
    Why.BLOCKED: N_("geblokkeerd in Exact Online"),
    Why.ENDED: N_("beëindigd in Exact Online"),
    Why.NOT_STARTED: N_("nog niet actief op de datum van de factuur"),
    Why.SUPPLIER_ONLY: N_("alleen leverancier; wordt ook klant gemaakt"),
}
_MARKS = {True: N_("gelijk"), False: N_("verschilt"), None: ""}


@dataclass(frozen=True, slots=True)
class FactView:
    """One point on both sides; `mark` says whether they agree, and is empty where either says nothing."""

    label: str
    ours: str
    theirs: str
    mark: str
    differs: bool


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A relation that the customer may be, each fact of it compared, and whether it can be chosen at all."""

    account_id: str
    title: str
    note: str
    can_be_chosen: bool
    is_proposed: bool
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """What is asked about a customer, and what this person may answer."""

    invoice_id: str
    identifier: str
    debtor: str
    sentence: str
    candidates: tuple[CandidateView, ...]
    unreadable: tuple[str, ...]
    may_be_new: bool
    is_live: bool
    together: bool


def question_view(page: DebtorPage) -> QuestionView:
    question = page.question
    return QuestionView(
        invoice_id=question.row.invoice_id,
        identifier=question.row.identifier,
        debtor=question.customer.written if question.customer else "",
        sentence=problems.sentence(question.problem),
        candidates=tuple(_candidate(page, one) for one in page.candidates),
        unreadable=tuple(text for _, text in unreadable_of(question.invoice.debtor, question.link.division_country)),
        may_be_new=question.customer is not None,
        is_live=page.live,
        together=proposed_for_all(question) is not None,
    )


def _candidate(page: DebtorPage, one: Candidate) -> CandidateView:
    return CandidateView(
        account_id=one.account.id,
        title=f"{one.account.code} {one.account.name}",
        note=gettext(_UNUSABLE[one.why]) if one.why else "",
        can_be_chosen=one.why in (None, Why.SUPPLIER_ONLY),
        is_proposed=one.is_proposed,
        facts=tuple(_facts(page, one)),
    )


def _postcode(text: str | None) -> str | None:
    return formatting.postcode(text) if text else text


def _facts(page: DebtorPage, one: Candidate) -> list[FactView]:
    debtor, account, ours, theirs = page.question.invoice.debtor, one.account, page.question.customer, one.relation
    street = " ".join(part for part in (debtor.address_line_1, debtor.address_line_2) if part)
    postcodes = _same(ours, theirs, "postcode")
    return [
        _fact(gettext("Naam"), ours.written if ours else "", account.name, _same_name(ours, theirs)),
        _fact(gettext("Straat"), street, account.street, _same(ours, theirs, "street")),
        _fact(gettext("Postcode"), _postcode(debtor.postcode), _postcode(account.postcode), postcodes),
        _fact(gettext("Plaats"), debtor.city, account.city, _same(ours, theirs, "city")),
        _fact(gettext("Land"), debtor.country, account.country, _same(ours, theirs, "country")),
        _fact(gettext("Btw-nummer"), debtor.vat_number, account.vat_number, _same(ours, theirs, "vat_number")),
        _fact(gettext("KvK-nummer"), debtor.coc_number, account.coc_number, same_coc(ours, theirs) if ours else None),
        _email(debtor, account, ours, theirs, live=page.live),
        FactView(
            gettext("Laatste boeking"), "", formatting.day(one.last_entry) if one.last_entry else "–", "", differs=False
        ),
    ]


def _email(debtor: Debtor, account: CrmAccount, ours: Customer | None, theirs: Customer, *, live: bool) -> FactView:
    """The address itself is not kept: until it is looked up, only whether there is one and whether it is equal."""
    kept = gettext("(bekend in Exact Online)") if theirs.email else ""
    return _fact(gettext("E-mail"), debtor.email, account.email if live else kept, _same(ours, theirs, "email"))


def _fact(label: str, ours: str | None, theirs: str | None, agree: bool | None) -> FactView:
    mark = gettext(_MARKS[agree]) if agree is not None else ""
    return FactView(label, ours or "–", theirs or "–", mark, differs=agree is False)


def _same(ours: Customer | None, theirs: Customer, fact: str) -> bool | None:
    """None where either side says nothing that can be compared."""
    one, other = getattr(ours, fact, None), getattr(theirs, fact)
    return None if one is None or other is None else one == other


def _same_name(ours: Customer | None, theirs: Customer) -> bool | None:
    return None if ours is None else compare_names(ours, theirs) is Name.EQUAL
