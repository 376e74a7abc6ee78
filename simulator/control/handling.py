"""Answers control calls: JSON in, JSON out, a sentence and 400 when the call makes no sense."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from simulator.faults.rules import FaultError
from simulator.messages import Refused
from simulator.schema.convert import ConversionError
from simulator.switches import SwitchError

if TYPE_CHECKING:
    from simulator.simulator import Simulator

Body = dict[str, Any]
Control = Callable[["Simulator", web.Request, Body], Any]
Handler = Callable[[web.Request], Awaitable[web.Response]]


class ControlError(Exception):
    """A control call that asks for something that is not there."""


def handler(simulator: Simulator, control: Control) -> Handler:
    """The aiohttp handler of a control function."""

    async def handle(wire: web.Request) -> web.Response:
        try:
            result = control(simulator, wire, await _body(wire))
        except (
            ControlError,
            FaultError,
            SwitchError,
            ConversionError,
            Refused,
            KeyError,
            ValueError,
            TypeError,
        ) as error:
            return _json({"error": f"{type(error).__name__}: {error}"}, 400)
        simulator.save()
        return _json(result)

    return handle


async def _body(wire: web.Request) -> Body:
    text = await wire.text()
    body = json.loads(text) if text.strip() else {}
    if not isinstance(body, dict):
        raise ControlError("the body is a JSON object")
    return body


def _json(value: Any, status: int = 200) -> web.Response:
    return web.json_response(value, status=status, dumps=lambda item: json.dumps(item, ensure_ascii=False, default=str))
