"""What Exact's 403 says: who or what is shut out as a whole, or which right misses."""

from __future__ import annotations

from mice_exact_plugin.i18n import N_, gettext

#: By the value of Exact's header `Reason`; the archive has none, and is looked up.
CLOSED: dict[str, str] = {
    "BlockedUser": N_("de gebruiker van de koppeling is in Exact Online geblokkeerd"),
    "InactiveUser": N_("de gebruiker van de koppeling is in Exact Online niet meer actief"),
    "BlockedCustomer": N_("Exact heeft het abonnement op Exact Online geblokkeerd"),
    "LicenseExpired": N_("de licentie van Exact Online is verlopen"),
    "DivisionBlocked": N_("de administratie is in Exact Online geblokkeerd, of er wordt onderhoud aan gedaan"),
    "DivisionArchived": N_("de administratie staat in Exact Online in het archief"),
    "NoDivisionAccess": N_("de gebruiker van de koppeling heeft geen toegang (meer) tot deze administratie"),
}

_UNKNOWN = N_("de gebruiker in Exact Online heeft niet (meer) de nodige rechten")

#: What may not be done, by method and endpoint.
RIGHTS: dict[tuple[str, str], str] = {
    ("POST", "salesentry/SalesEntries"): N_("verkoopboekingen maken"),
    ("POST", "crm/Accounts"): N_("relaties aanmaken"),
    ("PUT", "crm/Accounts"): N_("relaties wijzigen"),
    ("GET", "salesentry/SalesEntries"): N_("verkoopboekingen inzien"),
    ("GET", "crm/Accounts"): N_("relaties inzien"),
    ("GET", "sync/CRM/Accounts"): N_("relaties inzien"),
    ("GET", "sync/Deleted"): N_("verwijderingen inzien"),
    ("GET", "sync/Financial/GLAccounts"): N_("grootboekrekeningen inzien"),
    ("GET", "financial/Journals"): N_("dagboeken inzien"),
    ("GET", "financial/FinancialPeriods"): N_("boekjaren en periodes inzien"),
    ("GET", "read/financial/JournalStatusList"): N_("afgesloten periodes inzien"),
    ("GET", "vat/VATCodes"): N_("BTW-codes inzien"),
    ("GET", "vat/VatPercentages"): N_("BTW-percentages inzien"),
    ("GET", "cashflow/PaymentConditions"): N_("betalingscondities inzien"),
}


def closed(kind: str) -> str:
    """Why nothing works in the administration."""
    return gettext(CLOSED.get(kind, _UNKNOWN))


def right(method: str, endpoint: str) -> str:
    """What the right is for."""
    return gettext(RIGHTS[method, endpoint]) if (method, endpoint) in RIGHTS else f"{method} {endpoint}"


def missing(kind: str, method: str, endpoint: str) -> str:
    """Which right misses, and to whom: the user, or the app that the administrator let in."""
    text = N_("de koppeling heeft in Exact Online geen toestemming voor: %(right)s") if kind == "scope" else _MISSING
    return gettext(text, right=right(method, endpoint))


_MISSING = N_("de gebruiker in Exact Online heeft het recht niet (meer) voor: %(right)s")

#: What a run does with relations: sees which there are, makes new ones, and changes one only to make a customer of it.
_NO: dict[str, str] = {
    "GET": N_("geen relaties inzien"),
    "POST": N_("geen relaties aanmaken"),
    "PUT": N_("van een relatie geen klant maken"),
}


def relations(method: str, kind: str) -> str:
    """What may not be done with relations, as one sentence: whose right misses, and Exact's own reason if it gave one.

    Exact's reasons begin with a capital, and ours do not.
    """
    action = gettext(_NO.get(method, _NO["POST"]))
    if kind == "scope":
        text = N_("De koppeling mag in Exact Online %(action)s: bij het inloggen is dat niet toegestaan.")
    elif kind[:1].isupper():
        text = N_(
            "De gebruiker waarmee de koppeling is ingelogd mag in Exact Online %(action)s. De reden is volgens Exact "
            "Online: %(reason)s."
        )
    else:
        text = N_("De gebruiker waarmee de koppeling is ingelogd mag in Exact Online %(action)s.")
    return gettext(text, action=action, reason=kind)
