"""How long an author waits for suggestions and for a case to be handed in, with a long history in the database.

    python -m benchmarks.themes.saving [--history N] [--saves N] [--database ADDRESS]

Real application, real database (an embedded file unless told otherwise), real verbs: suggestions by what a night has
learned, and `service.submit` with labels, checks of who may, audit chain and letters. Texts are our own written cases
and halves of two of them, stripped beforehand: benchmarks/stripping.py measures that. The last table is measured while
a night goes on in another process, which is when a long write would show.
"""

import argparse
import multiprocessing
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count, takewhile
from pathlib import Path
from random import Random
from statistics import median, quantiles

from flask import Flask

from benchmarks.themes import texts
from caseboard import airlock, audit, clock, create_app, reference, similar, taxonomy
from caseboard.anonymize import SafeText, Stripped
from caseboard.cases import service
from caseboard.db import command, db
from caseboard.models import Case, CaseState, CaseTheme, Jobcenter, Role, ThemeLabel, User, UserRole
from caseboard.models.case import Light
from caseboard.models.people import HouseKind
from caseboard.themes import jobs
from caseboard.topics.learning import Written

HOUSES, PEOPLE = 12, 4
YEARS = 2
AT_ONCE = 500
SECRET = "of an invented installation, long enough"  # noqa: S105
LETTERS = 40
"""So many texts are stripped; handed in they take turns."""

Clock = dict[str, list[float]]


def application(address: str, instance: Path) -> Flask:
    """The application on this database."""
    return create_app({"SECRET_KEY": SECRET, "SQLALCHEMY_DATABASE_URI": address, "INSTANCE": str(instance)})


@command
def settle(houses: int = HOUSES) -> list[str]:
    """Houses and people; the ids of the authors."""
    reference.fill()
    authors = []
    for number in range(houses):
        house = Jobcenter(id=f"h{number}", name=f"Jobcenter {number}", county=f"{number}", kind=HouseKind.JOINT)
        db.session.add(house)
        roles = [Role.MODERATION, *[Role.CASE_MANAGER] * (PEOPLE - 1)]
        people = [
            User(
                name="Person",
                email=f"{place}@h{number}.example",
                jobcenter_id=house.id,
                role_rows=[UserRole(role=role)],
            )
            for place, role in enumerate(roles)
        ]
        db.session.add_all(people)
        db.session.flush()
        authors += [user.id for user in people[1:]]
    return authors


def remember(history: int, authors: list[str]) -> None:
    """Released cases of two years with what their authors ticked, and a chain of what was done."""
    cases = told(history)
    for start in range(0, history, AT_ONCE):
        _remember(start, [next(cases) for _ in range(min(AT_ONCE, history - start))], authors)


@command
def _remember(start: int, cases: list[Written], authors: list[str]) -> None:
    people = {user.id: user for user in db.session.query(User)}
    for place, one in enumerate(cases, start):
        author = people[authors[place % len(authors)]]
        checkers = [people[authors[(place + step) % len(authors)]] for step in (PEOPLE, 2 * PEOPLE)]
        moment = clock.now() - timedelta(hours=1 + place % (365 * YEARS * 24))
        case = Case(
            author_id=author.id,
            jobcenter_id=author.jobcenter_id,
            state=CaseState.RELEASED,
            title=SafeText.trusted("Ein Fall"),
            situation=SafeText.trusted(one.text),
            light=Light.GREEN,
            anonymizer="benchmark",
            house_checker_id=checkers[0].id,
            network_checker_id=checkers[1].id,
            created_at=moment,
            state_since=moment,
            released_at=moment,
            theme_rows=[CaseTheme(theme_id=key) for key in one.themes],
            labels=[ThemeLabel(theme_id=key, says=True, user_id=author.id, at=moment) for key in one.themes or (None,)],
        )
        db.session.add(case)
        db.session.flush()
        audit.record(author, "case.submit", f"case:{case.id}")


def told(number: int) -> Iterator[Written]:
    """Our own written cases, and then the beginning of one with the end of another one."""
    own, chance = texts.own(), Random(4)  # noqa: S311 -- the same history every time
    yield from own[:number]
    for _ in range(number - len(own)):
        first, second = chance.sample(own, 2)
        yield texts.joined(first, second)


