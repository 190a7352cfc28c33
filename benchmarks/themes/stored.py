"""How long a night takes that reads its texts out of a database and writes into it.

    python -m benchmarks.themes.stored [--sizes N ...] [--processes N] [--folder FOLDER]

The same as `scale`, but as `caseboard themes rebuild` does it: cases lie in an embedded database, half of them ticked
by their authors, and every text is the beginning of one of our own written cases with real sections glued to it. To
fill the database is not measured. The first night finds nothing there; the next one replaces what that one wrote.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from secrets import token_hex

from sqlalchemy import func, insert, select

from benchmarks.themes import scale, texts
from benchmarks.themes.saving import application, settle
from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import Base, command, db
from caseboard.models import Case, CaseState, CaseTheme, RunState, ThemeAssignment, ThemeLabel, User
from caseboard.models.case import Light
from caseboard.themes import jobs, runs

SIZES = (10_000, 100_000, 1_000_000)
HOUSES, TICKED = 100, 0.5
OPENING, SECTIONS = 50, 2
"""Words of a case of our own, and pieces of sections behind them: 150 words, as in `scale`."""

AT_ONCE = 5000
NIGHTS = ("first", "next")

TABLES = (Case, CaseTheme, ThemeLabel)

Rows = list[dict[str, object]]


def fill(number: int, path: Path) -> None:
    """Released cases of two years with what their authors ticked."""
    people = [(row.id, row.jobcenter_id) for row in db.session.scalars(select(User).order_by(User.jobcenter_id))]
    made = told(number, scale.pieces(path), people)
    while some := list(islice(made, AT_ONCE)):
        _store(
            {table: [row for part in some for row in part.get(table, ())] for table in (Case, CaseTheme, ThemeLabel)}
        )


@command
def _store(rows: Mapping[type[Base], Rows]) -> None:
    for table, some in rows.items():
        if some:
            db.session.execute(insert(table), some)


def told(number: int, pieces: list[str], people: list[tuple[str, str]]) -> Iterator[dict[type[Base], Rows]]:
    """The rows of one case after the other; one in a hundred is written twice."""
    chance, own, today = Random(1), texts.own(), clock.today()  # noqa: S311 -- the same history every time
    text, themes, author = "", (), people[0]
    for place in range(number):
        if place % 100 != 1:
            one = chance.choice(own)
            text = " ".join([*one.text.split()[:OPENING], *chance.choices(pieces, k=SECTIONS)])
            themes, author = one.themes, chance.choice(people)
        day = today - timedelta(days=scale.DAYS - place * scale.DAYS // number)
        yield rows_of(text, themes if chance.random() < TICKED else None, author, people, day)


def rows_of(
    text: str, themes: tuple[str, ...] | None, author: tuple[str, str], people: list[tuple[str, str]], day: date
) -> dict[type[Base], Rows]:
    """A released case with its labels; without any where its author has said nothing."""
    case_id, moment = token_hex(16), clock.midnight(day) + timedelta(hours=9)
    checkers = [user_id for user_id, house in (people[0], people[-1], people[1]) if user_id != author[0]]
    case = {
        "id": case_id,
        "author_id": author[0],
        "jobcenter_id": author[1],
        "state": CaseState.RELEASED,
        "title": SafeText.trusted("Ein Fall"),
        "situation": SafeText.trusted(text),
        "light": Light.GREEN,
        "anonymizer": "benchmark",
        "house_checker_id": checkers[0],
        "network_checker_id": checkers[1],
        "created_at": moment,
        "state_since": moment,
        "released_at": moment,
    }
    if themes is None:
        return {Case: [case]}
    said = [{"case_id": case_id, "theme_id": key, "says": True, "user_id": author[0], "at": moment} for key in themes]
    nothing = {"case_id": case_id, "theme_id": None, "says": True, "user_id": author[0], "at": moment}
    return {
        Case: [case],
        CaseTheme: [{"case_id": case_id, "theme_id": key} for key in themes],
        ThemeLabel: said or [nothing],
    }


class Watch:
    """Notes how long each step of a night takes."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._step, self._since = "before", time.perf_counter()

    def __call__(self, step: str, _done: int, _total: int) -> None:
        """A night tells how far it is."""
        if step != self._step:
            now = time.perf_counter()
            self.seconds[self._step] = self.seconds.get(self._step, 0) + now - self._since
            self._step, self._since = step, now


def night(name: str, processes: int) -> str:
    """A row of the table."""
    watch, began = Watch(), time.perf_counter()
    state = jobs.rebuild(watch, processes=processes)
    took = time.perf_counter() - began
    watch("after", 0, 0)
    if state is not RunState.DONE:
        raise RuntimeError("another process is at it")
    steps = " | ".join(f"{watch.seconds.get(step, 0):.0f} s" for step in STEPS)
    busy = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cases = db.session.scalar(select(func.count()).select_from(Case))
    written = db.session.scalar(select(func.count()).select_from(ThemeAssignment))
    memory = scale.peak(processes)
    return f"| {cases:,} | {name} | {steps} | **{took:.0f} s** | {busy:.0f} s | **{memory} MB** | {written:,} |"


STEPS = ("before", *runs.STEPS[runs.RunKind.REBUILD])
HEADING = ("cases", "night", *STEPS, "all", "processor time", "peak", "rows written")


def main() -> None:
    """Fill a database of each size, and print two nights on it, each from a process of its own."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sections", type=Path, default=scale.SECTIONS)
    ask.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    ask.add_argument("--processes", type=int, default=2)
    ask.add_argument("--folder", type=Path, help="Where the databases lie; a temporary one unless named.")
    ask.add_argument("--night", choices=NIGHTS, help="One night on the database in the folder, its row alone.")
    chosen = ask.parse_args()
    if chosen.night:
        with application(f"sqlite:///{chosen.folder / 'history.sqlite3'}", chosen.folder).app_context():
            sys.stdout.write(night(chosen.night, chosen.processes) + "\n")
        return
    sys.stdout.write(f"| {' | '.join(HEADING)} |\n|{'---|' * len(HEADING)}\n")
    sys.stdout.flush()
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
            measure(size, chosen, Path(name))


def measure(size: int, chosen: argparse.Namespace, folder: Path) -> None:
    """Two nights on as many cases."""
    with application(f"sqlite:///{folder / 'history.sqlite3'}", folder).app_context():
        db.create_all()
        settle(HOUSES)
        fill(size, chosen.sections)
    for name in NIGHTS:
        options = ["--folder", str(folder), "--night", name, "--processes", str(chosen.processes)]
        subprocess.run([sys.executable, "-m", __spec__.name, *options], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
