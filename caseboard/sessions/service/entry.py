"""How every verb of a consultation begins: hold the row, judge the rule, look whether the case rests."""

from collections.abc import Callable
from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, inspect, select
from sqlalchemy.orm.attributes import set_committed_value

from caseboard import clock, policy
from caseboard.db import Row, db
from caseboard.models import Case, CaseSession, SessionKind, SessionState, User
from caseboard.policy import sessions as rules
from caseboard.policy.sessions import Part
from caseboard.sessions import phases
from caseboard.sessions.actions import Action, Standing, fit
from caseboard.sessions.lookups import is_revealable
from caseboard.sessions.phases import Fit, PhaseSpec
from caseboard.sessions.wording import WRONG_MOMENTS, WRONG_MOMENTS_IN_WRITING
from caseboard.sessions.written import timetable


def enter(rule: Callable[[User, CaseSession], bool], user: User, case_session: CaseSession) -> None:
    """Hold the rows, then judge: whoever comes second sees what the first has done.

    The case first and then its consultation, as erasing a case does, so that nobody waits for each other in a ring.
    """
    _hold(case_session)
    policy.require(rule(user, case_session))
    rules.require_awake(case_session)
    note_that_it_can_be_read(case_session)


def note_that_it_can_be_read(case_session: CaseSession) -> None:
    """Keep that a moderator could read what is hidden in a round, before something happens after which they cannot.

    It holds on when the round gets more days, goes back a phase or has fewer perspectives again.
    """
    if timetable.is_written(case_session) and case_session.looked_at is None and is_revealable(case_session):
        case_session.looked_at = clock.now()


def _hold(case_session: CaseSession) -> None:
    """Both rows as they are now, under their locks, and each read once: people wait while it is held."""
    (key,) = inspect(case_session).identity or ("",)
    case_id = select(CaseSession.case_id).where(CaseSession.id == key).scalar_subquery()
    case = _anew(select(Case).where(Case.id == case_id).with_for_update(of=Case))
    _anew(select(CaseSession).where(CaseSession.id == key).with_for_update(of=CaseSession))
    set_committed_value(case_session, "case", case)


def _anew(held: Select[tuple[Row]]) -> Row:
    return db.session.scalars(held, execution_options={"populate_existing": True}).one()


def thing(case_session: CaseSession) -> str:
    """How notices and the audit trail name a consultation."""
    return f"session:{case_session.id}"


def start(case_session: CaseSession) -> None:
    """Let a consultation run from the phase in which it begins here."""
    case_session.state, case_session.started_at = SessionState.RUNNING, clock.now()
    agenda = phases.agenda_of(case_session)
    written = timetable.is_written(case_session)
    enter_phase(case_session, timetable.first(agenda) if written else phases.first_in_the_app(agenda))


def enter_phase(case_session: CaseSession, phase: PhaseSpec | None) -> None:
    """Let a consultation stand in a phase of its agenda; in a live session its time starts to run."""
    if phase is None:
        return
    now = clock.now()
    case_session.phase = phase.key
    case_session.phase_started_at = case_session.touched_at = now
    live = case_session.kind is SessionKind.LIVE and phase.minutes
    case_session.phase_ends_at = now + timedelta(minutes=phase.minutes or 0) if live else None


def act(action: Action, user: User, case_session: CaseSession) -> Part:
    """Hold the rows and judge one action by the table; every change of a running consultation begins here.

    Returns:
        What the person is in this consultation.

    Raises:
        NotAllowed: somebody who can never do this.
        WrongMoment: the right person, at the wrong moment.
        NotFound: the consultation rests.
    """
    enter(lambda person, meeting: rules.part_of(person, meeting) is not None, user, case_session)
    part = rules.part_of(user, case_session)
    fits = fitting(action, part, case_session) if part else Fit.WRONG_PERSON
    require_fit(fits, action, case_session)
    case_session.touched_at = clock.now()
    if case_session.state is SessionState.RUNNING or action is Action.START:
        _note_who_leads(case_session, part)
    return part


def _note_who_leads(case_session: CaseSession, part: Part | None) -> None:
    """Whoever leads or stands by and does anything while it runs, or opens it, was there."""
    if part is Part.MODERATOR:
        case_session.moderator_came_at = case_session.moderator_came_at or clock.now()
    if part is Part.CO_MODERATOR:
        case_session.co_moderator_came_at = case_session.co_moderator_came_at or clock.now()


def require_fit(fits: Fit, action: Action, case_session: CaseSession) -> None:
    """Turn away whoever cannot do it, in words that say why if it is only the moment.

    Raises:
        NotAllowed: somebody who can never do this.
        WrongMoment: the right person, at the wrong moment, or one of two moderators while the other one leads.
    """
    policy.require(fits is not Fit.WRONG_PERSON)
    if fits is Fit.OTHER_LEADS:
        leads = db.session.get_one(User, case_session.moderator_id)
        policy.require_moment(False, _l("%(name)s leads now.", name=leads.name))
    sentences = WRONG_MOMENTS_IN_WRITING if timetable.is_written(case_session) else WRONG_MOMENTS
    policy.require_moment(fits is Fit.FITS, sentences[action])


def possible(part: Part, case_session: CaseSession) -> frozenset[Action]:
    """Everything that the table lets this part do in a consultation as it stands."""
    standing, phase = _standing(case_session), phases.current(case_session)
    return frozenset(action for action in Action if fit(action, part, phase, standing) is Fit.FITS)


def fitting(action: Action, part: Part, case_session: CaseSession) -> Fit:
    """What the table says for a consultation as it stands."""
    return fit(action, part, phases.current(case_session), _standing(case_session))


def _standing(case_session: CaseSession) -> Standing:
    return Standing(case_session.kind, case_session.state, case_session.writes_alone)
