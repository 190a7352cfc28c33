"""Checking and releasing a case: two others, in order, each once; marking, sending back, racing, waiting too long."""

import re
import threading
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from caseboard import clock
from caseboard.cases.checks import service
from caseboard.cases.checks.marking import Coarser
from caseboard.db import db
from caseboard.errors import Conflict, InvalidInput, NotAllowed, WrongMoment
from caseboard.models import AuditEntry, Case, CaseCheck, CaseRead, CaseState, Notice, OutboxMail, User
from caseboard.models.case import RestoredPassage
from tests.actors import Actor, Stage
from tests.rooms.some_cases import REASON, TEXTS, released_case, safe, submitted_case


@pytest.fixture
def author(stage: Stage) -> Actor:
    """Who wrote the case, in a house with colleagues."""
    return stage.case_manager("kg")


@pytest.fixture
def colleague(stage: Stage) -> Actor:
    """Somebody else in the author's house."""
    return stage.case_manager("kg")


@pytest.fixture
def moderator(stage: Stage) -> Actor:
    """A moderator of another county."""
    return stage.moderator("nes")


def told(actor: Actor) -> list[str]:
    """The kinds of notices somebody got, in order."""
    return list(db.session.scalars(select(Notice.kind).where(Notice.user_id == actor.user_id).order_by(Notice.id)))


def test_checkers_see_what_the_author_put_back(author: Actor, colleague: Actor) -> None:
    # given a case whose author put an age and an occupation back as they were written, one of them over a line end
    case = submitted_case(
        author,
        texts={"situation": "[Kundin] ist 43.\nSie war Leiterin der\nWerkstatt, 430 Tage lang."},
        restored=[
            RestoredPassage(kind="AGE", passage=safe("43")),
            RestoredPassage(kind="JOB", passage=safe("Leiterin der Werkstatt")),
        ],
    )
    # when a checker opens it
    page = colleague.opens(f"/pruefen/{case.id}").get_data(as_text=True)
    # then both stand out in the text, are named by their kind on a list, and are nothing the author called no name
    assert 'ist <mark class="finding finding--restored">43</mark>.' in page
    assert '<mark class="finding finding--restored">Leiterin der\nWerkstatt</mark>, 430 Tage' in page
    assert 'Alter: <span class="finding finding--restored">43</span>' in page
    assert 'Beruf: <span class="finding finding--restored">Leiterin der Werkstatt</span>' in page
    assert "Zurückgeholt" in page
    assert "finding--kept" not in page


def test_two_others_release_a_case(author: Actor, colleague: Actor, moderator: Actor) -> None:
    # given a case that waits
    case = submitted_case(author)
    assert case.title in colleague.opens("/pruefen").get_data(as_text=True)
    assert case.title not in moderator.opens("/pruefen").get_data(as_text=True)
    # when somebody of the house looks at it and confirms
    page = colleague.opens(f"/pruefen/{case.id}")
    assert page.status_code == 200
    response = colleague.sends(f"/pruefen/{case.id}/bestaetigen", {"seen": case.version}, follow=False)
    assert (response.status_code, response.location) == (303, "/pruefen")
    # then it waits for a moderator elsewhere, who releases it
    assert case.state is CaseState.CHECKED
    assert told(moderator) == ["case.to_check"]
    moderator.sends(f"/pruefen/{case.id}/bestaetigen", {"seen": case.version})
    assert case.state is CaseState.RELEASED
    assert case.released_at is not None
    assert (case.house_checker_id, case.network_checker_id) == (colleague.user_id, moderator.user_id)
    stages = db.session.execute(select(CaseCheck.stage, CaseCheck.checker_id).order_by(CaseCheck.id)).all()
    assert [tuple(row) for row in stages] == [("house", colleague.user_id), ("network", moderator.user_id)]
    # and the author heard of both steps
    assert told(author) == ["case.checked", "case.released"]
    assert db.session.scalars(select(AuditEntry.verb)).all() == ["case.check", "case.release"]


def test_a_checker_sees_kept_words_reasons_and_no_author(author: Actor, colleague: Actor) -> None:
    case = submitted_case(
        author, kept=("Kugellagerhalle",), light="amber", risk_reasons=[REASON], kinds={"PERSON": 3, "DATE": 1}
    )
    page = colleague.opens(f"/pruefen/{case.id}").get_data(as_text=True)
    assert '<mark class="finding finding--kept">Kugellagerhalle</mark>' in page
    assert "Name: 3" in page
    assert "5–10 Personen" in page
    assert author.user.name not in page
    assert author.user_id not in page


