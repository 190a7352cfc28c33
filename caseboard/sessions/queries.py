"""Reading consultations: each person gets a view with what they may see, and nothing that is still hidden."""

from collections.abc import Set
from dataclasses import replace
from datetime import date, datetime

from flask_babel import LazyString
from sqlalchemy import Select, select

from caseboard import clock, similar
from caseboard.db import db
from caseboard.models import (
    Answer,
    Case,
    CaseSession,
    Jobcenter,
    Perspective,
    PerspectiveState,
    Result,
    SeatState,
    SessionKind,
    SessionState,
    Theme,
    User,
)
from caseboard.policy import finding, inviting, moderates
from caseboard.policy import sessions as rules
from caseboard.policy.sessions import Part
from caseboard.policy.speaking import case_giver_speaks, may_speak
from caseboard.sessions import lookups, phases, service
from caseboard.sessions.actions import Action
from caseboard.sessions.live import sheet as board
from caseboard.sessions.phases import Fit
from caseboard.sessions.seating import is_full
from caseboard.sessions.service.entry import fitting
from caseboard.sessions.views import (
    CaseText,
    Line,
    Overview,
    Person,
    PerspectiveView,
    ResultView,
    SessionView,
    ThemeLine,
    WaitingCase,
)
from caseboard.sessions.wording import (
    GATHERED,
    KINDS,
    LIVE_STATES,
    MIDDLES,
    NOTHING_GATHERED,
    PARTS,
    SEATS,
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
    view = replace(_along(view, case_session, language), beside=_beside(user, case_session.case))
    view = replace(view, round=written.round_view(user, case_session, language))
    if rules.may_moderate_session(user, case_session):
        return _for_moderator(view, case_session)
    if rules.may_co_moderate(user, case_session):
        return _for_co_moderator(view, case_session)
    if rules.may_contribute(user, case_session):
        return _for_adviser(view, case_session, user)
    if rules.may_conclude(user, case_session):
        return _for_case_giver(view, case_session)
    return _for_listener(view, case_session)


def _beside(user: User, case: Case) -> similar.Beside:
    """Earlier cases that this reader may open, and what helped in such cases."""
    return similar.beside(user, (case.title, case.key_question, case.situation), case.theme_ids, but=case.id)


def case_to_plan(case: Case, language: str) -> CaseText:
    """The case as the moderator who plans sees it."""
    return _case_text(case, language)


def own_text(user: User, case_session: CaseSession) -> str | None:
    """The adviser's own perspective, stripped as it is stored."""
    mine = lookups.own_perspective(user, case_session)
    return mine.text if mine else None


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
        perspectives=_revealed(case_session, language),
        themes=_themes(case_session.case, language),
    )


def _leads(user: User, case_session: CaseSession) -> bool:
    return rules.may_moderate_session(user, case_session) or rules.may_co_moderate(user, case_session)


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


def _along(view: SessionView, case_session: CaseSession, language: str) -> SessionView:
    return replace(
        view,
        case=_case_text(case_session.case, language),
        moderator=_person(case_session.moderator_id),
        co_moderator=_person(case_session.co_moderator_id),
        least_seats=case_session.least_seats,
        most_seats=case_session.most_seats,
        people=_people(case_session, {SeatState.ACCEPTED}),
        perspectives=_revealed(case_session, language),
    )


def _for_moderator(view: SessionView, case_session: CaseSession) -> SessionView:
    return replace(
        view,
        part="moderator",
        people=_people(case_session, set(SeatState)),
        video_link=case_session.video_link,
        count=lookups.perspective_count(case_session),
        least=case_session.least_perspectives,
        can_open=_can_open(case_session) and rules.has_enough_people(case_session),
        waits_for_people=_can_open(case_session) and not rules.has_enough_people(case_session),
        can_reveal=lookups.is_revealable(case_session),
        can_move=_can_open(case_session),
        speaks=case_giver_speaks(case_session),
        can_hand_over=bool(case_session.co_moderator_id) and _fits(Action.HAND_OVER, Part.MODERATOR, case_session),
    )


def _fits(action: Action, part: Part, case_session: CaseSession) -> bool:
    return fitting(action, part, case_session) is Fit.FITS


