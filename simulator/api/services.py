"""The two functions among the resources: UserHasRights and SyncTimestamp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.answers import Answer, BadRequest, Forbidden, MethodNotAllowed
from simulator.odata import verbose_json
from simulator.odata.options import split_query
from simulator.odata.tokens import tokens
from simulator.resources.registry import RESOURCES, find
from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from simulator.answers import Request
    from simulator.api.gate import Caller
    from simulator.books.administration import Books
    from simulator.resources.resource import Resource
    from simulator.schema.edm import EdmType
    from simulator.simulator import Simulator

    Service = Callable[[Simulator, Request, Caller, Books], Answer]

SYNC_ENDPOINTS = {
    resource.path.rpartition("/")[2].lower(): resource
    for resource in RESOURCES
    if resource.path.startswith("sync/") and resource.table and resource.table
}


def user_has_rights(simulator: Simulator, request: Request, caller: Caller, _: Books) -> Answer:
    """Whether the user may do this; the answer stands directly in `d` (client picqer/exact-php-client)."""
    given = _arguments(request, endpoint=edm.STRING, action=edm.STRING)
    resource = find(given["endpoint"], strict=False)
    right = resource is not None and _may(caller, given["action"].upper(), resource)
    if simulator.switches.rights_answer == "bare":
        return Answer(200, verbose_json.encode({"d": right}))
    return Answer(200, verbose_json.single({"UserHasRights": right}))


def _may(caller: Caller, action: str, resource: Resource) -> bool:
    if action not in resource.methods:
        return False
    try:
        caller.app.demand_scope(resource.scope, write=action != "GET")
    except Forbidden:
        return False
    return caller.user.may_read(resource.path) if action == "GET" else caller.user.may_write(action, resource.path)


def sync_timestamp(simulator: Simulator, request: Request, _: Caller, books: Books) -> Answer:
    """The row version from which a sync must start to see every change since a moment."""
    given = _arguments(request, modified=edm.DATETIME, endPoint=edm.STRING)
    resource = SYNC_ENDPOINTS.get(given["endPoint"].lower())
    if resource is None:
        raise BadRequest("Bad Request - Error in query syntax.")
    since: datetime = given["modified"]
    rows = books[resource.table].rows.values()
    before = [row["Timestamp"] for row in rows if row.get("Modified") and row["Modified"] < since]
    version = max(before, default=1)
    told = str(version) if simulator.switches.int64 == "string" else version
    stamp = {"API": resource.path, "Modified": edm.DATETIME.to_json(since), "TimeStampAsBigInt": told}
    return Answer(200, verbose_json.encode({"d": {"results": [stamp]}}))


def _arguments(request: Request, **expected: EdmType) -> dict[str, Any]:
    """The arguments of a function call as literals of the URL language."""
    if request.method != "GET":
        raise MethodNotAllowed("Method Not Allowed")
    given = {name.lower(): value for name, value in split_query(request.query).items()}
    found: dict[str, Any] = {}
    for name, kind in expected.items():
        literal = tokens(given.get(name.lower(), ""))[0]
        if literal.type is not kind:
            raise BadRequest("Bad Request - Error in query syntax.")
        found[name] = literal.value
    return found


SERVICES: dict[str, Service] = {
    "users/userhasrights": user_has_rights,
    "read/sync/sync/synctimestamp": sync_timestamp,
}
