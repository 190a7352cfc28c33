"""Reading a live session: the board as one person may see it now."""

import secrets
from collections import Counter
from collections.abc import Mapping
from typing import Any

from flask import current_app
from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import joinedload, lazyload, load_only, raiseload
from sqlalchemy.orm.attributes import set_committed_value

from caseboard import clock
from caseboard.db import db
from caseboard.models import (
    Case,
    CaseSession,
    Jobcenter,
    PerspectiveState,
    Seat,
    SeatPart,
    SeatState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.models.contribution import CardKind
from caseboard.policy import sessions as rules
from caseboard.policy.sessions import Part
from caseboard.policy.speaking import case_giver_speaks
from caseboard.sessions import phases
from caseboard.sessions.actions import Action
from caseboard.sessions.live import marks, sheet, turns
from caseboard.sessions.live.views import Board, MethodView, PhaseLine, SeatView, Step
from caseboard.sessions.methods.library import Method, library, suggest
from caseboard.sessions.phases import Agenda, PhaseSpec, Work
from caseboard.sessions.service.entry import possible
from caseboard.sessions.wording import EVERYBODY, PARTS

WRITING = frozenset({Work.REPORT, Work.QUESTIONS, Work.KEY_QUESTION, Work.CONSULTATION, Work.RESPONSE, Work.CLOSING})
"""Phases in which boards ask more often, because something comes all the time."""


MEETING = (
    select(CaseSession)
    .where(CaseSession.id == bindparam("meeting"))
    .options(
        joinedload(CaseSession.case).options(
            load_only(
                Case.author_id,
                Case.jobcenter_id,
                Case.state,
                Case.paused_at,
                Case.blocked_at,
                Case.key_question,
                Case.live_light,
            ),
            joinedload(Case.exclusions),
            raiseload(Case.jobcenter),
            raiseload(Case.theme_rows),
        ),
        lazyload(CaseSession.seats),
    )
)
"""A session with what the rules and the board ask of its case, and no more: people wait for this all the time."""

SEATS = select(Seat).where(Seat.session_id == bindparam("meeting"))

NAMED = (
    select(User.id, User.name, Jobcenter.name.label("house"))
    .join(Jobcenter, Jobcenter.id == User.jobcenter_id)
    .where(User.id.in_(bindparam("people", expanding=True)))
    .order_by(User.name, User.id)
)


def meeting(session_id: str) -> CaseSession | None:
    """A live session for its board alone; whoever reads the whole case loads it whole."""
    found = db.session.scalars(MEETING, {"meeting": session_id}).unique().one_or_none()
    if found is not None:
        set_committed_value(found, "seats", list(db.session.scalars(SEATS, {"meeting": session_id})))
    return found


def board(user: User, case_session: CaseSession, part: Part, language: str) -> Board:
    """The board for somebody with a part in the session."""
    running = case_session.state is SessionState.RUNNING
    names = _names(case_session)
    seats = _seats(case_session, names, shows_ids=part is Part.MODERATOR)
    can = frozenset(action.value for action in possible(part, case_session))
    waiting = Board(
        id=case_session.id,
        version=case_session.version,
        every=current_app.config["ASKS_WHILE_READING"],
        part=part.value,
        is_open=running,
        can=can,
        seats=seats,
        note_taker=next((seat.name for seat in seats if seat.part_key == SeatPart.NOTE_TAKER.value), None),
        co_moderator=names[case_session.co_moderator_id].name if case_session.co_moderator_id else None,
        starts_at=case_session.starts_at,
        accepted=sum(seat.part_key == SeatPart.ADVISER.value for seat in seats),
        least_seats=case_session.least_seats,
    )
    return _running(waiting, user, case_session, part, language) if running else waiting


def _running(waiting: Board, user: User, case_session: CaseSession, part: Part, language: str) -> Board:
    agenda = phases.agenda_of(case_session)
    phase = agenda.at(case_session.phase)
    cards = sheet.cards(case_session)
    seat = case_session.seat_of(user.id)
    chosen = library().get(case_session.method_key or "")
    leads = part is Part.MODERATOR
    hidden = Counter(card.kind for card in cards if card.state is PerspectiveState.QUEUED)
    return Board(
        **{
            **vars(waiting),
            "every": current_app.config["ASKS_WHILE_WRITING" if phase.work in WRITING else "ASKS_WHILE_READING"],
            "steps": _steps(agenda, phase, language),
            "phase": _phase(case_session, agenda, phase, part, language),
            "key_question": case_session.key_question or case_session.case.key_question,
            "key_question_mark": marks.mark(case_session.key_question),
            "first_step": case_session.first_step,
            "first_step_mark": marks.mark(case_session.first_step),
            "method": _method(chosen, language, _minutes(case_session, agenda)) if chosen else None,
            "methods": _methods(case_session, agenda, language) if Action.CHOOSE_METHOD.value in waiting.can else (),
            "hidden": hidden[CardKind.THOUGHT],
            "offered": hidden[CardKind.OFFER],
            "need_time": _need_time(case_session) if leads else 0,
            "asked_for_time": _asked_for_time(user, case_session, part),
            "mine": sheet.own(cards, user),
            "queue": sheet.queue(cards) if leads else (),
            "offers": sheet.shown(cards, CardKind.OFFER),
            "notes": sheet.notes(cards, user),
            "groups": sheet.groups(case_session, cards),
            "single": sheet.single(cards),
            "parked": sheet.parked(cards),
            "questions": sheet.questions(case_session, user),
            "is_awaited": turns.is_awaited(case_session, user.id),
            "turn": next((one.name for one in waiting.seats if one.has_turn), None) if phase.turns else None,
            "has_turn": phase.turns and seat is not None and case_session.turn_user_id == user.id,
            "writes_alone": case_session.writes_alone,
            "once": {name: secrets.token_hex(16) for name in ("card", "offer", "note", "ask")},
        }
    )


def _steps(agenda: Agenda, here: PhaseSpec, language: str) -> tuple[Step, ...]:
    at = agenda.number(here.key)
    return tuple(
        Step(number, phase.name.of(language), "done" if number < at else "now" if number == at else "next")
        for number, phase in enumerate(agenda.phases, 1)
    )


def _phase(case_session: CaseSession, agenda: Agenda, phase: PhaseSpec, part: Part, language: str) -> PhaseLine:
    ends, following = case_session.phase_ends_at, agenda.after(phase.key)
    left = max(0, round((ends - clock.now()).total_seconds())) if ends else 0
    return PhaseLine(
        number=agenda.number(phase.key),
        count=len(agenda.phases),
        name=phase.name.of(language),
        goal=phase.goal.of(language),
        prompt=phase.prompt(part, language),
        help=phase.help.of(language) if part is Part.MODERATOR else "",
        speakers=tuple(word for one, word in EVERYBODY.items() if one in phase.speaks & _heard(case_session)),
        work=phase.work.value,
        turns=phase.turns,
        is_last=following is None,
        following=following.name.of(language) if following else "",
        mark=marks.phase_mark(case_session),
        clock_mark=marks.clock_mark(case_session),
        ends_at=ends,
        is_over=ends is not None and left == 0,
        left=left,
    )


def _heard(case_session: CaseSession) -> frozenset[Part]:
    """Whoever is on the call: a part that nobody has does not speak, nor does a case giver who stays unnamed."""
    seats = {Part(seat.part.value) for seat in case_session.seats if seat.state is SeatState.ACCEPTED}
    beside = {Part.CO_MODERATOR} if case_session.co_moderator_id else set()
    gives = {Part.CASE_GIVER} if case_giver_speaks(case_session) else set()
    return frozenset({Part.MODERATOR} | seats | beside | gives)


def _method(method: Method, language: str, minutes: int, suits: bool = False) -> MethodView:
    words = (method.name, method.line, method.prompt, method.example, method.good_when)
    longer = 0 < minutes < method.minutes
    return MethodView(method.id, *(one.of(language) for one in words), method.minutes, suits=suits, is_longer=longer)


def _methods(case_session: CaseSession, agenda: Agenda, language: str) -> tuple[MethodView, ...]:
    """All methods, first those that suit the key question, the best of them on top."""
    suiting = suggest(case_session.key_question or case_session.case.key_question)
    others = [method for method in library().values() if method not in suiting]
    minutes = _minutes(case_session, agenda)
    return tuple(_method(method, language, minutes, method in suiting) for method in (*suiting, *others))


def _minutes(case_session: CaseSession, agenda: Agenda) -> int:
    """How long the group consults: as the clock says while it does, and else as planned; 0 where nobody says."""
    start, end = case_session.phase_started_at, case_session.phase_ends_at
    if agenda.at(case_session.phase).work is Work.CONSULTATION and start and end:
        return round((end - start).total_seconds() / 60)
    consulting = agenda.first_of(Work.CONSULTATION)
    return consulting.minutes or 0 if consulting else 0


def _need_time(case_session: CaseSession) -> int:
    seats = sum(seat.needs_time_at is not None for seat in case_session.seats)
    return seats + (case_session.case_giver_needs_time_at is not None)


def _asked_for_time(user: User, case_session: CaseSession, part: Part) -> bool:
    seat = case_session.seat_of(user.id)
    if part is Part.CASE_GIVER:
        return case_session.case_giver_needs_time_at is not None
    return seat is not None and seat.needs_time_at is not None


def _names(case_session: CaseSession) -> Mapping[str, Row[Any]]:
    """Name and house of everybody with a seat and of whoever stands by, in one query."""
    people = case_session.accepted() | ({case_session.co_moderator_id} - {None})
    return {row.id: row for row in db.session.execute(NAMED, {"people": list(people)})}


def _seats(case_session: CaseSession, names: Mapping[str, Row[Any]], *, shows_ids: bool) -> tuple[SeatView, ...]:
    taken = {seat.user_id: seat for seat in case_session.seats if seat.state is SeatState.ACCEPTED}
    return tuple(
        SeatView(
            name=row.name,
            house=row.house,
            part=PARTS[taken[key].part],
            is_there=taken[key].attended_at is not None,
            has_turn=key == case_session.turn_user_id,
            id=key if shows_ids else None,
            part_key=taken[key].part.value,
        )
        for key, row in names.items()
        if key in taken
    )


def part_in(user: User, case_session: CaseSession) -> Part | None:
    """What somebody is in a live session that does not rest; nothing in a written round."""
    awake = case_session.kind is SessionKind.LIVE and rules.is_awake(case_session)
    return rules.part_of(user, case_session) if awake else None
