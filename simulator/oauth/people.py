"""The users of the simulator and what each may see and do."""

from __future__ import annotations

import msgspec

# A right that a user lacks gives 403 on a write and an empty list on a GET (Exact's REST tips page).
READER_HIDDEN = (
    "read/financial/ReceivablesList",
    "cashflow/Receivables",
    "bulk/Cashflow/Receivables",
    "sync/Cashflow/PaymentTerms",
)


class User(msgspec.Struct):
    """A user of one country site; `divisions` empty means every division of the site."""

    id: str
    name: str
    password: str
    full_name: str
    site: str
    language: str
    divisions: list[int] = []
    read_only: bool = False
    hidden: list[str] = []
    forbidden: list[str] = []
    denied: dict[str, str] = {}
    current: int = 0

    @property
    def culture(self) -> str:
        return {"NL": "nl-NL", "EN": "en-GB", "FR": "fr-BE"}[self.language]

    def denial(self, division: int) -> str:
        """Why every call in this division is refused, or nothing; `denied` is by division number, or `*`."""
        return self.denied.get(str(division)) or self.denied.get("*", "")

    def may_read(self, path: str) -> bool:
        return path.lower() not in {hidden.lower() for hidden in self.hidden}

    def may_write(self, method: str, path: str) -> bool:
        return not self.read_only and f"{method} {path}".lower() not in {name.lower() for name in self.forbidden}


def default_users() -> list[User]:
    """The log-ins of the README; every password is `welkom`."""
    return [
        _user("5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0001", "boekhouder@exact.test", "Bea Boekhouder", "NL", "NL"),
        _user("5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0002", "accountant@exact.test", "Alex Accountant", "NL", "EN"),
        _reader("5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0003", "lezer@exact.test", "Leo Lezer", "NL", "NL"),
        _user("5c1d1b3a-1f6e-4a53-9c5e-0a1d4f7c0004", "comptable@exact.test", "Camille Comptable", "BE", "FR"),
    ]


def _user(guid: str, name: str, full_name: str, site: str, language: str) -> User:
    return User(guid, name, "welkom", full_name, site, language)


def _reader(guid: str, name: str, full_name: str, site: str, language: str) -> User:
    user = _user(guid, name, full_name, site, language)
    user.read_only = True
    user.hidden = list(READER_HIDDEN)
    return user
