"""Who led a live session or stood by has a certificate if they were there, and not because they were named."""

from datetime import timedelta

from caseboard import clock
from caseboard.db import db
from caseboard.policy.aftermath import attended_sessions, took_part
from caseboard.sessions.live import leading
from caseboard.sessions.live.marks import phase_mark
from caseboard.sessions.overdue import look_after_overdue
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round


def has_paper(table: Round, who: Actor) -> bool:
    """Whether somebody can have a certificate; the list says the same."""
    took = took_part(who.user, table.row)
    assert (table.id in {row.id for row in db.session.scalars(attended_sessions(who.user))}) is took
    return took


def ends(live: Live) -> None:
    """Whoever leads now ends the session."""
    leader = live.co_moderator if live.row.moderator_id == live.co_moderator.user_id else live.moderator
    while live.row.phase != "closing":
        leading.next_phase(leader.user, live.row, phase_mark(live.row))
    leading.finish(leader.user, live.row, phase_mark(live.row))


def test_who_only_was_named_beside_the_moderator_has_no_certificate(stage: Stage) -> None:
    live = Live(stage)
    ends(live)
    assert has_paper(live, live.moderator)
    assert not has_paper(live, live.co_moderator)
    assert live.co_moderator.opens(f"{live.address}/teilnahme").status_code == 404


def test_who_stood_by_with_the_board_open_has_one(stage: Stage) -> None:
    # given a co-moderator with the running board before them, which asks as it asks everybody with a place
    live = Live(stage)
    assert 'id="form-arrive"' in live.seen_by(live.co_moderator)
    live.comes(live.co_moderator)
    assert 'id="form-arrive"' not in live.seen_by(live.co_moderator)
    ends(live)
    assert has_paper(live, live.co_moderator)


def test_who_took_over_has_one_and_whoever_opened_keeps_theirs(stage: Stage) -> None:
    live = Live(stage)
    live.co_moderator.sends(f"{live.address}/uebernehmen")
    ends(live)
    assert has_paper(live, live.co_moderator)
    assert has_paper(live, live.moderator)


def test_who_took_up_what_was_left_and_did_nothing_has_none(stage: Stage) -> None:
    # given a session that came to its end without anybody ending it, taken up by somebody who does nothing
    live, other = Live(stage).goes_to("closing"), stage.moderator("has")
    row = live.row
    row.starts_at, row.ends_at = row.starts_at - timedelta(days=60), clock.now() - timedelta(days=8)
    db.session.commit()
    other.sends(f"{live.address}/aufgreifen")
    assert live.row.moderator_id == other.user_id
    for days in (8, 23):
        with clock.at(clock.now() + timedelta(days=days)):
            look_after_overdue()
    # when it ends by itself, then nobody was there to lead it but those who were
    assert live.row.revealed_at is not None
    assert not has_paper(live, other)
    assert not has_paper(live, live.co_moderator)
