"""The plugin's texts: Dutch as written in the code, other languages from our own catalogue beside the host's.

A stored code's sentence is filled with its stored parameters, which may be older than the sentence.
"""

from __future__ import annotations

# Any: Flask-Babel has no type information; what fills a text in is anything that can be printed.
from typing import TYPE_CHECKING, Any

from flask_babel import Babel, Domain, force_locale, get_locale

from mice_exact_plugin.later import Later
from mice_exact_plugin.manifest import data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from flask.sansio.app import App

LANGUAGE = "nl"
#: Those that there is a catalogue of; a new one is its folder in `translations` and its code here.
LANGUAGES = (LANGUAGE, "en", "fr")
_formatting = Later("formatting")
_DOMAIN: Any = Domain(  # type: ignore[no-untyped-call]  # no type information
    translation_directories=[str(data("translations"))], domain="mice_exact"
)


def gettext(text: str, /, **values: Any) -> str:
    """The text in the language of the request, with `%(name)s` filled in; Dutch outside a request.

    Filled in here, because Flask-Babel's own parameters are names that a text could not use.
    """
    translated: str = _DOMAIN.gettext(text)
    return translated % values if values else translated


def ngettext(one: str, many: str, num: int, /, **values: Any) -> str:
    """The text that fits a number, which is filled in as `%(num)s`, as the reader writes numbers."""
    translated: str = _DOMAIN.get_translations().ungettext(one, many, num)
    return translated % {"num": num if abs(num) < 1000 else _formatting.number(num), **values}


def speaking(language: str) -> AbstractContextManager[None]:
    """Another language than that of the request, for a mail to somebody else."""
    forced: AbstractContextManager[None] = force_locale(language)
    return forced


def init_app(app: App, locale_of_request: Callable[[], str | None] | None = None) -> None:
    """Give a host without Flask-Babel one, Dutch where nobody says otherwise; one that has it keeps its own choice."""
    if "babel" not in app.extensions:
        Babel(  # type: ignore[no-untyped-call]  # no type information
            app, default_locale=LANGUAGE, locale_selector=locale_of_request, configure_jinja=False
        )


def language() -> str:
    """The language in which the texts of the request are, for the pages to say so."""
    spoken = get_locale()
    return spoken.language if spoken and spoken.language in LANGUAGES else LANGUAGE


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a text for the catalogue where it is written; it is translated where it is shown."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the same for a text that depends on a number
    return one, many


class _Parameters(dict[str, str]):
    """A parameter that was not stored shows as a dash instead of breaking the page."""

    def __missing__(self, name: str) -> str:
        return "–"


def filled(text: str, parameters: Mapping[str, str]) -> str:
    """The sentence in the language of the request, with its parameters."""
    return gettext(text) % _Parameters(parameters)
