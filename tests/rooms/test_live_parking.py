"""The parking lot: a parked card comes back in the next session, with its day, until it is settled."""

from datetime import timedelta

import pytest

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotAllowed
from caseboard.models import Seat, SeatState, SessionSlot, User
from caseboard.sessions.live import leading, parking, sorting
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Actor, Stage
from tests.rooms.dates_stage import Dates
from tests.rooms.live_stage import Live

PARKED = "Eine Sammlung von Anlaufstellen."


def held(stage: Stage) -> tuple[Live, str]:
    """A session that is over, and a card that was parked in it."""
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], PARKED)
    live.reveals_all()
    sorting.park(live.moderator.user, live.row, key, True)
    assert "Geparkt für ein anderes Mal" in live.seen_by(live.author)
    live.goes_to("closing")
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    return live, key


def next_session(stage: Stage, live: Live) -> Live:
    """The next session of the same moderator, a day later; one of the advisers is there again."""
    later = Live(stage, opened=False)
    row = later.row
    row.moderator_id = live.moderator.user_id
    row.starts_at, row.ends_at = clock.now() + timedelta(days=1), clock.now() + timedelta(days=1, hours=1)
    row.seats.append(Seat(user_id=live.advisers[0].user_id, state=SeatState.ACCEPTED))
    db.session.commit()
    later.moderator = live.moderator
    return later


def reads(actor: Actor, live: Live) -> list[str]:
    """What somebody reads of earlier sessions."""
    db.session.rollback()
    return [one.text for one in parking.parked_before(actor.user, live.row)]


def test_parked_cards_are_read_in_the_next_session_of_a_series_by_those_who_may(stage: Stage) -> None:
    # given two sessions of one series, led by different moderators, and a card that was parked in the first
    dates = Dates(stage)
    live, _key = held(stage)
    later = Live(stage, opened=False)
    for meeting, slot_id in ((live, dates.slots[0].id), (later, dates.slots[1].id)):
        db.session.get_one(SessionSlot, slot_id).session_id = meeting.id
        db.session.commit()
    row = later.row
    row.starts_at, row.ends_at = clock.now() + timedelta(days=1), clock.now() + timedelta(days=1, hours=1)
    db.session.commit()
    # then the advisers read it next time, and whoever may not read that case does not
    assert reads(later.advisers[0], later) == [PARKED]
    assert reads(live.author, later) == []
    assert reads(stage.case_manager("kg"), later) == []


def test_without_a_series_it_waits_for_the_next_session_of_the_moderator(stage: Stage) -> None:
    live, _key = held(stage)
    later = next_session(stage, live)
    # then the moderator and whoever was there read it, and nobody else
    assert reads(later.moderator, later) == [PARKED]
    assert reads(live.advisers[0], later) == [PARKED]
    for stranger in (later.advisers[0], later.author, later.co_moderator):
        assert reads(stranger, later) == []
        assert PARKED not in later.seen_by(stranger)
    # with its day beside it
    page = later.seen_by(later.moderator)
    assert PARKED in page
    assert f"vom {live.row.starts_at.astimezone(clock.BERLIN).day}. " in page
    # and not in the session of somebody else, nor in an earlier one
    assert reads(live.advisers[0], live) == []
    foreign = Live(stage, opened=False)
    assert reads(foreign.moderator, foreign) == []


def test_what_is_settled_waits_no_more(stage: Stage) -> None:
    # given a parked card in the next session, which only the moderator can settle
    live, key = held(stage)
    later = next_session(stage, live)
    path = f"{later.address}/geparkt/{key}/erledigt"
    assert path in later.seen_by(later.moderator)
    assert path not in later.seen_by(live.advisers[0])
    assert live.advisers[0].sends(path).status_code == 404
    assert reads(later.moderator, later) == [PARKED]
    # when it is settled
    answer = later.moderator.sends(path, follow=False)
    # then it is gone for everybody, and stays on the page of its own session
    assert (answer.status_code, answer.location) == (303, later.board)
    assert reads(later.moderator, later) == reads(live.advisers[0], later) == []
    assert PARKED in live.author.opens(live.address).get_data(as_text=True)
    assert live.card(key).parked_at is not None
    # and a second click finds nothing
    assert later.moderator.sends(path).status_code == 404


@pytest.mark.parametrize("what", ["a card that lies on the board", "a card of somebody else's session"])
def test_only_what_waits_can_be_settled(stage: Stage, what: str) -> None:
    live, key = held(stage)
    later = next_session(stage, live)
    if what == "a card that lies on the board":
        card = live.card(key)
        card.parked_at = None
        db.session.commit()
        where, who = later, later.moderator
    else:
        where = Live(stage, opened=False)
        who = where.moderator
    user = db.session.get_one(User, who.user_id)
    with pytest.raises(NotAllowed):
        parking.settle(user, where.row, key)
    assert live.card(key).settled_at is None
