"""`flask exact …` speaks one language: that of the pages, in sentences of the same catalogue and not in codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.whole.invoices import invoice, line

if TYPE_CHECKING:
    from tests.whole.web.site import Site

TWELVE = [line("100.00", "12.00", "12")]
#: By language: what each command says of a tenant with one invoice that is held and one that is booked.
SAID = {
    "nl": {
        "status zaal": r"zaal: De koppeling werkt; .*\nF1\tGesynchroniseerd\t\d+\nF2\tGeblokkeerd\t-\t"
        r"BTW-tarief 12% is nog niet gekoppeld aan een BTW-code\.",
        "retry zaal": r"F2: Nog steeds: BTW-tarief 12% is nog niet gekoppeld aan een BTW-code\.\n"
        r"0 facturen staan weer klaar\.",
        "verify zaal --booked": r"1 geboekte factuur vergeleken; alles is gelijk\.",
        "verify zaal": r"De volgende synchronisatie van zaal zoekt iedere factuur eerst op\.",
        "refresh zaal": r"De inlog van zaal werkt\.",
        "reap": r"0 stille synchronisaties beëindigd\.",
        "rotate-keys": r"\d inlogs? versleuteld met de nieuwste sleutel\.",
        "allow-sharing zaal": r"zaal mag een administratie koppelen die een andere locatie al gebruikt\.",
        "deactivate zaal": r"Exact Online is gedeactiveerd voor zaal\.",
        "activate zaal": r"Exact Online is geactiveerd voor zaal\.",
    },
    "en": {
        "status zaal": r"zaal: The link works; .*\nF1\tSynchronised\t\d+\nF2\tBlocked\t-\tVAT rate 12% .*",
        "retry zaal": r"F2: Still: VAT rate 12% .*\n0 invoices are queued again\.",
        "verify zaal --booked": r"1 booked invoice compared; all are equal\.",
        "verify zaal": r"The next synchronisation of zaal looks every invoice up first\.",
        "refresh zaal": r"The log-in of zaal works\.",
        "reap": r"0 silent synchronisations ended\.",
        "rotate-keys": r"\d log-ins? encrypted with the newest key\.",
        "allow-sharing zaal": r"zaal may connect a company that another location uses already\.",
        "deactivate zaal": r"Exact Online is deactivated for zaal\.",
        "activate zaal": r"Exact Online is activated for zaal\.",
    },
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_speaks_the_language_of_the_pages(site: Site, language: str) -> None:
    site.ready()
    site.send(invoice("F1"), invoice("F2", lines=TWELVE))
    site.run()
    site.world.app.extensions["babel"].locale_selector = lambda: language
    for words, pattern in SAID[language].items():
        with site.services() as world:
            assert re.fullmatch(pattern + "\n", world.command("exact", *words.split())), words
