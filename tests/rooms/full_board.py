"""Puts everything on the board of a live session that can lie there in the phase in which it stands."""

import secrets
from datetime import timedelta

from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Perspective, PerspectiveState
from caseboard.models.contribution import CardKind
from caseboard.policy.sessions import Part
from caseboard.sessions import phases
from caseboard.sessions.live import cards, leading, sorting, talking
from caseboard.sessions.live.marks import mark
from caseboard.sessions.phases import Work
from tests.actors import Actor
from tests.rooms.live_stage import Live


def fills(live: Live) -> None:
    """What people ask, offer, think, note and choose in this phase; something of each waits, shows and came back."""
    phase = phases.current(live.row)
    if phase.work in {Work.REPORT, Work.QUESTIONS} and Part.ADVISER in phase.writes:
        _questions(live)
    if phase.work is Work.KEY_QUESTION and Part.ADVISER in phase.writes:
        _offers(live)
    if phase.work is Work.METHOD and live.row.writes_alone:
        talking.choose_method(live.moderator.user, live.row, "headstand")
    if phase.work is Work.CONSULTATION:
        _thoughts(live)
    if phase.work in {Work.RESPONSE, Work.CLOSING}:
        _choices(live, names_step=phase.work is Work.CLOSING)
    if phase.turns:
        gives_turn(live, live.advisers[0] if phases.agenda_of(live.row).number(phase.key) % 2 else live.note_taker)


def gives_turn(live: Live, to: Actor) -> None:
    """The moderator calls one after the other until it is their turn; only who has come is called."""
    for _ in live.guests:
        if live.row.turn_user_id != to.user_id:
            cards.pass_turn(live.moderator.user, live.row)
    assert live.row.turn_user_id == to.user_id


def runs_over(live: Live) -> None:
    """The time of the phase is over, and where that can be said, two need more."""
    live.row.phase_ends_at = clock.now() - timedelta(minutes=1)
    db.session.commit()
    for somebody in (live.advisers[1], live.note_taker):
        leading.need_time(somebody.user, live.row)


def reveals(live: Live) -> None:
    """The moderator reveals what waits, if anything does."""
    waits = select(Perspective.id).where(
        Perspective.session_id == live.id, Perspective.state == PerspectiveState.QUEUED
    )
    if db.session.scalars(waits).first():
        live.reveals_all()


def _writer(live: Live) -> Actor:
    """Who writes cards here, and has the turn where there are turns."""
    writer = live.note_taker if live.row.writes_alone else live.advisers[0]
    if phases.current(live.row).turns:
        gives_turn(live, writer)
    return writer


def _asks(live: Live, text: str) -> str:
    return talking.ask(_writer(live).user, live.row, text, secrets.token_hex(16)).id


def _questions(live: Live) -> None:
    _asks(live, "Seit wann kommt sie nicht mehr?")
    answered, taken_out, returned = (_asks(live, f"{word} Frage?") for word in ("Zweite", "Dritte", "Vierte"))
    for question_id in (answered, taken_out):
        talking.answer(
            live.author.user, live.row, question_id, "Seit dem Winter.", talking.answer_mark(live.question(question_id))
        )
    for question_id in (taken_out, returned):
        talking.send_back_question(
            live.moderator.user, live.row, question_id, "Bitte anders.", talking.answer_mark(live.question(question_id))
        )


def _offers(live: Live) -> None:
    live.posts(live.advisers[0], "Wie gewinne ich wieder Kontakt?", CardKind.OFFER)
    live.reveals_all()
    live.posts(live.advisers[1], "Was braucht sie?", CardKind.OFFER)


def _thoughts(live: Live) -> None:
    keys = [live.posts(_writer(live), f"Gedanke {number}.") for number in range(4)]
    live.reveals_all()
    group_id = str(sorting.group(live.moderator.user, live.row, keys[0], sorting.NEW))
    sorting.name_group(live.moderator.user, live.row, group_id, "Ton der Briefe", mark(None))
    sorting.group(live.moderator.user, live.row, keys[1], sorting.NEW)
    sorting.park(live.moderator.user, live.row, keys[2], True)
    back = live.posts(_writer(live), "Die Nachbarin fragen.")
    cards.send_back(live.moderator.user, live.row, back, "Bitte anders.", cards.card_mark(live.card(back)))
    live.posts(_writer(live), "Noch verdeckt.")
    live.posts(live.note_taker, "Es geht um Vertrauen.", CardKind.NOTE)


def _choices(live: Live, *, names_step: bool) -> None:
    shown = select(Perspective.id).where(
        Perspective.session_id == live.id,
        Perspective.state == PerspectiveState.REVEALED,
        Perspective.kind == CardKind.THOUGHT,
    )
    first = db.session.scalars(shown.order_by(Perspective.id)).first()
    sorting.take_along(live.author.user, live.row, str(first), True)
    if names_step:
        talking.name_first_step(live.author.user, live.row, "Ich rufe am Montag an.", mark(None))
