"""Erasing a case and closing it: its words go everywhere, and after erasing everybody who took part hears of it."""

from collections.abc import Sequence

from sqlalchemy import delete, select, update

from caseboard import clock, labels, outbox
from caseboard.db import db
from caseboard.models import (
    CandidateCase,
    CardGroup,
    Case,
    CaseExclusion,
    CaseSession,
    CaseState,
    CaseTheme,
    FollowUp,
    Helped,
    HelpedState,
    MadeFile,
    NearDuplicate,
    Perspective,
    PerspectiveState,
    Question,
    Recognition,
    Result,
    Seat,
    SeatState,
    SessionSlot,
    SessionState,
    ThemeAssignment,
    ThemeFollower,
    ThemeLabel,
    ThemeTrace,
    present_run,
)
from caseboard.models.case import KeptWord, RestoredPassage

TEXTS = ("title", "situation", "attempts", "key_question", "hope", "send_back_reason")

SAID = (Perspective, CardGroup, Question, Result, FollowUp, MadeFile)
"""What was written or made in a consultation, in an order in which nothing points to what is gone already."""


ABOUT = (CaseTheme, ThemeLabel, ThemeAssignment, NearDuplicate, CandidateCase)
"""What people and the classifier said the case is about."""


def erase(case: Case, state: CaseState) -> None:
    """Empty a case inside the running transaction; it counts for nothing any more, so not even its themes stay."""
    told = took_part(case)
    unchecked = (Helped.case_id == case.id, Helped.state != HelpedState.SHOWN)
    db.session.execute(delete(Helped).where(*unchecked))
    _empty(case, state)
    for case_session in _without_words(case):
        case_session.state = SessionState.CANCELLED
    db.session.flush()
    db.session.expire(case)
    outbox.tell(told, "case.deleted", f"case:{case.id}")


def close(case: Case) -> None:
    """Delete the narrative of a case that is over, inside the running transaction.

    Of what it was about, theme, house and month stay for the rule that counts, in rows that know no case. That people
    sat together stays, without a word of what was said. What helped stays too: once it is checked it knows neither
    case nor house any more; until then it does, and so do the houses that were left out.
    """
    helped = db.session.scalar(select(Helped).where(Helped.case_id == case.id))
    waits = helped is not None and helped.state is HelpedState.WAITING
    _leave_traces(case)
    _empty(case, CaseState.CLOSED, keeps_exclusions=waits)
    _without_words(case)
    if helped is not None and helped.state is HelpedState.SHOWN:
        helped.case_id = helped.jobcenter_id = None
    elif helped is not None and not waits:
        db.session.delete(helped)
    db.session.flush()
    db.session.expire(case)


def _empty(case: Case, state: CaseState, *, keeps_exclusions: bool = False) -> None:
    for name in TEXTS:
        setattr(case, name, None)
    case.kept_words, case.kinds, case.risk_reasons, case.once_key = 0, {}, [], None
    case.live_reasons, case.client_group = [], None
    case.paused_at = case.blocked_at = case.expires_at = None
    case.passes_to(state, clock.now())
    db.session.flush()
    for table in (KeptWord, RestoredPassage, *ABOUT, *(() if keeps_exclusions else (CaseExclusion,))):
        db.session.execute(delete(table).where(table.case_id == case.id))
    close_recognitions(case, lifted=False)


def _leave_traces(case: Case) -> None:
    """Theme, house and month for the rule; and who hears what becomes of the theme, without the case."""
    if case.released_at is None:
        return
    month = case.released_at.astimezone(clock.BERLIN).date().replace(day=1)
    written = (
        select(Perspective.author_id)
        .join(CaseSession, CaseSession.id == Perspective.session_id)
        .where(CaseSession.case_id == case.id, Perspective.state != PerspectiveState.WITHDRAWN)
    )
    followers = {case.author_id, *db.session.scalars(written)}
    twin = select(NearDuplicate).where(NearDuplicate.case_id == case.id, NearDuplicate.run_id == present_run())
    counts = db.session.scalar(twin) is None
    for theme_id in sorted(labels.counted(case.id)):
        if counts:
            db.session.add(ThemeTrace(theme_id=theme_id, jobcenter_id=case.jobcenter_id, month=month))
        for user_id in sorted(followers):
            db.session.merge(ThemeFollower(theme_id=theme_id, user_id=user_id, month=month))


def close_recognitions(case: Case, *, lifted: bool) -> None:
    """Note on the open reports of a case what became of them."""
    open_ones = select(Recognition).where(
        Recognition.case_id == case.id, Recognition.lifted_at.is_(None), Recognition.deleted_at.is_(None)
    )
    for pause in db.session.scalars(open_ones):
        if lifted:
            pause.lifted_at = clock.now()
        else:
            pause.deleted_at = clock.now()


def _without_words(case: Case) -> Sequence[CaseSession]:
    """The consultations of the case, after everything that was said in them is deleted.

    The rows are held first: whoever is just handing something in finishes before, so that it is deleted with the rest,
    and whoever comes later finds that the case is over.
    """
    held = select(CaseSession).where(CaseSession.case_id == case.id).order_by(CaseSession.id).with_for_update()
    meetings = db.session.scalars(held.execution_options(populate_existing=True)).all()
    ids = [meeting.id for meeting in meetings]
    for table in SAID:
        db.session.execute(delete(table).where(table.session_id.in_(ids)))
    db.session.execute(update(SessionSlot).where(SessionSlot.session_id.in_(ids)).values(session_id=None))
    for case_session in meetings:
        case_session.video_link = case_session.key_question = case_session.move_reason = None
        case_session.first_step = None
    return meetings


def took_part(case: Case) -> set[str]:
    """Moderators and advisers who were asked and did not decline; the author did it, or is told otherwise."""
    seats = (
        select(Seat.user_id)
        .join(CaseSession, CaseSession.id == Seat.session_id)
        .where(CaseSession.case_id == case.id, Seat.state != SeatState.DECLINED)
    )
    moderators = db.session.execute(
        select(CaseSession.moderator_id, CaseSession.co_moderator_id).where(CaseSession.case_id == case.id)
    )
    return set(db.session.scalars(seats)) | {user_id for both in moderators for user_id in both if user_id}
