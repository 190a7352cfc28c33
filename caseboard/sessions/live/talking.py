"""The verbs of what is asked and settled in a live session: questions, the key question, the method, the first step."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, delete, select

from caseboard import airlock, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.errors import InvalidInput
from caseboard.models import CaseSession, Question, QuestionState, User
from caseboard.sessions import contributions
from caseboard.sessions.actions import Action
from caseboard.sessions.live.begin import begin
from caseboard.sessions.live.cards import has_had_it, require_turn
from caseboard.sessions.live.marks import mark, require_same
from caseboard.sessions.methods.library import library


def ask(person: User, case_session: CaseSession, text: str, once_key: str) -> Question:
    """Ask the case giver something; everybody reads the question, and nobody who asked it.

    Whoever asks anew what was sent back to them gives its id as the key; that one leaves the files as well. This needs
    no turn, and fits as long as questions can be sent back.

    Raises:
        InvalidInput: the text cannot be taken as it is.
        WrongMoment: not in this phase, or somebody else has the turn.
    """
    question, dropped = _ask(person, case_session, airlock.safe(text), once_key)
    if dropped:
        forget_deleted()
    return question


def asking(person: User, case_session: CaseSession, question_id: str) -> Action:
    """Whether somebody asks, or asks anew what was sent back to them."""
    returned = select(Question.id).where(*_returned(person, case_session, question_id))
    return Action.ASK_ANEW if db.session.scalar(returned) else Action.ASK


def _returned(person: User, case_session: CaseSession, question_id: str) -> tuple[ColumnElement[bool], ...]:
    own = Question.id == question_id, Question.asker_id == person.id, Question.session_id == case_session.id
    return (*own, Question.state == QuestionState.SENT_BACK)


@command
def _ask(person: User, case_session: CaseSession, text: SafeText, once_key: str) -> tuple[Question, bool]:
    action = asking(person, case_session, once_key)
    part = begin(action, person, case_session)
    key = contributions.key_of(person, once_key)
    first = contributions.known(Question, key)
    if first is not None:
        return first, False
    if action is Action.ASK:
        require_turn(part, person, case_session)
        has_had_it(person, case_session)
    dropped = db.session.execute(delete(Question).where(*_returned(person, case_session, once_key)))
    return contributions.new_question(person, case_session, text, key), bool(dropped.rowcount)


def answer(case_giver: User, case_session: CaseSession, question_id: str, text: str, seen: str) -> None:
    """Answer a question, unnamed; the answer can be written anew as long as questions are answered.

    Raises:
        Collision: there is another answer by now, written in another window.
    """
    _answer(case_giver, case_session, question_id, airlock.safe(text), seen)


@command
def _answer(case_giver: User, case_session: CaseSession, question_id: str, text: SafeText, seen: str) -> None:
    begin(Action.ANSWER, case_giver, case_session)
    question = question_of(case_session, question_id)
    policy.require(question.state is not QuestionState.SENT_BACK)
    require_same(seen, answer_mark(question), question.answer or "")
    contributions.give_answer(question, text)


def send_back_question(moderator: User, case_session: CaseSession, question_id: str, reason: str, seen: str) -> None:
    """Take an answer off the board that names somebody, or a question that has none; whoever wrote it reads why.

    An answer leaves the files as well, and its question waits for another one.

    Raises:
        Collision: it has been answered or answered anew since the moderator looked.
        WrongMoment: it has been sent back already.
    """
    _send_back_question(moderator, case_session, question_id, airlock.safe(reason, field="reason"), seen)
    forget_deleted()


@command
def _send_back_question(
    moderator: User, case_session: CaseSession, question_id: str, reason: SafeText, seen: str
) -> None:
    begin(Action.SEND_BACK, moderator, case_session)
    question = question_of(case_session, question_id)
    policy.require_moment(question.state is not QuestionState.SENT_BACK, _l("This question was sent back meanwhile."))
    require_same(seen, answer_mark(question), question.answer or question.text)
    give_back = contributions.take_answer_out if question.answer else contributions.return_question
    give_back(question, reason)


def phrase_key_question(person: User, case_session: CaseSession, text: str, seen: str) -> None:
    """Put the key question into words, by whoever gives the case or leads.

    Raises:
        Collision: the other one was faster.
    """
    _phrase(person, case_session, airlock.safe(text), seen)


@command
def _phrase(person: User, case_session: CaseSession, text: SafeText, seen: str) -> None:
    begin(Action.PHRASE_KEY_QUESTION, person, case_session)
    require_same(seen, mark(case_session.key_question), case_session.key_question or "")
    case_session.key_question = text


@command
def choose_method(moderator: User, case_session: CaseSession, method_key: str) -> None:
    """Choose how the group consults.

    Raises:
        InvalidInput: there is no such method.
    """
    begin(Action.CHOOSE_METHOD, moderator, case_session)
    if method_key not in library():
        raise InvalidInput({"method": _l("Please choose a method.")})
    case_session.method_key = method_key


def name_first_step(case_giver: User, case_session: CaseSession, text: str, seen: str) -> None:
    """Name the first step, where everybody reads it; the result sheet takes it over.

    Raises:
        Collision: it was changed since, in another window.
    """
    _name_first_step(case_giver, case_session, airlock.safe(text), seen)


@command
def _name_first_step(case_giver: User, case_session: CaseSession, text: SafeText, seen: str) -> None:
    begin(Action.FIRST_STEP, case_giver, case_session)
    require_same(seen, mark(case_session.first_step), case_session.first_step or "")
    case_session.first_step = text


def answer_mark(question: Question) -> str:
    """A question and the answer it has."""
    return mark(question.id, question.answer)


def question_of(case_session: CaseSession, question_id: str) -> Question:
    """A question of this session.

    Raises:
        NotFound: there is none.
    """
    return contributions.inside(Question, case_session, question_id)
