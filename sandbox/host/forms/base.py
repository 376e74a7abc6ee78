"""The base of every form: Dutch messages, trimmed text, and decimals typed with a comma."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm  # type: ignore[import-untyped]  # it ships no types
from wtforms import DecimalField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the type information
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget, TextInput

from sandbox.host.formatting import typed

if TYPE_CHECKING:
    from collections.abc import Iterable

REQUIRED = InputRequired("Vul dit veld in.")
#: For text, where blanks alone are nothing; for numbers it would refuse a zero.
TEXT_REQUIRED = DataRequired("Vul dit veld in.")


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no type information
    class Meta:
        locales = ("nl",)


def trimmed(value: str | None) -> str | None:
    """Text without blanks around it; an empty field is None."""
    return (value or "").strip() or None


def text(label: str, *, required: bool = False, longest: int = 255, **options: Any) -> StringField:
    checks = [
        TEXT_REQUIRED if required else Optional(),
        Length(max=longest, message=f"Gebruik hoogstens {longest} tekens."),
    ]
    return StringField(label, checks, filters=[trimmed], **options)


def long_text(label: str, *, required: bool = False, longest: int = 10_000) -> TextAreaField:
    checks = [
        TEXT_REQUIRED if required else Optional(),
        Length(max=longest, message=f"Gebruik hoogstens {longest} tekens."),
    ]
    return TextAreaField(label, checks, filters=[trimmed])


class CommaDecimalField(DecimalField):
    """A decimal with a comma or a point, never a thousands separator."""

    # A browser's own number field empties itself on a comma.
    widget = TextInput()

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else typed(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            self.data = Decimal(valuelist[0].strip().replace(",", "."))
        except InvalidOperation as error:
            self.data = None
            raise ValueError("Vul een getal in, bijvoorbeeld 12,50.") from error


def decimal(
    label: str, *, lowest: int = -1_000_000, highest: int = 1_000_000, required: bool = True
) -> CommaDecimalField:
    limits = NumberRange(lowest, highest, f"Vul een getal in van {lowest} tot en met {highest}.")
    return CommaDecimalField(label, [REQUIRED if required else Optional(), limits], render_kw={"inputmode": "decimal"})


def choice(label: str, **options: Any) -> SelectField:
    return SelectField(label, **options)


def unless_chosen(label: str, none: str, pairs: Iterable[tuple[str, str]]) -> SelectField:
    """A choice that may be left; what was not chosen is an empty text."""
    offered = choices([("", none), *pairs])
    return SelectField(label, choices=offered, default="", filters=[lambda chosen: chosen or ""])


def checklist(label: str, *checks: Any, **options: Any) -> SelectMultipleField:
    """Any number of choices, each with a box to tick."""
    return SelectMultipleField(
        label, list(checks), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(), **options
    )


def choices(pairs: Iterable[tuple[str, str]]) -> list[Any]:
    return [SelectChoice(value, label) for value, label in pairs]
