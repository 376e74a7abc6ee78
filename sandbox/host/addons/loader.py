"""Loading addons: manifest first, code after, and one that does not fit or fails is named and left out."""

from __future__ import annotations

import logging
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from flask import abort, request

from sandbox.host.addons.host import API_VERSION, AddonHost
from sandbox.host.addons.manifest import Manifest, ManifestError, read_manifest
from sandbox.host.addons.registry import AddonRegistry, AddonReport, AddonState, Contributions

if TYPE_CHECKING:
    from flask import Flask

GROUP = "mice_operations.plugins"

log = logging.getLogger(__name__)


def load_addons(app: Flask) -> None:
    found = AddonRegistry()
    app.extensions["mice_addons"] = found
    for entry_point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        blueprints = set(app.blueprints)
        report = _load(app, entry_point)
        found.reports.append(report)
        if report.state in (AddonState.REFUSED, AddonState.BROKEN):
            found.dead_blueprints |= set(app.blueprints) - blueprints
            log.error("Addon %s is left out: %s", report.name, report.reason)
    app.before_request(lambda: _hide(found))


def _load(app: Flask, entry_point: EntryPoint) -> AddonReport:
    name = entry_point.name
    if name in app.config["ADDONS_DISABLED"]:
        return AddonReport(name, AddonState.DISABLED)
    try:
        manifest = read_manifest(entry_point)
    except ManifestError as error:
        return AddonReport(name, AddonState.BROKEN, reason=str(error))
    if API_VERSION not in manifest.host_api:
        reason = f"vraagt host-API {manifest.host_api}, deze host biedt {API_VERSION}"
        return AddonReport(name, AddonState.REFUSED, manifest, reason)
    return _set_up(app, entry_point, manifest)


def _set_up(app: Flask, entry_point: EntryPoint, manifest: Manifest) -> AddonReport:
    contributions = Contributions()
    try:
        entry_point.load().setup(app, AddonHost(app, contributions))
    except (Exception, SystemExit) as error:
        log.exception("Addon %s failed while it was loaded", entry_point.name)
        reason = f"fout bij het laden: {type(error).__name__}: {error}"
        return AddonReport(entry_point.name, AddonState.BROKEN, manifest, reason)
    return AddonReport(entry_point.name, AddonState.LOADED, manifest, contributions=contributions)


def _hide(found: AddonRegistry) -> None:
    if request.blueprint in found.dead_blueprints:
        abort(404)
