"""GUIDs derived from the division and the natural key of a row, so that every start gives the same ones."""

import uuid

_SANDBOX = uuid.uuid5(uuid.NAMESPACE_URL, "https://sandbox.invalid/exact-online")


class Identity:
    """Two divisions never share a GUID: in Exact a GUID belongs to one division."""

    def __init__(self, division: int) -> None:
        self._namespace = uuid.uuid5(_SANDBOX, str(division))

    def guid(self, resource: str, key: str) -> str:
        return str(uuid.uuid5(self._namespace, f"{resource}/{key}"))