def test_a_look_at_a_case_is_in_the_access_log(author: Actor, colleague: Actor) -> None:
    case = submitted_case(author)
    colleague.opens(f"/pruefen/{case.id}")
    assert db.session.scalars(select(CaseRead.user_id)).all() == [colleague.user_id]


def test_the_author_checks_through_no_door(author: Actor, stage: Stage) -> None:
    # given an author who is also a moderator
    author = stage.person("kg", *author.user.roles, stage.all_roles()[1])
    case = submitted_case(author)
    doors = ("markieren", "bestaetigen", "zurueckgeben")
    # then every door is shut, at both stages
    for state in (CaseState.SUBMITTED, CaseState.CHECKED):
        case.state = state
        db.session.commit()
        assert author.opens(f"/pruefen/{case.id}").status_code == 404
        assert case.title not in author.opens("/pruefen").get_data(as_text=True)
        for door in doors:
            sent = author.sends(f"/pruefen/{case.id}/{door}", {"seen": case.version, "passage": "Brand", "reason": "x"})
            assert sent.status_code == 404
        with pytest.raises(NotAllowed):
            service.pass_check(author.user, case)


def test_a_moderator_of_the_same_house_cannot_do_the_second_check(
    author: Actor, colleague: Actor, stage: Stage
) -> None:
    case = submitted_case(author)
    service.pass_check(colleague.user, case)
    near = stage.moderator("kg")
    assert near.opens(f"/pruefen/{case.id}").status_code == 409
    assert TEXTS["title"] not in near.pages[-1]
    with pytest.raises(WrongMoment):
        service.pass_check(near.user, case)
    assert case.state is CaseState.CHECKED


def test_a_case_about_staff_goes_to_moderators_of_two_other_counties(
    author: Actor, colleague: Actor, moderator: Actor, stage: Stage
) -> None:
    # given a case that concerns staff
    case = submitted_case(author, concerns_staff=True, checked_elsewhere=True)
    same_county_as_first, third = stage.moderator("nes"), stage.moderator("has")
    # then nobody of the house sees it
    assert colleague.opens(f"/pruefen/{case.id}").status_code == 404
    assert stage.moderator("kg").opens(f"/pruefen/{case.id}").status_code == 404
    # and those who check do not learn why it reaches them, as its author was promised
    page = moderator.opens(f"/pruefen/{case.id}").get_data(as_text=True)
    assert "Beschäftigte" not in page
    # when a moderator elsewhere has checked it
    service.pass_check(moderator.user, case)
    # then the second one comes from yet another county
    for late in (moderator, same_county_as_first):
        assert case.title not in late.opens("/pruefen").get_data(as_text=True)
        with pytest.raises(WrongMoment):
            service.pass_check(late.user, case)
    service.pass_check(third.user, case)
    assert case.state is CaseState.RELEASED


def test_an_amber_case_needs_every_combination_ticked_by_the_second_checker(
    author: Actor, colleague: Actor, moderator: Actor
) -> None:
    # given an amber case that passed its house
    case = submitted_case(author, light="amber", risk_reasons=[REASON, {**REASON, "attributes": ["JOB"]}])
    service.pass_check(colleague.user, case)
    path = f"/pruefen/{case.id}/bestaetigen"
    keys = ["combination+AGE+ORIGIN", "combination+JOB"]
    # when one combination is left out, or one made up
    for ticked in ([], keys[:1], [*keys[:1], "combination+PLACE"]):
        answer = moderator.sends(path, {"seen": case.version, "confirmed": ticked})
        # then it is asked for beside the ticks, and what was ticked stays ticked
        assert answer.status_code == 422
        assert "Bitte sehen Sie sich jede Kombination an" in answer.get_data(as_text=True)
        assert answer.get_data(as_text=True).count(" checked ") == len(set(ticked) & set(keys))
    assert case.state is CaseState.CHECKED
    moderator.sends(path, {"seen": case.version, "confirmed": keys})
    assert case.state is CaseState.RELEASED


def test_a_red_case_is_not_released(author: Actor, colleague: Actor) -> None:
    case = submitted_case(author, light="red")
    answer = colleague.sends(f"/pruefen/{case.id}/bestaetigen", {"seen": case.version})
    assert answer.status_code == 409
    assert case.state is CaseState.SUBMITTED
    assert f"/pruefen/{case.id}/bestaetigen" not in colleague.opens(f"/pruefen/{case.id}").get_data(as_text=True)


