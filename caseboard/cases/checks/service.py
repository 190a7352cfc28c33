"""The verbs of whoever checks a case: mark a passage, confirm, send back; and who is asked when it takes too long."""

from collections.abc import Iterable
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select

from caseboard import anonymize, audit, clock, outbox
from caseboard.anonymize import SafeText
from caseboard.cases.checks.marking import Coarser, places
from caseboard.cases.checks.tally import count_released, note_missed
from caseboard.cases.estimate import estimate_again
from caseboard.cases.rota import next_checker
from caseboard.cases.whereabouts import whereabouts
from caseboard.cases.wording import FIELDS
from caseboard.db import command, db, forget_deleted
from caseboard.errors import Conflict, InvalidInput
from caseboard.models import Case, CaseCheck, CaseRead, CaseState, Notice, User
from caseboard.models.case import CheckStage, Light
from caseboard.policy import cases as rules
from caseboard.policy import require, require_moment

NOT_WAITING: LazyString = _l("This case does not wait for your check any more. Somebody else was first, or it rests.")
TOO_RISKY: LazyString = _l("The risk light is red, so this case cannot be released. Mark passages or send it back.")
NOT_FOUND: LazyString = _l("This passage does not stand in the text. Copy it exactly as it is printed.")
NOT_CONFIRMED: LazyString = _l("Please look at every combination and tick it, or mark passages, or send the case back.")


def mark(checker: User, case: Case, passage: str, coarser: Coarser = Coarser.HIDDEN) -> None:
    """Mask a passage in all texts of the case, at once and for good; the passage itself is kept nowhere.

    Raises:
        NotAllowed: not a checker of this case.
        WrongMoment: the case does not wait for this check.
        InvalidInput: the passage does not occur.
    """
    _mark(checker, case, passage, coarser)
    forget_deleted()


@command
def _mark(checker: User, case: Case, passage: str, coarser: Coarser) -> None:
    require_check(checker, case)
    changed = {name: _masked(getattr(case, name), passage, coarser) for name in FIELDS if getattr(case, name)}
    if all(text == getattr(case, name) for name, text in changed.items()):
        raise InvalidInput({"passage": NOT_FOUND})
    note_missed(case, coarser, sum(len(places(getattr(case, name), passage)) for name in changed))
    for name, text in changed.items():
        setattr(case, name, text)
    case.kept = [row for row in case.kept if any(row.word in text for text in changed.values())]
    case.kept_words, case.marked_at = len(case.kept), clock.now()
    estimate_again(case)
    audit.record(checker, "case.mark", f"case:{case.id}")
    _tell_once_unread(case.author_id, "case.marked", f"case:{case.id}")


def _masked(text: SafeText, passage: str, coarser: Coarser) -> SafeText:
    for start, end in reversed(places(text, passage)):
        text = anonymize.mark(text, start, end, coarser.value)
    return text


@command
def pass_check(checker: User, case: Case, confirmed: Iterable[str] = (), *, seen: int | None = None) -> None:
    """Say that nothing in the text points to a person; the second of two people releases the case by it.

    Args:
        checker: not the author, and not who did the other check.
        case: submitted, or checked once.
        confirmed: keys (`reason_key`) of the risky combinations the second checker has looked at.
        seen: version of the case on the checker's page; words may only be confirmed by who has seen them.

    Raises:
        NotAllowed: not a checker of this case.
        WrongMoment: the case does not wait for this check, or its light is red.
        Conflict: the case was changed after the page was made.
        InvalidInput: a combination was not confirmed.
    """
    require_check(checker, case)
    if seen is not None and seen != case.version:
        raise Conflict
    require_moment(case.light is not Light.RED, TOO_RISKY)
    stage = rules.STAGE_OF[case.state]
    if stage is CheckStage.NETWORK and not open_reasons(case) <= set(confirmed):
        raise InvalidInput({"confirmed": NOT_CONFIRMED})
    db.session.add(CaseCheck(case_id=case.id, author_id=case.author_id, checker_id=checker.id, stage=stage))
    if stage is CheckStage.HOUSE:
        _pass_on(checker, case)
    else:
        _release(checker, case)


