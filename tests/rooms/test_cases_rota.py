"""The rota: one person is asked to check, the one who was asked longest ago; when it takes too long, everybody is."""

from datetime import timedelta

from caseboard import clock
from caseboard.anonymize import Risk, Stripped
from caseboard.cases import rota, service
from caseboard.cases.checks.service import tell_overdue
from caseboard.db import db
from caseboard.models import Case, Notice
from tests.actors import Actor, Stage
from tests.rooms.some_cases import safe

WORDS = {"title": "Eine Frage", "situation": "Jemand sagt ja und kommt nicht.", "key_question": "Was nun?"}


def submitted(author: Actor) -> Case:
    """A case of this author, handed in."""
    texts = {name: safe(text) for name, text in WORDS.items()}
    stripped = Stripped(texts=texts, finds=(), kept=(), risk=Risk("green"), model="test")
    return service.submit(author.user, service.Confirmed(stripped))


def _asked(kind: str = "case.to_check") -> list[str]:
    return [notice.user_id for notice in db.session.query(Notice).filter_by(kind=kind).order_by(Notice.id)]


def test_two_cases_go_to_two_colleagues(stage: Stage) -> None:
    # given a house with an author and two colleagues
    author, colleagues = stage.case_manager("kg"), [stage.case_manager("kg") for _ in range(2)]
    # when the author hands in two cases
    submitted(author)
    submitted(author)
    # then each colleague is asked once
    assert sorted(_asked()) == sorted(one.user_id for one in colleagues)


def test_who_was_asked_longest_ago_is_next(stage: Stage) -> None:
    author, first, second = (stage.case_manager("kg") for _ in range(3))
    submitted(author)
    submitted(author)
    case = submitted(author)
    assert _asked()[0] == _asked()[2]
    assert rota.next_checker(case) == [_asked()[1]]
    assert {first.user_id, second.user_id} == set(_asked())


def test_the_desk_of_those_who_were_not_asked_stays_empty_until_it_is_late(stage: Stage) -> None:
    author, *colleagues = (stage.case_manager("kg") for _ in range(3))
    submitted(author)
    asked, spared = sorted(colleagues, key=lambda one: one.user_id != _asked()[0])
    assert "Fall prüfen" in asked.opens("/").text
    assert "Fall prüfen" not in spared.opens("/").text
    # when two working days and a weekend have passed
    with clock.at(clock.now() + timedelta(days=6)):
        tell_overdue()
    # then everybody eligible was asked, and nobody else
    assert sorted(_asked("case.overdue")) == sorted(one.user_id for one in colleagues)


def test_the_author_is_never_asked(stage: Stage) -> None:
    author = stage.case_manager("kg")
    stage.case_manager("kg")
    stage.case_manager("kg")
    for _ in range(4):
        submitted(author)
    assert author.user_id not in _asked()
