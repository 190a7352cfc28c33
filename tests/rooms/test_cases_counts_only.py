"""The suitability question: a case that nobody can change alone, or that everybody has, counts for its themes."""

import pytest

from caseboard.cases import service
from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import Case, CaseState, ThemeLabel
from caseboard.policy import inviting
from caseboard.themes import counting
from tests.actors import Stage
from tests.rooms.recurring import released_case
from tests.rooms.test_cases_writing import TYPED, fields_of

MOBILITY = "mobilitaet"


def ids(query: object) -> set[str]:
    """Which cases a query finds."""
    return {case.id for case in db.session.scalars(query)}


@pytest.mark.parametrize("answer", ["out_of_reach", "widespread"])
def test_an_author_who_says_so_sends_the_case_to_its_theme(stage: Stage, answer: str) -> None:
    # given a preview, in which nothing is ticked beforehand
    author = stage.case_manager("kg")
    sent = fields_of(author.sends("/faelle/vorschau", TYPED))
    assert answer not in sent

    # when the author ticks a theme and the answer, and goes back and forth once
    back = fields_of(author.sends("/faelle/neu", {**sent, "themes": [MOBILITY], answer: "y"}))
    look = author.sends("/faelle/vorschau", {**TYPED, **back})
    author.sends("/faelle", fields_of(look))

    # then the case is handed in, and will count only
    case = db.session.query(Case).one()
    assert (case.state, case.theme_ids, case.counts_only) == (CaseState.SUBMITTED, {MOBILITY}, True)
    page = author.opens(f"/faelle/meine/{case.id}").get_data(as_text=True)
    assert "Dieser Fall zählt für seine Themen" in page
    assert "Doch beraten lassen" in page


def test_a_case_that_counts_only_is_read_and_counted_and_not_offered_for_planning(stage: Stage) -> None:
    # given a released case
    author, moderator = stage.case_manager("kg"), stage.moderator("has")
    key = released_case(stage, author, MOBILITY)
    counted = counting.count()
    assert {theme: n for (theme, _house, _month), n in counted.items()} == {MOBILITY: 1}
    assert key in ids(inviting.waiting_cases(moderator.user))

    # when the author lets it count only
    author.sends(f"/faelle/meine/{key}/zaehlen", {})

    # then moderators can read it, it counts as before, and they neither see it among those that wait nor plan it
    case = db.session.get_one(Case, key)
    assert moderator.opens(f"/bibliothek/{key}").status_code == 200
    assert "Um eine Beratung bittet er nicht" in moderator.opens(f"/bibliothek/{key}").get_data(as_text=True)
    assert key not in ids(inviting.waiting_cases(moderator.user))
    assert not inviting.may_plan_session(moderator.user, case)
    assert key not in moderator.opens("/beratungen").get_data(as_text=True)
    assert counting.count() == counted
    assert "zählt für seine Themen" in author.opens(f"/faelle/meine/{key}").get_data(as_text=True)

    # and the author can take that back
    author.sends(f"/faelle/meine/{key}/beraten", {})
    assert key in ids(inviting.waiting_cases(moderator.user))


def test_only_the_author_decides_and_only_until_a_consultation_is_planned(stage: Stage) -> None:
    author, other = stage.case_manager("kg"), stage.case_manager("kg")
    key = released_case(stage, author, MOBILITY)
    case = db.session.get_one(Case, key)

    with pytest.raises(NotAllowed):
        service.choose_way(other.user, case, consult=False)

    case.state = CaseState.SCHEDULED
    db.session.commit()
    with pytest.raises(WrongMoment):
        service.choose_way(author.user, case, consult=False)
    assert not case.counts_only


def test_that_no_theme_fits_is_remembered_also_on_the_way_back(stage: Stage) -> None:
    author = stage.case_manager("kg")
    sent = fields_of(author.sends("/faelle/vorschau", TYPED))
    author.sends("/faelle", {**sent, "no_theme": "y"})

    case = db.session.query(Case).one()
    assert [(label.theme_id, label.says) for label in db.session.query(ThemeLabel)] == [(None, True)]
    case.state = CaseState.SENT_BACK
    db.session.commit()
    assert fields_of(author.opens(f"/faelle/meine/{case.id}/bearbeiten"))["no_theme"] == ["y"]


def test_the_suggestions_come_first_and_all_others_lie_behind_a_disclosure(stage: Stage) -> None:
    page = stage.case_manager("kg").sends("/faelle/vorschau", TYPED).get_data(as_text=True)

    before, _, behind = page.partition("Andere Themen")
    assert before.count('name="themes"') == 3
    assert before.rindex('name="themes"') < before.index('name="no_theme"')
    assert behind.count('name="themes"') > 20
