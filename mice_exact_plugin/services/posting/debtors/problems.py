"""Why a debtor cannot be booked on yet, as a problem with the relations that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.customer import relation_of
from mice_exact_plugin.domain.matching import Ask, Unusable, Why, score
from mice_exact_plugin.domain.matching_table import AskKind
from mice_exact_plugin.domain.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.customer import Customer
    from mice_exact_plugin.domain.reference import CrmAccount

#: More than this help nobody to choose, and a problem is kept with the invoice.
MOST = 20
ASKS: dict[AskKind, Code] = {
    AskKind.SEVERAL: Code.DEBTOR_AMBIGUOUS,
    AskKind.NUMBER_DIFFERS: Code.DEBTOR_NUMBER_DIFFERS,
    AskKind.COC_DIFFERS: Code.DEBTOR_COC_DIFFERS,
    AskKind.PLACE_DIFFERS: Code.DEBTOR_PLACE_DIFFERS,
    AskKind.NAME_DIFFERS: Code.DEBTOR_NAME_DIFFERS,
    AskKind.LEGAL_FORM: Code.DEBTOR_LEGAL_FORM,
    AskKind.NAME_CUT: Code.DEBTOR_NAME_CUT,
    AskKind.NO_SECOND_FACT: Code.DEBTOR_NO_SECOND_FACT,
    AskKind.NOT_READ_YET: Code.DEBTOR_NOT_READ_YET,
}
UNUSABLE: dict[Why, Code] = {
    Why.BLOCKED: Code.DEBTOR_BLOCKED,
    Why.ENDED: Code.DEBTOR_NOT_ACTIVE,
    Why.NOT_STARTED: Code.DEBTOR_NOT_ACTIVE,
    Why.SUPPLIER_ONLY: Code.DEBTOR_SUPPLIER_ONLY,
}


def asked(customer: Customer, ask: Ask, home_country: str) -> Problem:
    """A person decides among these; the one that is proposed comes first, the others by their likeness."""
    accounts = sorted(
        ask.accounts,
        key=lambda account: (account != ask.proposed, -score(customer, relation_of(account, home_country))),
    )
    return Problem(ASKS[ask.kind], about(accounts) | ({"proposed": ask.proposed.id} if ask.proposed else {}))


def unusable(outcome: Unusable) -> Problem:
    """The first relation names the reason; all of them can be chosen once they are corrected."""
    (first, why), *_ = outcome.accounts
    return not_usable(first, why, (*(account for account, _ in outcome.accounts), *outcome.others))


def not_usable(account: CrmAccount, why: Why, all_of_them: Iterable[CrmAccount] = ()) -> Problem:
    names = {"name": account.name, "code": account.code, "why": str(why)}
    return Problem(UNUSABLE[why], about(tuple(all_of_them) or (account,)) | names)


def old_binding(account: CrmAccount, others: Iterable[CrmAccount]) -> Problem:
    """An older version booked on this relation; by the rules of now that is not certain."""
    accounts = (account, *(other for other in others if other.id != account.id))
    return Problem(
        Code.DEBTOR_OLD_BINDING, about(accounts) | {"name": account.name, "code": account.code, "proposed": account.id}
    )


def about(accounts: Iterable[CrmAccount]) -> dict[str, str]:
    """Codes for the sentence, ids for the page on which a person chooses."""
    shown = tuple(accounts)[:MOST]
    return {"codes": ", ".join(account.code for account in shown), "ids": " ".join(account.id for account in shown)}


def right_missing(action: str, kind: str, name: str) -> Problem:
    """The log-in may not make relations (`POST`) or change one (`PUT`); `kind` is what Exact's 403 said."""
    return Problem(Code.DEBTOR_RIGHT_MISSING, {"denial": f"{action} {kind}", "name": name})
