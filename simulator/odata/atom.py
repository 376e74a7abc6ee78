"""Atom XML, which Exact answers to whoever does not ask for JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from simulator.odata.keys import write_key
from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from simulator.books.table import Row
    from simulator.odata.paging import Page
    from simulator.odata.view import View
    from simulator.schema.entity import Property

CONTENT_TYPE = "application/atom+xml;charset=utf-8"
DECLARATION = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
SERVICES = "http://schemas.microsoft.com/ado/2007/08/dataservices"
SPACES = f'xmlns:d="{SERVICES}" xmlns:m="{SERVICES}/metadata" xmlns="http://www.w3.org/2005/Atom"'
# What XML 1.0 cannot hold, not even escaped.
IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class AtomWriter:
    """Writes rows of one resource at one address."""

    def __init__(self, view: View, address: str, names: Sequence[str], links: Sequence[str]) -> None:
        self._view = view
        self._address = address
        self._names = names or tuple(view.entity.properties)
        self._links = links

    def feed(self, page: Page, title: str, updated: datetime, next_link: str) -> bytes:
        parts = [
            f"{DECLARATION}<feed xml:base={quoteattr(self._address.rpartition('/')[0] + '/')} {SPACES}>",
            f'<title type="text">{escape(title)}</title><id>{escape(self._address)}</id>',
            f'<updated>{_utc(updated)}</updated><link rel="self" title={quoteattr(title)} href={quoteattr(title)} />',
        ]
        if page.total is not None:
            parts.append(f"<m:count>{page.total}</m:count>")
        parts += [self._entry(row, "", updated) for row in page.rows]
        if next_link:
            parts.append(f'<link rel="next" href={quoteattr(next_link)} />')
        return "".join([*parts, "</feed>"]).encode()

    def single(self, row: Row, updated: datetime) -> bytes:
        return (DECLARATION + self._entry(row, f" {SPACES}", updated)).encode()

    def _entry(self, row: Row, spaces: str, updated: datetime) -> str:
        uri = f"{self._address}({write_key(self._view.entity, row)})"
        name = self._address.rpartition("/")[2]
        links = "".join(
            f'<link rel="{SERVICES}/related/{link}" type="application/atom+xml;type=feed" title="{link}" '
            f"href={quoteattr(f'{name}({write_key(self._view.entity, row)})/{link}')} />"
            for link in self._links
        )
        return (
            f'<entry{spaces}><id>{escape(uri)}</id><title type="text"></title><updated>{_utc(updated)}</updated>'
            f"<author><name /></author>{links}"
            f'<category term="{self._view.entity.type_name}" scheme="{SERVICES}/scheme" />'
            f'<content type="application/xml"><m:properties>{_properties(self._view.values(row, self._names))}'
            "</m:properties></content></entry>"
        )


def _properties(values: Iterable[tuple[Property, Any]]) -> str:
    return "".join(map(_property, values))


def _property(pair: tuple[Property, Any]) -> str:
    prop, value = pair
    kind = "" if prop.type is edm.STRING else f' m:type="{prop.type.name}"'
    if value is None:
        return f'<d:{prop.name}{kind} m:null="true" />'
    return f"<d:{prop.name}{kind}>{_text(prop.type.to_xml(value))}</d:{prop.name}>"


def _text(text: str) -> str:
    return escape(IMPOSSIBLE.sub("", text))


def error(text: str) -> bytes:
    return (
        f'{DECLARATION}<error xmlns="{SERVICES}/metadata"><code></code>'
        f'<message xml:lang="">{_text(text)}</message></error>'
    ).encode()


def _utc(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
