"""The verbs of whoever wants a case out of sight: its author, who recognises somebody, and data protection."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, func, select

from caseboard import audit, clock, outbox
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.flows import erasing
from caseboard.flows.erasing import close_recognitions, erase
from caseboard.models import Case, CaseState, Recognition, RecognitionVote, User
from caseboard.policy import cases as rules
from caseboard.policy import require, require_moment
from caseboard.sessions.helped.service import offer

VOTES_NEEDED = 2
NOT_WAITING: LazyString = _l("A case can be closed while it is released and no consultation is planned for it.")
NOT_PAUSED: LazyString = _l("This case is not paused any more. Somebody else has already decided.")


def withdraw(author: User, case: Case) -> None:
    """Take the author's own case back; its words leave every file as well. Twice does no harm.

    Raises:
        NotAllowed: somebody else's case.
    """
    _withdraw(author, case)
    forget_deleted()


@command
def _withdraw(author: User, case: Case) -> None:
    _hold(case)
    require(rules.may_see_own_case(author, case))
    if case.state in rules.GONE:
        return
    erase(case, CaseState.WITHDRAWN)
    audit.record(author, "case.withdraw", f"case:{case.id}")


def close(author: User, case: Case, helped: SafeText | None = None) -> None:
    """Close the author's own case that waits for a consultation; what has helped can stay. Twice does no harm.

    Raises:
        NotAllowed: somebody else's case.
        WrongMoment: somebody has planned a consultation for it, or it is paused.
    """
    _close(author, case, helped)
    forget_deleted()


@command
def _close(author: User, case: Case, helped: SafeText | None) -> None:
    _hold(case)
    require(rules.may_see_own_case(author, case))
    if case.state is CaseState.CLOSED:
        return
    require_closing(author, case)
    if helped is not None:
        offer(case, helped)
    erasing.close(case)
    audit.record(author, "case.close", f"case:{case.id}")


def require_closing(author: User, case: Case) -> None:
    """A case is closed by its author while it waits; later its follow-up ends it.

    Raises:
        WrongMoment: it does not wait for a consultation.
    """
    require_moment(rules.may_close_case(author, case), NOT_WAITING)


@command
def recognise(reader: User, case: Case) -> None:
    """Pause a case for everybody at once; who reported is noted nowhere, and a second report changes nothing.

    Raises:
        NotAllowed: somebody who may neither read nor check the case.
    """
    _hold(case)
    require(rules.may_recognise(reader, case))
    if case.paused_at is not None:
        return
    case.paused_at = clock.now()
    db.session.add(Recognition(case_id=case.id, jobcenter_id=case.jobcenter_id))
    audit.record(None, "case.pause", f"case:{case.id}")
    thing = f"case:{case.id}"
    outbox.tell_again([case.author_id], "case.paused", thing)
    officers = _ids(rules.officers_of(case))
    outbox.tell_again(officers, "case.paused.officer", thing)
    if not officers:
        outbox.tell_again(_ids(rules.moderators_elsewhere(case)), "case.paused.judge", thing)


@command
def lift(judge: User, case: Case) -> bool:
    """Lift the pause: at once for the officer of the author's house, with two moderators' words elsewhere.

    Returns:
        Whether the pause is over now; otherwise the word is noted and another one is needed.

    Raises:
        NotAllowed: neither officer nor moderator elsewhere.
        WrongMoment: the case is not paused.
    """
    _hold(case)
    if not _carried(judge, case, lifts=True):
        return False
    case.paused_at = None
    close_recognitions(case, lifted=True)
    audit.record(judge, "case.lift", f"case:{case.id}")
    outbox.tell_again([case.author_id], "case.pause_lifted", f"case:{case.id}")
    return True


def delete_paused(judge: User, case: Case) -> bool:
    """Delete a paused case for good, by the same people as `lift`.

    Returns:
        Whether the case is gone now; otherwise the word is noted and another one is needed.

    Raises:
        NotAllowed: neither officer nor moderator elsewhere.
        WrongMoment: the case is not paused.
    """
    gone = _delete_paused(judge, case)
    if gone:
        forget_deleted()
    return gone


@command
def _delete_paused(judge: User, case: Case) -> bool:
    _hold(case)
    if not _carried(judge, case, lifts=False):
        return False
    erase(case, CaseState.WITHDRAWN)
    audit.record(judge, "case.delete", f"case:{case.id}")
    outbox.tell_again([case.author_id], "case.erased", f"case:{case.id}")
    return True


def _carried(judge: User, case: Case, *, lifts: bool) -> bool:
    """Note a word on the open pause; whether it decides."""
    require(rules.may_be_judge(judge, case))
    require_moment(rules.may_judge_pause(judge, case), NOT_PAUSED)
    audit.record(judge, "case.vote", f"case:{case.id}")
    if rules.may_block_case(judge, case):
        return True
    pause = db.session.scalars(
        select(Recognition).where(Recognition.case_id == case.id).order_by(Recognition.id.desc()).limit(1)
    ).one()
    vote = db.session.get(RecognitionVote, (pause.id, judge.id))
    if vote is None:
        db.session.add(RecognitionVote(recognition_id=pause.id, moderator_id=judge.id, lifts=lifts))
    else:
        vote.lifts, vote.at = lifts, clock.now()
    db.session.flush()
    same = select(func.count()).where(RecognitionVote.recognition_id == pause.id, RecognitionVote.lifts.is_(lifts))
    return (db.session.scalar(same) or 0) >= VOTES_NEEDED


@command
def block(officer: User, case: Case) -> None:
    """Take a case of the house out of everybody's sight until further notice. Twice does no harm.

    Raises:
        NotAllowed: not the data protection officer of the author's house.
    """
    _hold(case)
    require(rules.may_block_case(officer, case))
    if case.blocked_at is None:
        case.blocked_at = clock.now()
        audit.record(officer, "case.block", f"case:{case.id}")
        outbox.tell_again([case.author_id], "case.blocked", f"case:{case.id}")


@command
def unblock(officer: User, case: Case) -> None:
    """Let a blocked case go on. Twice does no harm.

    Raises:
        NotAllowed: not the data protection officer of the author's house.
    """
    _hold(case)
    require(rules.may_block_case(officer, case))
    if case.blocked_at is not None:
        case.blocked_at = None
        audit.record(officer, "case.unblock", f"case:{case.id}")
        outbox.tell_again([case.author_id], "case.unblocked", f"case:{case.id}")


def _hold(case: Case) -> None:
    """Whoever comes second waits here and sees what the first has done, instead of being sent away."""
    db.session.refresh(case, with_for_update={"of": Case})


def _ids(people: Select[tuple[User]]) -> list[str]:
    return [user.id for user in db.session.scalars(people)]
