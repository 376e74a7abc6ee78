"""The pages on which a user of Exact Online logs in and lets an app in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.http.templating import page
from simulator.oauth.authorise import Authorisation, AuthorisationError, read_authorisation

if TYPE_CHECKING:
    from simulator.oauth.people import User
    from simulator.simulator import Simulator

COOKIE = "ExactOnlineSession"
AUTHORISE, LOG_IN, CONSENT = "/api/oauth2/auth", "/api/oauth2/login", "/api/oauth2/consent"


class OAuthPages:
    """Log-in and consent; a browser that has logged in once is asked for consent only."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._sessions: dict[str, str] = {}

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(AUTHORISE, self.authorise),
            web.post(LOG_IN, self.log_in),
            web.get(CONSENT, self.consent),
            web.post(CONSENT, self.decide),
        ]

    def _user(self, wire: web.Request, asked: Authorisation) -> User | None:
        """The user of this browser, if it is one of the app's country site."""
        user = self._simulator.users.get(self._sessions.get(wire.cookies.get(COOKIE, ""), ""))
        return user if user and user.site == asked.app.site else None

    async def authorise(self, wire: web.Request) -> web.StreamResponse:
        """Where an app sends the browser."""
        try:
            asked = read_authorisation(self._simulator, wire.rel_url.raw_query_string)
        except AuthorisationError as error:
            return refused(error)
        if asked.force_login or self._user(wire, asked) is None:
            return _log_in_page(wire.rel_url.raw_query_string, asked)
        raise web.HTTPFound(f"{CONSENT}?{wire.rel_url.raw_query_string}")

    async def log_in(self, wire: web.Request) -> web.StreamResponse:
        """The log-in form; on to consent when name and password are right."""
        form = await wire.post()
        query, name = str(form.get("query", "")), str(form.get("username", "")).strip().lower()
        try:
            asked = read_authorisation(self._simulator, query)
        except AuthorisationError as error:
            return refused(error)
        user = self._simulator.users.get(name)
        if user is None or user.site != asked.app.site or user.password != form.get("password"):
            return _log_in_page(query, asked, "Gebruikersnaam of wachtwoord is onjuist.", name)
        session = secrets.token_urlsafe(24)
        self._sessions[session] = user.name
        response = web.HTTPFound(f"{CONSENT}?{query}")
        response.set_cookie(COOKIE, session, httponly=True, samesite="Lax")
        raise response

    async def consent(self, wire: web.Request) -> web.StreamResponse:
        """What the app asks for, with every administration ticked."""
        query = wire.rel_url.raw_query_string
        try:
            asked = read_authorisation(self._simulator, query)
        except AuthorisationError as error:
            return refused(error)
        user = self._user(wire, asked)
        if user is None:
            return _log_in_page(query, asked)
        return self._consent_page(query, asked, user)

    def _consent_page(self, query: str, asked: Authorisation, user: User, message: str = "") -> web.Response:
        books = [self._simulator.books[code] for code in self._simulator.divisions_of(user)]
        divisions = [{"code": b.code, "hid": b.division.get("Hid"), "name": b.division["Description"]} for b in books]
        name = asked.app.name
        return page("oauth/consent.html", query=query, app=name, user=user, divisions=divisions, message=message)

    async def decide(self, wire: web.Request) -> web.StreamResponse:
        """Back to the app, with a code for the ticked administrations or with the refusal."""
        form = await wire.post()
        query = str(form.get("query", ""))
        try:
            asked = read_authorisation(self._simulator, query)
        except AuthorisationError as error:
            return refused(error)
        user = self._user(wire, asked)
        if user is None:
            return _log_in_page(query, asked)
        if form.get("decision") != "allow":
            return _sent_back(asked.back(error="access_denied"))
        reach = self._simulator.divisions_of(user)
        chosen = [code for code in reach if str(code) in {str(value) for value in form.getall("division", [])}]
        if not chosen:
            return self._consent_page(query, asked, user, "Kies ten minste één administratie.")
        code = self._simulator.tokens.code(asked.app.client_id.lower(), user.name, chosen, asked.redirect_uri)
        self._simulator.save()
        return _sent_back(asked.back(code=code))


def _sent_back(address: str) -> web.Response:
    """A redirect whose address goes out as it stands; aiohttp's own would write %21 as an exclamation mark."""
    return web.Response(status=302, headers={"Location": address})


def _log_in_page(query: str, asked: Authorisation, message: str = "", name: str = "") -> web.Response:
    status, app = 401 if message else 200, asked.app
    return page("oauth/login.html", status, query=query, app=app.name, site=app.site, message=message, name=name)


def refused(error: AuthorisationError) -> web.Response:
    return page("oauth/refused.html", status=401, message=str(error))
