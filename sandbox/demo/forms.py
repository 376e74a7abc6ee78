"""Filling in a form as a person does: fields by their labels, and the button that sends it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.demo.markup import Element

TICKED = ("checkbox", "radio")
BUTTONS = ("submit", "button", "reset", "image")

#: A text to type, an option to choose by its text or by how that begins, or whether a box is ticked.
Answer = str | bool


class NotOnPage(Exception):
    """What somebody looked for is not there; the message says what is."""


@dataclass
class Control:
    """One field of a form; `values` is what it would send now."""

    element: Element
    label: str
    values: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.element["name"]

    @property
    def is_ticked(self) -> bool:
        return self.element["type"] in TICKED

    def fill(self, answer: Answer) -> None:
        if self.is_ticked:
            self.values = [self.element["value"] or "on"] if answer else []
        elif self.element.tag == "select":
            self.values = [_option(self.element, str(answer))]
        else:
            self.values = [str(answer)]


class Form:
    """A form of a page, with one of its buttons."""

    def __init__(self, form: Element, button: Element) -> None:
        self._form, self._button = form, button
        labels = dict(_labels(form))
        self._controls = [Control(each, labels.get(id(each), ""), _sent(each)) for each in _fields(form)]

    def fill(self, answers: Mapping[str, Answer]) -> None:
        for label, answer in answers.items():
            self._fill(label, answer)

    @property
    def method(self) -> str:
        return (self._form["method"] or "get").upper()

    @property
    def action(self) -> str:
        return self._form["action"]

    @property
    def values(self) -> dict[str, list[str]]:
        """By name, as a browser would send them."""
        pressed = {self._button["name"]: [self._button["value"]]} if self._button["name"] else {}
        sent: dict[str, list[str]] = {}
        for control in self._controls:
            sent.setdefault(control.name, []).extend(control.values)
        return sent | pressed

    def _fill(self, label: str, answer: Answer) -> None:
        found = next((control for control in self._controls if control.label == label), None)
        if found is None:
            known = ", ".join(repr(control.label) for control in self._controls if control.label)
            raise NotOnPage(f"no field {label!r}; there are {known or 'none'}")
        if found.element["type"] == "radio":
            for other in self._controls:
                if other.name == found.name:
                    other.values = []
        found.fill(answer)


def form_with(page: Element, button: str) -> Form:
    """The first form that has a button of this text."""
    seen = []
    for form in page.all("form"):
        for pressed in form.all("button"):
            if pressed.text == button:
                return Form(form, pressed)
            seen.append(repr(pressed.text))
    raise NotOnPage(f"no button {button!r}; there are {', '.join(seen) or 'none'}")


def _fields(form: Element) -> Iterator[Element]:
    for element in form.all("input", "select", "textarea"):
        if element["name"] and element["type"] not in BUTTONS and not element.has("disabled"):
            yield element


def _labels(form: Element) -> Iterator[tuple[int, str]]:
    """Labels by the identity of their field: the one they name, else the one inside them."""
    by_id = {element["id"]: element for element in _fields(form)}
    for label in form.all("label"):
        named = by_id.get(label["for"]) if label.has("for") else next(_fields(label), None)
        if named is not None:
            yield id(named), label.text


def _sent(element: Element) -> list[str]:
    """What a field sends when nobody touches it."""
    if element["type"] in TICKED:
        return [element["value"] or "on"] if element.has("checked") else []
    if element.tag == "select":
        options = list(element.all("option"))
        chosen = [option for option in options if option.has("selected")] or options[:1]
        return [_value(option) for option in chosen]
    return [element.text if element.tag == "textarea" else element["value"]]


def _option(select: Element, wanted: str) -> str:
    options = list(select.all("option"))
    for option in options:
        if option.text == wanted or option.text.startswith(f"{wanted} "):
            return _value(option)
    raise NotOnPage(f"no option {wanted!r}; there are {', '.join(repr(option.text) for option in options[:20])}")


def _value(option: Element) -> str:
    return option["value"] if option.has("value") else option.text
