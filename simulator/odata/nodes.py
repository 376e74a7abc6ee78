"""The parsed form of a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.schema.edm import EdmType


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant; without a type it is null."""

    type: EdmType | None
    value: Any
    at: int


@dataclass(frozen=True, slots=True)
class Member:
    """A property of the row."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple[Node, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Unary:
    """`not` or minus."""

    operator: str
    operand: Node
    at: int


@dataclass(frozen=True, slots=True)
class Binary:
    """A comparison or an arithmetic operation."""

    operator: str
    left: Node
    right: Node
    at: int


@dataclass(frozen=True, slots=True)
class Several:
    """A chain of `and` or of `or`, flat however long it is."""

    operator: str
    parts: tuple[Node, ...]
    at: int


Node = Literal | Member | Call | Unary | Binary | Several
