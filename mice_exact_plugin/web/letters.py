"""The mails to administrators in words: the sentences of the pages, and one link per cause."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from flask import current_app

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.problems import Cure as ProblemCure
from mice_exact_plugin.domain.problems import Problem
from mice_exact_plugin.domain.standing import KINDS, Cure, State
from mice_exact_plugin.exports.problems import from_json
from mice_exact_plugin.exports.words import cures, problems
from mice_exact_plugin.host import offers
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.reader import writing_to
from mice_exact_plugin.standing import words as standing_words

if TYPE_CHECKING:
    from mice_exact_plugin.domain.notices import Notice, Told
    from mice_exact_plugin.host.contract import Host
    from mice_exact_plugin.runtime import Letter

#: More causes than this help nobody; the overview has them all.
MOST = 10
#: Where a cure of the link is found; a button that is on every page is found on the overview.
_PAGES = {
    Cure.CONNECT: "connection",
    Cure.LOG_IN: "connection",
    Cure.RELOAD: "connection",
    Cure.CHOOSE: "administration",
    Cure.LOAD: "loading",
    Cure.SETTINGS: "settings",
    Cure.CHAT: "index",
}


def write(host: Host, letter: Letter) -> tuple[str, str]:
    """Subject and body, in the host's language for the tenant, else in that of the country version."""
    tenant = next((known for known in host.tenants() if known.code == letter.tenant), None)
    with writing_to(tenant, letter.site):
        return _subject(letter), "\n\n".join(_paragraphs(host, letter))


def _subject(letter: Letter) -> str:
    if letter.asker:
        return gettext("Exact Online: vraag van %(name)s", name=letter.asker)
    if not letter.causes:
        return gettext("Exact Online: weer in orde")
    first = letter.causes[0]
    if "approval" in first.params:
        return ngettext(
            "Exact Online: %(num)s factuur ter goedkeuring",
            "Exact Online: %(num)s facturen ter goedkeuring",
            first.waiting,
        )
    if _problem(first.params):
        return ngettext(
            "Exact Online: %(num)s factuur tegengehouden", "Exact Online: %(num)s facturen tegengehouden", first.waiting
        )
    mark = _mark(first)
    is_name = mark.startswith("Exact")
    return f"Exact Online: {mark if is_name else mark[:1].lower() + mark[1:]}"


def _paragraphs(host: Host, letter: Letter) -> list[str]:
    found = [_cause(host, letter.tenant, notice) for notice in letter.causes[:MOST]]
    if more := len(letter.causes) - len(found):
        found.append(ngettext("En nog %(num)s reden.", "En nog %(num)s redenen.", more))
    if letter.ended:
        over = "\n".join(f"- {_mark(notice)}" for notice in letter.ended[:MOST])
        found.append(gettext("Dit is weer in orde:") + f"\n{over}")
    if letter.asker:
        found.insert(0, gettext("%(name)s vraagt of je dit kunt oplossen.", name=letter.asker))
    elif letter.causes and all("approval" in cause.params for cause in letter.causes):
        found.append(gettext("Zolang er facturen ter goedkeuring staan komt dit bericht elke ochtend."))
    elif letter.causes:
        found.append(gettext("Zolang er facturen wachten volgt na drie nachten een herinnering en daarna elke week."))
    return found


def _cause(host: Host, tenant: str, notice: Notice) -> str:
    lines = [sentence(notice.params), advice(notice.params)]
    if notice.waiting:
        lines.append(ngettext("%(num)s factuur wacht hierop.", "%(num)s facturen wachten hierop.", notice.waiting))
    lines.append(_link(host, tenant, notice.params))
    return "\n".join(line for line in lines if line)


def sentence(params: Told) -> str:
    """The sentence that the pages show for this cause."""
    if "ends" in params:
        return gettext(
            "De koppeling kon de inlog bij Exact Online al twintig dagen niet verversen. Log vóór %(day)s opnieuw in.",
            day=formatting.local_day(datetime.fromisoformat(params["ends"])),
        )
    if "approval" in params:
        return gettext("Facturen staan ter goedkeuring. Zonder akkoord wordt er niets van geboekt.")
    if "older" in params:
        return gettext(
            "In %(month)s zijn facturen verstuurd toen de koppeling niet actief was. Ze worden alleen geboekt als een "
            "beheerder ze kiest.",
            month=formatting.month(date.fromisoformat(f"{params['older']}-01")),
        )
    if problem := _problem(params):
        return problems.common_sentence(problem)
    since = params.get("since")
    return standing_words.told(
        State(params["state"]), params["details"], datetime.fromisoformat(since) if since else None
    )


def advice(params: Told) -> str:
    if problem := _problem(params):
        return cures.advice(problem, may_setup=True)
    return standing_words.advice(State(params["state"]), params["details"]) if "state" in params else ""


def _mark(notice: Notice) -> str:
    """A few words, for the subject and for what is over; a problem has its sentence only."""
    if "ends" in notice.params:
        return gettext("De inlog verloopt binnenkort")
    if "approval" in notice.params:
        return gettext("Ter goedkeuring")
    if _problem(notice.params):
        return sentence(notice.params)
    return gettext(standing_words.WORDS[State(notice.params["state"])].mark)


def _problem(params: Told) -> Problem | None:
    return from_json([{"code": params["code"], "params": params["params"]}])[0] if "code" in params else None


def _link(host: Host, tenant: str, params: Told) -> str:
    """The page of the cure: its whole address where the host can tell it, else the way there in words."""
    page, words, values = _page(params)
    path = current_app.url_map.bind("localhost").build(f"mice_exact.{page}", values)
    url = offers.external_url(host, tenant, path)
    if url is not None:
        return url
    way = ("Beheer", "Instellingen", "Koppelingen", "Exact Online", words)
    return " > ".join(part and gettext(part) for part in way if part)


def _page(params: Told) -> tuple[str, str, dict[str, str]]:
    """Endpoint, the name of its tab, and what the address asks for."""
    if problem := _problem(params):
        if problem.cure is ProblemCure.SETTINGS:
            return "settings", "Instellingen", {}
        return "overview", "Overzicht", {"status": "blocked"}
    if "approval" in params:
        return "awaiting", "Ter goedkeuring", {}
    if "older" in params:
        return "not_queued", "Niet meegenomen", {"maand": params["older"]}
    cure = Cure.LOG_IN if "ends" in params else KINDS[State(params["state"])].cure
    page = _PAGES.get(cure, "overview")
    return page, {"connection": "Verbinding", "settings": "Instellingen", "overview": "Overzicht"}.get(page, ""), {}
