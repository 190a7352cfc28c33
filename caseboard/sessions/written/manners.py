"""The rules of a written round: a short card that stands above somebody's first one, until they have read it."""

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import CaseSession, User
from caseboard.policy import sessions
from caseboard.sessions import phases
from caseboard.sessions.written import timetable
from caseboard.sessions.written.views import RulesCard


def card(user: User, case_session: CaseSession) -> RulesCard:
    """The rules for somebody in a round, with its length."""
    part = sessions.part_of(user, case_session)
    return RulesCard(
        days=timetable.days_of(phases.agenda_of(case_session), urgent=case_session.urgent),
        ends_at=case_session.ends_at,
        part=part.value if part else "",
        is_new=user.round_rules_read_at is None and case_session.state in sessions.OPEN,
    )


@command
def note_read(person: User) -> None:
    """Note that somebody has read the rules of rounds, so that they do not stand above the next one as well."""
    db.session.refresh(person)
    person.round_rules_read_at = person.round_rules_read_at or clock.now()