def letters() -> list[tuple[Stripped, tuple[str, ...]]]:
    """What will be handed in, stripped, with the themes that the author ticks; what is red could not be."""
    some = texts.own()[:: len(texts.own()) // LETTERS]
    stripped = [airlock.through({"title": "Ein Fall", "situation": one.text}, polish=True) for one in some]
    return [(each, one.themes) for each, one in zip(stripped, some, strict=True) if each.risk.light != "red"]


def save(numbers: Iterable[int], waiting: list[tuple[Stripped, tuple[str, ...]]], authors: list[str]) -> Clock:
    """Hand in so many cases, each as a request does: nothing is loaded beforehand."""
    took: Clock = {"suggestions": [], "handing in": [], "both": []}
    for place in numbers:
        stripped, themes = waiting[place % len(waiting)]
        db.session.remove()
        began = time.perf_counter()
        taxonomy.suggest(stripped.texts)
        offered = time.perf_counter()
        author = db.session.get_one(User, authors[place % len(authors)])
        service.submit(author, service.Confirmed(stripped, theme_ids=themes))
        done = time.perf_counter()
        for name, seconds in zip(took, (offered - began, done - offered, done - began), strict=True):
            took[name].append(1000 * seconds)
    return took


def look(number: int, waiting: list[tuple[Stripped, tuple[str, ...]]], authors: list[str]) -> Clock:
    """What stands beside the preview; no part of saving, but the author waits for it as well."""
    took = []
    for place in range(number):
        stripped, themes = waiting[place % len(waiting)]
        db.session.remove()
        author = db.session.get_one(User, authors[place % len(authors)])
        began = time.perf_counter()
        similar.beside(author, stripped.texts.values(), set(themes))
        took.append(1000 * (time.perf_counter() - began))
    return {"similar earlier cases": took}


def night(address: str, instance: str) -> None:
    """A night in a process of its own."""
    with application(address, Path(instance)).app_context():
        jobs.rebuild(lambda *_progress: None)


@contextmanager
def beside_a_night(address: str, instance: Path) -> Iterator[Callable[[], bool]]:
    """A night that goes on meanwhile; whether it still does."""
    process = multiprocessing.get_context("spawn").Process(target=night, args=(address, str(instance)))
    process.start()
    yield process.is_alive
    process.join()


def say(heading: str, took: Clock) -> None:
    """A table in milliseconds."""
    sys.stdout.write(f"\n{heading}\n\n| milliseconds | median | 95th | longest | how many |\n|---|---|---|---|---|\n")
    for name, times in took.items():
        high = quantiles(times, n=20)[-1]
        sys.stdout.write(f"| {name} | {median(times):.1f} | {high:.1f} | {max(times):.1f} | {len(times)} |\n")
    sys.stdout.flush()


def measure(options: argparse.Namespace, folder: Path) -> None:
    """Make a history, let a night pass, and measure."""
    address = options.database or f"sqlite:///{folder / 'history.sqlite3'}"
    with application(address, folder).app_context():
        db.create_all()
        authors = settle()
        remember(options.history, authors)
        waiting = letters()
        sys.stdout.write(f"{platform.platform()}, Python {platform.python_version()}, {db.engine.dialect.name}\n")
        began = time.perf_counter()
        taxonomy.suggest(waiting[0][0].texts)
        sys.stdout.write(f"{options.history:,} cases; first suggestion of the process {_since(began)}\n")
        began = time.perf_counter()
        jobs.rebuild(lambda *_progress: None)
        sys.stdout.write(f"a night on this database {_since(began)}\n")
        began = time.perf_counter()
        taxonomy.suggest(waiting[0][0].texts)
        sys.stdout.write(f"first suggestion after it {_since(began)}\n")
        save(range(LETTERS), waiting, authors)  # warm
        say("alone", save(range(options.saves), waiting, authors))
        say("on the page of the preview", look(LETTERS, waiting, authors))
        with beside_a_night(address, folder) as goes_on:
            took = save(takewhile(lambda _number: goes_on(), count()), waiting, authors)
        say("while a night goes on in another process", took)


def _since(began: float) -> str:
    return f"{1000 * (time.perf_counter() - began):,.0f} ms"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--history", type=int, default=10_000)
    parser.add_argument("--saves", type=int, default=400)
    parser.add_argument("--database", help="The address of an empty database instead of a file of its own.")
    with tempfile.TemporaryDirectory() as folder:
        measure(parser.parse_args(), Path(folder))


if __name__ == "__main__":
    main()
