"""Answers a POST, PUT or DELETE on a resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.answers import Answer, BodyTooLarge, BusinessError, MethodNotAllowed
from simulator.api.negotiation import json_text
from simulator.api.reading import Reader, not_found
from simulator.messages import Message, Refused
from simulator.odata.options import read_options
from simulator.odata.payload import PayloadReader
from simulator.resources.registry import BY_PATH

if TYPE_CHECKING:
    from simulator.answers import Request
    from simulator.api.address import Address
    from simulator.books.table import Row
    from simulator.resources.desk import Desk
    from simulator.resources.resource import Resource, Rules
    from simulator.schema.entity import Entity

PREFERS = "return=representation"


class Writer:
    """Writes one resource for one request."""

    def __init__(self, request: Request, resource: Resource, reader: Reader, desk: Desk) -> None:
        self._request = request
        self._resource = resource
        self._reader = reader
        self._desk = desk
        self._payload = PayloadReader(desk.switches, self._link_target)

    def answer(self, address: Address) -> Answer:
        """The write itself; a refusal by the administration is a 500 with its texts."""
        if address.tail or address.is_count or (address.key is None) != (self._request.method == "POST"):
            raise MethodNotAllowed("Method Not Allowed")
        if len(self._request.body) > self._desk.switches.body_limit_kb * 1024:
            raise BodyTooLarge("Maximum request length exceeded.")
        try:
            if address.key is None:
                return self._create()
            return self._change(address.key)
        except Refused as refused:
            raise BusinessError(refused.text(self._desk.user.language)) from None

    def _rules(self) -> Rules:
        assert self._resource.rules is not None
        return self._resource.rules

    def _create(self) -> Answer:
        payload = self._payload.read(self._resource.entity, json_text(self._request), new=True)
        row = self._rules().create(self._desk, payload.values, payload.lines)
        answer = self._created(row)
        answer.headers["Location"] = self._reader.uri(row)
        return answer

    def _created(self, row: Row) -> Answer:
        """What a POST shows depends on Prefer, and on a switch where there is none."""
        prefers = PREFERS in self._request.headers.get("prefer", "").replace(" ", "").lower()
        heeded = prefers and self._desk.switches.prefer == "heeded"
        form = "full" if heeded else self._desk.switches.prefer_absent
        if form != "full":
            return self._reader.blank(row, with_key=form == "key_only")
        expand = self._desk.switches.posted_lines == "expanded" and self._resource.entity.name == "SalesEntry"
        return self._reader.single(row, read_options("$expand=SalesEntryLines" if expand else ""), 201)

    def _change(self, key: str) -> Answer:
        row = self._reader.found(key)
        if row is None:
            raise not_found(self._resource.path)
        if self._request.method == "DELETE":
            self._rules().delete(self._desk, row)
        else:
            payload = self._payload.read(self._resource.entity, json_text(self._request), new=False)
            if payload.is_whole:  # Exact support: send only what changes (picqer/exact-php-client 323, 416, 600)
                raise Refused(Message("exists"))
            self._rules().update(self._desk, row, payload.values)
        return Answer(204)

    def _link_target(self, link: str) -> Entity:
        return BY_PATH[self._resource.links[link].resource].entity
