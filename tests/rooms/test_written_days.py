"""What the worker does for written rounds, day by day; every job runs twice here and does everything once."""

from collections.abc import Iterable

import pytest

from caseboard import clock
from caseboard.db import db
from caseboard.models import Notice, OutboxMail
from caseboard.sessions import jobs
from caseboard.sessions.written import leading
from tests.actors import Actor, Stage
from tests.rooms.written_stage import Written, at

THURSDAY = "Thu 14.01.2027"


def works(when: str, hour: int = 9) -> None:
    """The worker runs on this day, twice."""
    with clock.at(at(when, hour)):
        for _ in range(2):
            for job in (jobs.go_on, jobs.remind, jobs.tell_news):
                job()


def begins(stage: Stage, when: str = THURSDAY, **options: object) -> Written:
    """A round that begins on this day, and everybody has accepted."""
    with clock.at(at(when)):
        return Written(stage, **options).all_accept()


def ids(people: Iterable[Actor]) -> list[str]:
    """The ids of some people, sorted."""
    return sorted(one.user_id for one in people)


DAYS = [
    ("Thu 14.01.2027", 20, "questions"),
    ("Fri 15.01.2027", 17, "questions"),
    ("Fri 15.01.2027", 18, "hypotheses"),
    ("Sun 17.01.2027", 12, "hypotheses"),
    ("Mon 18.01.2027", 18, "ideas"),
    ("Tue 19.01.2027", 18, "ideas"),
    ("Wed 20.01.2027", 18, "warnings"),
    ("Thu 21.01.2027", 18, "warnings"),  # now it waits for its moderator
    ("Mon 25.01.2027", 18, "warnings"),
]


@pytest.mark.parametrize(("when", "hour", "phase"), DAYS)
def test_a_round_goes_on_by_its_days_also_when_the_worker_was_away(
    stage: Stage, when: str, hour: int, phase: str
) -> None:
    table = begins(stage, process="turns")
    works(when, hour)
    assert table.row.phase == phase


def test_a_round_stands_still_while_its_case_rests_and_catches_up_after(stage: Stage) -> None:
    table = begins(stage, process="turns")
    table.rests()
    works("Tue 19.01.2027")
    assert table.row.phase == "questions"
    table.case.paused_at = None
    db.session.commit()
    works("Tue 19.01.2027")
    assert table.row.phase == "ideas"


def test_an_extended_phase_lasts_longer(stage: Stage) -> None:
    table = begins(stage, process="turns")
    with clock.at(at("Fri 15.01.2027")):
        leading.extend(table.moderator.user, table.row, 2, table.row.ends_at)
    works("Mon 18.01.2027", 20)
    assert table.row.phase == "questions"
    works("Tue 19.01.2027", 20)
    assert table.row.phase == "hypotheses"


@pytest.mark.parametrize(
    ("when", "reminded"),
    [("Mon 18.01.2027", 0), ("Tue 19.01.2027", 2), ("Wed 20.01.2027", 2), ("Fri 22.01.2027", 0)],
)
def test_the_silent_are_reminded_once_two_working_days_before_the_end(stage: Stage, when: str, reminded: int) -> None:
    table = begins(stage)
    with clock.at(at("Fri 15.01.2027")):
        table.writes(table.advisers[0], "Zuhören.")
    works(when)
    assert table.told("session.nudged") == ids(table.advisers[1:])[:reminded]


def test_after_an_extension_the_silent_are_reminded_again(stage: Stage) -> None:
    table = begins(stage)
    works("Tue 19.01.2027")
    with clock.at(at("Wed 20.01.2027")):
        leading.extend(table.moderator.user, table.row, 5, table.row.ends_at)
    works("Thu 21.01.2027")
    assert table.told("session.nudged") == ids(table.advisers)
    works("Tue 26.01.2027")
    assert table.told("session.nudged") == sorted(ids(table.advisers) * 2)


def test_in_each_phase_those_are_reminded_who_have_not_written_in_it(stage: Stage) -> None:
    # given a round with three phases that consult, and somebody who has written in the first of them
    table = begins(stage, process="turns")
    works("Fri 15.01.2027", 18)
    with clock.at(at("Sat 16.01.2027")):
        table.writes(table.advisers[0], "Eine Vermutung.")
    works("Sun 17.01.2027")
    assert table.told("session.nudged") == []
    works("Mon 18.01.2027", 8)
    assert table.told("session.nudged") == ids(table.advisers[1:])
    # when the next phase comes near its end, that person is silent as well
    works("Tue 19.01.2027", 8)
    assert table.told("session.nudged").count(table.advisers[0].user_id) == 1


def test_the_moderator_hears_when_everybody_has_written_and_when_the_days_are_over(stage: Stage) -> None:
    early, late = begins(stage), begins(stage)
    with clock.at(at("Fri 15.01.2027")):
        early.all_write()
        late.writes(late.advisers[0], "Zuhören.")
    works("Fri 15.01.2027", 10)
    assert early.told("session.all_written") == [early.moderator.user_id]
    assert early.told("session.time_over") == []
    works("Thu 21.01.2027", 18)
    assert early.told("session.time_over") == ids([early.moderator, late.moderator])


