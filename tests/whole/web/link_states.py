"""Every state of the link with its sentence in both languages; each row follows from the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.standing import State
from tests.whole.web import ways_into_states

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.whole.web.site import Site

#: Stands for a moment in the sentences below.
MOMENT = "{moment}"
_PATTERN = r"(\d\d-\d\d-\d{4} om|\d\d/\d\d/\d{4} at) \d\d:\d\d"


@dataclass(frozen=True)
class LinkState:
    """One state: `bring` leads a site from the one before it in the table."""

    state: State
    bring: Callable[[Site], None]
    nl: str
    en: str

    def pattern(self, language: str) -> re.Pattern[str]:
        text: str = getattr(self, language)
        return re.compile(re.escape(text).replace(re.escape(MOMENT), _PATTERN))


SHORT = {"list": "gl_accounts", "complaint": "shrunk", "rows": 159, "trusted_rows": 184}
NOT_BOOKED, NOTHING_BOOKED = "Sinds {moment} wordt er niets geboekt: ", "Nothing has been booked since {moment}: "

TABLE = (
    LinkState(
        State.INSTALLED,
        ways_into_states.nothing,
        "De koppeling is nog niet geactiveerd.",
        "The link has not been activated yet.",
    ),
    LinkState(
        State.ASKED,
        ways_into_states.ask,
        "De activering is op {moment} aangevraagd in de chat. Support zet de koppeling aan.",
        "Activation was asked for in the chat on {moment}. Support switches the link on.",
    ),
    LinkState(
        State.NOT_CONNECTED,
        ways_into_states.activate,
        "Er is nog geen verbinding met Exact Online.",
        "There is no connection with Exact Online yet.",
    ),
    LinkState(
        State.NO_ADMINISTRATION,
        ways_into_states.log_in,
        "Er is nog geen administratie van Exact Online gekozen.",
        "No company of Exact Online has been chosen yet.",
    ),
    LinkState(
        State.NO_DATA,
        ways_into_states.choose,
        "De gegevens van Exact Online zijn nog niet ingeladen.",
        "The data of Exact Online have not been loaded yet.",
    ),
    LinkState(
        State.NOT_CONFIGURED,
        ways_into_states.load,
        "De koppeling is nog niet ingesteld. Tot dan wordt er niets geboekt.",
        "The link has not been set up yet. Until then nothing is booked.",
    ),
    LinkState(
        State.FINE,
        ways_into_states.configure,
        "De koppeling werkt; de volgende synchronisatie is {moment}.",
        "The link works; the next synchronisation is {moment}.",
    ),
    LinkState(
        State.RUNNING,
        ways_into_states.is_running,
        "Er wordt op dit moment gesynchroniseerd.",
        "Synchronisation is going on at this moment.",
    ),
    LinkState(
        State.LIMITS_SPENT,
        ways_into_states.waits("day_spent"),
        "Het maximum aantal verzoeken aan Exact Online is bereikt. Het boeken gaat {moment} verder.",
        "The maximum number of requests to Exact Online has been reached. Booking goes on {moment}.",
    ),
    LinkState(
        State.RESTING,
        ways_into_states.waits("salesentry/SalesEntries"),
        "Exact Online weigerde te vaak. Om een blokkade te voorkomen gaat het boeken pas {moment} verder.",
        "Exact Online refused too often. To prevent a blockade booking goes on only {moment}.",
    ),
    LinkState(
        State.LOG_IN_DOUBTED,
        ways_into_states.waits("token_voided"),
        "Exact Online accepteert de inlog niet meer. Of er opnieuw ingelogd moet worden blijkt {moment}.",
        "Exact Online no longer accepts the log-in. Whether somebody must log in again will be known {moment}.",
    ),
    LinkState(
        State.UNREACHABLE,
        ways_into_states.ended("exact_unreachable"),
        "Exact Online is sinds {moment} niet bereikbaar. De koppeling blijft het proberen.",
        "Exact Online has not been reachable since {moment}. The link keeps trying.",
    ),
    LinkState(
        State.BLOCKED_USER,
        ways_into_states.ended("not_allowed", kind="BlockedUser"),
        NOT_BOOKED + "de gebruiker van de koppeling is in Exact Online geblokkeerd.",
        NOTHING_BOOKED + "the user of the link is blocked in Exact Online.",
    ),
    LinkState(
        State.INACTIVE_USER,
        ways_into_states.ended("not_allowed", kind="InactiveUser"),
        NOT_BOOKED + "de gebruiker van de koppeling is in Exact Online niet meer actief.",
        NOTHING_BOOKED + "the user of the link is no longer active in Exact Online.",
    ),
    LinkState(
        State.BLOCKED_CUSTOMER,
        ways_into_states.ended("not_allowed", kind="BlockedCustomer"),
        NOT_BOOKED + "Exact heeft het abonnement op Exact Online geblokkeerd.",
        NOTHING_BOOKED + "Exact has blocked the subscription to Exact Online.",
    ),
    LinkState(
        State.LICENSE_EXPIRED,
        ways_into_states.ended("not_allowed", kind="LicenseExpired"),
        NOT_BOOKED + "de licentie van Exact Online is verlopen.",
        NOTHING_BOOKED + "the licence of Exact Online has expired.",
    ),
    LinkState(
        State.DIVISION_BLOCKED,
        ways_into_states.ended("not_allowed", kind="DivisionBlocked"),
        NOT_BOOKED + "de administratie is in Exact Online geblokkeerd, of er wordt onderhoud aan gedaan.",
        NOTHING_BOOKED + "the company is blocked in Exact Online, or it is under maintenance.",
    ),
    LinkState(
        State.DIVISION_ARCHIVED,
        ways_into_states.ended("not_allowed", kind="DivisionArchived"),
        NOT_BOOKED + "de administratie staat in Exact Online in het archief.",
        NOTHING_BOOKED + "the company is in the archive in Exact Online.",
    ),
    LinkState(
        State.NO_DIVISION_ACCESS,
        ways_into_states.ended("not_allowed", kind="NoDivisionAccess"),
        NOT_BOOKED + "de gebruiker van de koppeling heeft geen toegang (meer) tot deze administratie.",
        NOTHING_BOOKED + "the user of the link has no access (any more) to this company.",
    ),
    LinkState(
        State.RIGHT_MISSING,
        ways_into_states.ended("right_missing", kind="forbidden", method="POST", endpoint="salesentry/SalesEntries"),
        NOT_BOOKED + "de gebruiker in Exact Online heeft het recht niet (meer) voor: verkoopboekingen maken.",
        NOTHING_BOOKED + "the user in Exact Online does not (any longer) have the right for: making sales entries.",
    ),
    LinkState(
        State.NO_RELATION_RIGHT,
        ways_into_states.ended("no_relation_right", kind="forbidden", method="POST", endpoint="crm/Accounts"),
        "Sinds {moment} wachten facturen voor nieuwe klanten. De gebruiker waarmee de koppeling is ingelogd mag in "
        "Exact Online geen relaties aanmaken.",
        "Since {moment} invoices for new customers have been waiting. The user with whom the link is logged in may not "
        "make accounts in Exact Online.",
    ),
    LinkState(
        State.LIST_SUSPICIOUS,
        ways_into_states.ended("mirror_incomplete", lists=[SHORT]),
        "Sinds {moment} wordt er niets geboekt, want de lijsten uit Exact Online zijn niet volledig: "
        "Grootboekrekeningen: 159 in plaats van 184.",
        "Nothing has been booked since {moment}, because the lists from Exact Online are incomplete: "
        "Ledger accounts: 159 instead of 184.",
    ),
    LinkState(
        State.READING_REFUSED,
        ways_into_states.ended("reading_refused", kind="unknown"),
        NOT_BOOKED + "Exact Online weigert wat de koppeling vraagt.",
        NOTHING_BOOKED + "Exact Online refuses what the link asks for.",
    ),
    LinkState(
        State.KEY_MISSING,
        ways_into_states.ended("secret_unreadable"),
        NOT_BOOKED + "de bewaarde inlog is niet te lezen.",
        NOTHING_BOOKED + "the stored log-in cannot be read.",
    ),
    LinkState(
        State.OUR_FAULT,
        ways_into_states.ended("broken"),
        "De synchronisatie van {moment} is afgebroken door een fout in de koppeling zelf. Die is vastgelegd.",
        "The synchronisation of {moment} was broken off by a fault in the link itself. It has been recorded.",
    ),
    LinkState(
        State.STANDS_STILL,
        ways_into_states.stands_still,
        "Sinds {moment} is er geen synchronisatie begonnen of verdergegaan. Facturen blijven klaarstaan.",
        "Since {moment} no synchronisation has begun or gone on. Invoices stay ready.",
    ),
    LinkState(
        State.OFF,
        ways_into_states.switch_off,
        "De koppeling is uitgeschakeld. Verstuurde facturen worden klaargezet en niet geboekt.",
        "The link is switched off. Invoices that are sent are queued and not booked.",
    ),
    LinkState(
        State.LOG_IN_DEAD,
        ways_into_states.die,
        "De inlog bij Exact Online is vervallen. Facturen blijven klaarstaan tot er opnieuw is ingelogd.",
        "The log-in at Exact Online has ended. Invoices stay ready until somebody has logged in again.",
    ),
    LinkState(
        State.DISCONNECTED,
        ways_into_states.disconnect,
        "De verbinding met Exact Online is op {moment} verbroken. Facturen worden klaargezet en niet geboekt.",
        "The connection with Exact Online was broken off on {moment}. Invoices are queued and not booked.",
    ),
    LinkState(
        State.DEACTIVATED,
        ways_into_states.deactivate,
        "De koppeling is gedeactiveerd. Er wordt niets klaargezet of geboekt; de geschiedenis blijft te lezen.",
        "The link is deactivated. Nothing is queued or booked; the history can still be read.",
    ),
)
