"""What people bring into a consultation, live or in writing: brought once, bound to its case, found only inside it.

The verbs judge who may do it and when; here stands what is the same on the board and in a written round.
"""

from typing import TypeVar

from sqlalchemy import delete, select

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.errors import NotFound
from caseboard.models import CardGroup, CaseSession, Perspective, Question, QuestionState, User

Brought = TypeVar("Brought", Perspective, Question)
Lying = TypeVar("Lying", Perspective, Question, CardGroup)


def key_of(person: User, once_key: str) -> str:
    """What makes a second click harmless: the key of the form, for this person alone."""
    return f"{person.id}{once_key}"[:64]


def known(table: type[Brought], key: str) -> Brought | None:
    """What the first click has brought already."""
    return db.session.scalar(select(table).where(table.once_key == key))


def bound(person: User, case_session: CaseSession) -> dict[str, str]:
    """The columns by which the database refuses what comes from the case's own house."""
    return {
        "session_id": case_session.id,
        "case_id": case_session.case_id,
        "case_jobcenter_id": case_session.case_jobcenter_id,
        "jobcenter_id": person.jobcenter_id,
    }


def new_question(person: User, case_session: CaseSession, text: SafeText, key: str) -> Question:
    """A question to the case giver, with its id, inside the running transaction."""
    question = Question(
        **bound(person, case_session), asker_id=person.id, text=text, phase_key=case_session.phase, once_key=key
    )
    db.session.add(question)
    db.session.flush()
    return question


def give_answer(question: Question, text: SafeText) -> None:
    """The answer of the case giver, in the place of the one before."""
    question.answer, question.state, question.answered_at = text, QuestionState.ANSWERED, clock.now()
    question.send_back_reason = None


def take_answer_out(question: Question, reason: SafeText) -> None:
    """The question stays and waits for another answer."""
    question.answer = question.answered_at = None
    question.state, question.send_back_reason = QuestionState.OPEN, reason


def return_question(question: Question, reason: SafeText) -> None:
    """The question goes back to whoever asked it, with the answer that it may have had."""
    take_answer_out(question, reason)
    question.state = QuestionState.SENT_BACK


def inside(table: type[Lying], case_session: CaseSession, key: str) -> Lying:
    """A row of this consultation as it is now: somebody else could have changed or deleted it meanwhile.

    Raises:
        NotFound: there is none.
    """
    found = None if "\0" in key else db.session.get(table, key, populate_existing=True)
    if found is None or found.session_id != case_session.id:
        raise NotFound
    return found


def drop_empty_groups(case_session: CaseSession) -> None:
    """A group without cards goes with its name, inside the running transaction."""
    db.session.flush()
    used = select(Perspective.group_id).where(
        Perspective.session_id == case_session.id, Perspective.group_id.is_not(None)
    )
    db.session.execute(delete(CardGroup).where(CardGroup.session_id == case_session.id, CardGroup.id.not_in(used)))
