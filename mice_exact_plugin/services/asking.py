"""*Vraag het de beheerder*: who may not cure something sends it to whoever may, once per cause and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from mice_exact_plugin.domain.notices import link_cause
from mice_exact_plugin.domain.schedule import AMSTERDAM
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.services import notices, post_office
from mice_exact_plugin.services import standing as standings
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.notice import MailKind, MailRow

if TYPE_CHECKING:
    from mice_exact_plugin.domain.notices import Cause
    from mice_exact_plugin.services.connect import Person
    from mice_exact_plugin.services.runtime import Runtime


class NotAsked(LinkError):
    """The question was not sent; the message is the code of the reason, worded on display."""


def ask(runtime: Runtime, tenant: str, person: Person, key: str) -> None:
    """Send the sentence and the link of a cause to the administrators; of the link itself for an empty key."""
    try:
        with step(runtime.session):
            cause = _cause(runtime, tenant, key)
            runtime.session.add(_mail(runtime, tenant, person, cause))
    except IntegrityError as error:
        raise NotAsked("asked_today") from error
    post_office.deliver(runtime, tenant)


def _cause(runtime: Runtime, tenant: str, key: str) -> Cause:
    standing = standings.read(runtime, tenant)
    if not key:
        return link_cause(standing, notices.waiting(runtime, tenant))
    known = {cause.key: cause for cause in notices.causes(runtime, tenant, standing)}
    if key not in known:
        raise NotAsked("gone")
    return known[key]


def _mail(runtime: Runtime, tenant: str, person: Person, cause: Cause) -> MailRow:
    now = runtime.now()
    params = {"cause": dict(cause.params), "waiting": cause.waiting, "asker": person.name}
    key = f"{cause.key}:{now.astimezone(AMSTERDAM).date():%Y%m%d}"
    return MailRow(
        tenant=tenant, kind=MailKind.QUESTION, key=key, params=params, made_at=now, not_before=now, tries=0, lost=0
    )
