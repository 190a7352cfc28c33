"""The verbs at the end: "do you have this too?", and what the case giver takes along."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from caseboard import audit, clock, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import Answer, CaseSession, CaseState, Observation, Result, SessionState, User
from caseboard.policy import sessions as rules
from caseboard.sessions import phases
from caseboard.sessions.lookups import has_written, observations
from caseboard.sessions.service.entry import enter, thing


@dataclass(frozen=True)
class Outcome:
    """What the case giver takes along."""

    helped: SafeText
    first_step: SafeText
    thanks: SafeText | None = None


@command
def observe(adviser: User, case_session: CaseSession, answers: Mapping[str, Answer]) -> int:
    """Say for each theme of the case whether the adviser's own house has this too; the last answer counts.

    Returns:
        How many themes were answered.

    Raises:
        InvalidInput: none was.
    """
    enter(rules.may_observe, adviser, case_session)
    require_observing(adviser, case_session)
    known = {row.theme_id: row for row in observations(adviser, case_session)}
    answered = sorted(case_session.case.theme_ids & set(answers))
    if not answered:
        raise InvalidInput({"": _l("Please answer at least one question.")})
    for theme_id in answered:
        row = known.get(theme_id) or Observation(
            session_id=case_session.id, theme_id=theme_id, user_id=adviser.id, jobcenter_id=adviser.jobcenter_id
        )
        row.answer = answers[theme_id]
        db.session.add(row)
    audit.record(adviser, "session.observe", thing(case_session))
    return len(answered)


def require_observing(adviser: User, case_session: CaseSession) -> None:
    """First the own perspective, then the question about the own house; after revealing, anybody who accepted.

    Raises:
        WrongMoment: there is no perspective of theirs yet.
    """
    ready = case_session.revealed_at is not None or has_written(adviser, case_session)
    policy.require_moment(ready, _l("Please write your perspective first."))


@command
def conclude(case_giver: User, case_session: CaseSession, outcome: Outcome) -> Result:
    """Say what helped and what the first step is; everybody who took part gets the result sheet."""
    enter(rules.may_conclude, case_giver, case_session)
    known = db.session.get(Result, case_session.id)
    if known is not None and Outcome(known.helped, known.first_step, known.thanks) == outcome:
        return known
    require_concluding(case_session)
    result = Result(
        session_id=case_session.id,
        helped=outcome.helped,
        first_step=outcome.first_step,
        thanks=outcome.thanks,
    )
    db.session.add(result)
    case_session.state = SessionState.RESULT_SENT
    case_session.case.passes_to(CaseState.DISCUSSED, clock.now())
    audit.record(case_giver, "session.conclude", thing(case_session))
    outbox.tell(case_session.everybody(), "session.result", thing(case_session))
    return result


def require_concluding(case_session: CaseSession) -> None:
    """The result is said once, after revealing.

    Raises:
        WrongMoment: too early, or said already.
    """
    policy.require_moment(
        phases.takes_outcome(case_session.state, phases.current(case_session).work),
        _l("The result sheet is written once, after the perspectives are revealed."),
    )


def require_result(case_session: CaseSession) -> None:
    """There is a result sheet once the case giver has written it.

    Raises:
        WrongMoment: not yet.
    """
    written = case_session.state is SessionState.RESULT_SENT
    policy.require_moment(written, _l("The result sheet is not written yet."))