def _pass_on(checker: User, case: Case) -> None:
    case.house_checker_id = checker.id
    case.passes_to(CaseState.CHECKED, clock.now())
    db.session.flush()
    db.session.refresh(case, ["first_county"])
    audit.record(checker, "case.check", f"case:{case.id}")
    outbox.tell_again([case.author_id], "case.checked", f"case:{case.id}")
    outbox.tell_again(next_checker(case), "case.to_check", f"case:{case.id}")


def _release(checker: User, case: Case) -> None:
    case.network_checker_id = checker.id
    case.released_at = clock.now()
    case.passes_to(CaseState.RELEASED, clock.now())
    count_released(case)
    audit.record(checker, "case.release", f"case:{case.id}")
    outbox.tell_again([case.author_id], "case.released", f"case:{case.id}")


@command
def send_back(checker: User, case: Case, reason: SafeText) -> None:
    """Give the case back to its author with a reason; both checks start again.

    Raises:
        NotAllowed: not a checker of this case.
        WrongMoment: the case does not wait for this check.
    """
    require_check(checker, case)
    db.session.execute(delete(CaseCheck).where(CaseCheck.case_id == case.id))
    case.house_checker_id = case.network_checker_id = None
    case.send_back_reason = reason
    estimate_again(case)
    case.passes_to(CaseState.SENT_BACK, clock.now())
    audit.record(checker, "case.send_back", f"case:{case.id}")
    outbox.tell_again([case.author_id], "case.sent_back", f"case:{case.id}")


@command
def log_read(reader: User, case: Case) -> None:
    """Note in the access log that somebody was shown the text."""
    db.session.add(CaseRead(case_id=case.id, user_id=reader.id))


@command
def tell_overdue() -> None:
    """Ask everybody who may check a case that has waited longer than it should, once for each wait; a job."""
    waiting = select(Case).where(Case.state.in_(rules.STAGE_OF), Case.paused_at.is_(None), Case.blocked_at.is_(None))
    for case in db.session.scalars(waiting):
        if _is_late(case) and not _told_since(case):
            outbox.tell_again(_checkers(case), "case.overdue", f"case:{case.id}")


def reason_key(reason: dict[str, Any]) -> str:
    """The name of one combination in a form: which kinds of facts it joins, never the facts."""
    return "+".join((reason["code"], *reason["attributes"]))


def open_reasons(case: Case) -> set[str]:
    """What the second checker has to look at; nothing while the light is green."""
    return set() if case.light is Light.GREEN else {reason_key(reason) for reason in case.risk_reasons}


def require_check(checker: User, case: Case) -> None:
    """Turn away whoever may not check this case, or not now.

    Raises:
        NotAllowed: not a checker of this case.
        WrongMoment: the case does not wait for this check.
    """
    require(rules.may_be_checker(checker, case))
    require_moment(rules.may_check_case(checker, case), NOT_WAITING)


def _checkers(case: Case) -> list[str]:
    return [user.id for user in db.session.scalars(rules.checkers_of(case))]


def _is_late(case: Case) -> bool:
    return whereabouts(case.state, case.state_since, elsewhere=case.checked_elsewhere, halted=False).overdue


def _told_since(case: Case) -> bool:
    told = select(Notice.id).where(
        Notice.kind == "case.overdue", Notice.thing == f"case:{case.id}", Notice.at > case.state_since
    )
    return db.session.scalar(told.limit(1)) is not None


def _tell_once_unread(user_id: str, kind: str, thing: str) -> None:
    """Tell again only when the last notice was read: ten marks are no ten mails."""
    unread = select(Notice.id).where(
        Notice.user_id == user_id, Notice.kind == kind, Notice.thing == thing, Notice.seen_at.is_(None)
    )
    if db.session.scalar(unread.limit(1)) is None:
        outbox.tell_again([user_id], kind, thing)