def _for_co_moderator(view: SessionView, case_session: CaseSession) -> SessionView:
    """Whoever stands by sees what the moderator sees, and leads nothing until it is handed over."""
    return replace(
        view,
        part="co_moderator",
        people=_people(case_session, set(SeatState)),
        video_link=case_session.video_link,
        can_take_over=_fits(Action.TAKE_OVER, Part.CO_MODERATOR, case_session),
    )


def _for_listener(view: SessionView, case_session: CaseSession) -> SessionView:
    """Observers follow the consultation and write nothing."""
    return replace(view, part="listener", video_link=case_session.video_link)


def _can_open(case_session: CaseSession) -> bool:
    return case_session.kind is SessionKind.LIVE and case_session.state is SessionState.INVITED


def _for_adviser(view: SessionView, case_session: CaseSession, user: User) -> SessionView:
    text = own_text(user, case_session)
    return replace(
        view,
        part="adviser",
        video_link=case_session.video_link,
        own_text=text,
        can_write=phases.takes_perspectives(case_session.state, phases.current(case_session).work),
        can_observe=bool(case_session.case.theme_ids) and (text is not None or view.is_revealed),
        has_observed=bool(lookups.observations(user, case_session)),
    )


def _for_case_giver(view: SessionView, case_session: CaseSession) -> SessionView:
    """The video link only for a case giver who chose to speak: whoever joins a call shows a face and a name."""
    user = db.session.get_one(User, case_session.case.author_id)
    speaks = case_giver_speaks(case_session)
    return replace(
        view,
        part="case_giver",
        can_speak=may_speak(user, case_session),
        speaks=speaks,
        video_link=case_session.video_link if speaks else None,
        count=lookups.perspective_count(case_session),
        least=case_session.least_perspectives,
        can_take_along=view.kind == SessionKind.LIVE.value and _fits(Action.TAKE_ALONG, Part.CASE_GIVER, case_session),
        can_conclude=phases.takes_outcome(case_session.state, phases.current(case_session).work),
    )


def _case_text(case: Case, language: str) -> CaseText:
    return CaseText(
        id=case.id,
        title=case.title or "",
        key_question=case.key_question,
        situation=case.situation or "",
        attempts=case.attempts,
        hope=case.hope,
        themes=_themes(case, language),
    )


def _themes(case: Case, language: str) -> tuple[ThemeLine, ...]:
    rows = db.session.scalars(select(Theme).where(Theme.id.in_(case.theme_ids)))
    lines = [ThemeLine(row.id, row.name_de if language == "de" else row.name_en) for row in rows]
    return tuple(sorted(lines, key=lambda line: line.name))


def _person(user_id: str | None) -> Person | None:
    user = db.session.get(User, user_id) if user_id else None
    return Person(user.name, user.jobcenter.name) if user else None


def _people(case_session: CaseSession, states: Set[SeatState]) -> tuple[Person, ...]:
    seats = {seat.user_id: seat for seat in case_session.seats if seat.state in states}
    rows = db.session.scalars(select(User).where(User.id.in_(seats)).order_by(User.name))
    return tuple(
        Person(row.name, row.jobcenter.name, SEATS[seats[row.id].state], PARTS[seats[row.id].part]) for row in rows
    )


def _revealed(case_session: CaseSession, language: str) -> tuple[PerspectiveView, ...]:
    """The revealed perspectives by house; neither their order nor anything else says who wrote first."""
    if case_session.revealed_at is None:
        return ()
    if case_session.kind is SessionKind.LIVE:
        return board.kept(case_session)
    wanted: Select[tuple[Perspective, str]] = (
        select(Perspective, Jobcenter.name)
        .join(Jobcenter, Jobcenter.id == Perspective.jobcenter_id)
        .where(Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.REVEALED)
        .order_by(Jobcenter.name, Perspective.id)
    )
    names = written.consulting_names(case_session, language)
    shown = [
        PerspectiveView(house, row.text, names.get(row.phase_key or "", ""))
        for row, house in db.session.execute(wanted)
    ]
    order = list(names.values())
    return tuple(sorted(shown, key=lambda one: order.index(one.phase) if one.phase else -1))
