"""The functions a filter may call: what they take, what they give, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.answers import BadRequest
from simulator.odata.operands import Operand, demand
from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.odata.nodes import Call
    from simulator.schema.edm import EdmType


@dataclass(frozen=True, slots=True)
class Function:
    """A function over values; a null argument makes the result null."""

    takes: tuple[EdmType, ...]
    gives: EdmType
    of: Callable[..., Any]


def _substring(text: str, start: int, length: int | None = None) -> str:
    return text[start:] if length is None else text[start : start + length]


TEXT = edm.STRING
FUNCTIONS: dict[tuple[str, int], Function] = {
    ("substringof", 2): Function((TEXT, TEXT), edm.BOOLEAN, lambda part, whole: part.lower() in whole.lower()),
    ("startswith", 2): Function((TEXT, TEXT), edm.BOOLEAN, lambda text, start: text.lower().startswith(start.lower())),
    ("endswith", 2): Function((TEXT, TEXT), edm.BOOLEAN, lambda text, end: text.lower().endswith(end.lower())),
    ("indexof", 2): Function((TEXT, TEXT), edm.INT32, lambda text, part: text.find(part)),
    ("length", 1): Function((TEXT,), edm.INT32, len),
    ("trim", 1): Function((TEXT,), TEXT, str.strip),
    ("tolower", 1): Function((TEXT,), TEXT, str.lower),
    ("toupper", 1): Function((TEXT,), TEXT, str.upper),
    ("concat", 2): Function((TEXT, TEXT), TEXT, lambda left, right: left + right),
    ("replace", 3): Function((TEXT, TEXT, TEXT), TEXT, str.replace),
    ("substring", 2): Function((TEXT, edm.INT32), TEXT, _substring),
    ("substring", 3): Function((TEXT, edm.INT32, edm.INT32), TEXT, _substring),
    ("year", 1): Function((edm.DATETIME,), edm.INT32, lambda moment: moment.year),
    ("month", 1): Function((edm.DATETIME,), edm.INT32, lambda moment: moment.month),
    ("day", 1): Function((edm.DATETIME,), edm.INT32, lambda moment: moment.day),
}
NAMES = {name for name, _ in FUNCTIONS}


def call(node: Call, arguments: list[Operand]) -> Operand:
    """The operand that a function call makes."""
    function = FUNCTIONS.get((node.name, len(arguments)))
    if function is None:
        raise _unknown(node)
    for argument, kind in zip(arguments, function.takes, strict=True):
        demand(argument, kind, node.at)
    readers = [argument.read for argument in arguments]
    of = function.of

    def read(row: Any) -> Any:
        values = [reader(row) for reader in readers]
        return None if None in values else of(*values)

    return Operand(function.gives, read)


def _unknown(node: Call) -> BadRequest:
    if node.name in NAMES:
        return BadRequest(
            f"No applicable function found for '{node.name}' at position {node.at} with the given arguments."
        )
    return BadRequest(f"Unknown function '{node.name}' at position {node.at}.")