@pytest.mark.parametrize("columns", ["network_checker_id = author_id", "house_checker_id = author_id", "light = 'red'"])
def test_the_database_refuses_a_release_that_must_not_be(
    author: Actor, colleague: Actor, moderator: Actor, columns: str
) -> None:
    # given a case with both checks done
    case = released_case(author, colleague, moderator)
    # when somebody writes past the code
    with pytest.raises(IntegrityError), db.engine.begin() as connection:
        connection.execute(text(f'UPDATE "case" SET {columns} WHERE id = :id'), {"id": case.id})  # noqa: S608


def test_the_database_refuses_a_release_without_two_people(author: Actor) -> None:
    case = submitted_case(author)
    with pytest.raises(IntegrityError), db.engine.begin() as connection:
        connection.execute(text("""UPDATE "case" SET state = 'released' WHERE id = :id"""), {"id": case.id})


def test_the_database_refuses_a_check_by_the_author(author: Actor) -> None:
    case = submitted_case(author)
    row = CaseCheck(case_id=case.id, author_id=author.user_id, checker_id=author.user_id, stage="house")
    db.session.add(row)
    with pytest.raises(IntegrityError):
        db.session.commit()
    db.session.rollback()


def test_marking_masks_at_once_in_every_field_and_tells_the_author(author: Actor, colleague: Actor) -> None:
    # given a case in which a word stands in title and text, once inside a compound
    case = submitted_case(author, kept=("Kugellagerhalle",))
    # when a checker marks it
    response = colleague.sends(
        f"/pruefen/{case.id}/markieren", {"passage": "brand", "coarser": Coarser.EVENT.value}, follow=False
    )
    assert response.status_code == 303
    service.mark(colleague.user, case, "Kugellager", Coarser.EMPLOYER)
    # then it is gone everywhere, the check itself still waits, and nothing of it is written down
    assert case.title == "Lange ohne Arbeit seit dem [Ereignis]"
    assert case.situation.startswith("[Kundin] war nach dem [Ereignis] der [Arbeitgeber] lange krank.")
    assert (case.kept_words, case.kept) == (0, [])
    assert case.state is CaseState.SUBMITTED
    assert told(author) == ["case.marked"]
    rows = db.session.execute(select(AuditEntry.verb, AuditEntry.thing)).all()
    assert {tuple(row) for row in rows} == {("case.mark", f"case:{case.id}")}


def test_a_passage_that_does_not_stand_in_the_text_is_asked_for_again(author: Actor, colleague: Actor) -> None:
    case = submitted_case(author)
    for passage in ("Feuerwehr", "Kundin", ""):
        answer = colleague.sends(f"/pruefen/{case.id}/markieren", {"passage": passage, "coarser": "[Ort]"})
        assert answer.status_code == 422
        assert f'value="{passage}"' in answer.get_data(as_text=True)
    assert case.marked_at is None


def test_a_checker_adds_no_words_of_their_own(author: Actor, colleague: Actor) -> None:
    case = submitted_case(author)
    answer = colleague.sends(f"/pruefen/{case.id}/markieren", {"passage": "Brand", "coarser": "bei Schmidts"})
    assert answer.status_code == 422
    assert "Brand" in case.title


def test_what_a_checker_has_not_seen_is_not_confirmed(author: Actor, colleague: Actor, stage: Stage) -> None:
    # given two colleagues with the same page open, and one of them marks a passage
    case = submitted_case(author)
    seen = case.version
    service.mark(stage.case_manager("kg").user, case, "Brand")
    # when the other confirms the page as it was
    answer = colleague.sends(f"/pruefen/{case.id}/bestaetigen", {"seen": seen})
    # then they have to look again
    assert answer.status_code == 409
    assert case.state is CaseState.SUBMITTED


def test_sending_back_needs_a_reason_and_starts_both_checks_again(
    author: Actor, colleague: Actor, moderator: Actor
) -> None:
    # given a case that passed its house
    case = submitted_case(author)
    service.pass_check(colleague.user, case)
    path = f"/pruefen/{case.id}/zurueckgeben"
    # when the moderator sends it back without a reason, it stays
    assert moderator.sends(path, {"reason": "  "}).status_code == 422
    # and with one it goes; a name in it is hidden
    moderator.sends(path, {"reason": "Der Brand stand in der Zeitung, Frau Krügerlein ist erkennbar."})
    assert case.state is CaseState.SENT_BACK
    assert "Krügerlein" not in case.send_back_reason
    assert "erkennbar" in case.send_back_reason
    assert case.house_checker_id is None
    assert db.session.scalar(select(func.count()).select_from(CaseCheck)) == 0
    assert told(author)[-1] == "case.sent_back"


