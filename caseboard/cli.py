"""The command line of an installation: set up, migrate, demo, worker."""

import logging
import os
import signal
import threading
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import FlaskGroup, with_appcontext
from flask_migrate import upgrade

from caseboard import config, reference, worker
from caseboard.anonymize.ner.command import ner
from caseboard.demo.commands import demo
from caseboard.errors import Misconfigured
from caseboard.themes.commands import rebuild, search
from caseboard.topics.command import themes


def init_app(app: Flask) -> None:
    """Add the commands to the application."""
    for one in (migrate, work, demo):
        app.cli.add_command(one)


@click.command("migrate")
@with_appcontext
def migrate() -> None:
    """Bring the database to the present shape and fill in the reference data."""
    Path(current_app.instance_path).mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade()
    reference.fill()


@click.command("worker")
@with_appcontext
def work() -> None:
    """Send mail and do what is due, until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    here = current_app._get_current_object()
    due, quick, long = (here.extensions[f"caseboard.{kind}"] for kind in ("jobs", "quick_jobs", "long_jobs"))
    worker.run(here, due, stop, quick=quick, long=long)


def _init(instance: Path) -> None:
    path = config.write_local(instance)
    click.echo(f"Settings: {path}")


def main() -> None:
    """Entry point `caseboard`; `caseboard init` works before there are any settings."""
    os.environ.setdefault("FLASK_APP", "caseboard:create_app")
    group = FlaskGroup(add_version_option=False, load_dotenv=False)

    @group.command("init", with_appcontext=False)  # there is no application before there is a secret
    def init() -> None:
        """Write instance/config.py with a fresh secret, unless there is one."""
        blank = Flask("caseboard")
        _init(Path(blank.instance_path))

    for one in (rebuild, search):
        themes.add_command(one)
    for one in (ner, themes):  # need no application either, but for the rebuilding and the search
        group.add_command(one)
    try:
        group.main(standalone_mode=True)
    except Misconfigured as error:
        raise SystemExit(f"caseboard: {error}") from None
