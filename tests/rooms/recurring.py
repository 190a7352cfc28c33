"""Ready-made cases of a theme, so that tests of what recurs need not play every case through."""

from datetime import datetime, timedelta

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.models import (
    Answer,
    Case,
    CaseSession,
    CaseState,
    CaseTheme,
    Observation,
    Perspective,
    RunState,
    SessionKind,
    SessionState,
    ThemeLabel,
    ThemeTrace,
)
from caseboard.models.case import Light
from caseboard.themes import counting, deciding, runs
from caseboard.themes.snapshots import take_snapshot
from tests.actors import Actor, Stage

STORY = "Ein Mensch sucht seit langem einen Weg zur Arbeit."
HOUSES = ("kg", "nes", "has")


def released_case(stage: Stage, author: Actor, theme: str) -> str:
    """A case of `author` that two others have released; its id."""
    return _store(author, theme, stage.moderator("kt").user_id, stage.moderator("mil").user_id, clock.now())


@command
def _store(author: Actor, theme: str, house_checker_id: str, network_checker_id: str, moment: datetime) -> str:
    case = Case(
        author_id=author.user_id,
        jobcenter_id=author.user.jobcenter_id,
        state=CaseState.RELEASED,
        title=SafeText.trusted("Weg zur Arbeit"),
        situation=SafeText.trusted(STORY),
        light=Light.GREEN,
        anonymizer="test",
        house_checker_id=house_checker_id,
        network_checker_id=network_checker_id,
        created_at=moment,
        state_since=moment,
        released_at=moment,
        theme_rows=[CaseTheme(theme_id=theme)],
        labels=[ThemeLabel(theme_id=theme, says=True, user_id=author.user_id)],
    )
    db.session.add(case)
    db.session.flush()
    return case.id


@command
def observed(case_id: str, moderator: Actor, adviser: Actor, theme: str, answer: Answer = Answer.YES) -> None:
    """A consultation of the case after which `adviser` says whether they know the theme."""
    meeting, house = _consultation(case_id, moderator), adviser.user.jobcenter_id
    db.session.add(
        Observation(session_id=meeting.id, theme_id=theme, user_id=adviser.user_id, jobcenter_id=house, answer=answer)
    )


@command
def advised(case_id: str, moderator: Actor, adviser: Actor) -> None:
    """A consultation of the case in which `adviser` gives a perspective."""
    meeting = _consultation(case_id, moderator)
    db.session.add(
        Perspective(
            session_id=meeting.id,
            case_id=case_id,
            case_jobcenter_id=meeting.case_jobcenter_id,
            author_id=adviser.user_id,
            jobcenter_id=adviser.user.jobcenter_id,
            text=SafeText.trusted("Fahrgemeinschaft fragen"),
        )
    )


def _consultation(case_id: str, moderator: Actor) -> CaseSession:
    case = db.session.get_one(Case, case_id)
    now = clock.now()
    meeting = CaseSession(
        case_id=case_id,
        case_jobcenter_id=case.jobcenter_id,
        kind=SessionKind.WRITTEN,
        state=SessionState.FINISHED,
        moderator_id=moderator.user_id,
        starts_at=now,
        ends_at=now + timedelta(days=7),
    )
    db.session.add(meeting)
    db.session.flush()
    return meeting


NETWORK = ("kg", "nes", "has", "msp", "kt")
USUAL = "sucht"
"""A theme that is always there, so that there is something to compare with."""


@command
def counted(theme: str, house: str, months_ago: int, n: int) -> None:
    """Ended cases of a theme, of which nothing but theme, house and month is left."""
    month = clock.months_before(clock.today(), months_ago)
    db.session.add(ThemeTrace(theme_id=theme, jobcenter_id=house, month=month, n=n))


def history(stage: Stage, theme: str, *risen: str, usual: str = USUAL) -> None:
    """A year and a quarter in five houses, at the end of which `theme` rises in the houses that are named."""
    for house in NETWORK:
        stage.house(house)
        for months_ago in range(1, 16):
            counted(usual, house, months_ago, 3)
    for house in risen:
        for months_ago in (1, 2, 3):
            counted(theme, house, months_ago, 2)


def decided() -> None:
    """What the night does, without the classifier: count, and say where each theme stands."""
    run_id = runs.begin(nightly=False, decides=True)
    assert run_id
    counting.recount("test")
    deciding.decide(run_id, "test")
    runs.finish(run_id, RunState.DONE)


def a_week() -> bool:
    """Freeze a week as the worker does it after a night that found the counts as they were."""
    run_id = runs.begin(nightly=False)
    assert run_id
    runs.finish(run_id, RunState.DONE)
    return take_snapshot()


def recurring(stage: Stage, theme: str, *houses: str) -> list[Actor]:
    """A theme that has risen in three houses, with a case of each that can still be read, and this week's figures."""
    authors = [stage.case_manager(house) for house in houses or HOUSES]
    for author in authors:
        released_case(stage, author, theme)
    history(stage, theme, *HOUSES)
    decided()
    take_snapshot()
    return authors
