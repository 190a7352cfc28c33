"""Reading a live session: the board as one person may see it now, and what stands around it."""

import secrets
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select

from caseboard import clock, similar
from caseboard.db import db
from caseboard.models import (
    Case,
    CaseSession,
    Jobcenter,
    Perspective,
    PerspectiveState,
    SeatPart,
    SeatState,
    SessionKind,
    SessionSlot,
    SessionState,
    User,
)
from caseboard.models.consultation import CardKind
from caseboard.policy import cases as case_rules
from caseboard.policy import sessions as rules
from caseboard.policy.sessions import Part
from caseboard.policy.speaking import case_giver_speaks
from caseboard.sessions import phases
from caseboard.sessions import queries as consultations
from caseboard.sessions.actions import Action
from caseboard.sessions.live import marks, sheet
from caseboard.sessions.live.views import Board, BoardPage, MethodView, PhaseLine, SeatView, Step
from caseboard.sessions.methods.library import Method, library, suggest
from caseboard.sessions.phases import Agenda, Fit, PhaseSpec, Work
from caseboard.sessions.service.entry import fitting
from caseboard.sessions.wording import PARTS

WRITING_EVERY, READING_EVERY = 2000, 5000
"""How often a board asks, in milliseconds."""

WRITING = frozenset({Work.REPORT, Work.QUESTIONS, Work.KEY_QUESTION, Work.CONSULTATION, Work.RESPONSE, Work.CLOSING})


def board(user: User, case_session: CaseSession, part: Part, language: str) -> Board:
    """The board for somebody with a part in the session."""
    running = case_session.state is SessionState.RUNNING
    names = _names(case_session)
    seats = _seats(case_session, names, shows_ids=part is Part.MODERATOR)
    can = frozenset(action.value for action in Action if fitting(action, part, case_session) is Fit.FITS)
    waiting = Board(
        id=case_session.id,
        version=case_session.version,
        every=READING_EVERY,
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
            "every": WRITING_EVERY if phase.work in WRITING else READING_EVERY,
            "steps": _steps(agenda, phase, language),
            "phase": _phase(case_session, agenda, phase, part, language),
            "key_question": case_session.key_question or case_session.case.key_question,
            "key_question_mark": marks.mark(case_session.key_question),
            "first_step": case_session.first_step,
            "first_step_mark": marks.mark(case_session.first_step),
            "method": _method(chosen, language) if chosen else None,
            "methods": _methods(case_session, language) if Action.CHOOSE_METHOD.value in waiting.can else (),
            "hidden": hidden[CardKind.THOUGHT],
            "offered": hidden[CardKind.OFFER],
            "need_time": _need_time(case_session) if leads else 0,
            "asked_for_time": _asked_for_time(user, case_session, part),
            "mine": sheet.own(cards, user),
            "queue": sheet.queue(cards) if leads else (),
            "offers": sheet.shown(cards, CardKind.OFFER),
            "notes": sheet.shown(cards, CardKind.NOTE),
            "groups": sheet.groups(case_session, cards),
            "single": sheet.single(cards),
            "parked": sheet.parked(cards),
            "questions": sheet.questions(case_session, user),
            "turn": next((one.name for one in waiting.seats if one.has_turn), None) if phase.turns else None,
            "has_turn": phase.turns and seat is not None and case_session.turn_user_id == user.id,
            "writes_alone": case_session.writes_alone,
            "once": {name: secrets.token_hex(16) for name in ("card", "offer", "note", "ask")},
        }
    )


def page(user: User, case_session: CaseSession, part: Part, language: str) -> BoardPage:
    """What stands around the board. The case giver gets a link to the call only where they chose to speak."""
    case = case_session.case
    speaks = case_giver_speaks(case_session)
    moderator = db.session.get(User, case_session.moderator_id)
    return BoardPage(
        title=case.title or "",
        case=consultations.case_to_plan(case, language),
        video_link=case_session.video_link if speaks or part is not Part.CASE_GIVER else None,
        moderator=consultations.Person(moderator.name, moderator.jobcenter.name) if moderator else None,
        moderator_presents=case_session.moderator_presents,
        case_giver_speaks=speaks,
        beside=similar.beside(user, (case.title, case.key_question, case.situation), case.theme_ids, but=case.id)
        if part is not Part.CASE_GIVER
        else None,
        parked_before=parked_before(user, case_session),
    )


def parked_before(user: User, case_session: CaseSession) -> tuple[str, ...]:
    """What was parked in earlier sessions of the same series, of cases that this reader may read."""
    series = select(SessionSlot.series_id).where(SessionSlot.session_id == case_session.id)
    slots = select(SessionSlot.session_id).where(SessionSlot.series_id.in_(series))
    readable = case_rules.readable_cases(user).with_only_columns(Case.id)
    found = (
        select(Perspective.text)
        .join(CaseSession, CaseSession.id == Perspective.session_id)
        .where(
            CaseSession.id.in_(slots),
            CaseSession.starts_at < case_session.starts_at,
            CaseSession.state.in_({SessionState.FINISHED, SessionState.RESULT_SENT}),
            CaseSession.case_id.in_(readable),
            Perspective.parked_at.is_not(None),
            Perspective.state == PerspectiveState.REVEALED,
        )
        .order_by(CaseSession.starts_at.desc(), Perspective.id)
    )
    return tuple(map(str, db.session.scalars(found)))


def _steps(agenda: Agenda, here: PhaseSpec, language: str) -> tuple[Step, ...]:
    at = agenda.number(here.key)
    return tuple(
        Step(number, phase.name.of(language), "done" if number < at else "now" if number == at else "next")
        for number, phase in enumerate(agenda.phases, 1)
    )


def _phase(case_session: CaseSession, agenda: Agenda, phase: PhaseSpec, part: Part, language: str) -> PhaseLine:
    leads = part in {Part.MODERATOR, Part.CO_MODERATOR}
    ends, following = case_session.phase_ends_at, agenda.after(phase.key)
    left = max(0, round((ends - clock.now()).total_seconds())) if ends else 0
    return PhaseLine(
        number=agenda.number(phase.key),
        count=len(agenda.phases),
        name=phase.name.of(language),
        goal=phase.goal.of(language),
        prompt=phase.prompt(part, language),
        help=phase.help.of(language) if leads else "",
        work=phase.work.value,
        is_last=following is None,
        following=following.name.of(language) if following else "",
        mark=marks.phase_mark(case_session),
        clock_mark=marks.clock_mark(case_session),
        ends_at=ends,
        is_over=ends is not None and left == 0,
        left=left,
    )


def _method(method: Method, language: str, suits: bool = False) -> MethodView:
    words = (method.name, method.line, method.prompt, method.example)
    return MethodView(method.id, *(one.of(language) for one in words), suits=suits)


def _methods(case_session: CaseSession, language: str) -> tuple[MethodView, ...]:
    """All methods, those first that suit the key question."""
    fitting_ids = {method.id for method in suggest(case_session.key_question or case_session.case.key_question)}
    ordered = sorted(library().values(), key=lambda method: method.id not in fitting_ids)
    return tuple(_method(method, language, method.id in fitting_ids) for method in ordered)


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
    named = (
        select(User.id, User.name, Jobcenter.name.label("house"))
        .join(Jobcenter, Jobcenter.id == User.jobcenter_id)
        .where(User.id.in_(case_session.accepted() | ({case_session.co_moderator_id} - {None})))
        .order_by(User.name, User.id)
    )
    return {row.id: row for row in db.session.execute(named)}


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
