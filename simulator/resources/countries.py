"""The countries a relation can be in, and the provinces of the Netherlands and Belgium."""

from babel import Locale

# Regions of CLDR that are no country.
_NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}

COUNTRIES: dict[str, str] = {
    code: name
    for code, name in Locale("en").territories.items()
    if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
}

_STATES = {"NL": "DR FL FR GE GR LI NB NH OV UT ZE ZH", "BE": "VAN BRU VBR WBR WHT LIE VLI LUX NAM OVL WVL"}
STATES = {country: frozenset(states.split()) for country, states in _STATES.items()}
