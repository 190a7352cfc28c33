"""The worker reminds people of dates, answers and empty seats: each of them once, and never about what rests."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Notice, OutboxMail
from caseboard.notices import WORDINGS
from caseboard.sessions import service
from caseboard.sessions.planning.jobs import remind_of_dates
from tests.actors import Actor, Stage
from tests.rooms.dates_stage import Dates
from tests.rooms.sessions_stage import Round

MONDAY = date(2027, 1, 11)


def at(day: date, hour: int = 8) -> datetime:
    """A moment on this day."""
    return datetime.combine(day, time(hour), clock.BERLIN)


def told(actor: Actor, kind: str) -> int:
    """How often somebody was told this."""
    counted = select(func.count()).where(Notice.user_id == actor.user_id, Notice.kind == kind)
    return db.session.scalar(counted) or 0


def meets(stage: Stage, day: date, **more: object) -> tuple[Dates, str]:
    """A session on this day, planned ten days before; the first adviser has accepted."""
    with clock.at(at(day - timedelta(days=14))):
        dates = Dates(stage)
        meeting = dates.planned(**more)
        dates.accepts(dates.advisers[0], meeting)
    assert dates.slots[0].starts_at.astimezone(clock.BERLIN).date() == day
    return dates, meeting


@pytest.mark.parametrize(
    ("today", "reminded"),
    [
        (MONDAY - timedelta(days=4), 0),  # a Thursday
        (MONDAY - timedelta(days=3), 1),  # on Friday for Monday
        (MONDAY - timedelta(days=1), 1),
        (MONDAY, 0),
        (MONDAY + timedelta(days=1), 0),
    ],
)
def test_a_date_is_brought_to_mind_on_the_working_day_before(stage: Stage, today: date, reminded: int) -> None:
    # given a session on a Monday, to which one of three has accepted
    dates, _meeting = meets(stage, MONDAY, co_moderator_id=None)
    # when the worker runs several times on one day
    with clock.at(at(today)):
        for _ in range(3):
            remind_of_dates()
    # then whoever leads, accepted or gave the case hears of it once, and nobody else
    people = (dates.moderator, dates.author, *dates.advisers)
    assert [told(actor, "session.soon") for actor in people] == [reminded, reminded, reminded, 0, 0]


def test_the_moderators_hear_when_too_few_have_accepted(stage: Stage) -> None:
    dates, meeting = meets(stage, MONDAY, least_seats=2)
    row = dates.meeting(meeting)
    row.co_moderator_id = dates.second.user_id
    db.session.commit()
    with clock.at(at(MONDAY - timedelta(days=3))):
        remind_of_dates()
    assert [told(actor, "session.too_few") for actor in (dates.moderator, dates.second)] == [1, 1]
    assert told(dates.advisers[0], "session.too_few") == 0


def test_with_enough_people_nobody_is_troubled(stage: Stage) -> None:
    dates, _meeting = meets(stage, MONDAY, least_seats=1)
    with clock.at(at(MONDAY - timedelta(days=3))):
        remind_of_dates()
    assert told(dates.moderator, "session.too_few") == 0


@pytest.mark.parametrize(("days", "reminded"), [(0, 0), (1, 0), (4, 1), (7, 1), (8, 0)])
def test_an_invitation_without_an_answer_comes_to_mind_after_two_working_days(
    stage: Stage, days: int, reminded: int
) -> None:
    # given a round planned on a Thursday: two working days later it is Monday, and after seven days it ends
    thursday = date(2027, 1, 7)
    with clock.at(at(thursday)):
        table = Round(stage)
        accepts, unsure, silent = table.advisers
        service.answer(accepts.user, table.row, accepts=True)
        service.consider(unsure.user, table.row)
    # when the worker runs
    with clock.at(at(thursday + timedelta(days=days))):
        remind_of_dates()
        remind_of_dates()
    # then whoever has not decided is asked once more
    still = [told(actor, "session.still_open") for actor in (accepts, unsure, silent, table.moderator)]
    assert still == [0, reminded, reminded, 0]


def test_what_rests_reminds_nobody(stage: Stage) -> None:
    dates, meeting = meets(stage, MONDAY)
    dates.meeting(meeting).case.paused_at = clock.now()
    db.session.commit()
    with clock.at(at(MONDAY - timedelta(days=3))):
        remind_of_dates()
    assert told(dates.moderator, "session.soon") == 0


def test_a_reminder_is_a_sentence_with_a_page_and_no_word_of_the_case(app: object, stage: Stage) -> None:
    dates, _meeting = meets(stage, MONDAY, least_seats=3)
    with clock.at(at(MONDAY - timedelta(days=3))):
        remind_of_dates()
    kinds = {"session.soon", "session.too_few", "session.still_open"}
    mails = list(db.session.scalars(select(OutboxMail).where(OutboxMail.kind.in_(kinds))))
    assert {mail.kind for mail in mails} == kinds
    assert {tuple(mail.params) for mail in mails} == {("thing",)}
    assert all(WORDINGS[kind].endpoint == "sessions.show" for kind in kinds)
    assert dates.moderator.opens("/").status_code == 200
