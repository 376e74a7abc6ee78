"""Turns a parsed filter into a predicate over rows, checking every type on the way."""

from __future__ import annotations

import operator as operators
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, TypeGuard

from simulator.answers import BadRequest, NotImplementedHere, syntax_error
from simulator.odata import functions
from simulator.odata.nodes import Binary, Call, Literal, Member, Node, Several, Unary
from simulator.odata.operands import Operand, comparable, demand_boolean, incompatible
from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.books.table import Row
    from simulator.schema.edm import EdmType

    Predicate = Callable[[Row], bool]

    Lookup = Callable[[str, int], Operand]

COMPARISONS = {
    "eq": operators.eq, "ne": operators.ne, "lt": operators.lt,
    "le": operators.le, "gt": operators.gt, "ge": operators.ge,
}  # fmt: skip
SUMS = {"add": operators.add, "sub": operators.sub, "mul": operators.mul}


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the switches say of filters."""

    ignore_case: bool = False
    substringof: bool = True


class Compiler:
    """Compiles for one kind of row; `lookup` finds its properties."""

    def __init__(self, lookup: Lookup, dialect: Dialect) -> None:
        self._lookup = lookup
        self._dialect = dialect

    def predicate(self, node: Node) -> Predicate:
        """The filter as a whole; it must be a condition."""
        return demand_boolean(self._operand(node)).read

    def _operand(self, node: Node) -> Operand:
        match node:
            case Literal(kind, value):
                return Operand(kind, lambda _: value, constant=True)
            case Member(name, at):
                return self._lookup(name, at)
            case Call():
                return self._call(node)
            case Unary():
                return self._unary(node)
            case Several():
                return self._several(node)
            case Binary(operator) if operator in COMPARISONS:
                return self._comparison(node)
            case Binary():
                return self._arithmetic(node)

    def _call(self, node: Call) -> Operand:
        if node.name == "substringof" and not self._dialect.substringof:
            raise NotImplementedHere("Not Implemented")
        return functions.call(node, [self._operand(argument) for argument in node.arguments])

    def _unary(self, node: Unary) -> Operand:
        operand = self._operand(node.operand)
        read = operand.read
        if node.operator == "not":
            demand_boolean(operand, node.at)
            return Operand(edm.BOOLEAN, lambda row: not read(row))
        if operand.type is None or not operand.type.is_number:
            raise BadRequest(f"Operator '-' incompatible with operand type '{operand.clr}' at position {node.at}.")
        return Operand(operand.type, lambda row: None if (value := read(row)) is None else -value, operand.constant)

    def _several(self, node: Several) -> Operand:
        if node.operator == "and":
            every = [self._condition(part, node.at) for part in node.parts]
            return Operand(edm.BOOLEAN, lambda row: all(read(row) for read in every))
        some = [
            *self._one_ofs(node),
            *(self._condition(part, node.at) for part in node.parts if not _is_value_test(part)),
        ]
        return Operand(edm.BOOLEAN, lambda row: any(read(row) for read in some))

    def _condition(self, node: Node, at: int) -> Predicate:
        return demand_boolean(self._operand(node), at).read

    def _one_ofs(self, node: Several) -> Iterator[Predicate]:
        """All `X eq 1`, `X eq 2` … of a chain as one look in a set: the batched look-up of forty references."""
        values: dict[str, set[Any]] = {}
        operands: dict[str, Operand] = {}
        for part in filter(_is_value_test, node.parts):
            left, right = self._sides(part)
            operands[left.member] = left
            values.setdefault(left.member, set()).add(self._plain(left.type, right.read({})))
        for name, operand in operands.items():
            yield self._is_in(operand, frozenset(values[name]))

    def _is_in(self, operand: Operand, values: frozenset[Any]) -> Predicate:
        read, kind, plain = operand.read, operand.type, self._plain
        return lambda row: plain(kind, read(row)) in values

    def _sides(self, node: Binary) -> tuple[Operand, Operand]:
        left, right = self._operand(node.left), self._operand(node.right)
        if not comparable(left, right):
            raise incompatible(node.operator, left, right, node.at)
        if left.member and right.member:  # Exact's page on query options: constants only, no field to field
            raise syntax_error()
        return left, right

    def _comparison(self, node: Binary) -> Operand:
        left, right = self._sides(node)
        first, second, compare = left.read, right.read, COMPARISONS[node.operator]
        kind = left.type or right.type
        if node.operator in ("eq", "ne"):
            plain = self._plain
            return Operand(edm.BOOLEAN, lambda row: compare(plain(kind, first(row)), plain(kind, second(row))))

        def ordered(row: Row) -> bool:
            one, other = first(row), second(row)
            return one is not None and other is not None and bool(compare(one, other))

        return Operand(edm.BOOLEAN, ordered)

    def _plain(self, kind: EdmType | None, value: Any) -> Any:
        """A value as equality sees it: SQL Server does not count trailing blanks."""
        if kind is not edm.STRING or value is None:
            return value
        text = value.rstrip(" ")
        return text.casefold() if self._dialect.ignore_case else text

    def _arithmetic(self, node: Binary) -> Operand:
        left, right = self._operand(node.left), self._operand(node.right)
        if not (left.type and left.type.is_number and right.type and right.type.is_number):
            raise incompatible(node.operator, left, right, node.at)
        kind = left.type if left.type is right.type else edm.DOUBLE
        first, second, name = left.read, right.read, node.operator
        return Operand(kind, lambda row: _calculate(name, first(row), second(row)))


def _is_value_test(node: Node) -> TypeGuard[Binary]:
    """Whether this is `Property eq constant`."""
    return (
        isinstance(node, Binary)
        and node.operator == "eq"
        and isinstance(node.left, Member)
        and isinstance(node.right, Literal)
        and node.right.type is not None
    )


def _calculate(name: str, one: Any, other: Any) -> Any:
    if one is None or other is None:
        return None
    if name in SUMS:
        return SUMS[name](one, other)
    try:
        return Decimal(one) / Decimal(other) if name == "div" else Decimal(one) % Decimal(other)
    except (InvalidOperation, ZeroDivisionError):
        return None
