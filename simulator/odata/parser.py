"""Parses a `$filter` by the precedence of OData 2: or, and, equality, relation, sum, product, unary."""

from __future__ import annotations

from simulator.answers import syntax_error
from simulator.odata.nodes import Binary, Call, Literal, Member, Node, Several, Unary
from simulator.odata.tokens import Token, tokens

LEVELS = (("or",), ("and",), ("eq", "ne"), ("lt", "le", "gt", "ge"), ("add", "sub"), ("mul", "div", "mod"))
# Deeper than any honest filter; the parser and the evaluator recurse once a level.
DEEPEST = 50


def parse(expression: str) -> Node:
    """The tree of an expression; a 400 when it is none."""
    return _Parser(expression).whole()


class _Parser:
    def __init__(self, expression: str) -> None:
        self._tokens = tokens(expression)
        self._next = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._level(0)
        if self._peek().kind != "end":
            raise syntax_error()
        return node

    def _peek(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += token.kind != "end"
        return token

    def _level(self, number: int) -> Node:
        if number == len(LEVELS):
            return self._unary()
        if number < 2:
            return self._chain(number)
        node = self._level(number + 1)
        for _ in range(DEEPEST):
            operator = self._peek()
            if operator.kind != "name" or operator.text not in LEVELS[number]:
                return node
            self._take()
            node = Binary(operator.text, node, self._level(number + 1), operator.at)
        raise syntax_error()

    def _chain(self, number: int) -> Node:
        parts = [self._level(number + 1)]
        at = self._peek().at
        while self._peek().kind == "name" and self._peek().text in LEVELS[number]:
            self._take()
            parts.append(self._level(number + 1))
        return parts[0] if len(parts) == 1 else Several(LEVELS[number][0], tuple(parts), at)

    def _unary(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise syntax_error()
        token = self._peek()
        if token.text in ("not", "-") and token.kind in ("name", "mark"):
            self._take()
            node: Node = Unary(token.text, self._unary(), token.at)
        else:
            node = self._primary()
        self._depth -= 1
        return node

    def _primary(self) -> Node:
        token = self._take()
        if token.kind == "literal":
            return Literal(token.type, token.value, token.at)
        if token.kind == "name":
            return self._call(token) if self._peek().text == "(" else Member(token.text, token.at)
        if token.text != "(":
            raise syntax_error()
        node = self._level(0)
        self._expect(")")
        return node

    def _call(self, name: Token) -> Node:
        self._expect("(")
        arguments = [self._level(0)]
        while self._peek().text == ",":
            self._take()
            arguments.append(self._level(0))
        self._expect(")")
        return Call(name.text, tuple(arguments), name.at)

    def _expect(self, mark: str) -> None:
        token = self._take()
        if token.kind != "mark" or token.text != mark:
            raise syntax_error()
