"""Who is behind this request."""

from __future__ import annotations

from flask import has_request_context
from flask_login import current_user

from sandbox.host.models import User


def logged_in_user() -> User | None:
    if not has_request_context():
        return None
    user = current_user._get_current_object()
    return user if isinstance(user, User) else None


def the_user() -> User:
    """The user of a page that is only reached by somebody who has logged in."""
    user = logged_in_user()
    assert user is not None, "permissions.enforce lets nobody here who has not logged in"
    return user
