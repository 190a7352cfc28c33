"""A moderator plans a consultation: who can be asked, what is told to whom, and that only one of two wins."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import Conflict, InvalidInput
from caseboard.models import (
    Case,
    CaseSession,
    CaseState,
    Notice,
    Perspective,
    Process,
    SeatState,
    SessionKind,
    SessionState,
)
from caseboard.sessions import offer, service
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import QUESTION, SITUATION, Round, released_case


def fresh(case_id: str) -> Case:
    """The case as it stands in the database."""
    db.session.rollback()
    return db.session.get_one(Case, case_id)


def told(actor: Actor) -> list[str]:
    """The kinds of notices somebody got, in their order."""
    return list(db.session.scalars(select(Notice.kind).where(Notice.user_id == actor.user_id).order_by(Notice.id)))


def chosen(*actors: Actor) -> frozenset[str]:
    """The ids of some people."""
    return frozenset(actor.user_id for actor in actors)


def test_a_written_round_lasts_five_working_days_until_the_evening(stage: Stage) -> None:
    # given a Thursday afternoon in Berlin
    with clock.at(datetime(2026, 11, 19, 14, 0, tzinfo=UTC)):
        row = Round(stage).row
    # then the round ends on the Thursday after, at six
    assert row.ends_at == datetime(2026, 11, 26, 18, 0, tzinfo=clock.BERLIN)
    assert row.state is SessionState.INVITED


def test_planning_tells_advisers_and_author_and_schedules_the_case(stage: Stage) -> None:
    table = Round(stage)
    assert [told(adviser) for adviser in table.advisers] == [["session.invited"]] * 3
    assert told(table.author) == ["session.planned"]
    assert table.case.state is CaseState.SCHEDULED


def test_a_round_needs_three_advisers(stage: Stage) -> None:
    author, moderator = stage.case_manager("kg"), stage.moderator("nes")
    advisers = [stage.case_manager(key) for key in ("has", "msp")]
    case_id = released_case(stage, author)
    with pytest.raises(InvalidInput) as refused:
        service.plan(moderator.user, fresh(case_id), service.Plan(SessionKind.WRITTEN, chosen(*advisers)))
    assert "advisers" in refused.value.fields
    assert fresh(case_id).state is CaseState.RELEASED


@pytest.mark.parametrize("house", ["kg", "mil"])
def test_nobody_of_the_own_or_a_left_out_house_can_be_invited(stage: Stage, house: str) -> None:
    # given a case of Bad Kissingen that leaves out Miltenberg
    author, moderator = stage.case_manager("kg"), stage.moderator("nes")
    advisers = [stage.case_manager(key) for key in ("has", "msp", house)]
    case_id = released_case(stage, author, leaves_out=("mil",))
    # when somebody of such a house is on the list of a forged form
    with pytest.raises(InvalidInput) as refused:
        service.plan(moderator.user, fresh(case_id), service.Plan(SessionKind.WRITTEN, chosen(*advisers)))
    # then nothing is planned, and the sentence does not say who or why
    with stage.app.test_request_context():
        assert "Kissingen" not in str(refused.value.fields["advisers"])
    assert db.session.scalar(select(func.count()).select_from(CaseSession)) == 0


def test_the_second_of_two_moderators_gets_a_conflict(stage: Stage) -> None:
    # given a case that one moderator has just planned
    table = Round(stage)
    second = stage.moderator("has")
    # when another sends a plan that was opened before
    with pytest.raises(Conflict):
        service.plan(second.user, table.case, service.Plan(SessionKind.WRITTEN, chosen(*table.advisers)))
    # then the page says so, and there is one consultation
    answer = second.sends(f"/beratungen/planen/{table.case_id}", {"kind": "written"})
    assert answer.status_code == 409
    assert "schon eine Beratung geplant" in answer.get_data(as_text=True)
    assert db.session.scalar(select(func.count()).select_from(CaseSession)) == 1


def test_whoever_does_not_moderate_cannot_plan(stage: Stage) -> None:
    case_id = released_case(stage, stage.case_manager("kg"))
    outsiders = [stage.case_manager("nes"), stage.leader("nes"), stage.moderator("kg")]
    for somebody in outsiders:
        assert somebody.opens(f"/beratungen/planen/{case_id}").status_code == 404


def test_the_offer_hides_where_a_case_comes_from(stage: Stage) -> None:
    # given two colleagues in each of six houses, and cases of all of them
    authors = {key: stage.case_manager(key) for key in ("kg", "nes", "has", "msp", "kt", "mil")}
    for key in authors:
        stage.case_manager(key)
    moderator = stage.moderator("nes")
    for key in ("kg", "has", "msp"):
        case = fresh(released_case(stage, authors[key]))
        offered = {person.house for person in offer.offered_advisers(moderator.user, case)}
        # then never all other houses are offered, so a missing one says nothing; and the offer stays the same
        assert 3 <= len(offered) < 5
        assert offered == {person.house for person in offer.offered_advisers(moderator.user, case)}


def test_a_round_is_planned_in_the_browser(stage: Stage) -> None:
    # given a released case and three people to ask
    author, moderator = stage.case_manager("kg"), stage.moderator("nes")
    advisers = [stage.case_manager(key) for key in ("has", "msp", "kt")]
    case_id = released_case(stage, author)
    # when the moderator forgets the advisers, the form comes back
    address = f"/beratungen/planen/{case_id}"
    assert "Termine bleiben leer" in moderator.opens("/beratungen").get_data(as_text=True)
    assert moderator.sends(address, {"kind": "written"}).status_code == 422
    # when they are chosen, the invitations go out
    page = moderator.sends(address, {"kind": "written", "advisers": sorted(chosen(*advisers))})
    assert page.status_code == 200
    assert told(advisers[0]) == ["session.invited"]
    # and the page of the moderator names neither author nor house of the case
    shown = page.get_data(as_text=True)
    assert author.user.name not in shown
    assert "Kissingen" not in shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": ""},
        {"starts": ""},
        {"day": "2020-01-07"},
        {"day": "kein Tag"},
        {"video_link": "http://video.example/raum"},
        {"video_link": "javascript:alert(1)"},
        {"video_link": "https://wer:geheim@video.example/"},
        {"video_link": "https://["},
        {"minutes": "7"},
    ],
)
def test_a_live_session_needs_a_date_to_come_and_an_encrypted_link(stage: Stage, wrong: dict[str, str]) -> None:
    moderator, adviser = stage.moderator("nes"), stage.case_manager("has")
    address = f"/beratungen/planen/{released_case(stage, stage.case_manager('kg'))}"
    day = (clock.today() + timedelta(days=3)).isoformat()
    form = {
        "kind": "live",
        "advisers": [adviser.user_id],
        "day": day,
        "starts": "09:30",
        "minutes": "60",
        "video_link": "https://video.example/raum",
    }
    assert moderator.sends(address, {**form, **wrong}).status_code == 422
    assert moderator.sends(address, form).status_code == 200
    row = db.session.scalars(select(CaseSession)).one()
    assert row.starts_at.astimezone(clock.BERLIN).isoformat()[:16] == f"{day}T09:30"


def test_before_accepting_an_adviser_sees_the_question_and_the_dates_alone(stage: Stage) -> None:
    table = Round(stage)
    shown = table.advisers[0].opens(table.address).get_data(as_text=True)
    assert QUESTION in shown
    for hidden in (SITUATION, "Termine bleiben leer", table.moderator.user.name, table.advisers[1].user.name):
        assert hidden not in shown


def test_declining_frees_the_seat_and_tells_the_moderator(stage: Stage) -> None:
    # given an invited adviser who cannot
    table = Round(stage)
    table.advisers[0].sends(f"{table.address}/antwort", {"accepts": "no"})
    # then the consultation is closed to them and the moderator knows
    assert table.advisers[0].opens(table.address).status_code == 404
    assert told(table.moderator) == ["session.declined"]
    # when somebody else is asked instead
    stage.case_manager("has")
    further = offer.further_advisers(table.moderator.user, table.row)
    table.moderator.sends(f"{table.address}/einladen", {"advisers": [further[0].id]})
    # then they are invited, and nobody twice
    assert table.row.seat_of(further[0].id).state is SeatState.INVITED
    assert table.row.seat_of(table.advisers[0].user_id).state is SeatState.DECLINED
    assert not {person.id for person in further} & chosen(*table.advisers)


def test_two_acceptances_in_the_same_instant_are_two_notices(stage: Stage) -> None:
    table = Round(stage)
    with clock.at(datetime(2026, 11, 20, 9, 0, tzinfo=UTC)):
        table.all_accept()
    assert told(table.moderator) == ["session.accepted"] * 3


def test_the_first_acceptance_starts_a_round_and_a_live_session_waits_to_be_opened(stage: Stage) -> None:
    assert Round(stage).all_accept().row.state is SessionState.RUNNING
    live = Round(stage, kind=SessionKind.LIVE)
    assert live.moderator.sends(f"{live.address}/eroeffnen").status_code == 409
    live.all_accept()
    assert live.row.state is SessionState.INVITED
    assert live.moderator.sends(f"{live.address}/eroeffnen").status_code == 200
    assert live.row.state is SessionState.RUNNING


def test_calling_off_deletes_perspectives_and_lets_the_case_wait_again(stage: Stage) -> None:
    # given a running round with two perspectives
    table = Round(stage).all_accept()
    table.writes(table.advisers[0], "Eine erste Sicht")
    service.answer(table.advisers[2].user, table.row, accepts=False)
    # when the moderator calls it off
    table.moderator.sends(f"{table.address}/absagen")
    # then nothing is left of what was written, the case waits, and who had stayed is told
    assert db.session.scalar(select(func.count()).select_from(Perspective)) == 0
    assert table.case.state is CaseState.RELEASED
    assert told(table.author)[-1] == told(table.advisers[0])[-1] == "session.cancelled"
    assert "session.cancelled" not in told(table.advisers[2])
    # and who was in it reads kindly that it is off, others find no page, and the case can be planned again
    assert "abgesagt" in table.advisers[0].opens(table.address).headers["Location"]
    assert stage.case_manager("mil").opens(table.address).status_code == 404
    assert table.moderator.opens(f"/beratungen/planen/{table.case_id}").status_code == 200


def test_the_form_says_for_each_process_how_long_a_round_takes_from_today(stage: Stage) -> None:
    # given a Thursday in January, and one process that somebody has given more days
    case_id = released_case(stage, stage.case_manager("kg"))
    process = db.session.get_one(Process, "six_phases")
    process.phases = [{**phase, "share": 8} if phase.get("share") == 5 else phase for phase in process.phases]
    db.session.commit()
    with clock.at(datetime(2027, 1, 14, 9, tzinfo=clock.BERLIN)):
        page = stage.moderator("nes").opens(f"/beratungen/planen/{case_id}").get_data(as_text=True)
    # then each process names its own days and its last evening, and what is urgent says its own
    lasting = set(re.findall(r"schriftlich (\d+) Arbeitstage?, ab heute bis ([^);]+)", page))
    assert lasting == {("8", "Di., 26. Jan."), ("5", "Do., 21. Jan.")}
    assert "dauert dann 2 Arbeitstage (ab heute bis Mo., 18. Jan.), gleich nach welchem Ablauf." in page
    assert "nach fünf Arbeitstagen" not in page
