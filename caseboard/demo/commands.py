"""The commands of the demo: fill, sign-ins, empty."""

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from caseboard import demo_people as people
from caseboard.db import db
from caseboard.demo.empty import empty as take_away
from caseboard.demo.story import tell
from caseboard.models import Jobcenter


@click.group("demo")
def demo() -> None:
    """Fiction to play with; never beside real cases."""


@demo.command("fill")
@click.option("--once", is_flag=True, help="Do nothing where there are houses already.")
@with_appcontext
def fill(once: bool) -> None:
    """Make the demo: houses, people, cases, rounds, themes, proposals."""
    if db.session.scalar(select(Jobcenter).limit(1)) is not None:
        if once:
            return
        raise click.ClickException("There are houses already. `caseboard demo empty` takes the demo away.")
    with click.progressbar(length=100, label="Demo") as bar:
        tell(lambda done, of: bar.update(int(100 * done / of) - bar.pos))


@demo.command("sign-ins")
@with_appcontext
def sign_ins() -> None:
    """Show who can sign in to the demo, and what to try."""
    there = people.showcase()
    if db.session.scalar(select(Jobcenter).limit(1)) is None or not there:
        return
    click.echo(f"\nDemo: password for everybody: {people.DEMO_PASSWORD}")
    for person in there:
        click.echo(f"  {person.email:<42} {person.name}")
        click.echo(f"  {'':<42} {person.who}")
    click.echo()


@demo.command("empty")
@click.confirmation_option(prompt="Delete every house, person and case of this installation?")
@with_appcontext
def empty() -> None:
    """Take everything away again, down to the bytes; the themes stay."""
    take_away()
    click.echo("Everything is gone; the themes are as they came.")
