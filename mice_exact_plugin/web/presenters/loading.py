"""The loading of an administration's data: every list with how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.wording import lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.domain.reference import Resource
    from mice_exact_plugin.services.loading import Loading


@dataclass(frozen=True, slots=True)
class ListView:
    """`place` is `done`, `now` or `later`."""

    name: str
    place: str
    size: str


@dataclass(frozen=True, slots=True)
class LoadingView:
    lists: tuple[ListView, ...]
    done: int
    total: int
    announcement: str
    is_done: bool
    error: str
    asks: bool
    """Whether a person must say that the administration has no relations."""


def loading_view(loading: Loading, sizes: Mapping[str, int], error: str = "") -> LoadingView:
    """The lists in the order in which they are read; the first that is not there yet is being read."""
    asks = loading.asks_for_relations and not error
    error = error or (lists.not_believed(loading.stuck.as_json()) if loading.stuck and not asks else "")
    first = loading.remaining[0] if loading.remaining and not (error or asks) else None
    shown = [_list(resource, "done", formatting.number(sizes.get(resource, 0))) for resource in loading.done]
    shown += [_list(resource, "now" if resource is first else "later", "") for resource in loading.remaining]
    total = len(shown)
    return LoadingView(
        lists=tuple(shown),
        done=len(loading.done),
        total=total,
        announcement=error or _announcement(len(loading.done), total, asks=asks),
        is_done=loading.is_done,
        error=error,
        asks=asks,
    )


def _announcement(done: int, total: int, *, asks: bool) -> str:
    if asks:
        return gettext("Heeft deze administratie nog geen relaties?")
    return gettext("%(done)s van %(total)s ingeladen", done=done, total=total)


def _list(resource: Resource, place: str, size: str) -> ListView:
    return ListView(lists.name(resource), place, size)
