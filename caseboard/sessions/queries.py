"""Reading consultations: each person gets a view with what they may see, and nothing that is still hidden."""

from dataclasses import replace
from datetime import date, datetime

from flask_babel import LazyString

from caseboard import clock, similar
from caseboard.db import db
from caseboard.models import (
    Answer,
    Case,
    CaseSession,
    Result,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import finding, inviting, moderates, overdue
from caseboard.policy import sessions as rules
from caseboard.sessions import content, lookups, parts, service
from caseboard.sessions.seating import is_full
from caseboard.sessions.views import (
    Line,
    Overview,
    ResultView,
    SessionView,
    WaitingCase,
)
from caseboard.sessions.wording import (
    GATHERED,
    KINDS,
    LIVE_STATES,
    MIDDLES,
    NOTHING_GATHERED,
    PARTS,
    STATES,
    STEPS,
)
from caseboard.sessions.written import queries as written


def overview(user: User) -> Overview:
    """All consultations that concern somebody, and for moderators the cases that wait for one."""
    found = list(
        db.session.scalars(finding.visible_sessions(user).order_by(CaseSession.ends_at.desc(), CaseSession.id))
    )
    waiting = [WaitingCase(case.id, case.title or "", case.released_at, case.urgent) for case in _waiting(user)]
    return Overview(
        invited=tuple(_line(one, one.case.key_question) for one in found if rules.is_invited(user, one)),
        advising=tuple(_line(one, one.case.title) for one in found if rules.has_place(user, one)),
        own=tuple(_line(one, one.case.title) for one in found if rules.may_conclude(user, one)),
        moderating=tuple(_line(one, one.case.title) for one in found if _leads(user, one)),
        waiting=tuple(waiting),
        moderates=moderates(user),
        left_alone=tuple(_line(one, one.case.title) for one in _left_alone(user)),
    )


def show(user: User, case_session: CaseSession, language: str) -> SessionView:
    """One consultation for one of its people.

    Raises:
        NotFound: it rests.
    """
    rules.require_awake(case_session)
    view = _invitation(case_session, user)
    if rules.is_invited(user, case_session):
        return view
    view = replace(parts.along(view, case_session, language), beside=_beside(user, case_session.case))
    view = replace(view, round=written.round_view(user, case_session, language))
    if rules.may_moderate_session(user, case_session):
        return parts.for_moderator(view, case_session)
    if rules.may_co_moderate(user, case_session):
        return parts.for_co_moderator(view, case_session)
    if rules.may_contribute(user, case_session):
        return parts.for_adviser(view, case_session, user)
    if rules.may_conclude(user, case_session):
        return parts.for_case_giver(view, case_session)
    return parts.for_listener(view, case_session)


def _beside(user: User, case: Case) -> similar.Beside:
    """Earlier cases that this reader may open, and what helped in such cases."""
    return similar.beside(user, (case.title, case.key_question, case.situation), case.theme_ids, but=case.id)


def own_answers(user: User, case_session: CaseSession) -> dict[str, Answer]:
    """What the adviser said about the own house, by theme."""
    return {row.theme_id: row.answer for row in lookups.observations(user, case_session)}


def result_sheet(case_session: CaseSession, language: str) -> ResultView:
    """The result sheet.

    Raises:
        NotFound: the consultation rests.
        WrongMoment: there is no result yet.
    """
    rules.require_awake(case_session)
    result = db.session.get(Result, case_session.id)
    service.require_result(case_session)
    return ResultView(
        session_id=case_session.id,
        title=case_session.case.title or "",
        key_question=case_session.key_question or case_session.case.key_question,
        kind=KINDS[case_session.kind],
        revealed_at=case_session.revealed_at,
        helped=result.helped,
        first_step=result.first_step,
        thanks=result.thanks,
        gathered=GATHERED[case_session.kind],
        nothing_gathered=NOTHING_GATHERED[case_session.kind],
        perspectives=content.revealed(case_session, language),
        themes=content.themes(case_session.case, language),
    )


def _leads(user: User, case_session: CaseSession) -> bool:
    return rules.may_moderate_session(user, case_session) or rules.may_co_moderate(user, case_session)


def _left_alone(user: User) -> list[CaseSession]:
    found = db.session.scalars(overdue.overdue_sessions().order_by(CaseSession.id)) if moderates(user) else ()
    return [one for one in found if overdue.may_take_up_session(user, one)]


def _waiting(user: User) -> list[Case]:
    """What is urgent first, then what waits longest; inside a day the random ids decide: the order tells no hour."""

    def turn(case: Case) -> tuple[bool, date, str]:
        return not case.urgent, _day(case.released_at), case.id

    return sorted(db.session.scalars(inviting.waiting_cases(user)), key=turn)


def _day(moment: datetime | None) -> date:
    return (moment or clock.now()).astimezone(clock.BERLIN).date()


def _line(case_session: CaseSession, title: str | None) -> Line:
    return Line(
        case_session.id,
        title or "",
        KINDS[case_session.kind],
        _state(case_session),
        case_session.ends_at,
        is_done=case_session.state is SessionState.RESULT_SENT,
    )


def _state(case_session: CaseSession) -> LazyString:
    words = LIVE_STATES if case_session.kind is SessionKind.LIVE else STATES
    return words[case_session.state]


def _invitation(case_session: CaseSession, user: User) -> SessionView:
    """What somebody knows before they accept: the question, the kind, the dates, and what they are asked to be."""
    seat = case_session.seat_of(user.id)
    return SessionView(
        id=case_session.id,
        part="invited",
        kind=case_session.kind.value,
        kind_label=KINDS[case_session.kind],
        state_label=_state(case_session),
        middle=MIDDLES[case_session.kind],
        gathered=GATHERED[case_session.kind],
        nothing_gathered=NOTHING_GATHERED[case_session.kind],
        step=STEPS[case_session.state],
        starts_at=case_session.starts_at,
        ends_at=case_session.ends_at,
        is_over=lookups.has_ended(case_session),
        is_open=case_session.state in rules.OPEN,
        is_revealed=case_session.revealed_at is not None,
        has_result=case_session.state is SessionState.RESULT_SENT,
        key_question=case_session.case.key_question,
        seat=seat.state.value if seat else None,
        seat_part=PARTS[seat.part] if seat else None,
        is_urgent=case_session.urgent,
        is_full=is_full(case_session),
        has_date=finding.may_keep_the_date(user, case_session),
        moved_at=case_session.moved_at,
        move_reason=case_session.move_reason,
    )
