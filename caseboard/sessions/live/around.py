"""Reading what stands around the board: the case, the call, earlier cases; it does not change while people look."""

from flask import current_app

from caseboard import similar
from caseboard.models import CaseSession, User
from caseboard.policy.sessions import Part
from caseboard.policy.speaking import case_giver_speaks
from caseboard.sessions import content
from caseboard.sessions.live.parking import parked_before
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
