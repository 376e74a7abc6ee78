"""Handing mails to the host: each on its own, tried again at growing pauses, and never twice but for a kill in between.

A mail is claimed, handed over and marked in three steps. A process that dies between the second and the third leaves
its claim; the mail is then handed over once more, and after a second such death not again.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.notices import Due, Notice, night_of, told
from mice_exact_plugin.domain.schedule import next_night
from mice_exact_plugin.services.letter import Letter
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import connection_of
from mice_exact_plugin.store.notice import (
    MailKind,
    MailRow,
    claim_mail,
    keep_notices,
    mails_due,
    night_mails,
    notices_of,
)

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.mail")
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=6)
#: A try that ended without a word may have been handed over; after the second one it is taken for that.
MOST_LOST = 1


def deliver(runtime: Runtime, tenant: str | None = None) -> None:
    """Hand over what may be handed over now, of one tenant or of all; one that fails costs the others nothing."""
    with step(runtime.session):
        due = mails_due(runtime.session, runtime.now(), tenant)
    for mail_id in due:
        try:
            _hand_over(runtime, mail_id)
        except Exception as error:
            # The class only: a mail server's answer may name an address.
            logger.warning("mail %s was not handed over: %s", mail_id, type(error).__name__)
            _give_back(runtime, mail_id)


def _hand_over(runtime: Runtime, mail_id: int) -> None:
    with step(runtime.session):
        letter = _claim(runtime, mail_id)
    if letter is None:
        return
    if letter.causes or letter.ended:
        subject, body = runtime.write(runtime.host, letter)
        with step(runtime.session):
            runtime.host.send_mail(letter.tenant, subject=subject, body=body)
    with step(runtime.session):
        _mark(runtime, mail_id)


def _claim(runtime: Runtime, mail_id: int) -> Letter | None:
    """The mail to hand over; None when another process has it, this night had one already, or it was lost twice."""
    session, now = runtime.session, runtime.now()
    mail = session.get(MailRow, mail_id, populate_existing=True)
    if mail is None or mail.handed_at is not None:
        return None
    if mail.kind == MailKind.NIGHT and _had_one(runtime, mail):
        mail.not_before = next_night(now, mail.tenant)
        return None
    pause = min(FIRST_PAUSE * 2 ** min(mail.tries, 10), LONGEST_PAUSE)
    is_lost = mail.started_at is not None and mail.lost >= MOST_LOST
    if not claim_mail(session, mail, now, now + pause):
        return None
    if is_lost:
        logger.error("mail %s was begun twice and never finished; it is not handed over again", mail_id)
        _mark(runtime, mail_id)
        return None
    return _letter(runtime, mail)


def _had_one(runtime: Runtime, mail: MailRow) -> bool:
    night = night_of(runtime.now(), mail.tenant).isoformat()
    others = night_mails(runtime.session, mail.tenant)
    return any(other.handed_at is not None and other.key == night for other in others)


def _letter(runtime: Runtime, mail: MailRow) -> Letter:
    connection = connection_of(runtime.session, mail.tenant)
    site = connection.site if connection else ""
    if mail.kind == MailKind.QUESTION:
        return Letter(mail.tenant, site, (_asked(mail),), asker=str(mail.params.get("asker", "")))
    known = {notice.key: notice for notice in notices_of(runtime.session, mail.tenant)}
    chosen = {name: [known[key] for key in mail.params[name] if key in known] for name in ("causes", "ended")}
    return Letter(mail.tenant, site, tuple(chosen["causes"]), tuple(chosen["ended"]))


def _asked(mail: MailRow) -> Notice:
    params: dict[str, Any] = mail.params
    return Notice(mail.key, params["cause"], int(params["waiting"]), mail.made_at.date())


def _mark(runtime: Runtime, mail_id: int) -> None:
    """It was handed over: what it told of counts as told this night."""
    session, now = runtime.session, runtime.now()
    mail = session.get_one(MailRow, mail_id, populate_existing=True)
    mail.handed_at, mail.started_at = now, None
    if mail.kind == MailKind.QUESTION:
        return
    night = night_of(now, mail.tenant)
    mail.key = night.isoformat()
    mailed = Due(tuple(mail.params["causes"]), tuple(mail.params["ended"]))
    keep_notices(session, mail.tenant, told(notices_of(session, mail.tenant), mailed, night))


def _give_back(runtime: Runtime, mail_id: int) -> None:
    """The host said no, so it has no mail: the next try is no repeat."""
    runtime.session.rollback()
    with step(runtime.session):
        mail = runtime.session.get(MailRow, mail_id, populate_existing=True)
        if mail is not None:
            mail.started_at = None
