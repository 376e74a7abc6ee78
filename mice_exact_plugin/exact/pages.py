"""Addresses of Exact's own pages, for people: only those that are written down outside of Exact as well.

The card of a relation is in Teamleader's help about its link with Exact Online, which lets people read the id of a
relation in it; the portal of an administration is what the browser shows there, and where setup guides let people read
its number. Nobody writes down an address for an entry: that is found by its number.
"""

from __future__ import annotations

from urllib.parse import urlencode


def administration(base_url: str, division: int) -> str:
    """The portal with this administration chosen, which is else the one that the person had last."""
    return f"{base_url}/docs/MenuPortal.aspx?{urlencode({'_Division_': division})}"


def relation(base_url: str, division: int, account_id: str) -> str:
    asked = {"_Division_": division, "AccountID": f"{{{account_id}}}"}
    return f"{base_url}/docs/CRMAccountCard.aspx?{urlencode(asked)}"
