"""The verbs while a written round runs: contribute, take back, reveal; live sessions have a board of their own."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select

from caseboard import audit, clock, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.models import (
    CaseRead,
    CaseSession,
    Perspective,
    PerspectiveState,
    Question,
    QuestionState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import sessions as rules
from caseboard.policy.sessions import Part
from caseboard.sessions import contributions, phases
from caseboard.sessions.actions import Action
from caseboard.sessions.live.marks import mark, require_same
from caseboard.sessions.lookups import own_perspective
from caseboard.sessions.phases import Fit, Work
from caseboard.sessions.service.attending import note_writers
from caseboard.sessions.service.entry import act, enter_phase, fitting, thing
from caseboard.sessions.wording import WRONG_MOMENTS_IN_WRITING


def require_writing(case_session: CaseSession) -> None:
    """Perspectives are written while the consultation runs, not before and not after.

    Raises:
        WrongMoment: it does not run, or is a live session, where thoughts go onto the board.
    """
    _require_round(case_session)
    fits = fitting(Action.POST_CARD, Part.ADVISER, case_session) is Fit.FITS
    policy.require_moment(fits, WRONG_MOMENTS_IN_WRITING[Action.POST_CARD])


def _enter(action: Action, adviser: User, case_session: CaseSession) -> None:
    policy.require(rules.may_contribute(adviser, case_session))
    _require_round(case_session)
    act(action, adviser, case_session)


def _require_round(case_session: CaseSession) -> None:
    written = case_session.kind is SessionKind.WRITTEN
    policy.require_moment(written, _l("In a live session you write cards on the board."))


def perspective_mark(adviser: User, case_session: CaseSession) -> str:
    """What stands of the adviser's own perspective, and whether it was sent back."""
    mine = own_perspective(adviser, case_session)
    return mark(mine.text, mine.state.value) if mine else mark(None)


def contribute(adviser: User, case_session: CaseSession, text: SafeText, once_key: str, seen: str) -> Perspective:
    """Hand in the adviser's perspective, or put it in the place of the one before; hidden until all are revealed.

    What was sent back because it named somebody leaves the files as well.

    Raises:
        Collision: it was written or sent back since, as `perspective_mark` says.
    """
    before = own_perspective(adviser, case_session)
    was_sent_back = before is not None and before.state is PerspectiveState.SENT_BACK
    mine = _contribute(adviser, case_session, text, once_key, seen)
    if was_sent_back:
        forget_deleted()
    return mine


@command
def _contribute(adviser: User, case_session: CaseSession, text: SafeText, once_key: str, seen: str) -> Perspective:
    _enter(Action.POST_CARD, adviser, case_session)
    key = contributions.key_of(adviser, once_key)
    mine = own_perspective(adviser, case_session)
    if mine is not None and mine.once_key == key:
        return mine
    require_same(seen, perspective_mark(adviser, case_session), mine.text if mine else "")
    if mine is None:
        mine = Perspective(**contributions.bound(adviser, case_session), author_id=adviser.id)
        db.session.add(mine)
    mine.text, mine.once_key, mine.phase_key = text, key, case_session.phase
    mine.state, mine.send_back_reason = PerspectiveState.QUEUED, None
    db.session.flush()
    audit.record(adviser, "perspective.write", f"perspective:{mine.id}")
    return mine


def withdraw(adviser: User, case_session: CaseSession) -> None:
    """Take one's own perspective back before it is revealed; its text leaves the files as well."""
    _withdraw(adviser, case_session)
    forget_deleted()


@command
def _withdraw(adviser: User, case_session: CaseSession) -> None:
    _enter(Action.TAKE_BACK_CARD, adviser, case_session)
    mine = own_perspective(adviser, case_session)
    if mine is not None:
        audit.record(adviser, "perspective.withdraw", f"perspective:{mine.id}")
        db.session.delete(mine)


def reveal_all(moderator: User, case_session: CaseSession) -> bool:
    """Show everything and go on to the closing, inside the running transaction; whether something was deleted."""
    dropped = drop_sent_back(case_session)
    for perspective in db.session.scalars(select(Perspective).where(Perspective.session_id == case_session.id)):
        perspective.state = PerspectiveState.REVEALED
    case_session.state = SessionState.FINISHED
    enter_phase(case_session, phases.agenda_of(case_session).first_of(Work.CLOSING))
    case_session.revealed_at = clock.now()
    note_writers(case_session)
    audit.record(moderator, "session.reveal", thing(case_session))
    outbox.tell(case_session.everybody() - {moderator.id}, "session.revealed", thing(case_session))
    return dropped


def drop_sent_back(case_session: CaseSession) -> bool:
    """Delete what names somebody and was not written anew; `forget_deleted` takes it out of the files."""
    returned = ((Perspective, PerspectiveState.SENT_BACK), (Question, QuestionState.SENT_BACK))
    done = [
        db.session.execute(delete(table).where(table.session_id == case_session.id, table.state == state))
        for table, state in returned
    ]
    return any(result.rowcount for result in done)


@command
def note_reading(reader: User, case_session: CaseSession) -> None:
    """Write into the access log that somebody other than the author was shown the case."""
    if rules.may_read_along(reader, case_session) and not rules.may_conclude(reader, case_session):
        db.session.add(CaseRead(case_id=case_session.case_id, user_id=reader.id))