NEWS = [
    ("Fri 15.01.2027", 6, 0),  # too early in the day
    ("Fri 15.01.2027", 7, 1),
    ("Sat 16.01.2027", 9, 0),
    ("Sun 17.01.2027", 9, 0),
    ("Mon 18.01.2027", 9, 1),
]


@pytest.mark.parametrize(("when", "hour", "mails"), NEWS)
def test_a_question_is_told_on_the_next_morning_of_a_working_day(
    stage: Stage, when: str, hour: int, mails: int
) -> None:
    # given a question that is asked on Thursday
    table = begins(stage)
    with clock.at(at(THURSDAY, 14)):
        table.asks(table.advisers[0])
    works(when, hour)
    # then case giver and moderator get one mail, and who advises none
    assert table.told("session.digest") == ids([table.author, table.moderator]) * mails


def test_there_is_one_a_day_for_everybody_however_much_is_new(stage: Stage) -> None:
    # given two rounds of the same people with much going on on a Friday
    first, second = begins(stage), begins(stage)
    second.row.moderator_id = first.moderator.user_id
    db.session.commit()
    with clock.at(at("Fri 15.01.2027", 14)):
        for table in (first, second):
            for adviser in table.advisers:
                table.answers(table.asks(adviser, "Noch etwas?"), "Nein.")
    works("Mon 18.01.2027")
    works("Mon 18.01.2027", 15)
    # then each got one, and nothing that was typed stands in it
    told = first.told("session.digest")
    assert told == sorted({first.moderator.user_id, *ids(first.advisers), *ids(second.advisers)})
    mails = db.session.query(OutboxMail).filter_by(kind="session.digest").all()
    assert {str(mail.params) for mail in mails} == {"{'thing': 'day:2027-01-18'}"}
    # and on a day without news there is none
    works("Tue 19.01.2027")
    assert first.told("session.digest") == told


def test_an_open_question_is_told_to_the_case_giver_every_working_day(stage: Stage) -> None:
    table = begins(stage)
    with clock.at(at(THURSDAY, 14)):
        table.asks(table.advisers[0])
    for day in ("Fri 15.01.2027", "Sat 16.01.2027", "Mon 18.01.2027"):
        works(day)
    assert table.told("session.digest").count(table.author.user_id) == 2
    assert table.told("session.digest").count(table.moderator.user_id) == 1


def test_what_happened_while_no_worker_ran_is_told_when_one_does(stage: Stage) -> None:
    # given news on Friday and on Monday's evening, and a worker that sleeps from Tuesday to Wednesday
    table = begins(stage)
    with clock.at(at("Thu 14.01.2027", 14)):
        key = table.asks(table.advisers[0])
    works("Fri 15.01.2027")
    with clock.at(at("Fri 15.01.2027", 20)):
        table.answers(key)
    works("Wed 20.01.2027")
    assert {one.user_id for one in table.advisers} <= set(table.told("session.digest"))


def test_another_phase_is_news_for_everybody(stage: Stage) -> None:
    table = begins(stage, process="turns")
    works("Fri 15.01.2027", 18)
    works("Mon 18.01.2027")
    assert table.told("session.digest") == ids(table.everybody())


def test_a_digest_leads_to_the_list_and_names_nothing(stage: Stage) -> None:
    table = begins(stage)
    with clock.at(at(THURSDAY, 14)):
        table.asks(table.advisers[0])
    works("Fri 15.01.2027")
    page = table.moderator.opens("/").get_data(as_text=True)
    assert '<a href="/beratungen">In Ihren schriftlichen Runden gibt es Neues.' in page
    assert db.session.query(Notice).filter_by(kind="session.digest").first().thing == "day:2027-01-15"


def test_a_revealed_round_is_left_in_peace(stage: Stage) -> None:
    table = begins(stage)
    with clock.at(at("Fri 15.01.2027")):
        table.asks(table.advisers[0])
        table.all_write()
        table.reveals()
    for day in ("Mon 18.01.2027", "Tue 19.01.2027", "Thu 21.01.2027"):
        works(day, 19)
    told = ("session.nudged", "session.all_written", "session.time_over", "session.digest")
    assert [kind for kind in told if table.told(kind)] == []


def test_in_a_phase_for_questions_advisers_read_when_their_perspective_is_wanted(stage: Stage) -> None:
    # given a round that begins on a Thursday with a day of questions
    with clock.at(at(THURSDAY)):
        table = Written(stage, process="turns").all_accept()
        page = table.advisers[0].opens(table.address).get_data(as_text=True)
    # then nobody is told that nothing has begun, and the day and the way to ask are there
    assert "noch nicht begonnen" not in page
    told = page.split("Jetzt werden Fragen gestellt")[1][:600]
    assert "Freitag, 15. Januar 2027" in told
    assert "18:00" in told
    assert f"{table.address}/runde/frage" in told
    # and once the group consults, they are asked to write instead
    leading.next_phase(table.moderator.user, table.row, table.row.phase)
    with clock.at(at(THURSDAY)):
        page = table.advisers[0].opens(table.address).get_data(as_text=True)
    assert "Jetzt werden Fragen gestellt" not in page
    assert "Perspektive schreiben" in page
