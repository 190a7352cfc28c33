"""Who may ask, answer, write and lead in a written round; in a live session the board has its own doors."""

from collections.abc import Iterator

from caseboard.models import CaseSession, Perspective, Question, SessionKind, User
from caseboard.policy.sessions import may_conclude, may_contribute, may_moderate_session, may_read_along


def is_written(case_session: CaseSession) -> bool:
    """Whether a consultation has days and no date."""
    return case_session.kind is SessionKind.WRITTEN


def may_lead_round(user: User, case_session: CaseSession) -> bool:
    """Whoever runs a written round."""
    return is_written(case_session) and may_moderate_session(user, case_session)


def may_read_round(user: User, case_session: CaseSession) -> bool:
    """Whoever has a part in a written round."""
    return is_written(case_session) and may_read_along(user, case_session)


def may_write_in_round(user: User, case_session: CaseSession) -> bool:
    """Whoever advises in a written round asks, writes and asks for more time."""
    return is_written(case_session) and may_contribute(user, case_session)


def may_answer_question(user: User, question: Question) -> bool:
    """Only the case giver answers, without a name."""
    return is_written(question.case_session) and may_conclude(user, question.case_session)


def may_take_question_back(user: User, question: Question) -> bool:
    """Whoever asked takes the own question back."""
    return question.asker_id == user.id and may_write_in_round(user, question.case_session)


def may_return_question(user: User, question: Question) -> bool:
    """The moderator sends a question back, or has an answer taken out."""
    return may_lead_round(user, question.case_session)


def may_return_perspective(user: User, perspective: Perspective) -> bool:
    """The moderator sends a perspective back that names somebody, and does not learn who wrote it."""
    return may_lead_round(user, perspective.case_session)


def may_rewrite_perspective(user: User, perspective: Perspective) -> bool:
    """Whoever wrote what was sent back puts it in other words, whichever phase it belongs to."""
    return perspective.author_id == user.id and may_write_in_round(user, perspective.case_session)


def takes_perspectives_now(case_session: CaseSession) -> bool:
    """Whether the group consults in the phase in which a consultation stands."""
    consulting = list(_consulting(case_session))
    return not consulting or case_session.phase in consulting


def reveals_next(case_session: CaseSession) -> bool:
    """Whether no phase follows in which the group consults: a round is revealed as a whole."""
    consulting = list(_consulting(case_session))
    return not consulting or not is_written(case_session) or case_session.phase == consulting[-1]


def _consulting(case_session: CaseSession) -> Iterator[str]:
    return (row["key"] for row in case_session.agenda if row["work"] == "consultation")
