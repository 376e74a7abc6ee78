"""Who plays in the demo, and how they log in."""

from __future__ import annotations

from dataclasses import dataclass

TENANT = "demo"
PASSWORD = "welkom"
SUPPORT = "support@mice.test"


@dataclass(frozen=True)
class BookkeepersLogIn:
    """A user of the simulator, with the country version he chooses and the administration he books in."""

    country: str
    name: str
    password: str
    administration: str
    division: int


BOOKKEEPER = BookkeepersLogIn(
    country="Nederland",
    name="boekhouder@exact.test",
    password="welkom",
    administration="Landgoed De Hooge Vuursteen B.V.",
    division=1000001,
)


def email(role: str) -> str:
    return f"{role}@{TENANT}.test"
