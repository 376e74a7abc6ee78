"""The country versions of Exact Online as people call them."""

from __future__ import annotations

from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.wording.template import N_

COUNTRIES: dict[Site, str] = {
    Site.NL: N_("Nederland"),
    Site.BE: N_("België"),
    Site.DE: N_("Duitsland"),
    Site.FR: N_("Frankrijk"),
    Site.ES: N_("Spanje"),
    Site.UK: N_("Verenigd Koninkrijk"),
    Site.COM: N_("Internationaal"),
}


def country(site: str) -> str:
    return gettext(COUNTRIES[Site(site)])
