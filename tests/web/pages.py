"""Pieces of pages without an installation: a template with the plugin's filters and the values of a test."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import Flask, render_template_string
from jinja2 import ChainableUndefined, ChoiceLoader, DictLoader

from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.blueprint import create_blueprint


@cache
def _app() -> Flask:
    app = Flask(__name__)
    app.config["SERVER_NAME"] = "mice.test"
    app.register_blueprint(create_blueprint())
    base = "{% block head %}{% endblock %}{% block content %}{% endblock %}{% block scripts %}{% endblock %}"
    app.jinja_env.loader = ChoiceLoader([DictLoader({"mice/base.html": base}), app.create_global_jinja_loader()])
    return app


def rendered(template: str, **values: Any) -> str:
    """A piece as the page that includes it prints it."""
    names = "action, ask, badge, cell, csrf, pager, preview_link, print_button, search_form, table"
    macros = f"{{% from 'mice_exact/_macros.html' import {names} with context %}}"
    around = {"t": gettext, "csrf_token": str, "frame": ChainableUndefined(), "standing": ChainableUndefined()}
    with _app().app_context():
        return render_template_string(f"{macros}{{% include 'mice_exact/{template}' %}}", **around, **values)
