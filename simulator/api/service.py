"""The data API as a function from request to answer; it knows nothing of HTTP servers or faults."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from simulator.answers import Answer, BadRequest, Failure, MethodNotAllowed, Unauthorised
from simulator.api.address import PREFIX, Address, division_of, is_current_user, read_address
from simulator.api.current_user import current_user
from simulator.api.gate import Caller, Gate
from simulator.api.negotiation import TEXT, demand_acceptable, failed, wants_json
from simulator.api.reading import Reader, not_found
from simulator.api.services import SERVICES
from simulator.api.writing import Writer
from simulator.resources.registry import find
from simulator.resources.resource import Reading

if TYPE_CHECKING:
    from simulator.answers import Request
    from simulator.books.administration import Books
    from simulator.request_log import Entry
    from simulator.resources.resource import Resource
    from simulator.simulator import Simulator

# Exact's page on REST restrictions: after encoding.
LONGEST_URL = 6000


class DataApi:
    """Answers everything under /api/v1/."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def answer(self, request: Request, entry: Entry) -> Answer:
        """The answer, with the rate headers of the app and division, its errors counted."""
        gate = Gate(self._simulator)
        division = division_of(request.path)
        if division is None and not is_current_user(request.path):  # no address of this service, whoever asks
            return Answer(404, b"Not Found", TEXT)
        caller = gate.owner(request, entry)
        if caller is None or division is None:
            return self._handled(request, caller, entry)
        headers, spent = gate.take_call(caller, division)
        if spent is not None:
            return spent
        endpoint = _endpoint(request.path)
        answer = gate.blocked(caller, division, endpoint) or self._handled(request, caller, entry)
        self._simulator.errors.note(caller.error_key(division, endpoint), answer.status)
        answer.headers.update(headers)
        return answer

    def _handled(self, request: Request, caller: Caller | None, entry: Entry) -> Answer:
        """The answer or the failure in the client's representation."""
        try:
            Gate(self._simulator).authenticate(request)
            if caller is None:
                raise Unauthorised("Unauthorized", reason="Authentication Required")
            return self._routed(request, caller)
        except Failure as failure:
            entry.message = failure.text
            return failed(failure, json=wants_json(request))

    def _routed(self, request: Request, caller: Caller) -> Answer:
        if len(request.path) + len(request.query) > LONGEST_URL:
            raise BadRequest("The request URL is too long.")
        address = read_address(request.path)
        demand_acceptable(request, count=address.is_count)
        if address.division is None:
            return current_user(self._simulator, request, caller)
        if service := SERVICES.get(address.path.lower()):
            Gate(self._simulator).demand_division(caller, address.division)
            return service(self._simulator, request, caller, self._simulator.books[address.division])
        resource = find(address.path, strict=self._simulator.switches.path_case == "strict")
        if resource is None:
            raise not_found(address.path)
        return self._on_resource(request, caller, address, resource)

    def _on_resource(self, request: Request, caller: Caller, address: Address, resource: Resource) -> Answer:
        simulator, gate = self._simulator, Gate(self._simulator)
        books = self._books(caller, address, resource)
        if request.method not in resource.methods:
            raise MethodNotAllowed("Method Not Allowed")
        gate.demand_right(caller, request.method, resource)
        reach = partial(gate.reach, caller)
        current = simulator.books[simulator.current_division(caller.user)]
        reader = Reader(request, resource, Reading(books, simulator.clock.wall(), reach, current), simulator.switches)
        if request.method == "GET":
            return reader.answer(address, sees_nothing=gate.sees_nothing(caller, resource))
        return Writer(request, resource, reader, simulator.desk(books, caller.user)).answer(address)

    def _books(self, caller: Caller, address: Address, resource: Resource) -> Books:
        """The books of the division; system/Divisions ignores the number (picqer/exact-php-client issue 470)."""
        assert address.division is not None
        if resource.path != "system/Divisions":
            Gate(self._simulator).demand_division(caller, address.division)
            return self._simulator.books[address.division]
        found = self._simulator.books.get(address.division)
        return found or self._simulator.books[self._simulator.current_division(caller.user)]


def _endpoint(path: str) -> str:
    """What errors are counted by: the address without division and key."""
    return path[len(PREFIX) :].partition("/")[2].partition("(")[0].strip("/").lower()
