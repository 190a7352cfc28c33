"""A consultation moves to another date, gets other seats, another link or another co-moderator."""

from datetime import timedelta

import icalendar
import pytest
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import InvalidInput, NotAllowed, WrongMoment
from caseboard.models import CaseSession, Notice, SeatState, SessionKind
from caseboard.sessions import service
from caseboard.sessions.live import leading
from caseboard.sessions.planning import series
from tests.actors import Actor, Stage
from tests.rooms.dates_stage import LINK, Dates
from tests.rooms.sessions_stage import Round, safe
from tests.rooms.test_sessions_calendar import events, subscribes
from tests.rooms.written_stage import hidden

WHY = "Zwei sind erkrankt."


def told(actor: Actor, kind: str) -> int:
    """How often somebody was told this."""
    counted = select(func.count()).where(Notice.user_id == actor.user_id, Notice.kind == kind)
    return db.session.scalar(counted) or 0


def wish(row: CaseSession, **more: object) -> service.Move:
    """The same hour a week later, seen as it stands."""
    later = {"starts_at": row.starts_at + timedelta(days=7), "minutes": 60, "seen": service.date_stamp(row)}
    return service.Move(**{**later, **more})


def test_moving_asks_everybody_anew_and_tells_them(stage: Stage) -> None:
    # given a session which one accepted, one declined, and one has not answered
    dates = Dates(stage)
    meeting = dates.planned(co_moderator_id=dates.second.user_id)
    accepts, declines, silent = dates.advisers
    dates.accepts(accepts, meeting)
    service.answer(declines.user, dates.meeting(meeting), accepts=False)
    before = dates.meeting(meeting).starts_at
    # when it moves by the form, with a reason
    day = (before + timedelta(days=9)).astimezone(clock.BERLIN)
    form = {"day": day.date().isoformat(), "starts": "11:00", "minutes": "45", "reason": WHY, "on_holiday": "y"}
    seen = service.date_stamp(dates.meeting(meeting))
    page = dates.moderator.sends(f"/beratungen/{meeting}/verschieben", {**form, "seen": seen})
    assert page.status_code == 200
    # then it is on the other date, everybody is asked anew and told once, and the date of the series is free
    row = dates.meeting(meeting)
    assert row.starts_at.astimezone(clock.BERLIN).isoformat()[:16] == f"{day.date()}T11:00"
    assert row.ends_at - row.starts_at == timedelta(minutes=45)
    assert {seat.state for seat in row.seats} == {SeatState.INVITED}
    assert [told(one, "session.moved") for one in (accepts, declines, silent)] == [1, 1, 1]
    assert [told(one, "session.date_moved") for one in (dates.author, dates.second)] == [1, 1]
    assert dates.slots[0].session_id is None
    # and whoever was asked reads why, and nothing of the case
    shown = declines.opens(f"/beratungen/{meeting}").get_data(as_text=True)
    assert WHY in shown
    assert "Termine bleiben leer" not in shown


def test_a_reason_passes_the_airlock(stage: Stage) -> None:
    dates = Dates(stage)
    meeting = dates.planned()
    day = (clock.today() + timedelta(days=30)).isoformat()
    form = {"day": day, "starts": "11:00", "reason": "Frau Walburga Steinmetzger ist krank.", "on_holiday": "y"}
    seen = service.date_stamp(dates.meeting(meeting))
    dates.moderator.sends(f"/beratungen/{meeting}/verschieben", {**form, "seen": seen})
    reason = dates.meeting(meeting).move_reason
    assert "krank" in reason
    assert "Steinmetzger" not in reason


