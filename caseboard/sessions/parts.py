"""What a consultation shows to each part: moderator, co-moderator, adviser, case giver and listener."""

from dataclasses import replace

from caseboard.db import db
from caseboard.models import CaseSession, SeatState, SessionKind, SessionState, User
from caseboard.policy import sessions as rules
from caseboard.policy.sessions import Part
from caseboard.policy.speaking import case_giver_speaks, may_speak
from caseboard.sessions import content, lookups, phases
from caseboard.sessions.actions import Action
from caseboard.sessions.phases import Fit
from caseboard.sessions.service.entry import fitting
from caseboard.sessions.views import SessionView
from caseboard.sessions.written import timetable


def along(view: SessionView, case_session: CaseSession, language: str) -> SessionView:
    return replace(
        view,
        case=content.case_text(case_session.case, language),
        moderator=content.person(case_session.moderator_id),
        co_moderator=content.person(case_session.co_moderator_id),
        least_seats=case_session.least_seats,
        most_seats=case_session.most_seats,
        people=content.people(case_session, {SeatState.ACCEPTED}),
        perspectives=content.revealed(case_session, language),
    )


def for_moderator(view: SessionView, case_session: CaseSession) -> SessionView:
    return replace(
        view,
        part="moderator",
        people=content.people(case_session, set(SeatState)),
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


def for_co_moderator(view: SessionView, case_session: CaseSession) -> SessionView:
    """Whoever stands by sees what the moderator sees, and leads nothing until it is handed over."""
    return replace(
        view,
        part="co_moderator",
        people=content.people(case_session, set(SeatState)),
        video_link=case_session.video_link,
        can_take_over=_fits(Action.TAKE_OVER, Part.CO_MODERATOR, case_session),
    )


def for_listener(view: SessionView, case_session: CaseSession) -> SessionView:
    """Observers follow the consultation and write nothing."""
    return replace(view, part="listener", video_link=case_session.video_link)


def for_adviser(view: SessionView, case_session: CaseSession, user: User) -> SessionView:
    text = _own_text(user, case_session)
    return replace(
        view,
        part="adviser",
        video_link=case_session.video_link,
        own_text=text,
        can_write=timetable.is_written(case_session) and _fits(Action.POST_CARD, Part.ADVISER, case_session),
        can_observe=bool(case_session.case.theme_ids) and (text is not None or view.is_revealed),
        has_observed=bool(lookups.observations(user, case_session)),
    )


def for_case_giver(view: SessionView, case_session: CaseSession) -> SessionView:
    """The video link only for a case giver who chose to speak: whoever joins a call shows a face and a name."""
    user = db.session.get_one(User, case_session.case.author_id)
    speaks = case_giver_speaks(case_session)
    return replace(
        view,
        part="case_giver",
        moderator_presents=case_session.moderator_presents,
        can_speak=may_speak(user, case_session),
        speaks=speaks,
        video_link=case_session.video_link if speaks else None,
        count=lookups.perspective_count(case_session),
        least=case_session.least_perspectives,
        can_take_along=view.kind == SessionKind.LIVE.value and _fits(Action.TAKE_ALONG, Part.CASE_GIVER, case_session),
        can_conclude=phases.takes_outcome(case_session.state, phases.current(case_session).work),
    )


def _can_open(case_session: CaseSession) -> bool:
    return case_session.kind is SessionKind.LIVE and case_session.state is SessionState.INVITED


def _fits(action: Action, part: Part, case_session: CaseSession) -> bool:
    return fitting(action, part, case_session) is Fit.FITS


def _own_text(user: User, case_session: CaseSession) -> str | None:
    """The adviser's own perspective, stripped as it is stored."""
    mine = lookups.own_perspective(user, case_session)
    return mine.text if mine else None
