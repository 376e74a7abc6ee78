"""What each kind of fault does to a call."""

from __future__ import annotations

import asyncio
import gzip
import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

from simulator.answers import Answer
from simulator.faults import pages
from simulator.odata import verbose_json

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from simulator.http.exchange import Exchange

    Action = Callable[[Exchange, dict[str, Any]], Awaitable[web.StreamResponse]]

PATIENCE = 120.0


async def slow(exchange: Exchange, fault: dict[str, Any]) -> web.StreamResponse:
    """The answer comes late; by default the work is done before the wait."""
    seconds = float(fault.get("seconds", 5))
    if fault.get("when") == "before":
        await asyncio.sleep(seconds)
        return exchange.response(exchange.do())
    answer = exchange.do()
    await asyncio.sleep(seconds)
    return exchange.response(answer)


async def drip(exchange: Exchange, fault: dict[str, Any]) -> web.StreamResponse:
    """The answer comes in small pieces; a time-out per read never ends it."""
    answer = exchange.do()
    seconds, pause = float(fault.get("seconds", 5)), float(fault.get("pause", 0.05))
    size = max(1, round(len(answer.body) * pause / max(seconds, pause)))
    headers = {**answer.headers, "Content-Type": answer.content_type, "Content-Length": str(len(answer.body))}
    response = web.StreamResponse(status=answer.status, headers=headers)
    await response.prepare(exchange.wire)
    for at in range(0, len(answer.body), size):
        await response.write(answer.body[at : at + size])
        await asyncio.sleep(pause)
    exchange.entry.status = answer.status
    return response


async def drop_before(exchange: Exchange, _: dict[str, Any]) -> web.StreamResponse:
    raise exchange.drop()


async def drop_after_commit(exchange: Exchange, _: dict[str, Any]) -> web.StreamResponse:
    exchange.do()
    raise exchange.drop()


async def commit_after_client_gone(exchange: Exchange, fault: dict[str, Any]) -> web.StreamResponse:
    """The request lies in a queue until its sender has given up, but not for ever, and is carried out then."""
    gone = exchange.until_gone(float(fault.get("patience", PATIENCE)))
    await asyncio.gather(gone, asyncio.sleep(float(fault.get("seconds", 0))))
    exchange.do()
    raise exchange.drop()


async def truncated_json(exchange: Exchange, _: dict[str, Any]) -> web.StreamResponse:
    answer = exchange.do()
    answer.body = answer.body[: len(answer.body) // 2]
    return exchange.response(answer)


async def wrong_content_type(exchange: Exchange, _: dict[str, Any]) -> web.StreamResponse:
    answer = exchange.do()
    answer.content_type = pages.HTML
    return exchange.response(answer)


async def bare_array(exchange: Exchange, _: dict[str, Any]) -> web.StreamResponse:
    """`{"d":[…]}` in place of `{"d":{"results":[…]}}`, and in place of a single record too."""
    answer = exchange.do()
    if answer.status < 300 and answer.body[:1] == b"{":
        inner = json.loads(answer.body)["d"]
        rows = inner if isinstance(inner, list) else inner.get("results", [inner])
        answer.body = verbose_json.encode({"d": rows})
    return exchange.response(answer)


async def altered(exchange: Exchange, fault: dict[str, Any]) -> web.StreamResponse:
    """The work is done, and the answer tells other values: `set` of the record, `line` of each of its lines."""
    answer = exchange.do()
    if answer.status < 300:
        record = json.loads(answer.body)["d"]
        lines = record.get("SalesEntryLines") or {}
        for line in lines.get("results", []):
            line.update(fault.get("line", {}))
        answer.body = verbose_json.encode({"d": record | fault.get("set", {})})
    return exchange.response(answer)


async def odd_values(exchange: Exchange, fault: dict[str, Any]) -> web.StreamResponse:
    """Rows of a list with values that Exact does not write: another type, too long, beyond what a date can be."""

    def change(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        where, new = fault.get("where", {}), fault.get("set", {})
        return [row | new if _fits(row, where) else row for row in rows]

    return exchange.response(_with_rows(exchange.do(), change))


async def same_row_twice(exchange: Exchange, _: dict[str, Any]) -> web.StreamResponse:
    return exchange.response(_with_rows(exchange.do(), lambda rows: rows + rows[-1:]))


def _fits(row: dict[str, Any], where: dict[str, Any]) -> bool:
    """Codes come padded, and are named without."""
    return all(str(row.get(name)).strip() == str(value) for name, value in where.items())


def _with_rows(answer: Answer, change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Answer:
    content = json.loads(answer.body)
    inner = content.get("d")
    if isinstance(inner, list):
        content["d"] = change(inner)
    elif isinstance(inner, dict) and "results" in inner:
        inner["results"] = change(inner["results"])
    answer.body = verbose_json.encode(content)
    return answer


def raw(fault: dict[str, Any]) -> Answer:
    """Any body at all."""
    body = str(fault.get("body", "")).encode() * int(fault.get("repeat", 1))
    packed = bool(fault.get("gzip"))
    headers = {"Content-Encoding": "gzip"} if packed else {}
    return Answer(int(fault.get("status", 200)), gzip.compress(body) if packed else body, headers=headers)


def refusal(make: Callable[[dict[str, Any]], Answer]) -> Action:
    """A fault that answers in place of the service, after the work only when `commit` is true."""

    async def act(exchange: Exchange, fault: dict[str, Any]) -> web.StreamResponse:
        if fault.get("commit"):
            exchange.do()
        return exchange.response(make(fault))

    return act


def _problem(fault: dict[str, Any]) -> Answer:
    return Answer(500, verbose_json.error(str(fault.get("message", pages.PROBLEM))))


def _unauthorised(_: dict[str, Any]) -> Answer:
    return Answer(401, verbose_json.error("Unauthorized"), headers={"Reason": "Authentication Required"})


def _forbidden(fault: dict[str, Any]) -> Answer:
    headers = {"Reason": str(fault["reason"])} if fault.get("reason") else {}
    return Answer(403, verbose_json.error(str(fault.get("message", "Forbidden"))), headers=headers)


def _any_status(fault: dict[str, Any]) -> Answer:
    return Answer(int(fault.get("status", 400)), verbose_json.error(str(fault.get("message", pages.PROBLEM))))


ACTIONS: dict[str, Action] = {
    "slow": slow,
    "drip": drip,
    "drop_before": drop_before,
    "drop_after_commit": drop_after_commit,
    "commit_after_client_gone": commit_after_client_gone,
    "truncated_json": truncated_json,
    "wrong_content_type": wrong_content_type,
    "bare_array": bare_array,
    "odd_values": odd_values,
    "same_row_twice": same_row_twice,
    "raw": refusal(raw),
    "altered": altered,
    "html_500": refusal(lambda _: pages.html_500()),
    "html_503": refusal(lambda _: pages.html_503()),
    "json_500": refusal(_problem),
    "401": refusal(_unauthorised),
    "403": refusal(_forbidden),
    "status": refusal(_any_status),
}