def test_the_calendar_entry_moves_along_under_the_same_number(stage: Stage) -> None:
    # given an entry that somebody has in the calendar
    dates = Dates(stage)
    meeting, adviser = dates.planned(), dates.advisers[0]
    dates.accepts(adviser, meeting)
    path = subscribes(adviser)
    (before,) = events(stage, path)
    # when the date moves, the entry goes until they have accepted it anew
    service.move(dates.moderator.user, dates.meeting(meeting), wish(dates.meeting(meeting)))
    assert events(stage, path) == []
    dates.accepts(adviser, meeting)
    # then it is the same entry, later in the sequence, on the other date, in the feed and in the file
    (after,) = events(stage, path)
    file = icalendar.Calendar.from_ical(adviser.opens(f"/beratungen/{meeting}/termin.ics").data).walk("VEVENT")[0]
    for event in (after, file):
        assert event["uid"] == before["uid"]
        assert int(event["sequence"]) > int(before["sequence"])
        assert event.decoded("dtstart") - before.decoded("dtstart") == timedelta(days=7)


def test_it_moves_to_a_free_date_of_a_series(stage: Stage) -> None:
    dates = Dates(stage)
    meeting, slot = dates.planned(), dates.slots[2]
    form = {"slot": slot.id, "seen": service.date_stamp(dates.meeting(meeting))}
    assert dates.moderator.sends(f"/beratungen/{meeting}/verschieben", form).status_code == 200
    assert [one.session_id for one in dates.slots] == [None, None, meeting, None]
    assert dates.meeting(meeting).starts_at == slot.starts_at


def test_a_date_that_somebody_else_took_meanwhile_is_a_conflict(stage: Stage) -> None:
    dates = Dates(stage)
    meeting, taken = dates.planned(number=0), dates.slots[1]
    late = wish(dates.meeting(meeting), starts_at=taken.starts_at, slot_id=taken.id)
    dates.planned(number=1)
    with pytest.raises(service.DateTaken):
        service.move(dates.moderator.user, dates.meeting(meeting), late)
    db.session.rollback()
    assert dates.slots[0].session_id == meeting


def test_of_two_pages_the_second_is_shown_what_the_first_has_done(stage: Stage) -> None:
    # given two open pages
    dates = Dates(stage)
    meeting = dates.planned()
    first = second = wish(dates.meeting(meeting))
    service.move(dates.moderator.user, dates.meeting(meeting), first)
    # when the second is sent, then nothing changes and what was typed is still there beside the new date
    with pytest.raises(InvalidInput):
        service.move(dates.moderator.user, dates.meeting(meeting), second)
    db.session.rollback()
    form = {"day": "2031-01-07", "starts": "11:00", "reason": WHY, "seen": second.seen}
    page = dates.moderator.sends(f"/beratungen/{meeting}/verschieben", form)
    shown = page.get_data(as_text=True)
    assert page.status_code == 422
    assert "hat gerade jemand anderes geändert" in shown
    assert "2031-01-07" in shown
    assert WHY in shown


