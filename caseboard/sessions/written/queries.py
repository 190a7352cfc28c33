"""Reading a written round: its days, its questions, and what its moderator decides on; nothing that is still hidden."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select

from caseboard import clock, policy
from caseboard.db import db
from caseboard.models import (
    CaseSession,
    Perspective,
    PerspectiveState,
    Question,
    QuestionState,
    SessionState,
    User,
)
from caseboard.policy import rounds, sessions
from caseboard.policy.sessions import Part
from caseboard.sessions import lookups, phases
from caseboard.sessions.actions import Action
from caseboard.sessions.phases import Agenda, Fit
from caseboard.sessions.seating import taken
from caseboard.sessions.service.entry import fitting
from caseboard.sessions.written import leading, manners, rewriting, timetable
from caseboard.sessions.written.views import (
    Check,
    HiddenPerspective,
    LeadView,
    PhaseLine,
    QuestionLine,
    Returned,
    RoundView,
)

MORE_DAYS = (1, 2, 3, 5)
"""How many working days can be added with one click."""


def round_view(user: User, case_session: CaseSession, language: str) -> RoundView | None:
    """The round as this person sees it; None for a live session, and for whoever has not accepted."""
    part = sessions.part_of(user, case_session)
    if part is None or not timetable.is_written(case_session):
        return None
    now, seat = phases.current(case_session), case_session.seat_of(user.id)
    runs = case_session.state is SessionState.RUNNING
    return RoundView(
        phases=_course(case_session, phases.agenda_of(case_session), language),
        key=now.key,
        name=now.name.of(language),
        goal=now.goal.of(language),
        prompt=now.prompt(part, language) if runs else "",
        help=now.help.of(language) if part is Part.MODERATOR else "",
        ends_at=timetable.phase_end(case_session),
        manners=manners.card(user, case_session),
        is_running=runs,
        writes_from=timetable.writes_from(case_session) if runs else None,
        is_urgent=case_session.urgent,
        questions=_questions(user, part, case_session),
        waiting=lookups.open_questions(case_session),
        can_ask=rounds.may_write_in_round(user, case_session) and _fits(Action.ASK, part, case_session),
        returned=_returned(user, case_session, language) if runs else (),
        can_need_time=rounds.may_write_in_round(user, case_session) and _fits(Action.NEED_TIME, part, case_session),
        needs_time=seat is not None and seat.needs_time_at is not None,
    )


def question_line(user: User, question: Question) -> QuestionLine:
    """One question, for the page on which it is answered or sent back."""
    part = sessions.part_of(user, question.case_session)
    return _line(user, part, question)


def lead_view(case_session: CaseSession, language: str) -> LeadView:
    """What the moderator decides on. The perspectives stand here as soon as there are enough to reveal them."""
    can_look = lookups.is_revealable(case_session)
    following, preceding = timetable.following(case_session), timetable.preceding(case_session)
    runs = case_session.state is SessionState.RUNNING
    return LeadView(
        checks=tuple(_checks(case_session)),
        hidden=_hidden(case_session, language) if can_look else (),
        seen=leading.seen(case_session) if can_look else "",
        can_look=can_look,
        sent_back=_sent_back(case_session),
        needing_time=sum(seat.needs_time_at is not None for seat in case_session.seats),
        days=MORE_DAYS,
        can_extend=case_session.state in sessions.OPEN,
        can_remind=runs,
        following=following.name.of(language) if runs and following else None,
        preceding=preceding.name.of(language) if runs and preceding and _ahead(case_session) else None,
        extensions=case_session.extensions,
    )


def _ahead(case_session: CaseSession) -> bool:
    preceding = timetable.preceding(case_session)
    return preceding is not None and timetable.phase_end(case_session, preceding) > clock.now()


def _course(case_session: CaseSession, agenda: Agenda, language: str) -> tuple[PhaseLine, ...]:
    path = timetable.timed(agenda)
    runs = case_session.state in sessions.OPEN
    stands = next((place for place, phase in enumerate(path) if phase.key == case_session.phase), -1 if runs else 99)
    return tuple(
        PhaseLine(
            phase.name.of(language),
            timetable.phase_end(case_session, phase),
            is_now=place == stands,
            is_done=place < stands,
        )
        for place, phase in enumerate(path)
    )


def _questions(user: User, part: Part, case_session: CaseSession) -> tuple[QuestionLine, ...]:
    """In the order of their days; inside a day the random ids decide."""
    rows = db.session.scalars(select(Question).where(Question.session_id == case_session.id))
    shown = [one for one in rows if one.state is not QuestionState.SENT_BACK or one.asker_id == user.id]

    def turn(question: Question) -> tuple[date, str]:
        return timetable.day_of(question.created_at), question.id

    return tuple(_line(user, part, one) for one in sorted(shown, key=turn))


def _line(user: User, part: Part | None, question: Question) -> QuestionLine:
    case_session, mine = question.case_session, question.asker_id == user.id
    returned = question.state is QuestionState.SENT_BACK
    told = mine if returned else part is Part.CASE_GIVER
    return QuestionLine(
        id=question.id,
        text=question.text,
        asked_at=question.created_at,
        answer=question.answer,
        reason=question.send_back_reason if told else None,
        is_mine=mine,
        can_answer=part is Part.CASE_GIVER and not returned and _fits(Action.ANSWER, part, case_session),
        can_return=part is Part.MODERATOR and _fits(Action.SEND_BACK, part, case_session),
        can_take_back=mine and part is not None and _fits(Action.ASK, part, case_session),
    )


def _fits(action: Action, part: Part, case_session: CaseSession) -> bool:
    return fitting(action, part, case_session) is Fit.FITS


def _hidden(case_session: CaseSession, language: str) -> tuple[HiddenPerspective, ...]:
    names = consulting_names(case_session, language)
    return tuple(
        HiddenPerspective(one.id, one.text, names.get(one.phase_key or "", "")) for one in leading.hidden(case_session)
    )


def consulting_names(case_session: CaseSession, language: str) -> dict[str, str]:
    """The names of the phases in which the group consults, where there are several: perspectives carry them then."""
    found = [one for one in timetable.timed(phases.agenda_of(case_session)) if one.work is phases.Work.CONSULTATION]
    return {one.key: one.name.of(language) for one in found} if len(found) > 1 else {}


def returned(user: User, perspective: Perspective, language: str) -> Returned:
    """One of the reader's own perspectives that was sent back.

    Raises:
        WrongMoment: it was put in other words already.
    """
    mine = _returned(user, perspective.case_session, language)
    policy.require_moment(perspective.id in {one.id for one in mine}, rewriting.NOT_BACK)
    return next(one for one in mine if one.id == perspective.id)


def _returned(user: User, case_session: CaseSession, language: str) -> tuple[Returned, ...]:
    names = consulting_names(case_session, language)
    order = list(names)
    found = lookups.sent_back_to(user, case_session)
    return tuple(
        Returned(
            one.id,
            one.text,
            one.send_back_reason or "",
            names.get(one.phase_key or "", ""),
            is_of_now=one.phase_key in {None, case_session.phase},
        )
        for one in sorted(found, key=lambda one: order.index(one.phase_key) if one.phase_key in names else -1)
    )


def _sent_back(case_session: CaseSession) -> int:
    waiting = select(func.count()).select_from(Perspective)
    where = (Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.SENT_BACK)
    return db.session.scalar(waiting.where(*where)) or 0


def _checks(case_session: CaseSession) -> list[Check]:
    """What makes a good round, as a list that fills by itself."""
    people, written = taken(case_session), lookups.perspective_count(case_session)
    open_ones, returned = lookups.open_questions(case_session), _sent_back(case_session)
    least, last = case_session.least_perspectives, timetable.following(case_session) is None
    return [
        Check(
            _("%(count)s people take part; at least %(least)s are wanted.", count=people, least=least), people >= least
        ),
        Check(
            ngettext("%(num)s question waits for an answer.", "%(num)s questions wait for an answer.", open_ones)
            if open_ones
            else _("No question waits for an answer."),
            not open_ones,
        ),
        Check(
            _("%(count)s people have written; at least %(least)s are wanted.", count=written, least=least),
            written >= least,
        ),
        Check(
            ngettext("%(num)s perspective was sent back.", "%(num)s perspectives were sent back.", returned)
            if returned
            else _("No perspective waits to be put in other words."),
            not returned,
        ),
        Check(_("The last phase has begun.") if last else _("Phases are still to come."), last),
    ]
