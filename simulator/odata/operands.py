"""A compiled part of a filter: its type, and the function that gives its value for a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.answers import BadRequest
from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.books.table import Row
    from simulator.schema.edm import EdmType


@dataclass(frozen=True, slots=True)
class Operand:
    """A value in the making; `type` is None for null, `constant` tells a literal from a property."""

    type: EdmType | None
    read: Callable[[Row], Any]
    constant: bool = False
    member: str = ""

    @property
    def clr(self) -> str:
        return self.type.clr if self.type else "null"


def comparable(left: Operand, right: Operand) -> bool:
    """Whether two operands can stand on both sides of a comparison: same kind, or one of them null."""
    if left.type is None or right.type is None:
        return True
    return left.type is right.type or (left.type.is_number and right.type.is_number)


def incompatible(operator: str, left: Operand, right: Operand, at: int) -> BadRequest:
    return BadRequest(
        f"Operator '{operator}' incompatible with operand types '{left.clr}' and '{right.clr}' at position {at}."
    )


def demand(operand: Operand, kind: EdmType, at: int) -> Operand:
    """The operand itself, when it is of the type that its place asks for."""
    if operand.type is not kind:
        raise BadRequest(f"Expression of type '{kind.clr}' expected at position {at}.")
    return operand


def demand_boolean(operand: Operand, at: int = 0) -> Operand:
    return demand(operand, edm.BOOLEAN, at)
