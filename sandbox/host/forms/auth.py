"""The log-in form."""

from __future__ import annotations

from wtforms import EmailField, PasswordField

from sandbox.host.forms.base import REQUIRED, Form


class LoginForm(Form):
    email = EmailField("E-mail", [REQUIRED], render_kw={"autocomplete": "username", "autofocus": True})
    password = PasswordField("Wachtwoord", [REQUIRED], render_kw={"autocomplete": "current-password"})
