"""The rules that master data have in common: what must be filled in, what must exist, what must be unique."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.messages import TERMS, Message, Refused
from simulator.resources.desk import Problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.books.table import Row
    from simulator.resources.desk import Desk
    from simulator.resources.resource import Lines


@dataclass(frozen=True, slots=True)
class Reference:
    """A property that names a row elsewhere, by id or by code, and the term a refusal uses for it."""

    table: str
    term: str
    by_code: bool = False

    def is_met(self, desk: Desk, value: str) -> bool:
        if self.by_code:
            return desk.books.by_code(self.table, value.strip()) is not None
        return desk.books[self.table].get(value) is not None


@dataclass(frozen=True, slots=True)
class Use:
    """Where a row of master data is used, by its id or by its code; what is used cannot be deleted."""

    table: str
    property: str
    by_code: bool = False


@dataclass(frozen=True)
class MasterRules:
    """Rules for a table of master data; resources with more to say extend it."""

    table: str
    mandatory: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    unique: str = "Code"
    is_code_fixed: bool = False

    def create(self, desk: Desk, values: Row, lines: Lines) -> Row:
        problems = Problems()
        completed = self.completed(desk, values)
        self.check(desk, completed, problems)
        problems.raise_any()
        key = desk.client_key(self.table, values.get("ID"), desk.switches.account_id)
        return desk.books[self.table].put({**completed, "ID": key, **desk.made()})

    def update(self, desk: Desk, row: Row, values: Row) -> None:
        problems = Problems()
        changed = {**row, **values, "ID": row["ID"]}
        self.check(desk, changed, problems)
        if self.unique in values and values[self.unique] == row.get(self.unique):
            problems.add("exists")  # a code sent back unchanged collides with itself (picqer/exact-php-client 416, 432)
        elif self.unique in values and self.is_code_fixed:
            problems.add("not_allowed", "code")
        problems.raise_any()
        desk.books[self.table].put({**changed, **desk.touched()})

    def delete(self, desk: Desk, row: Row) -> None:
        for use in self.uses:
            wanted = row["Code"] if use.by_code else row["ID"]
            if any(other.get(use.property) == wanted for other in desk.books[use.table].rows.values()):
                raise Refused(Message("not_allowed", "delete"))
        desk.delete(self.table, row["ID"])

    def completed(self, desk: Desk, values: Row) -> Row:
        """The values of a new row with what is filled in for the client."""
        return values

    def check(self, desk: Desk, row: Row, problems: Problems) -> None:
        """Everything that is wrong with a row as it would be kept."""
        for name, term in self.mandatory.items():
            if row.get(name) in (None, ""):
                problems.add("mandatory", term)
        for name, reference in self.references.items():
            if row.get(name) and not reference.is_met(desk, row[name]):
                problems.add("reference", reference.term)
        if self._is_taken(desk, row):
            problems.add("exists")

    def _is_taken(self, desk: Desk, row: Row) -> bool:
        value = row.get(self.unique)
        if value is None or not desk.books[self.table].has_index(self.unique):
            return False
        return any(other["ID"] != row.get("ID") for other in desk.books[self.table].where(self.unique, value))


def terms(*names: str) -> dict[str, str]:
    """Mandatory properties whose term bears their own name."""
    assert all(name.lower() in TERMS for name in names)
    return {name: name.lower() for name in names}