def test_the_second_of_two_hears_kindly_that_they_are_late(author: Actor, colleague: Actor, stage: Stage) -> None:
    case = submitted_case(author)
    other, seen = stage.case_manager("kg"), case.version
    service.pass_check(colleague.user, case)
    for door, data in (("bestaetigen", {"seen": seen}), ("markieren", {}), ("zurueckgeben", {})):
        answer = other.sends(f"/pruefen/{case.id}/{door}", data)
        assert answer.status_code == 409
        assert case.title not in answer.get_data(as_text=True)


def test_of_two_who_confirm_at_the_same_instant_one_wins(app: Flask, author: Actor, stage: Stage) -> None:
    # given a case and several colleagues
    case_id = submitted_case(author).id
    people = [stage.case_manager("kg").user_id for _ in range(4)]
    db.session.remove()
    start, outcomes = threading.Barrier(len(people), timeout=30), []

    def confirm(user_id: str) -> None:
        with app.app_context():
            user, case = db.session.get(User, user_id), db.session.get(Case, case_id)
            start.wait()
            try:
                service.pass_check(user, case)
            except (WrongMoment, Conflict) as error:
                outcomes.append(error.status)
            else:
                outcomes.append(200)

    # when they press at once
    threads = [threading.Thread(target=confirm, args=(user_id,)) for user_id in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # then exactly one check is there, and the others were told
    assert sorted(outcomes) == [200, 409, 409, 409]
    assert db.session.scalar(select(func.count()).select_from(CaseCheck)) == 1


def test_a_paused_or_blocked_case_waits_for_nobody(author: Actor, colleague: Actor) -> None:
    for column in ("paused_at", "blocked_at"):
        case = submitted_case(author, **{column: clock.now()})
        assert colleague.opens(f"/pruefen/{case.id}").status_code == 409
        assert case.title not in colleague.pages[-1]
        assert colleague.sends(f"/pruefen/{case.id}/bestaetigen", {"seen": case.version}).status_code == 409


def test_after_two_working_days_everybody_who_may_check_is_asked_once(
    author: Actor, colleague: Actor, moderator: Actor, stage: Stage
) -> None:
    # given a case handed in on a Thursday
    thursday = clock.now().replace(year=2026, month=11, day=12, hour=10)
    case = submitted_case(author, state_since=thursday)
    second = stage.case_manager("kg")
    # when the job runs on Monday, it is not late yet
    with clock.at(thursday + timedelta(days=4)):
        service.tell_overdue()
        assert told(colleague) == []
    # and on Tuesday everybody of the house is asked, once
    with clock.at(thursday + timedelta(days=5)):
        service.tell_overdue()
        service.tell_overdue()
        assert (told(colleague), told(second), told(moderator), told(author)) == (
            ["case.overdue"],
            ["case.overdue"],
            [],
            [],
        )
        # and the next wait is a wait of its own
        service.pass_check(colleague.user, case)
    with clock.at(thursday + timedelta(days=12)):
        service.tell_overdue()
        assert told(moderator) == ["case.to_check", "case.overdue"]


def test_notices_and_mails_hold_ids_alone(author: Actor, colleague: Actor, moderator: Actor) -> None:
    case = submitted_case(author)
    service.mark(colleague.user, case, "Brand")
    service.send_back(colleague.user, case, safe("Zu genau."))
    things = set(db.session.scalars(select(Notice.thing))) | {
        mail.params["thing"] for mail in db.session.scalars(select(OutboxMail))
    }
    assert things == {f"case:{case.id}"}


def test_a_service_call_with_a_wrong_passage_names_the_field(author: Actor, colleague: Actor) -> None:
    with pytest.raises(InvalidInput) as caught:
        service.mark(colleague.user, submitted_case(author), "steht nicht da")
    assert set(caught.value.fields) == {"passage"}
    assert "steht nicht da" not in str(caught.value)


def test_the_checklist_says_nothing_about_who_was_first_on_a_day(author: Actor, colleague: Actor) -> None:
    # given ten cases of one day, one a minute, and one of the day before
    start = datetime(2026, 3, 3, 8, tzinfo=UTC)
    cases = [submitted_case(author, state_since=start + timedelta(minutes=number)).id for number in range(10)]
    older = submitted_case(author, state_since=start - timedelta(days=1)).id
    # then the day decides, and inside it the random ids
    page = colleague.opens("/pruefen").get_data(as_text=True)
    assert re.findall(r"/pruefen/([0-9a-f]{32})", page) == [older, *sorted(cases)]
