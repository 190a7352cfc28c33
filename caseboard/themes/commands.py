"""The command that reckons all themes anew, for whoever looks after the installation."""

import os

import click
from flask.cli import with_appcontext

from caseboard.models import RunState
from caseboard.themes import jobs

STEPS = ("reading", "learning", "scoring", "duplicates", "counting")


@click.command("rebuild")
@click.option("--decide", is_flag=True, help="Let states change although no month is over.")
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=os.cpu_count,
    show_default="one for each processor",
    help="How many read the cases.",
)
@with_appcontext
def rebuild(decide: bool, processes: int) -> None:
    """Read all cases, teach the classifier, count every theme. Ctrl-C stops it and leaves the former figures."""
    with click.progressbar(length=100 * len(STEPS), label="Themes") as bar:

        def watch(step: str, done: int, total: int) -> None:
            place = STEPS.index(step) if step in STEPS else 0
            bar.label = f"Themes, {step}"
            bar.update(int(100 * place + 100 * done / max(total, 1)) - bar.pos)

        try:
            state = jobs.rebuild(watch, decides=decide, processes=processes)
        except KeyboardInterrupt:
            raise click.ClickException("Stopped. The former figures stay.") from None
        if state is RunState.DONE:
            bar.update(bar.length - bar.pos)
    if state is None:
        raise click.ClickException("Another process is reckoning the themes at this moment.")
    if state is not RunState.DONE:
        raise click.ClickException("Stopped from the page of the runs. The former figures stay.")
