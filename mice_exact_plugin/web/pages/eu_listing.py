"""*ICP-controle*: per quarter and VAT number what Exact should list of sales within the EU, also as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, request, url_for

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.entry.eu_number import NumberState
from mice_exact_plugin.domain.quarter import Quarter, quarter_of, quarter_written
from mice_exact_plugin.exports.words import eu_numbers
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.link.connection import NotConnected, link_to_look
from mice_exact_plugin.standing import eu_listing
from mice_exact_plugin.standing.eu_listing import Listing
from mice_exact_plugin.web import current, files
from mice_exact_plugin.web.files import defused, line
from mice_exact_plugin.web.frame import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.standing.eu_listing import Listed

#: A venue sells to some dozens of businesses elsewhere; the file has all of them.
SHOWN = 200


def listing() -> ResponseReturnValue:
    link, quarter = _link(), _quarter()
    if link is None:
        return redirect(url_for("mice_exact.index"))
    found = eu_listing.of_quarter(current.runtime().session, link, quarter)
    unkept = ngettext(
        "%(num)s boeking van dit kwartaal is van voordat regels bewaard werden, en telt hier niet mee.",
        "%(num)s boekingen van dit kwartaal zijn van voordat regels bewaard werden, en tellen hier niet mee.",
        found.unkept,
    )
    otherwise = ngettext(
        "%(num)s boeking van dit kwartaal staat in Exact Online anders dan verstuurd is. Hier telt wat verstuurd is.",
        "%(num)s boekingen van dit kwartaal staan in Exact Online anders dan verstuurd is. Hier telt wat verstuurd is.",
        found.otherwise,
    )
    return page(
        "eu_listing.html",
        gettext("ICP-controle"),
        "listing",
        listing=found,
        currency=link.division_currency,
        at=quarter,
        is_present=quarter == quarter_of(current.runtime().today()),
        shown=SHOWN,
        notes=[*[unkept] * bool(found.unkept), *[otherwise] * bool(found.otherwise)],
    )


def listing_file() -> ResponseReturnValue:
    link, quarter = _link(), _quarter()
    found = eu_listing.of_quarter(current.runtime().session, link, quarter) if link else Listing()
    return files.sent(f"exact-online-icp-{quarter}", list(_file(found)))


def _quarter() -> Quarter:
    """The one that is asked for, else the present one; the future has none."""
    present = quarter_of(current.runtime().today())
    asked = quarter_written(request.args.get("kwartaal", ""))
    return asked if asked and asked <= present else present


def _link() -> Link | None:
    """None without an administration."""
    try:
        return link_to_look(current.runtime(), current.tenant().code)
    except NotConnected:
        return None


def name(quarter: Quarter) -> str:
    return gettext("kwartaal %(number)s van %(year)s", number=quarter.number, year=quarter.year)


def fault(found: Listed) -> str:
    """Why the number cannot stand in the listing."""
    if found.state is NumberState.GOOD:
        return ""
    if not found.relations:
        return gettext(
            "de relatie staat niet meer in Exact Online; is zij samengevoegd, dan geldt het nummer van de andere"
        )
    return gettext(
        "staat niet goed in de opgave: het nummer in Exact Online %(why)s", why=gettext(eu_numbers.UNFIT[found.state])
    )


def kind(listing: str) -> str:
    return gettext(eu_numbers.LISTINGS[listing])


def _file(found: Listing) -> Iterator[str]:
    yield line([gettext("Btw-nummer"), gettext("Soort"), gettext("Bedrag"), gettext("Relatie"), gettext("Let op")])
    for each in found.lines:
        words = [each.number, kind(each.listing)]
        rest = [", ".join(each.relations), fault(each)]
        yield line([*map(defused, words), formatting.plain_number(each.amount), *map(defused, rest)])
