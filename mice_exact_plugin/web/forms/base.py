"""The base of every form: Dutch messages, and lists to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # it ships no types
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the type information
from wtforms.validators import InputRequired, Optional

from mice_exact_plugin.i18n import LANGUAGE, gettext
from mice_exact_plugin.web.wording import refusals

if TYPE_CHECKING:
    from collections.abc import Iterable


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no type information
    """WTForms' own messages follow the language of the page; without Flask-Babel they are Dutch."""

    class Meta:
        locales = (LANGUAGE,)


def option(value: str, label: str, group: str | None = None) -> Any:
    return SelectChoice(value, label, optgroup=group)


def select(label: str, options: Iterable[Any], *, name: str, empty: str = "", required: str = "") -> SelectField:
    """A list to choose one of. `empty` is what the first, empty option says; `required` is said when it stays empty."""
    checks = [InputRequired(required)] if required else [Optional()]
    return SelectField(  # type: ignore[call-arg]  # the last argument is newer than the type information
        label,
        checks,
        id=name,
        choices=[option("", empty or gettext("— Kies —")), *options],
        invalid_choice_message=refusals.of_code(refusals.FIELD, "not_offered"),
    )
