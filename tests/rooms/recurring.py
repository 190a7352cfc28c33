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
    SessionKind,
    SessionState,
)
from caseboard.models.case import Light
from caseboard.themes import service
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


def recurring(stage: Stage, theme: str, *houses: str) -> list[Actor]:
    """A theme with one released case for each house, and this week's figures; the authors."""
    authors = [stage.case_manager(house) for house in houses or HOUSES]
    for author in authors:
        released_case(stage, author, theme)
    service.take_snapshot()
    return authors
