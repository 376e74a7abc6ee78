"""Control of users, apps and log-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from simulator.control.handling import Body, ControlError
from simulator.oauth.apps import App, plain_id
from simulator.oauth.people import User

if TYPE_CHECKING:
    from aiohttp import web

    from simulator.simulator import Simulator


def _user(simulator: Simulator, body: Body) -> User:
    user = simulator.users.get(str(body.get("user", "")).lower())
    if user is None:
        raise ControlError(f"no user {body.get('user')!r}; there are {', '.join(simulator.users)}")
    return user


def users(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    return {"users": [msgspec.to_builtins(user) for user in simulator.users.values()]}


def change_user(simulator: Simulator, _: web.Request, body: Body) -> dict[str, Any]:
    """Change or add a user: `read_only`, `hidden`, `forbidden`, `denied`, `divisions`, `current`, `language`."""
    name = str(body["user"]).lower()
    known = simulator.users.get(name)
    given = {field: value for field, value in body.items() if field != "user"}
    unknown = set(given) - set(User.__struct_fields__)
    if unknown:
        raise ControlError(f"a user has no {', '.join(sorted(unknown))}")
    base = msgspec.to_builtins(known) if known else _new_user(simulator, name)
    user = msgspec.convert({**base, **given, "name": name}, User)
    simulator.users[name] = user
    shown: dict[str, Any] = msgspec.to_builtins(user)
    return shown


def _new_user(simulator: Simulator, name: str) -> dict[str, Any]:
    return {"id": simulator.chance.guid(), "password": "welkom", "full_name": name, "site": "NL", "language": "NL"}


def add_app(simulator: Simulator, _: web.Request, body: Body) -> dict[str, Any]:
    """Register an app: `client_id`, `secret`, `site`, `redirects`, and `name` and `scopes` if wanted."""
    app = msgspec.convert(body, App)
    simulator.apps[plain_id(app.client_id)] = app
    shown: dict[str, Any] = msgspec.to_builtins(app)
    return shown


def log_in(simulator: Simulator, _: web.Request, body: Body) -> dict[str, Any]:
    """A log-in without a browser: the user ticks `divisions` (all by default) and allows; gives the code."""
    user = _user(simulator, body)
    app = simulator.apps.get(plain_id(str(body.get("client_id", next(iter(simulator.apps))))))
    if app is None or app.site != user.site:
        raise ControlError("no such app on the site of this user")
    redirect_uri = str(body.get("redirect_uri", "http://localhost/callback"))
    if not app.allows(redirect_uri):
        raise ControlError(f"the app is not registered with {redirect_uri}")
    reach = simulator.divisions_of(user)
    chosen = [int(code) for code in body.get("divisions") or reach if int(code) in reach]
    code = simulator.tokens.code(plain_id(app.client_id), user.name, chosen, redirect_uri)
    return {"code": code, "divisions": chosen, "redirect_uri": redirect_uri}


def revoke(simulator: Simulator, _: web.Request, body: Body) -> dict[str, Any]:
    """The user removes the app in Exact, or changes the password."""
    user = _user(simulator, body)
    client_id = plain_id(str(body["client_id"])) if body.get("client_id") else None
    return {"revoked": simulator.tokens.end(user.name, client_id, "revoked")}
