"""The verbs of questions in a written round: advisers ask, the case giver answers, both without a name.

Nobody learns who asked, not even the moderator: what matters about a question is its answer, and in a group of three
the house alone would be a name. Only the one who asked sees a question that was sent back.
"""

from flask_babel import lazy_gettext as _l

from caseboard import audit, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.models import CaseSession, Question, QuestionState, User
from caseboard.policy import rounds as rules
from caseboard.policy import sessions
from caseboard.policy.sessions import Part
from caseboard.sessions import contributions
from caseboard.sessions.actions import Action
from caseboard.sessions.live.marks import mark, require_same
from caseboard.sessions.phases import Fit
from caseboard.sessions.service.entry import act, fitting, thing
from caseboard.sessions.wording import WRONG_MOMENTS_IN_WRITING

RETURNED = _l("This question was sent back meanwhile.")


@command
def ask(adviser: User, case_session: CaseSession, text: SafeText, once_key: str) -> Question:
    """Ask the case giver something; everybody in the round reads question and answer."""
    act(Action.ASK, adviser, case_session)
    policy.require(rules.may_write_in_round(adviser, case_session))
    key = contributions.key_of(adviser, once_key)
    first = contributions.known(Question, key)
    if first is not None:
        return first
    question = contributions.new_question(adviser, case_session, text, key)
    audit.record(adviser, "question.ask", f"question:{question.id}")
    if case_session.urgent:
        outbox.tell([case_session.case.author_id], "session.asked", thing(case_session), once=question.id)
    return question


def question_mark(question: Question) -> str:
    """What stands there: the question, its answer, and whether it was sent back."""
    return mark(question.text, question.answer, question.state.value)


@command
def answer(case_giver: User, question: Question, text: SafeText, seen: str) -> None:
    """Answer a question, or put another answer in the place of the one before.

    Raises:
        Collision: it was answered, or its answer was taken out since.
        WrongMoment: the question was sent back.
    """
    case_session = _enter(Action.ANSWER, case_giver, question)
    policy.require(rules.may_answer_question(case_giver, question))
    policy.require_moment(question.state is not QuestionState.SENT_BACK, RETURNED)
    require_same(seen, question_mark(question), question.answer or "")
    contributions.give_answer(question, text)
    audit.record(case_giver, "question.answer", f"question:{question.id}")
    if case_session.urgent:
        outbox.tell(case_session.accepted(), "session.answered", thing(case_session), once=question.id)


def take_back(adviser: User, question: Question) -> None:
    """Take one's own question back, with its answer; both leave the files as well."""
    _take_back(adviser, question)
    forget_deleted()


@command
def _take_back(adviser: User, question: Question) -> None:
    _enter(Action.ASK, adviser, question)
    policy.require(rules.may_take_question_back(adviser, question))
    audit.record(adviser, "question.withdraw", f"question:{question.id}")
    db.session.delete(question)


def send_back(moderator: User, question: Question, reason: SafeText, seen: str) -> None:
    """Send a question back because it names somebody, or have its answer taken out where it has one.

    Args:
        moderator: who runs the round.
        question: what is sent back.
        reason: a sentence for whoever wrote it.
        seen: the mark of what the moderator was looking at.

    Raises:
        Collision: it has been answered or answered anew meanwhile.
        WrongMoment: it has been sent back already.
    """
    _send_back(moderator, question, reason, seen)
    forget_deleted()


@command
def _send_back(moderator: User, question: Question, reason: SafeText, seen: str) -> None:
    case_session = _enter(Action.SEND_BACK, moderator, question)
    policy.require(rules.may_return_question(moderator, question))
    policy.require_moment(question.state is not QuestionState.SENT_BACK, RETURNED)
    require_same(seen, question_mark(question), question.answer or question.text)
    if question.state is QuestionState.ANSWERED:
        contributions.take_answer_out(question, reason)
        person, kind = case_session.case.author_id, "session.answer_returned"
    else:
        contributions.return_question(question, reason)
        person, kind = question.asker_id, "session.question_returned"
    audit.record(moderator, "question.send_back", f"question:{question.id}")
    outbox.tell_again([person], kind, thing(case_session))


def require_asking(case_session: CaseSession) -> None:
    """Questions are asked while the round runs.

    Raises:
        WrongMoment: it does not, or this phase has none.
    """
    _require(Action.ASK, Part.ADVISER, case_session)


def require_answering(question: Question) -> None:
    """Questions are answered until everything is revealed.

    Raises:
        WrongMoment: it is, or the question was sent back.
    """
    _require(Action.ANSWER, Part.CASE_GIVER, question.case_session)
    policy.require_moment(question.state is not QuestionState.SENT_BACK, RETURNED)


def require_returning(question: Question) -> None:
    """Questions and answers are taken out while the round runs.

    Raises:
        WrongMoment: everything is revealed.
    """
    _require(Action.SEND_BACK, Part.MODERATOR, question.case_session)


def _require(action: Action, part: Part, case_session: CaseSession) -> None:
    sessions.require_awake(case_session)
    fits = fitting(action, part, case_session) is Fit.FITS
    policy.require_moment(fits, WRONG_MOMENTS_IN_WRITING[action])


def _enter(action: Action, user: User, question: Question) -> CaseSession:
    """The consultation first and then the question, so that nobody waits for each other in a ring."""
    case_session = question.case_session
    act(action, user, case_session)
    db.session.refresh(question, with_for_update={"of": Question})
    return case_session
