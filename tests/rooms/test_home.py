"""The home page: what a task is about stands there for those who may read it, and for nobody else."""

from caseboard import clock
from tests.actors import Stage
from tests.rooms.sessions_stage import QUESTION, Round
from tests.rooms.some_cases import TEXTS, submitted_case

TITLE = "Termine bleiben leer"
INVITED = "Eine Einladung zu einer Beratung beantworten"


def test_whoever_is_asked_to_check_reads_the_title_of_the_case(stage: Stage) -> None:
    # given a case that nobody has checked in time, so that everybody in the house is asked
    author, colleague, elsewhere = stage.case_manager("kg"), stage.case_manager("kg"), stage.case_manager("has")
    submitted_case(author, state_since=clock.now().replace(year=2020))

    assert TEXTS["title"] in colleague.opens("/").text
    assert TEXTS["title"] not in elsewhere.opens("/").text


def test_whoever_is_invited_reads_the_key_question_and_not_the_title(stage: Stage) -> None:
    desk = Round(stage).advisers[0].opens("/").text

    assert INVITED in desk
    assert QUESTION in desk
    assert TITLE not in desk


def test_whoever_takes_part_reads_the_title(stage: Stage) -> None:
    consultation = Round(stage).all_accept()

    assert TITLE in consultation.advisers[0].opens("/").text
    assert TITLE in consultation.moderator.opens("/").text


def test_while_a_case_rests_its_title_stands_on_no_desk_but_its_authors(stage: Stage) -> None:
    # given a notice about a consultation on the desks of everybody who took part
    consultation = Round(stage).is_revealed()
    assert TITLE in consultation.advisers[0].opens("/").text

    # when somebody recognises the person
    consultation.rests()

    # then the sentence stays and the title is gone
    desk = consultation.advisers[0].opens("/").text
    assert "Die Perspektiven sind aufgedeckt." in desk
    assert TITLE not in desk
    assert TITLE not in consultation.moderator.opens("/").text


def test_what_was_asked_for_and_is_done_is_no_news_any_more(stage: Stage) -> None:
    # given an invitation that was answered
    consultation = Round(stage).all_accept()

    # then neither the task nor its notice stands there
    desk = consultation.advisers[0].opens("/").text
    assert INVITED not in desk
    assert "Sie sind zu einer Beratung eingeladen." not in desk


def test_a_newcomer_is_told_how_a_case_goes_and_later_only_on_request(stage: Stage) -> None:
    newcomer, author = stage.case_manager("kg"), stage.case_manager("kg")
    submitted_case(author)

    assert '<details class="box how" open>' in newcomer.opens("/").text
    assert '<details class="box how">' in author.opens("/").text
