"""Commands about accounts: how the first person comes into an empty installation."""

import click
from flask import current_app, url_for

from caseboard.accounts import administration
from caseboard.accounts.blueprint import bp
from caseboard.errors import CaseboardError
from caseboard.models.people import HouseKind

bp.cli.help = "Look after accounts."


@bp.cli.command("first-administrator")
@click.argument("email")
@click.argument("name")
@click.option("--house", "house_id", required=True, help="Short name of the first house, such as kg.")
@click.option("--house-name", required=True, help="Its full name.")
@click.option("--county", required=True, help="The county or city it works for.")
@click.option("--kind", type=click.Choice([kind.value for kind in HouseKind]), default="gE", show_default=True)
def first_administrator(email: str, name: str, house_id: str, house_name: str, county: str, kind: str) -> None:
    """Make the network administrator of an empty installation and print a one-time link for them."""
    house = administration.House(house_name, county, HouseKind(kind))
    try:
        token = administration.found_network(email, name, house_id, house)
    except CaseboardError:
        raise click.ClickException("Nothing was made: there is a network administrator already.") from None
    with current_app.test_request_context():
        path = url_for("accounts.accept_invitation", token=token)
    click.echo(f"Open this once, within seven days: {current_app.config['SERVER_URL']}{path}")
