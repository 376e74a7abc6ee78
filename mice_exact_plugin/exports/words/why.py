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
        "Exact Online antwoordde niet of de boeking er staat. Voordat er iets opnieuw wordt verstuurd zoekt de "
        "koppeling dat op, zodat niets dubbel wordt geboekt."
    ),
    State.IGNORED: N_("Dat kan bij de factuur met de hand worden teruggedraaid: kies daar Opnieuw proberen."),
}

#: Of what is ready, where nothing is booked before somebody acts.
PAUSED = N_("De factuur staat klaar, maar er wordt nu niets geboekt.")
AWAITED = N_(
    "Wacht op akkoord; zonder akkoord wordt er niets geboekt. Het voorbeeld van de boeking zegt of er nog iets in de "
    "weg staat."
)
#: Of the rows of what is to be done.
HELD = N_(
    "Deze facturen worden niet geboekt zolang de oorzaak er is; daarna gaan ze vanzelf mee. Een factuur met meer "
    "oorzaken telt bij elke oorzaak mee."
)
ON_DEFAULT = N_(
    "Er is geen grootboeknummer, of het bestaat in Exact Online niet. Om de facturen niet op te houden worden de "
    "regels op de standaard grootboekrekening geboekt."
)
REMARKED = N_(
    "Deze facturen zijn geboekt en dit viel daarbij op. Wie het gezien heeft zegt dat bij de factuur; dan verdwijnt "
    "het hier."
)
DISAGREEING = N_(
    "Factuur en boeking zeggen niet meer hetzelfde. Dat blijft hier staan tot iemand het bij de factuur heeft "
    "afgehandeld."
)
LAPSED = N_("Het akkoord is vervallen (inrichting gewijzigd); de factuur wacht op een nieuw akkoord.")
