"""Loading the administration's data with visible progress: the page asks for one list after the other."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.domain.readiness import Step
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.connection import NotConnected, connection_of, place_of
from mice_exact_plugin.mirror import loading as mirror_loading
from mice_exact_plugin.mirror import words as list_words
from mice_exact_plugin.mirror.loading import ListNotBelieved, NothingToConfirm
from mice_exact_plugin.standing import overview
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web.frame import fragment, page, ready

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.domain.reference import Resource
    from mice_exact_plugin.mirror.loading import Loading


@dataclass(frozen=True, slots=True)
class LoadingView:
    """What is shown beside the lists; while neither `error` nor `asks`, the first that remains is being read."""

    done: tuple[Resource, ...]
    remaining: tuple[Resource, ...]
    sizes: Mapping[str, int]
    total: int
    announcement: str
    is_done: bool
    error: str
    asks: bool
    """Whether a person must say that the administration has no relations."""
    is_anew: bool
    """The link works already and its lists are read once more."""


def loading_view(loading: Loading, sizes: Mapping[str, int], error: str = "") -> LoadingView:
    asks = loading.asks_for_relations and not error
    error = error or (list_words.not_believed(loading.stuck.as_json()) if loading.stuck and not asks else "")
    total = len(loading.done) + len(loading.remaining)
    return LoadingView(
        done=loading.done,
        remaining=loading.remaining,
        sizes=sizes,
        total=total,
        announcement=error or _announcement(len(loading.done), total, asks=asks),
        is_done=loading.is_done,
        error=error,
        asks=asks,
        is_anew=loading.is_anew,
    )


def _announcement(done: int, total: int, *, asks: bool) -> str:
    if asks:
        return gettext("Heeft deze administratie nog geen relaties?")
    return gettext("%(done)s van %(total)s ingeladen", done=done, total=total)


def loading() -> ResponseReturnValue:
    if ready().next_step in (Step.CONNECT, Step.LOG_IN_AGAIN, Step.CHOOSE_DIVISION):
        return redirect(url_for("mice_exact.index"))
    found = mirror_loading.progress(current.runtime(), current.tenant().code)
    if found.is_done:
        return redirect(_after(found))
    view = loading_view(found, _sizes())
    return page("loading.html", gettext("Gegevens inladen"), "connection", view=view)


def load() -> ResponseReturnValue:
    """One list when the page's script asks, else all that remain: a browser without scripts waits for the whole."""
    step_by_step = request.headers.get("HX-Request") == "true"
    error = ""
    try:
        load_more = mirror_loading.load_next if step_by_step else mirror_loading.load_rest
        found = load_more(current.runtime(), current.tenant().code)
    except LinkError as failure:
        error = "" if isinstance(failure, ListNotBelieved) else answers.of_error(failure)
        found = mirror_loading.progress(current.runtime(), current.tenant().code)
    return _piece(found, error) if step_by_step else _whole(found, error)


def reload() -> ResponseReturnValue:
    """A person vouches for lists that shrank; the page that follows reads one list after the other."""
    try:
        mirror_loading.begin_anew(current.runtime(), current.tenant().code, current.person())
    except LinkError as error:
        flash(answers.of_error(error), "error")
        return redirect(url_for("mice_exact.connection"), 303)
    return redirect(url_for("mice_exact.loading"), 303)


def no_relations() -> ResponseReturnValue:
    """A person answers that this administration has no relations yet."""
    with suppress(NothingToConfirm, NotConnected):
        mirror_loading.confirm_no_relations(current.runtime(), current.tenant().code, current.person())
    return redirect(url_for("mice_exact.loading"), 303)


def _piece(found: Loading, error: str) -> str:
    following = _after(found) if found.is_done else ""
    return fragment("_loading.html", view=loading_view(found, _sizes(), error), following=following)


def _after(found: Loading) -> str:
    """Where it goes on when everything is there."""
    if not found.is_anew:
        return url_for("mice_exact.index")
    flash(gettext("De gegevens zijn opnieuw ingeladen."), "success")
    return url_for("mice_exact.connection")


def _whole(found: Loading, error: str) -> ResponseReturnValue:
    """What is done or not believed has a page that says so without reading anything again."""
    if not error:
        return redirect(_after(found) if found.is_done else url_for("mice_exact.loading"), 303)
    view = loading_view(found, _sizes(), error)
    return page("loading.html", gettext("Gegevens inladen"), "connection", view=view), 503


def _sizes() -> dict[str, int]:
    session = current.runtime().session
    place = place_of(connection_of(session, current.tenant().code))
    return overview.mirror_sizes(session, *place) if place else {}
