"""The two lights of a case: what the author sees and can do about them, what is stored, and who is shown which."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from caseboard.cases.checks import service as checks
from caseboard.cases.checks.marking import Coarser
from caseboard.cases.checks.service import reason_key
from caseboard.db import db
from caseboard.errors import InvalidInput, WrongMoment
from caseboard.models import CaseState
from caseboard.models.case import Light, RestoredPassage
from tests.actors import Actor, Stage
from tests.rooms.some_cases import safe, submitted_case
from tests.rooms.test_cases_writing import TYPED, fields_of, only_case, previewed

KNOWN_TO_ALL = {
    "title": "Will nie wieder an den Fluss",
    "situation": "Jeder hier kennt ihn. Er war Fährmann. Nun sucht er Arbeit.",
    "key_question": "Wie rede ich mit ihm?",
}
ALONE_WITH_CHILD = {"situation": "Die Kundin ist 34, alleinerziehend und sucht Arbeit."}
WITH_AGE = {"situation": "Der Kunde, 43, sucht Arbeit und wartet auf Antwort."}


@pytest.fixture
def author(stage: Stage) -> Actor:
    """A case manager in a house with two colleagues who can check."""
    stage.case_manager("kg")
    stage.case_manager("kg")
    return stage.case_manager("kg")


def preview_of(author: Actor, **fields: object) -> str:
    """The preview page of what is typed."""
    return author.sends("/faelle/vorschau", {**TYPED, **fields}).get_data(as_text=True)


def test_the_preview_names_the_combination_for_each_light(author: Actor) -> None:
    page = preview_of(author, **ALONE_WITH_CHILD)

    assert "Schriftliche Runde" in page
    assert "Live-Beratung" in page
    assert "Alter + Familie: trifft wahrscheinlich auf weniger als 5 Personen zu." in page
    assert "Wiedererkennungsrisiko: niedrig" in page
    assert "Wiedererkennungsrisiko: hoch" in page


def test_red_offers_steps_with_their_lights_and_one_click_takes_them(author: Actor) -> None:
    # given a text that everybody in the place would recognise
    first = author.sends("/faelle/vorschau", KNOWN_TO_ALL)
    page = first.get_data(as_text=True)
    assert "Bekanntheit: kann schon für sich" in page
    assert "zur Prüfung geben</span>" not in page
    # when the step is taken that is enough
    step = "hide:jeder hier kennt"
    assert f'name="step" value="{step}"' in page
    second = author.sends("/faelle/vorschau", {**fields_of(first), "step": step})
    # then the light is green, the step can be taken back, and what is shown is what is stored
    assert "Wiedererkennungsrisiko: hoch" not in second.get_data(as_text=True)
    assert 'value="hide:jeder hier kennt" checked' in second.get_data(as_text=True)
    author.sends("/faelle", {**fields_of(second), "no_theme": "y"})
    case = only_case()
    assert case.state is CaseState.SUBMITTED
    assert case.light is Light.GREEN
    assert case.situation == "[Angabe] ihn. Er war [Beruf, Verkehr]. Nun sucht er Arbeit."


def test_both_lights_are_stored_and_the_third_holds_everywhere(author: Actor) -> None:
    author.sends("/faelle", previewed(author, **ALONE_WITH_CHILD))

    case = only_case()
    assert (case.light, case.live_light, case.anywhere_light) == (Light.GREEN, Light.RED, Light.RED)
    assert case.live_reasons[0]["attributes"] == ["AGE", "FAMILY"]


def test_what_was_put_back_lives_on_when_the_draft_is_revised(author: Actor) -> None:
    # given a draft in which an age was put back
    author.sends("/faelle/spaeter", {**TYPED, **WITH_AGE, "restore": ["43"]})
    draft = only_case()
    assert "43" in (draft.situation or "")
    assert [(row.kind, str(row.passage)) for row in draft.restored] == [("AGE", "43")]
    # when the author goes on writing around it
    page = author.opens(f"/faelle/meine/{draft.id}/bearbeiten")
    fields = {**fields_of(page), "situation": "Es geht um 43 Bewerbungen. " + (draft.situation or "")}
    second = author.sends("/faelle/vorschau", fields)
    author.sends("/faelle", {**fields_of(second), "no_theme": "y"})
    # then it still stands there, and still counts
    db.session.expire_all()
    case = only_case()
    assert case.state is CaseState.SUBMITTED
    assert "Der Kunde, 43, sucht" in (case.situation or "")
    assert [row.kind for row in case.restored] == ["AGE"]


def test_what_was_put_back_counts_even_where_its_words_are_gone(author: Actor) -> None:
    # given a draft with an age that was found by the words beside it
    author.sends("/faelle/spaeter", {**TYPED, **WITH_AGE, "restore": ["43"]})
    draft = only_case()
    # when those words are deleted and the tick is taken away
    page = author.opens(f"/faelle/meine/{draft.id}/bearbeiten")
    fields = {**fields_of(page), "situation": "Der Kunde zählt 43 und wartet.", "restore": []}
    second = author.sends("/faelle/vorschau", fields)
    # then the number is put more generally again
    author.sends("/faelle", {**fields_of(second), "no_theme": "y"})
    db.session.expire_all()
    case = only_case()
    assert "43" not in (case.situation or "")
    assert case.restored == []
    assert db.session.scalars(select(RestoredPassage)).all() == []


def test_a_marking_estimates_again_and_forgets_what_it_hid(author: Actor, stage: Stage) -> None:
    # given a submitted case whose rare detail makes it red
    checker = stage.case_manager("kg")
    rare = RestoredPassage(kind="JOB", passage=safe("Orgelbauer"))
    words = {"situation": "Er war Orgelbauer und sucht Arbeit."}
    case = submitted_case(author, texts=words, restored=[rare], light="red", risk_reasons=[])
    # when a checker marks it
    checks.mark(checker.user, case, "Orgelbauer", Coarser.JOB)
    # then the light follows, and the detail is gone from the list too
    assert (case.light, case.risk_reasons, case.restored) == (Light.GREEN, [], [])


def test_a_marking_that_leaves_the_reason_leaves_the_light(author: Actor, stage: Stage) -> None:
    checker = stage.case_manager("kg")
    case = submitted_case(author, texts={"situation": "Jeder hier kennt ihn und sein Haus."}, light="green")

    checks.mark(checker.user, case, "Haus", Coarser.DETAIL)

    assert case.light is Light.RED
    assert case.risk_reasons == [{"code": "rare", "attributes": ["FAME"], "band": "under 5"}]


def test_what_was_put_back_over_a_line_break_is_not_forgotten(author: Actor, stage: Stage) -> None:
    # given a red case in which a rare occupation stands on two lines
    checker = stage.case_manager("kg")
    rare = RestoredPassage(kind="JOB", passage=safe("Orgelbauer"))
    words = {"situation": "Er war Orgel-\nbauer und hat ein Haus."}
    case = submitted_case(author, texts=words, restored=[rare], light="red", risk_reasons=[])
    # when a checker marks something else
    checks.mark(checker.user, case, "Haus", Coarser.DETAIL)
    # then the case stays red, and the occupation is remembered
    assert (case.light, [str(row.passage) for row in case.restored]) == (Light.RED, ["Orgelbauer"])


def test_sending_back_estimates_again(author: Actor, stage: Stage) -> None:
    checker = stage.case_manager("kg")
    case = submitted_case(author, texts={"situation": "Jeder hier kennt ihn."}, light="green")

    checks.send_back(checker.user, case, safe("Bitte allgemeiner."))

    assert (case.state, case.light) == (CaseState.SENT_BACK, Light.RED)
    assert "Bekanntheit" in author.opens(f"/faelle/meine/{case.id}").get_data(as_text=True)


def test_people_elsewhere_see_the_light_that_tells_no_county(author: Actor, stage: Stage) -> None:
    # given a case that would be green in its own county, and not in every county
    near, far = stage.case_manager("kg"), stage.moderator("msp")
    reasons = [{"code": "combination", "attributes": ["SEX", "AGE"], "band": "5-10"}]
    case = submitted_case(author, live_light="amber", live_reasons=reasons, anywhere_light="red")
    # when somebody of the house checks it, they see the light of their county with its reason
    page = near.opens(f"/pruefen/{case.id}").get_data(as_text=True)
    assert "Geschlecht + Alter" in page
    assert "light--amber" in page
    assert "light--red" not in page
    # and when a moderator elsewhere does, the one that holds everywhere, and no reason
    checks.pass_check(near.user, case)
    page = far.opens(f"/pruefen/{case.id}").get_data(as_text=True)
    assert "light--red" in page
    assert "light--amber" not in page
    assert "Geschlecht + Alter" not in page
    assert "spricht nicht gegen eine Freigabe" in page


def test_whoever_plans_sees_the_live_light_first(author: Actor, stage: Stage) -> None:
    near, far = stage.case_manager("kg"), stage.moderator("msp")
    case = submitted_case(author, anywhere_light="red")
    checks.pass_check(near.user, case)
    checks.pass_check(far.user, case)

    page = far.opens(f"/bibliothek/{case.id}").get_data(as_text=True)

    assert "Bevor Sie planen" in page
    assert "light--red" in page


AMBER = [
    {"code": "combination", "attributes": ["AGE", "FAMILY"], "band": "5-10"},
    {"code": "combination", "attributes": ["AGE", "ORIGIN"], "band": "5-10"},
]


def test_amber_needs_each_combination_confirmed_by_the_second_checker(author: Actor, stage: Stage) -> None:
    near, far = stage.case_manager("kg"), stage.moderator("msp")
    case = submitted_case(author, light="amber", risk_reasons=AMBER)
    checks.pass_check(near.user, case)

    with pytest.raises(InvalidInput):
        checks.pass_check(far.user, case, {reason_key(AMBER[0])})
    assert case.state is CaseState.CHECKED

    checks.pass_check(far.user, case, set(map(reason_key, AMBER)))
    assert case.state is CaseState.RELEASED


def test_red_is_refused_by_the_service_at_both_checks(author: Actor, stage: Stage) -> None:
    near, far = stage.case_manager("kg"), stage.moderator("msp")
    case = submitted_case(author, light="red")
    with pytest.raises(WrongMoment):
        checks.pass_check(near.user, case)
    case.light = Light.GREEN
    db.session.commit()
    checks.pass_check(near.user, case)
    case.light = Light.RED
    db.session.commit()

    with pytest.raises(WrongMoment):
        checks.pass_check(far.user, case)


def test_red_is_refused_by_the_database_whoever_writes(author: Actor, stage: Stage) -> None:
    near, far = stage.case_manager("kg"), stage.moderator("msp")
    case = submitted_case(author, light="red")
    checkers = {"near": near.user.id, "far": far.user.id, "case": case.id}
    release = text(
        "UPDATE \"case\" SET state = 'released', house_checker_id = :near, network_checker_id = :far WHERE id = :case"
    )

    with pytest.raises(IntegrityError, match="red_is_never_released"):
        db.session.execute(release, checkers)
    db.session.rollback()
    db.session.execute(text("UPDATE \"case\" SET light = 'amber' WHERE id = :case"), checkers)
    db.session.execute(release, checkers)
    with pytest.raises(IntegrityError, match="red_is_never_released"):
        db.session.execute(text("UPDATE \"case\" SET light = 'red' WHERE id = :case"), checkers)
    db.session.rollback()
