"""Why an invoice is in its state, in a sentence or two for whoever asks *Waarom?*"""

from __future__ import annotations

from mice_exact_plugin.domain.states import State
from mice_exact_plugin.i18n import N_

WHY: dict[State, str] = {
    State.QUEUED: N_(
        "De factuur is verstuurd en wacht op de eerstvolgende synchronisatie. Er is niets voor nodig, tenzij erbij "
        "staat dat er eerst iets moet gebeuren."
    ),
    State.CLAIMED: N_(
        "De factuur wordt nu naar Exact Online gestuurd; binnen enkele minuten staat hier wat daarvan werd."
    ),
    State.SYNCED: N_(
        "Exact Online heeft de boeking bevestigd en zij is vergeleken met wat verstuurd is. Wat daarbij opviel staat "
        "erbij als opmerking."
    ),
    State.BLOCKED: N_("De koppeling boekt haar pas als de oorzaak is opgelost; daarna gaat de factuur vanzelf mee."),
    State.UNCONFIRMED: N_(
        "Er kwam geen bruikbaar antwoord van Exact Online. Voordat er iets opnieuw wordt verstuurd zoekt de koppeling "
        "op of de boeking er al staat, zodat niets dubbel wordt geboekt."
    ),
    State.IGNORED: N_("Dat kan bij de factuur met de hand worden teruggedraaid: kies daar Opnieuw proberen."),
}

#: Of what is ready, where nothing is booked before somebody acts.
PAUSED = N_("De factuur staat klaar, maar er wordt nu niets geboekt.")
AWAITED = N_(
    "Wacht op akkoord; zonder akkoord wordt er niets geboekt. Het voorbeeld van de boeking zegt of er nog iets in de "
    "weg staat."
)
LAPSED = N_("Het akkoord is vervallen (inrichting gewijzigd); de factuur wacht op een nieuw akkoord.")
