"""Relaties: clients and suppliers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.forms.relation import KIND_LABELS, RelationForm
from sandbox.host.models import Relation, RelationKind
from sandbox.host.permissions import Right, requires
from sandbox.host.services import relations
from sandbox.host.tenancy import fetch_or_404, the_tenant

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("relations", __name__, url_prefix="/relaties")


@blueprint.get("")
@requires(Right.RELATIONS)
def overview() -> ResponseReturnValue:
    text = request.args.get("q", "").strip()
    found = relations.find(the_tenant(), text)
    return render_template("mice/relations.html", relations=found, text=text, labels=KIND_LABELS, most=relations.SHOWN)


@blueprint.route("/nieuw", methods=["GET", "POST"])
@requires(Right.RELATIONS)
def new() -> ResponseReturnValue:
    form = RelationForm(kind=RelationKind.CLIENT, country="NL")
    return _edit(form, Relation(tenant_id=the_tenant().id), "Relatie toevoegen")


@blueprint.route("/<id:relation_id>", methods=["GET", "POST"])
@requires(Right.RELATIONS)
def page(relation_id: int) -> ResponseReturnValue:
    relation = fetch_or_404(Relation, relation_id)
    return _edit(RelationForm(obj=relation), relation, relation.display_name)


def _edit(form: RelationForm, relation: Relation, heading: str) -> ResponseReturnValue:
    if not form.validate_on_submit() or _number_is_taken(form, relation):
        return render_template("mice/relation.html", form=form, heading=heading)
    form.populate_obj(relation)
    session().add(relation)
    session().commit()
    flash("De relatie is opgeslagen.", "success")
    return redirect(url_for("relations.page", relation_id=relation.id))


def _number_is_taken(form: RelationForm, relation: Relation) -> bool:
    if not form.reference.data:
        return False
    query = select(Relation.id).where(
        Relation.tenant_id == the_tenant().id, Relation.reference == form.reference.data, Relation.id != relation.id
    )
    if session().scalar(query) is None:
        return False
    form.reference.errors = ["Dit klantnummer is al in gebruik."]
    return True
