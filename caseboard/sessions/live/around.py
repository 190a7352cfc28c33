"""Reading what stands around the board: the case, the call, earlier cases; it does not change while people look."""

from flask import current_app
from sqlalchemy import select

from caseboard import similar
from caseboard.db import db
from caseboard.models import (
    Case,
    CaseSession,
    Perspective,
    PerspectiveState,
    SessionSlot,
    SessionState,
    User,
)
from caseboard.policy import cases as case_rules
from caseboard.policy.sessions import Part
from caseboard.policy.speaking import case_giver_speaks
from caseboard.sessions import content
from caseboard.sessions.live.views import BoardPage


def page(user: User, case_session: CaseSession, part: Part, language: str) -> BoardPage:
    """What stands around the board. The case giver gets a link to the call only where they chose to speak."""
    case = case_session.case
    speaks = case_giver_speaks(case_session)
    return BoardPage(
        title=case.title or "",
        case=content.case_text(case, language),
        video_link=case_session.video_link if speaks or part is not Part.CASE_GIVER else None,
        moderator=content.person(case_session.moderator_id),
        moderator_presents=case_session.moderator_presents,
        case_giver_speaks=speaks,
        beside=similar.beside(user, (case.title, case.key_question, case.situation), case.theme_ids, but=case.id)
        if part is not Part.CASE_GIVER
        else None,
        parked_before=parked_before(user, case_session),
        idle=int(current_app.config["SIGN_IN_IDLE"].total_seconds()),
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
