"""Commands for the plugin's own tables: upgrade, downgrade, current, check, revision."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from flask.cli import AppGroup, with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from mice_exact_plugin import migrate
from mice_exact_plugin.cli.output import refuse, runtime
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.migrate import FOR_OTHERS, MigrationUnderWay, TableInUse

if TYPE_CHECKING:
    from sqlalchemy import Engine

group = AppGroup("db", help="The plugin's own tables and their history.")

PROOF = N_(
    "Dit verwijdert de tabellen van de eerste versie: de geschiedenis en welke factuur welke boeking werd. Dat is het "
    "bewijs van de boekhouder, en wat voorkomt dat facturen twee keer geboekt worden. Maak eerst een back-up. Doorgaan?"
)

NEWER = N_(
    "Deze versie van de koppeling kent die stand van de tabellen niet, en er is niets gewijzigd. Is de database van "
    "een nieuwere versie, installeer dan die."
)
_WAITED: dict[type[Exception], str] = {
    MigrationUnderWay: N_("Een ander proces wijzigt de tabellen. Probeer het later opnieuw, of wacht langer (--wait)."),
    TableInUse: N_(
        "Een tabel bleef in gebruik, dus van deze stap is niets gewijzigd. Stop de workers en probeer het opnieuw."
    ),
}


BEHIND = N_("De tabellen van de koppeling zijn van een oudere versie. Voer eerst uit: flask exact db upgrade")


def _engine() -> Engine:
    return runtime().session.get_bind().engine


def refuse_behind() -> None:
    """End the command where the tables are of an earlier version; a database that is away says nothing."""
    with suppress(SQLAlchemyError):
        if migrate.is_behind(_engine()):
            refuse(gettext(BEHIND))


@group.command()
@click.argument("revision", default="head")
@click.option("--wait", default=FOR_OTHERS, help="Seconds to wait for another upgrade to end.", show_default=True)
@with_appcontext
def upgrade(revision: str, wait: float) -> None:
    """Bring the tables up to date; any number of processes may ask for it at once, and one does it."""
    try:
        migrate.upgrade(_engine(), revision, for_others=wait)
    except (CommandError, RevisionError) as error:
        refuse(f"{gettext(NEWER)} ({error})")
    except (MigrationUnderWay, TableInUse) as error:
        refuse(gettext(_WAITED[type(error)]))


@group.command()
@click.argument("revision")
@click.option("--yes", is_flag=True, help="Do not ask, even when the bookkeeper's proof goes.")
@with_appcontext
def downgrade(revision: str, yes: bool) -> None:
    """Take the tables back to REVISION (`base` removes them)."""
    try:
        if not yes and migrate.removes_the_proof(_engine(), revision):
            click.confirm(gettext(PROOF), abort=True)
        migrate.downgrade(_engine(), revision)
    except (CommandError, RevisionError) as error:
        refuse(str(error))
    except (MigrationUnderWay, TableInUse) as error:
        refuse(gettext(_WAITED[type(error)]))


@group.command()
@with_appcontext
def current() -> None:
    """Show the revision of the database."""
    try:
        migrate.current(_engine())
    except CommandError as error:
        refuse(f"{gettext(NEWER)} ({error})")


@group.command()
@with_appcontext
def check() -> None:
    """Exit 1 when the models hold something that no migration makes."""
    try:
        migrate.check(_engine())
    except CommandError as error:
        refuse(str(error))


@group.command()
@click.argument("message")
@with_appcontext
def revision(message: str) -> None:
    """Write a migration from the difference between models and database (for developers)."""
    migrate.revise(_engine(), message)


COMMANDS = (group,)
