"""Cuts an OData expression into tokens, literals already in their native form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.answers import syntax_error
from simulator.schema import edm
from simulator.schema.convert import ConversionError, native

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.schema.edm import EdmType

PATTERN = re.compile(
    r"""(?P<blank>[ \t\r\n]+)
      | (?P<guid>guid'(?P<guid_text>[^']*)')
      | (?P<datetime>datetime(?:offset)?'(?P<datetime_text>[^']*)')
      | (?P<binary>(?:X|binary)'(?P<binary_text>[0-9A-Fa-f]*)')
      | (?P<text>'(?P<text_text>(?:[^']|'')*)')
      | (?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[LlMmDdFf]?)
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*(?:/[A-Za-z_][A-Za-z0-9_]*)*)
      | (?P<mark>[(),\-*])
    """,
    re.VERBOSE,
)
LITERALS = {"guid": edm.GUID, "datetime": edm.DATETIME, "binary": edm.BINARY, "text": edm.STRING}
WORDS = {"true": (edm.BOOLEAN, True), "false": (edm.BOOLEAN, False)}


@dataclass(frozen=True, slots=True)
class Token:
    """A literal (with its type), a name, a mark, or the end; `at` is where it stands in the expression."""

    kind: str
    text: str
    at: int
    type: EdmType | None = None
    value: Any = None


def tokens(expression: str) -> list[Token]:
    return [*_scan(expression), Token("end", "", len(expression))]


def _scan(expression: str) -> Iterator[Token]:
    at = 0
    while at < len(expression):
        found = PATTERN.match(expression, at)
        if found is None:
            raise syntax_error()
        if found.lastgroup != "blank" and found["blank"] is None:
            yield _token(found, at)
        at = found.end()


def _token(found: re.Match[str], at: int) -> Token:
    raw = found[0]
    for group, kind in LITERALS.items():
        if found[group] is not None:
            return Token("literal", raw, at, kind, _literal(kind, found[f"{group}_text"]))
    if found["number"]:
        return _number(raw, at)
    if found["mark"]:
        return Token("mark", raw, at)
    if raw == "null":
        return Token("literal", raw, at)
    if raw in WORDS:
        return Token("literal", raw, at, *WORDS[raw])
    return Token("name", raw, at)


def _literal(kind: EdmType, text: str) -> Any:
    try:
        return native(kind, text.replace("''", "'"))
    except ConversionError:
        raise syntax_error() from None


def _number(raw: str, at: int) -> Token:
    digits = raw.rstrip("LlMmDdFf")
    kind = edm.INT64 if raw[-1] in "Ll" else edm.INT32
    if (digits != raw and kind is edm.INT32) or "." in digits or "e" in digits.lower():
        kind = edm.DOUBLE
    if kind is edm.INT32 and abs(int(digits)) > edm.RANGES["Edm.Int32"][1]:
        kind = edm.INT64
    return Token("literal", raw, at, kind, _literal(kind, digits))
