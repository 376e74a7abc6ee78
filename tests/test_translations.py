"""Every catalogue has every text of code and templates, with the same placeholders, and is compiled.

A text that lacks would show in Dutch.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import force_locale

from mice_exact_plugin import formatting, i18n
from mice_exact_plugin.manifest import data

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

CATALOGUES = [data("translations") / language / "LC_MESSAGES" / "mice_exact.po" for language in i18n.LANGUAGES[1:]]
KEYWORDS = {"t": None, "N_": None, "NN_": (1, 2), "gettext": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")
NAME = re.compile(r"%\((\w+)\)s")


def texts_in_use() -> set[str | tuple[str, ...]]:
    folders = (data("web").parent, data("templates"))
    found = {
        text for folder in folders for _, _, text, _, _ in extract_from_dir(str(folder), METHODS, keywords=KEYWORDS)
    }
    return {text for text in found if text}


@pytest.fixture(scope="module", params=CATALOGUES, ids=i18n.LANGUAGES[1:])
def written(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def catalogue(written: Path) -> Catalog:
    with written.open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def used() -> set[str | tuple[str, ...]]:
    return texts_in_use()


def test_each_language_has_a_catalogue_and_each_catalogue_is_a_language() -> None:
    assert {folder.name for folder in data("translations").iterdir() if folder.is_dir()} == set(i18n.LANGUAGES[1:])


def test_every_text_is_translated_and_none_is_left_over(catalogue: Catalog, used: set[str | tuple[str, ...]]) -> None:
    assert {message.id for message in catalogue if message.id} == used
    assert [message.id for message in catalogue if message.id and not all(forms(message))] == []
    assert not any(message.fuzzy for message in catalogue if message.id)


def test_placeholders_are_kept(catalogue: Catalog) -> None:
    for message in (message for message in catalogue if message.id):
        wanted = {tuple(sorted(PLACEHOLDER.findall(text))) for text in ids(message)}
        assert {tuple(sorted(PLACEHOLDER.findall(text))) for text in forms(message)} <= wanted, message.id


def test_no_translation_has_swallowed_the_text_that_follows(catalogue: Catalog) -> None:
    """As a merge leaves it that loses what stands between the two."""
    messages = [message for message in catalogue if message.id]
    sentences = {text for message in messages for text in ids(message) if " " in text and len(text) > 25}
    told = {message.id: " ".join(forms(message)) for message in messages}
    names = {each for each in sentences if not PLACEHOLDER.sub("", each).strip(" ,–")}
    assert [text for text, form in told.items() if any(each in form for each in sentences - names)] == []


def test_the_compiled_catalogue_is_the_written_one(written: Path, catalogue: Catalog) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    with written.with_suffix(".mo").open("rb") as file:
        assert texts(read_mo(file)) == texts(read_mo(compiled))


@pytest.mark.parametrize(
    ("language", "text"),
    [("nl", "3 facturen"), ("en", "3 invoices"), ("fr", "3 factures"), ("fr_BE", "3 factures"), ("de", "3 facturen")],
)
def test_a_page_speaks_the_language_of_the_request(language: str, text: str) -> None:
    app = Flask(__name__)
    i18n.init_app(app)
    with app.app_context(), force_locale(language):
        assert i18n.ngettext("%(num)s factuur", "%(num)s facturen", 3) == text


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_text_can_be_filled_in_whatever_its_placeholders_are_called(
    used: set[str | tuple[str, ...]], language: str
) -> None:
    app = Flask(__name__)
    i18n.init_app(app)
    with app.app_context(), force_locale(language):
        for one, *many in ((text,) if isinstance(text, str) else text for text in used):
            values = {name: "x" for text in (one, *many) for name in NAME.findall(text)}
            filled = i18n.ngettext(one, many[0], 2, **values) if many else i18n.gettext(one, **values)
            assert not values or "%(" not in filled


def test_a_host_with_a_language_of_its_own_keeps_it() -> None:
    app = Flask(__name__)
    app.extensions["babel"] = chosen = object()
    i18n.init_app(app)
    assert app.extensions["babel"] is chosen


def test_outside_a_request_the_texts_are_dutch() -> None:
    assert i18n.gettext("Opslaan") == "Opslaan"
    assert formatting.number(1) == "1"


def ids(message: Message) -> tuple[str, ...]:
    """Singular and plural, or the one text; a compiled catalogue gives them as a list."""
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def texts(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {ids(message): forms(message) for message in catalogue if message.id}
