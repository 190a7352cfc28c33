"""Long work on the themes can be watched and stopped in every step, the weekly search among it."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import CandidateSearch, ModelRun, Role, RunKind, RunState, ThemeCandidate
from caseboard.themes import commands, discovery, jobs, runs
from tests.actors import Actor, Stage
from tests.rooms.test_themes_discovery import full_year
from tests.rooms.test_themes_night import BUS, DEBTS, case_of, everything, silent

BUTTON = "Jetzt rechnen und entscheiden"

__all__ = ["full_year"]


def running() -> ModelRun:
    """The run that is under way."""
    return db.session.scalars(select(ModelRun).where(ModelRun.state == RunState.RUNNING)).one()


class Onlooker:
    """Somebody who watches a run, and stops it from the page in one of its steps."""

    def __init__(self, administrator: Actor, stops_at: str) -> None:
        self._administrator, self._stops_at = administrator, stops_at
        self.pages: list[str] = []
        self.answers: list[str] = []

    def __call__(self, step: str, _done: int, _total: int) -> None:
        """Look at the page once this step has begun, and stop the run."""
        if step == self._stops_at and not self.pages:
            run_id = running().id
            self.pages.append(self._administrator.opens("/themen/berechnung").get_data(as_text=True))
            answer = self._administrator.sends(f"/themen/berechnung/{run_id}/anhalten")
            self.answers.append(answer.get_data(as_text=True))


@pytest.fixture
def administrator(stage: Stage) -> Actor:
    """Who may stop runs."""
    return stage.person("kt", Role.NETWORK_ADMINISTRATION)


@pytest.mark.parametrize("kind", list(RunKind))
def test_the_percentage_grows_over_all_steps(kind: RunKind) -> None:
    shown = [runs.percent(kind, step, done, 4) for step in runs.STEPS[kind] for done in range(5)]

    assert shown == sorted(shown)
    assert (shown[0], shown[-1]) == (0, 100)
    assert runs.percent(kind, runs.STEPS[kind][1], 0, 0) == 100 // len(runs.STEPS[kind])


def test_a_whole_run_never_falls_back(stage: Stage) -> None:
    # given
    for house in ("kg", "nes"):
        case_of(stage, house, BUS, "mobilitaet")
    case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    shown: list[int] = []
    steps: list[str] = []

    def watch(step: str, done: int, total: int) -> None:
        shown.append(runs.percent(RunKind.REBUILD, step, done, total))
        steps.append(step)

    # when
    assert jobs.rebuild(watch) is RunState.DONE

    # then every step is heard of, in its order
    assert tuple(dict.fromkeys(steps)) == runs.STEPS[RunKind.REBUILD]
    assert shown == sorted(shown)


@pytest.mark.parametrize("step", ["duplicates", "counting"])
def test_a_run_hears_a_stop_in_its_long_steps(stage: Stage, administrator: Actor, step: str) -> None:
    # given figures of a night, and more cases since
    case_of(stage, "kg", DEBTS, "schulden")
    jobs.rebuild(silent)
    before = everything()
    for house in ("nes", "has"):
        case_of(stage, house, BUS, "mobilitaet")

    # when somebody stops the next one there
    onlooker = Onlooker(administrator, step)
    assert jobs.rebuild(onlooker) is RunState.CANCELLED

    # then it says what stays, and cannot have been asked for twice
    (page,), (answer,) = onlooker.pages, onlooker.answers
    assert "Die bisherigen Zahlen bleiben." in answer
    assert BUTTON not in page
    assert everything() == before


def test_the_search_can_be_watched_and_stopped_and_is_not_repeated_by_itself(
    full_year: Stage, administrator: Actor
) -> None:
    # given candidates of last week
    with clock.at(clock.now() - timedelta(days=7)):
        assert discovery.discover()
    before = set(db.session.scalars(select(ThemeCandidate.id)))

    # when the search of this week is stopped while it groups the cases
    onlooker = Onlooker(administrator, "grouping")
    assert discovery.look_now(onlooker) is RunState.CANCELLED

    # then the page had told what was at work up to then, and nothing has changed
    (page,) = onlooker.pages
    assert "Kandidaten für neue Themen: läuft gerade" in page
    assert "doppelt geschriebene Fälle werden gesucht" in page
    assert "Die bisherigen Kandidaten bleiben." in onlooker.answers[0]
    assert 33 <= int(page.partition('max="100" value="')[2].partition('"')[0]) <= 66
    assert set(db.session.scalars(select(ThemeCandidate.id))) == before
    assert "angehalten" in administrator.opens("/themen/berechnung").get_data(as_text=True)

    # and the worker leaves it alone until next week
    assert not discovery.discover()
    with clock.at(clock.now() + timedelta(days=7)):
        assert discovery.discover()


def test_all_figures_can_be_asked_for_while_a_search_goes_on(full_year: Stage, administrator: Actor) -> None:
    # given a search under way
    run_id = runs.begin(nightly=False, kind=RunKind.SEARCH)
    assert BUTTON in administrator.opens("/themen/berechnung").get_data(as_text=True)

    # when network administration asks for the figures
    page = administrator.sends("/themen/berechnung/starten").get_data(as_text=True)

    # then they wait for the search, nobody asks again, and the worker reckons them when it is over
    assert "Läuft gerade etwas, geht es danach los." in page
    assert BUTTON not in page
    assert not jobs.reckon()
    runs.finish(run_id, RunState.DONE)
    assert jobs.reckon()
    assert BUTTON in administrator.opens("/themen/berechnung").get_data(as_text=True)


def test_a_worker_that_ends_leaves_its_search_to_the_next_one(full_year: Stage) -> None:
    assert not discovery.discover(lambda: True)
    assert db.session.scalars(select(ModelRun.state)).all() == [RunState.QUEUED]
    assert db.session.scalars(select(CandidateSearch)).all() == []

    assert discovery.discover()
    assert db.session.scalars(select(ModelRun.state)).all() == [RunState.DONE]


def test_a_search_that_is_stopped_while_it_waits_for_the_next_worker_is_not_repeated(
    full_year: Stage, administrator: Actor
) -> None:
    assert not discovery.discover(lambda: True)
    (run_id,) = db.session.scalars(select(ModelRun.id)).all()

    administrator.sends(f"/themen/berechnung/{run_id}/anhalten")

    assert not discovery.discover()
    assert db.session.scalars(select(ModelRun.state)).all() == [RunState.CANCELLED]


def test_a_search_that_failed_is_tried_again_after_a_day(full_year: Stage) -> None:
    # given a search whose process was lost, on a Monday
    monday = clock.midnight(clock.months_before(clock.today(), -1))
    monday += timedelta(days=(7 - monday.astimezone(clock.BERLIN).weekday()) % 7, hours=6)
    with clock.at(monday):
        run_id = runs.begin(nightly=False, kind=RunKind.SEARCH)
        runs.finish(run_id, RunState.FAILED)
        assert not discovery.discover()
    with clock.at(monday + timedelta(hours=25)):
        assert discovery.discover()


def test_search_and_night_wait_for_each_other(stage: Stage) -> None:
    stage.house("kg")
    run_id = runs.begin(nightly=False, kind=RunKind.SEARCH)
    assert jobs.rebuild(silent) is None
    runs.finish(run_id, RunState.DONE)
    assert jobs.rebuild(silent) is RunState.DONE


def test_the_command_looks_again_in_the_same_week(app: Flask, full_year: Stage) -> None:
    assert discovery.discover()

    answer = app.test_cli_runner().invoke(commands.search)

    assert (answer.exit_code, answer.exception) == (0, None)
    assert db.session.scalars(select(ModelRun.kind)).all() == [RunKind.SEARCH] * 2
    assert len(db.session.scalars(select(CandidateSearch)).all()) == 1
