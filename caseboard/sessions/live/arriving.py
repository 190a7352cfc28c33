"""The verbs of arriving: reading the rules once, and being there."""

from caseboard import clock
from caseboard.db import command, db
from caseboard.models import CaseSession, User
from caseboard.sessions.actions import Action
from caseboard.sessions.live.begin import begin


@command
def read_rules(person: User) -> None:
    """Note that somebody has read the rules, so that they are not shown before every session."""
    db.session.refresh(person)
    person.rules_read_at = person.rules_read_at or clock.now()


@command
def arrive(person: User, case_session: CaseSession) -> None:
    """Say that one has the running board before oneself; nothing else is done, and whoever does anything is there."""
    begin(Action.JOIN, person, case_session)
