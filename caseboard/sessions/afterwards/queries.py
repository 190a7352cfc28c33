"""Reading what follows a consultation: the sheet with its follow-up, attendance, certificates, feedback."""

from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import (
    CaseSession,
    Feedback,
    FeedbackGiven,
    FollowUp,
    Helped,
    MadeFile,
    Result,
    SeatState,
    SessionKind,
    User,
)
from caseboard.policy import aftermath as rules
from caseboard.policy import retention
from caseboard.policy import sessions as session_rules
from caseboard.sessions import queries as consultations
from caseboard.sessions.afterwards import lookups, words
from caseboard.sessions.afterwards.course import due
from caseboard.sessions.afterwards.views import (
    After,
    FeedbackFigure,
    FeedbackView,
    FileView,
    FollowUpView,
    Guest,
    Participation,
    ResultPage,
    Sheet,
)
from caseboard.sessions.wording import KINDS

FEWEST_ANSWERS = 5


def sheet(case_session: CaseSession, language: str) -> Sheet:
    """The result sheet with what became of it.

    Raises:
        NotFound: the consultation rests.
        WrongMoment: there is no result yet.
    """
    return Sheet(consultations.result_sheet(case_session, language), _after(case_session))


def result_page(user: User, case_session: CaseSession, language: str) -> ResultPage:
    """The result sheet, and what this reader can do with it."""
    return ResultPage(
        sheet=sheet(case_session, language),
        file=file_view(lookups.file_of(case_session, lookups.sheet_key(language))),
        follows_up=rules.may_follow_up(user, case_session),
        gives_feedback=rules.may_give_feedback(user, case_session) and is_feedback_open(case_session),
        has_given=has_given_feedback(user, case_session),
        has_certificate=rules.took_part(user, case_session),
    )


def follow_up(case_session: CaseSession) -> FollowUpView:
    """The question to the case giver, with what was answered so far."""
    session_rules.require_awake(case_session)
    known, result = db.session.get(FollowUp, case_session.id), db.session.get(Result, case_session.id)
    shared = db.session.scalar(select(Helped.state).where(Helped.case_id == case_session.case_id))
    return FollowUpView(
        session_id=case_session.id,
        title=case_session.case.title or "",
        first_step=result.first_step if result else "",
        answer=known.answer.value if known and known.answer else None,
        answer_label=words.DONE[known.answer] if known and known.answer else None,
        helped=known.helped if known else None,
        shared=shared.value if shared else None,
    )


def participation(user: User, case_session: CaseSession, file: MadeFile | None = None) -> Participation:
    """What somebody was in a consultation, when and for how long."""
    live = case_session.kind is SessionKind.LIVE
    minutes = int((case_session.ends_at - case_session.starts_at).total_seconds() // 60)
    return Participation(
        session_id=case_session.id,
        day=case_session.starts_at if live else rules.held_at(case_session) or case_session.ends_at,
        kind=KINDS[case_session.kind],
        part=_part(user, case_session),
        length=str(minutes) if live else None,
        file=file_view(file),
    )


def participations(user: User, language: str) -> tuple[Participation, ...]:
    """Every consultation somebody led or was there for, the last one first; also those whose case is gone."""
    rows = db.session.scalars(rules.attended_sessions(user).order_by(rules.WAS_HELD_AT.desc(), CaseSession.id))
    return tuple(
        participation(user, row, lookups.file_of(row, lookups.certificate_key(user, language))) for row in rows
    )


def guests(case_session: CaseSession) -> tuple[Guest, ...]:
    """Everybody who accepted."""
    there = {
        seat.user_id: seat.attended_at is not None for seat in case_session.seats if seat.state is SeatState.ACCEPTED
    }
    rows = db.session.scalars(select(User).where(User.id.in_(there)).order_by(User.name))
    return tuple(Guest(row.id, row.name, row.jobcenter.name, there[row.id]) for row in rows)


def has_given_feedback(user: User, case_session: CaseSession) -> bool:
    """Whether somebody has answered the three questions."""
    return db.session.get(FeedbackGiven, (case_session.id, user.id)) is not None


def is_feedback_open(case_session: CaseSession) -> bool:
    """From revealing on, for some weeks."""
    held = rules.held_at(case_session)
    return held is not None and clock.now() < held + retention.FEEDBACK_TAKEN


def feedback(user: User) -> FeedbackView:
    """What people said about everything this moderator led.

    Only consultations about which nobody can answer any more count, so that answers come in together; the means are
    halves and the count is a multiple of five, so that one more answer does not show what it was.
    """
    led = rules.led_sessions(user).where(clock.now() - retention.FEEDBACK_TAKEN >= rules.WAS_HELD_AT)
    of_mine = Feedback.session_id.in_(led.with_only_columns(CaseSession.id))
    means = [func.avg(getattr(Feedback, name)) for name in words.MARKS]
    count, *found = db.session.execute(select(func.count(), *means).where(of_mine)).one()
    if count < FEWEST_ANSWERS:
        return FeedbackView((), 0)
    pairs = zip(words.MARKS.values(), found, strict=True)
    figures = tuple(FeedbackFigure(question, round(float(mean) * 2) / 2) for question, mean in pairs)
    return FeedbackView(figures, count - count % FEWEST_ANSWERS)


def file_view(file: MadeFile | None) -> FileView | None:
    """A file as pages may know it."""
    return FileView(file.content is not None, file.media_type == "application/pdf") if file else None


def _after(case_session: CaseSession) -> After:
    known = db.session.get(FollowUp, case_session.id)
    if known is None or known.answer is None:
        result = db.session.get(Result, case_session.id)
        asks_on = due(result.created_at).astimezone(clock.BERLIN).date() if result else None
        return After(asks_on=asks_on, silent=known is not None and known.closed_at is not None)
    return After(words.DONE[known.answer], known.helped)


def _part(user: User, case_session: CaseSession) -> words.LazyString:
    if case_session.moderator_id == user.id:
        return words.MODERATOR
    seat = case_session.seat_of(user.id)
    return words.PARTS[seat.part] if seat else words.CO_MODERATOR
