"""What advisers know from home: an assessment beside the counts, from which nobody can tell who said so."""

from datetime import datetime, timedelta

from sqlalchemy import delete

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import Answer, Basis, Observation, Theme
from caseboard.themes import cutting, occurrences
from caseboard.themes.publishing import quarter_of
from tests.actors import Actor, Stage
from tests.rooms.recurring import a_week, observed, released_case
from tests.rooms.test_themes import CHILDREN, MOBILITY, newest, words

ADVISING = ("nes", "has", "kt", "mil")


def known_to(stage: Stage, case_id: str, theme: str, *houses: str) -> list[Actor]:
    """Advisers of these houses who know the theme from home."""
    advisers = [stage.case_manager(house) for house in houses]
    for adviser in advisers:
        observed(case_id, stage.moderator("msp"), adviser, theme, Answer.YES)
    return advisers


def quarter_after() -> datetime:
    """A moment shortly after the present quarter is over."""
    return clock.midnight(quarter_of(quarter_of(clock.today()) + timedelta(days=100))) + timedelta(hours=6)


def test_what_three_houses_observe_is_an_assessment_without_a_figure(stage: Stage) -> None:
    # given one case, and advisers of four other houses of whom one says no in the end
    case_id = released_case(stage, stage.case_manager("kg"), MOBILITY)
    *_others, doubting = known_to(stage, case_id, MOBILITY, *ADVISING)
    with clock.at(clock.now() + timedelta(minutes=1)):
        observed(case_id, stage.moderator("has"), doubting, MOBILITY, Answer.NO)

    # when the week is frozen
    with clock.at(clock.now() + timedelta(minutes=2)):
        a_week()

    # then two moderators need not wait for the end of the quarter
    found = newest(MOBILITY)
    assert (found.flagged, found.basis, found.cases, found.observations) == (True, Basis.ASSESSMENT, None, None)
    moderator = stage.moderator("msp")
    page = words(moderator.opens(f"/themen/{MOBILITY}").get_data(as_text=True))
    assert "Einschätzung, keine Häufung gemessen" in page
    assert "Vorschlag als Einschätzung machen" in page

    # and three words have no figure when the quarter is over either
    with clock.at(quarter_after()):
        a_week()
        assert (newest(MOBILITY).flagged, newest(MOBILITY).observations) == (True, None)


def test_what_was_shown_of_a_quarter_stays_whatever_is_said_later(stage: Stage) -> None:
    # given a quarter with a figure
    case_id = released_case(stage, stage.case_manager("kg"), MOBILITY)
    known_to(stage, case_id, MOBILITY, *ADVISING, *ADVISING, *ADVISING)
    with clock.at(quarter_after()):
        a_week()
        before = newest(MOBILITY).heard

        # when words of that quarter turn up or go afterwards, and the next week is frozen
        retract(MOBILITY)
        with clock.at(clock.now() + timedelta(days=7)):
            assert a_week()

    # then the figure is the same
    assert newest(MOBILITY).heard == before == {quarter_of(clock.today()).isoformat(): 10}
    assert newest(MOBILITY).observations == 10


@command
def retract(theme: str) -> None:
    """Forget what advisers said of a theme."""
    db.session.execute(delete(Observation).where(Observation.theme_id == theme))


def test_the_last_word_of_an_adviser_holds_across_themes_that_were_merged(stage: Stage) -> None:
    # given four advisers who know a theme, that theme merged into another, and one of them who says no of that one
    case_id = released_case(stage, stage.case_manager("kg"), MOBILITY)
    first, *_others = known_to(stage, case_id, MOBILITY, *ADVISING)
    moderator = stage.moderator("msp")
    cutting.merge(moderator.user, db.session.get_one(Theme, MOBILITY), db.session.get_one(Theme, CHILDREN))
    assert len(list(occurrences.of_observations())) == 4

    with clock.at(clock.now() + timedelta(minutes=1)):
        observed(case_id, stage.moderator("has"), first, CHILDREN, Answer.NO)

    # then the earlier yes does not outlive it
    said = list(occurrences.of_observations())
    left = [(theme, one) for theme, one in said if one.known]
    assert {theme for theme, _one in said} == {CHILDREN}
    assert first.user_id not in {one.submitter_id for _theme, one in left}
    assert len(left) == 3
