"""The commands that reckon all themes anew and look for missing ones, for whoever looks after the installation."""

from collections.abc import Callable

import click
from flask.cli import with_appcontext

from caseboard.models import RunKind, RunState
from caseboard.themes import discovery, jobs, runs

Watch = Callable[[str, int, int], None]


@click.command("rebuild")
@click.option("--decide", is_flag=True, help="Let states change although no month is over.")
@click.option("--processes", type=click.IntRange(min=1), default=1, show_default=True, help="How many read the cases.")
@with_appcontext
def rebuild(decide: bool, processes: int) -> None:
    """Read all cases, teach the classifier, count every theme. Ctrl-C stops it and leaves the former figures."""

    def work(watch: Watch) -> RunState | None:
        return jobs.rebuild(watch, decides=decide, processes=processes)

    _watched(RunKind.REBUILD, work, "The former figures stay.")


@click.command("search")
@with_appcontext
def search() -> None:
    """Look for themes that may be missing, also when that was done this week. Ctrl-C leaves the former candidates."""
    _watched(RunKind.SEARCH, discovery.look_now, "The former candidates stay.")


def _watched(kind: RunKind, work: Callable[[Watch], RunState | None], stays: str) -> None:
    """Do a run under a bar that tells how far it is with all its steps."""
    with click.progressbar(length=100, label="Themes") as bar:

        def watch(step: str, done: int, total: int) -> None:
            bar.label = f"Themes, {step}"
            bar.update(runs.percent(kind, step, done, total) - bar.pos)

        try:
            state = work(watch)
        except KeyboardInterrupt:
            raise click.ClickException(f"Stopped. {stays}") from None
        if state is RunState.DONE:
            bar.update(bar.length - bar.pos)
    if state is None:
        raise click.ClickException("Another process is reckoning the themes at this moment.")
    if state is not RunState.DONE:
        raise click.ClickException(f"Stopped from the page of the runs. {stays}")