@pytest.mark.parametrize("what", ["same date", "runs", "written", "somebody else", "rests"])
def test_what_does_not_move(stage: Stage, what: str) -> None:
    table = Round(stage, kind=SessionKind.WRITTEN if what == "written" else SessionKind.LIVE).all_accept()
    mover = stage.moderator("kt") if what == "somebody else" else table.moderator
    wanted = wish(table.row)
    if what == "same date":
        length = int((table.row.ends_at - table.row.starts_at).total_seconds() // 60)
        wanted = wish(table.row, starts_at=table.row.starts_at, minutes=length)
    if what == "runs":
        leading.open_session(table.moderator.user, table.row)
    if what == "rests":
        table.rests()
    refusal = {"same date": InvalidInput, "runs": WrongMoment}.get(what, NotAllowed)
    with pytest.raises(refusal if what != "rests" else Exception) as refused:
        service.move(mover.user, table.row, wanted)
    assert what != "rests" or refused.typename == "NotFound"
    db.session.rollback()
    assert table.row.moved_at is None


def test_a_reminder_of_the_former_date_comes_again_for_the_next(stage: Stage) -> None:
    table = Round(stage, kind=SessionKind.LIVE)
    db.session.add(
        Notice(user_id=table.author.user_id, kind="session.soon", thing="x", key=f"session.soon/session:{table.id}")
    )
    db.session.commit()
    service.move(table.moderator.user, table.row, wish(table.row))
    assert told(table.author, "session.soon") == 0


def test_a_public_holiday_is_asked_back_once(stage: Stage) -> None:
    # given a form for the second day of Christmas
    table = Round(stage, kind=SessionKind.LIVE)
    year = clock.today().year + 1
    form = {"day": f"{year}-12-26", "starts": "10:00", "seen": service.date_stamp(table.row)}
    # when it is sent, it comes back with the name of the holiday, and with the box ticked it is taken
    page = table.moderator.sends(f"{table.address}/verschieben", form)
    assert page.status_code == 422
    assert "Zweiter Weihnachtstag ist ein Feiertag" in page.get_data(as_text=True)
    assert table.moderator.sends(f"{table.address}/verschieben", {**form, "on_holiday": "y"}).status_code == 200
    assert table.row.starts_at.astimezone(clock.BERLIN).date().isoformat() == form["day"]


def test_more_seats_let_those_who_wait_move_up_and_nobody_loses_a_place(stage: Stage) -> None:
    # given two of three accepted where one has a place
    dates = Dates(stage)
    meeting = dates.planned(most_seats=1)
    for adviser in dates.advisers[:2]:
        dates.accepts(adviser, meeting)
    path, form = f"/beratungen/{meeting}/einrichten", {"least_seats": "1", "video_link": "", "co_moderator": ""}

    def seen() -> str:
        return service.arrangement_of(dates.meeting(meeting)).seen

    # when there are two places, the one who waits moves up and is told
    assert dates.moderator.sends(path, {**form, "most_seats": "2", "seen": seen()}).status_code == 200
    assert dates.meeting(meeting).seat_of(dates.advisers[1].user_id).state is SeatState.ACCEPTED
    assert told(dates.advisers[1], "session.moved_up") == 1
    # but fewer places than there are people are refused
    assert dates.moderator.sends(path, {**form, "most_seats": "1", "seen": seen()}).status_code == 422
    assert dates.meeting(meeting).most_seats == 2
    # and so is a page that somebody has overtaken
    assert dates.moderator.sends(path, {**form, "most_seats": "5", "seen": "old"}).status_code == 422


@pytest.mark.parametrize("page", ["einrichten", "verschieben"])
def test_whoever_was_overtaken_sees_how_it_stands_and_can_send_once_more(stage: Stage, page: str) -> None:
    # given two open pages of one consultation, of which the first is sent
    dates = Dates(stage)
    meeting = dates.planned(most_seats=7)
    path = f"/beratungen/{meeting}/{page}"
    first = hidden(dates.moderator.opens(path))
    later = (clock.today() + timedelta(days=45)).isoformat()
    form = {
        "einrichten": {"least_seats": "1", "most_seats": "5", "video_link": LINK, "co_moderator": ""},
        "verschieben": {"day": later, "starts": "11:00", "minutes": "45", "on_holiday": "y"},
    }[page]
    changed = {**form, "most_seats": "6", "starts": "14:15"}
    assert dates.moderator.sends(path, {**changed, **first}).status_code == 200
    # when the second is sent, then it comes back with what the first has done and what the second wants
    late = dates.moderator.sends(path, {**form, **first})
    shown = late.get_data(as_text=True)
    assert late.status_code == 422
    assert {"einrichten": '__value">6</dd>', "verschieben": "14:15"}[page] in shown
    assert {"einrichten": 'value="5"', "verschieben": 'value="11:00"'}[page] in shown
    # and sent once more it holds
    assert dates.moderator.sends(path, {**form, **hidden(late)}).status_code == 200
    row = dates.meeting(meeting)
    held = {"einrichten": row.most_seats, "verschieben": f"{row.starts_at.astimezone(clock.BERLIN):%H:%M}"}[page]
    assert held == {"einrichten": 5, "verschieben": "11:00"}[page]


def test_another_link_and_another_co_moderator_are_told_to_whom_it_concerns(stage: Stage) -> None:
    # given a session with a co-moderator, and somebody who has accepted
    dates = Dates(stage)
    meeting = dates.planned(co_moderator_id=dates.second.user_id)
    dates.accepts(dates.advisers[0], meeting)
    other = stage.moderator("kt")
    now = service.arrangement_of(dates.meeting(meeting))
    wanted = service.Arrangement(now.seen, 2, 6, other.user_id, "https://video.example/neu", True)
    # when both change
    service.arrange(dates.moderator.user, dates.meeting(meeting), wanted)
    # then everybody concerned hears of it, and the link stands on their pages
    row = dates.meeting(meeting)
    assert (row.co_moderator_id, row.least_seats, row.most_seats, row.moderator_presents) == (other.user_id, 2, 6, True)
    assert [told(dates.second, "session.not_co_moderator"), told(other, "session.co_moderator")] == [1, 1]
    assert [told(one, "session.link_changed") for one in dates.advisers] == [1, 0, 0]
    assert "https://video.example/neu" in dates.advisers[0].opens(f"/beratungen/{meeting}").get_data(as_text=True)
    assert dates.second.opens(f"/beratungen/{meeting}").status_code == 404


@pytest.mark.parametrize("who", ["adviser", "own house", "no moderator", "the moderator"])
def test_not_everybody_can_be_named_co_moderator(stage: Stage, who: str) -> None:
    dates = Dates(stage)
    meeting = dates.planned(co_moderator_id=None)
    named = {
        "adviser": lambda: dates.advisers[0],
        "own house": lambda: stage.moderator("kg"),
        "no moderator": lambda: stage.case_manager("has"),
        "the moderator": lambda: dates.moderator,
    }[who]()
    now = service.arrangement_of(dates.meeting(meeting))
    wanted = service.Arrangement(now.seen, 1, None, named.user_id, None, False)
    with pytest.raises(InvalidInput):
        service.arrange(dates.moderator.user, dates.meeting(meeting), wanted)


def test_a_written_round_keeps_what_its_form_does_not_show(stage: Stage) -> None:
    table = Round(stage).all_accept()
    path = f"{table.address}/einrichten"
    assert "video_link" not in table.moderator.opens(path).get_data(as_text=True)
    form = {"most_seats": "9", "co_moderator": "", "seen": service.arrangement_of(table.row).seen}
    assert table.moderator.sends(path, form).status_code == 200
    assert (table.row.most_seats, table.row.video_link) == (9, "https://video.example/raum")


def test_calling_off_deletes_the_reason_of_a_move_too(stage: Stage) -> None:
    table = Round(stage, kind=SessionKind.LIVE)
    service.move(table.moderator.user, table.row, wish(table.row, reason=safe(WHY)))
    assert table.row.move_reason == WHY
    service.cancel(table.moderator.user, table.row)
    assert table.row.move_reason is None


def test_a_dropped_date_takes_place_after_all_unless_another_stands_there(stage: Stage) -> None:
    dates = Dates(stage)
    series.drop(dates.moderator.user, dates.slots[1])
    path = f"/beratungen/termine/{dates.slots[1].id}/doch"
    assert stage.moderator("kt").sends(path).status_code == 404
    assert dates.second.sends(path).status_code == 200
    assert dates.slots[1].cancelled_at is None
    # twice does no harm, and what is over stays over
    assert dates.second.sends(path).status_code == 200
    series.drop(dates.moderator.user, dates.slots[1])
    with clock.at(dates.slots[1].starts_at + timedelta(hours=1)), pytest.raises(WrongMoment):
        series.take_up(dates.moderator.user, dates.slots[1])
