"""The blueprint of everything below /facturen, shared by the views that read, edit and act."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("invoices", __name__, url_prefix="/facturen")
