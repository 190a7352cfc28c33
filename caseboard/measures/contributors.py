"""Whom a theme owes an answer: everybody whose case, perspective or observation led to a proposal."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import Select, or_, select, union

from caseboard import clock, labels
from caseboard.db import db
from caseboard.models import (
    Case,
    CaseSession,
    CaseTheme,
    Observation,
    Perspective,
    PerspectiveState,
    Proposal,
    ThemeFollower,
    ThemeLabel,
    User,
)

SPAN = timedelta(days=365)
"""The window of the rule that flags a theme."""


def of(proposal: Proposal) -> set[str]:
    """Authors of the theme's released cases of the last twelve months, their advisers, and the two moderators.

    That a theme was merged since takes nobody off the list: what was once ticked counts, not only what it became.
    Whoever spoke of a theme that had become part of this one is among them too.

    The ids go to the outbox alone; no page ever lists who contributed.
    """
    themes = labels.held_by(proposal.theme_id)
    cases = _cases(themes)
    sessions = select(CaseSession.id).where(CaseSession.case_id.in_(cases))
    everybody = union(
        select(Case.author_id).where(Case.id.in_(cases)),
        select(Perspective.author_id).where(
            Perspective.session_id.in_(sessions), Perspective.state != PerspectiveState.WITHDRAWN
        ),
        select(Observation.user_id).where(Observation.session_id.in_(sessions), Observation.theme_id.in_(themes)),
        select(ThemeFollower.user_id).where(ThemeFollower.theme_id.in_(themes)),
    )
    moderators = {proposal.first_moderator_id, proposal.second_moderator_id} - {None}
    return _active({*db.session.scalars(everybody), *moderators})


def _cases(theme_ids: Collection[str]) -> Select[tuple[str]]:
    ticked = select(CaseTheme.case_id).where(CaseTheme.theme_id.in_(theme_ids))
    once = select(ThemeLabel.case_id).where(ThemeLabel.theme_id.in_(theme_ids), ThemeLabel.says)
    recent = Case.released_at.between(clock.now() - SPAN, clock.now())
    return select(Case.id).where(recent, or_(Case.id.in_(ticked), Case.id.in_(once)))


def _active(ids: set[str | None]) -> set[str]:
    return set(db.session.scalars(select(User.id).where(User.id.in_(ids), User.active)))
