"""What data protection and deciding moderators see of a case: states, days and readers, and no text unasked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, select

from caseboard import clock
from caseboard.cases import wording
from caseboard.cases.checks.texts import TextView, pieces, texts_of
from caseboard.db import db
from caseboard.models import Case, CaseRead, CaseState, Jobcenter, Recognition, RecognitionVote, User
from caseboard.policy import cases as rules
from caseboard.policy.retention import goes_on

STATES: Mapping[CaseState, LazyString] = {
    **wording.STATES,
    CaseState.SENT_BACK: _l("Sent back to its author"),
    CaseState.WITHDRAWN: _l("Withdrawn or deleted"),
}
"""The states in the words of somebody who did not write the case."""


@dataclass(frozen=True)
class HouseCase:
    """One case of the officer's house, by number and day."""

    id: str
    number: str
    state: str
    since: date
    released_on: date | None
    goes_on: date | None
    paused: bool
    blocked: bool


@dataclass(frozen=True)
class ReadView:
    """One look at a case: who, from where, on which day."""

    name: str
    house: str
    on: date


@dataclass(frozen=True)
class ProtectionView:
    """One case of the house for its data protection officer."""

    case: HouseCase
    reads: tuple[ReadView, ...]
    recognised_on: tuple[date, ...]
    may_block: bool
    may_unblock: bool
    may_judge: bool


@dataclass(frozen=True)
class PauseView:
    """One paused case for whoever decides on it."""

    id: str
    number: str
    state: str
    paused_on: date
    light: str
    light_label: str
    reasons: tuple[str, ...]
    alone: bool
    own_vote: str
    votes: int
    may_read: bool


def house_cases(officer: User) -> list[HouseCase]:
    """Every case of the house, those that rest first, then the day of the last move; the order tells no hour."""
    lines = [_line(row) for row in db.session.scalars(rules.protected_cases(officer))]
    return sorted(lines, key=lambda line: (not (line.paused or line.blocked), -line.since.toordinal(), line.id))


def protection_view(officer: User, case: Case) -> ProtectionView:
    """One case of the house with its access log."""
    open_now = rules.may_block_case(officer, case)
    return ProtectionView(
        case=_line(case),
        reads=_reads(case),
        recognised_on=tuple(_day(at) for at in db.session.scalars(_recognitions(case))),
        may_block=open_now and case.blocked_at is None,
        may_unblock=open_now and case.blocked_at is not None,
        may_judge=rules.may_judge_pause(officer, case),
    )


def paused_cases(user: User) -> list[HouseCase]:
    """Every paused case this person may decide on, the longest waiting first, by day."""
    rows = db.session.scalars(rules.judgeable_cases(user))
    return [_line(row) for row in sorted(rows, key=lambda row: (_day(row.paused_at or clock.now()), row.id))]


def pause_view(user: User, case: Case) -> PauseView:
    """One paused case, and what was said about it so far."""
    votes = {row.moderator_id: row.lifts for row in db.session.scalars(_votes(case))}
    own = votes.get(user.id)
    return PauseView(
        id=case.id,
        number=_number(case),
        state=str(STATES[case.state]),
        paused_on=_day(case.paused_at or clock.now()),
        light=case.light.value,
        light_label=str(wording.LIGHTS[case.light]),
        reasons=tuple(wording.reason_of(each) for each in case.risk_reasons),
        alone=rules.may_block_case(user, case),
        own_vote="" if own is None else "lift" if own else "delete",
        votes=len(votes),
        may_read=rules.may_read_paused_case(user, case),
    )


def paused_texts(case: Case) -> tuple[TextView, ...]:
    """Title and texts of a case, for whoever decides on a pause and has asked to see them."""
    title = TextView(str(wording.FIELDS["title"]), tuple(pieces(str(case.title or ""))))
    return (title, *texts_of(case))


def _line(case: Case) -> HouseCase:
    return HouseCase(
        id=case.id,
        number=_number(case),
        state=str(STATES[case.state]),
        since=_day(case.state_since),
        released_on=_day(case.released_at) if case.released_at else None,
        goes_on=goes_on(case),
        paused=case.paused_at is not None,
        blocked=case.blocked_at is not None,
    )


def _number(case: Case) -> str:
    """Enough of the id to talk about a case on the telephone."""
    return case.id[:8]


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.BERLIN).date()


def _reads(case: Case) -> tuple[ReadView, ...]:
    wanted = (
        select(User.name, Jobcenter.name.label("house"), CaseRead.at)
        .join(User, User.id == CaseRead.user_id)
        .join(Jobcenter, Jobcenter.id == User.jobcenter_id)
        .where(CaseRead.case_id == case.id)
        .order_by(CaseRead.at.desc())
    )
    rows = (ReadView(row.name, row.house, _day(row.at)) for row in db.session.execute(wanted))
    return tuple(dict.fromkeys(rows))


def _recognitions(case: Case) -> Select[tuple[datetime]]:
    return select(Recognition.at).where(Recognition.case_id == case.id).order_by(Recognition.at)


def _votes(case: Case) -> Select[tuple[RecognitionVote]]:
    return (
        select(RecognitionVote)
        .join(Recognition, Recognition.id == RecognitionVote.recognition_id)
        .where(Recognition.case_id == case.id, Recognition.lifted_at.is_(None), Recognition.deleted_at.is_(None))
    )
