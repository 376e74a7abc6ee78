"""The form for a chat message."""

from __future__ import annotations

from sandbox.host.forms.base import Form, long_text


class MessageForm(Form):
    body = long_text("Bericht", required=True, longest=4000)
