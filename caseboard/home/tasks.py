"""What waits for a person: one short list of tasks drawn from every room's tables.

The list is derived at every look, so nothing can be forgotten in it and nothing needs to be cleared up.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask_babel import LazyString, ngettext
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, exists, func, or_, select

from caseboard import clock, policy
from caseboard.db import db
from caseboard.home import topics
from caseboard.models import (
    Case,
    CaseSession,
    CaseState,
    Commitment,
    FollowUp,
    Measure,
    MeasureStage,
    Notice,
    Observation,
    Perspective,
    PerspectiveState,
    Proposal,
    ProposalState,
    Question,
    QuestionState,
    Recognition,
    Seat,
    SeatState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.policy import aftermath as aftermath_rules
from caseboard.policy import cases as case_rules
from caseboard.policy import finding, inviting, overdue, retention
from caseboard.policy import measures as measure_rules
from caseboard.policy import rounds as round_rules
from caseboard.policy import sessions as session_rules

LONGEST_OVERRUN = timedelta(hours=6)
"""So long after its end nobody joins a live session any more, even if nobody has finished it."""


@dataclass(frozen=True)
class Task:
    """One thing that waits for this person."""

    sentence: LazyString
    endpoint: str
    id: str | None
    since: datetime
    late: bool = False
    about: str = ""


def tasks(user: User) -> tuple[Task, ...]:
    """Everything that waits for this person; what is late comes first, then what waits longest."""
    found = (task for source in SOURCES for task in source(user))
    return tuple(sorted(found, key=_turn))


def _turn(task: Task) -> tuple[bool, date, str]:
    """Inside a day the random ids decide, so that the order tells no hour."""
    return not task.late, task.since.astimezone(clock.BERLIN).date(), task.id or ""


def _checks(user: User) -> Iterator[Task]:
    """What this person was asked to check; what others were asked is on the checklist until it is late."""
    asked = set(
        db.session.scalars(select(Notice.thing).where(Notice.user_id == user.id, Notice.kind == "case.to_check"))
    )
    for case in db.session.scalars(case_rules.checkable_cases(user)):
        late = clock.today() > case_rules.check_due(case.state_since)
        if late or f"case:{case.id}" in asked:
            yield Task(_l("Check a case"), "cases.check", case.id, case.state_since, late, topics.short(case.title))


def _own_cases(user: User) -> Iterator[Task]:
    waiting = case_rules.own_cases(user).where(Case.state.in_([CaseState.DRAFT, CaseState.SENT_BACK]))
    for case in db.session.scalars(waiting):
        title = topics.short(case.title)
        if case.state is CaseState.SENT_BACK:
            yield Task(_l("Revise your case: it was sent back"), "cases.own", case.id, case.state_since, about=title)
        else:
            soon = case.expires_at is not None and case.expires_at < clock.now() + timedelta(days=3)
            yield Task(_l("Finish your draft"), "cases.own", case.id, case.state_since, soon, title)


def _invitations(user: User) -> Iterator[Task]:
    undecided = {SeatState.INVITED, SeatState.TENTATIVE}
    for seat, meeting in _seats(user, undecided, SessionState.INVITED, SessionState.RUNNING):
        about = topics.of_session(user, meeting)
        yield Task(
            _l("Answer an invitation to a consultation"), "sessions.show", meeting.id, seat.invited_at, about=about
        )


def _perspectives(user: User) -> Iterator[Task]:
    for _seat, meeting in _seats(user, {SeatState.ACCEPTED}, SessionState.RUNNING):
        asked = round_rules.is_written(meeting) and round_rules.takes_perspectives_now(meeting)
        writes = asked and session_rules.may_contribute(user, meeting)
        if writes and meeting.revealed_at is None and not _has_written(user, meeting):
            late = meeting.ends_at < clock.now() + timedelta(days=1)
            about = topics.of_session(user, meeting)
            yield Task(_l("Add your perspective"), "sessions.show", meeting.id, meeting.starts_at, late, about)


def _returned(user: User) -> Iterator[Task]:
    """Whatever was sent back, in whichever phase: as it stands, it is not revealed."""
    mine = select(Perspective.session_id).where(
        Perspective.author_id == user.id, Perspective.state == PerspectiveState.SENT_BACK
    )
    waiting = set(db.session.scalars(mine))
    for _seat, meeting in _seats(user, {SeatState.ACCEPTED}, SessionState.RUNNING):
        if meeting.id in waiting and round_rules.may_write_in_round(user, meeting):
            late = meeting.ends_at < clock.now() + timedelta(days=1)
            about = topics.of_session(user, meeting)
            sentence = _l("Put your perspective in other words")
            yield Task(sentence, "sessions.show", meeting.id, meeting.starts_at, late, about)


def _observations(user: User) -> Iterator[Task]:
    """Whether the own house has this too: asked of whoever was there and has not said, for as long as feedback is."""
    answered = set(db.session.scalars(select(Observation.session_id).where(Observation.user_id == user.id)))
    for seat, meeting in _seats(user, {SeatState.ACCEPTED}, SessionState.FINISHED, SessionState.RESULT_SENT):
        held = aftermath_rules.held_at(meeting)
        asked = held is not None and clock.now() < held + retention.FEEDBACK_TAKEN and bool(meeting.case.theme_ids)
        there = seat.attended_at is not None and session_rules.may_observe(user, meeting)
        if asked and there and meeting.id not in answered:
            about = topics.of_session(user, meeting)
            yield Task(_l("Say whether you know this too"), "sessions.observe", meeting.id, held, about=about)


def _live(user: User) -> Iterator[Task]:
    """A session that runs at this moment, for everybody who has a part in it; later only for whoever has to end it."""
    running = finding.visible_sessions(user).where(
        CaseSession.kind == SessionKind.LIVE, CaseSession.state == SessionState.RUNNING
    )
    for meeting in db.session.scalars(running):
        is_over = meeting.ends_at < clock.now() - LONGEST_OVERRUN
        sees = session_rules.may_run_session if is_over else session_rules.may_read_along
        if sees(user, meeting):
            since, about = meeting.started_at or meeting.starts_at, topics.of_session(user, meeting)
            sentence = _l("Bring a live session to its end") if is_over else _l("Join a live session that is running")
            yield Task(sentence, "sessions.board", meeting.id, since, True, about)


def _has_written(user: User, meeting: CaseSession) -> bool:
    """A written round asks for one perspective in each of its phases; what was sent back is a task of its own."""
    mine = select(Perspective.id).where(Perspective.author_id == user.id, Perspective.session_id == meeting.id)
    if round_rules.is_written(meeting):
        mine = mine.where(or_(Perspective.phase_key == meeting.phase, Perspective.phase_key.is_(None)))
    return bool(how_many(mine))


def _questions(user: User) -> Iterator[Task]:
    """What the case giver is asked in a running round; answers come without a name."""
    waiting = (
        finding.visible_sessions(user)
        .join(Question, Question.session_id == CaseSession.id)
        .where(
            Case.author_id == user.id,
            CaseSession.kind == SessionKind.WRITTEN,
            CaseSession.state == SessionState.RUNNING,
            Question.state == QuestionState.OPEN,
        )
        .with_only_columns(CaseSession, func.min(Question.created_at))
        .group_by(CaseSession.id)
    )
    for meeting, since in db.session.execute(waiting):
        about = topics.of_session(user, meeting)
        yield Task(_l("Answer questions about your case"), "sessions.show", meeting.id, since, about=about)


def _moderating(user: User) -> Iterator[Task]:
    mine = finding.visible_sessions(user).where(
        CaseSession.moderator_id == user.id,
        CaseSession.kind == SessionKind.WRITTEN,
        CaseSession.state == SessionState.RUNNING,
        CaseSession.revealed_at.is_(None),
    )
    for meeting in db.session.scalars(mine):
        count = db.session.scalar(
            select(func.count(Perspective.author_id.distinct() if round_rules.is_written(meeting) else Perspective.id))
            .select_from(Perspective)
            .where(Perspective.session_id == meeting.id, Perspective.state == PerspectiveState.QUEUED)
        )
        over = meeting.ends_at < clock.now()
        if count and (over or (count >= meeting.least_perspectives and round_rules.reveals_next(meeting))):
            about = topics.of_session(user, meeting)
            yield Task(
                _l("Reveal the perspectives together"), "sessions.show", meeting.id, meeting.starts_at, over, about
            )


def _results(user: User) -> Iterator[Task]:
    mine = finding.visible_sessions(user).where(
        Case.author_id == user.id,
        CaseSession.state.in_([SessionState.RUNNING, SessionState.FINISHED]),
        CaseSession.revealed_at.is_not(None),
    )
    for meeting in db.session.scalars(mine):
        since = meeting.revealed_at or meeting.ends_at
        about = topics.of_session(user, meeting)
        yield Task(_l("Say what helps you, and your first step"), "sessions.show", meeting.id, since, about=about)


def _follow_ups(user: User) -> Iterator[Task]:
    asked = (
        finding.visible_sessions(user)
        .join(FollowUp, FollowUp.session_id == CaseSession.id)
        .where(
            Case.author_id == user.id,
            FollowUp.asked_at.is_not(None),
            FollowUp.answer.is_(None),
            FollowUp.closed_at.is_(None),
        )
        .with_only_columns(CaseSession, FollowUp)
    )
    for meeting, question in db.session.execute(asked):
        since, late = question.asked_at or question.due_at, question.reminders > 0
        about = topics.of_session(user, meeting)
        yield Task(_l("Say what became of your first step"), "sessions.follow_up", meeting.id, since, late, about)


def _helped(user: User) -> Iterator[Task]:
    """What this moderator was asked to look at; others find it in the collection."""
    asked = select(Notice.thing, Notice.at).where(Notice.user_id == user.id, Notice.kind == "helped.to_check")
    since = {row.thing: row.at for row in db.session.execute(asked)}
    for helped in db.session.scalars(aftermath_rules.checkable_helped(user)):
        at = since.get(f"helped:{helped.id}")
        if at is not None:
            yield Task(_l("Look at something that has helped"), "sessions.check_helped", helped.id, at)


def _waiting_cases(user: User) -> Iterator[Task]:
    waiting = inviting.waiting_cases(user)
    first = db.session.scalars(waiting.order_by(Case.released_at).limit(1)).first()
    if first is not None and first.released_at is not None:
        found = how_many(waiting)
        about = ngettext("%(num)s case", "%(num)s cases", found)
        yield Task(
            _l("Plan a consultation: released cases wait"), "sessions.index", None, first.released_at, about=about
        )


def _left_alone(user: User) -> Iterator[Task]:
    """What other moderators have left, and this one could take up."""
    waiting = db.session.scalars(overdue.overdue_sessions()) if policy.moderates(user) else ()
    found = [meeting for meeting in waiting if overdue.may_take_up_session(user, meeting)]
    if found:
        since = min(overdue.left_since(meeting) for meeting in found)
        about = ngettext("%(num)s consultation", "%(num)s consultations", len(found))
        yield Task(_l("Take up what its moderators have left"), "sessions.index", None, since, True, about)


def _pauses(user: User) -> Iterator[Task]:
    for case in db.session.scalars(case_rules.judgeable_cases(user)):
        endpoint = "cases.protection" if case_rules.may_block_case(user, case) else "cases.paused"
        since = db.session.scalar(select(func.max(Recognition.at)).where(Recognition.case_id == case.id))
        thing = case.id if endpoint == "cases.protection" else None
        yield Task(_l("Decide on a paused case"), endpoint, thing, since or case.state_since, late=True)


def _proposals(user: User) -> Iterator[Task]:
    if policy.moderates(user):
        drafts = measure_rules.secondable_proposals(user).where(Proposal.state == ProposalState.DRAFT)
        for proposal in db.session.scalars(drafts):
            sentence, about = _l("Read a proposal as second moderator"), topics.short(proposal.title)
            yield Task(sentence, "measures.proposal", proposal.id, proposal.created_at, about=about)
    if policy.leads(user):
        open_ones = select(Proposal).where(Proposal.state == ProposalState.UNDER_REVIEW)
        for proposal in db.session.scalars(open_ones):
            since = proposal.submitted_at or proposal.created_at
            late = clock.now() - since > timedelta(days=90)
            about = topics.short(proposal.title)
            yield Task(_l("Decide on a proposal"), "measures.proposal", proposal.id, since, late, about)


def _commitments(user: User) -> Iterator[Task]:
    if not policy.leads(user):
        return
    answered = exists().where(Commitment.measure_id == Measure.id, Commitment.jobcenter_id == user.jobcenter_id)
    for measure in db.session.scalars(select(Measure).where(Measure.stage == MeasureStage.COMMITMENTS, ~answered)):
        sentence, about = _l("Say whether your house takes part"), topics.short(measure.title)
        yield Task(sentence, "measures.measure", measure.id, measure.stage_since, about=about)


SOURCES: tuple[Callable[[User], Iterator[Task]], ...] = (
    _checks,
    _own_cases,
    _invitations,
    _live,
    _perspectives,
    _returned,
    _observations,
    _questions,
    _moderating,
    _results,
    _follow_ups,
    _helped,
    _waiting_cases,
    _left_alone,
    _pauses,
    _proposals,
    _commitments,
)


def _seats(user: User, answers: Set[SeatState], *states: SessionState) -> list[tuple[Seat, CaseSession]]:
    seen = finding.visible_sessions(user).with_only_columns(CaseSession.id)
    rows = db.session.execute(
        select(Seat, CaseSession)
        .join(CaseSession, CaseSession.id == Seat.session_id)
        .where(
            Seat.user_id == user.id, Seat.state.in_(answers), CaseSession.state.in_(states), CaseSession.id.in_(seen)
        )
    )
    return [(row[0], row[1]) for row in rows]


def own_perspectives(user: User) -> Select[tuple[str | None]]:
    """The consultations this person has written a perspective in."""
    return (
        select(Perspective.session_id)
        .where(Perspective.author_id == user.id)
        .where(Perspective.state.in_([PerspectiveState.QUEUED, PerspectiveState.REVEALED]))
    )


def how_many(wanted: Select[Any]) -> int:
    """How many things a select finds."""
    return db.session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0
