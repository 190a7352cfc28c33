"""What waits for a person about cases: to check, to write on, to decide on while they are paused."""

from collections.abc import Iterator
from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.home import topics
from caseboard.home.tasks.task import Task
from caseboard.models import Case, CaseState, Notice, Recognition, User
from caseboard.policy import cases as case_rules


def checks(user: User) -> Iterator[Task]:
    """What this person was asked to check; what others were asked is on the checklist until it is late."""
    asked = set(
        db.session.scalars(select(Notice.thing).where(Notice.user_id == user.id, Notice.kind == "case.to_check"))
    )
    for case in db.session.scalars(case_rules.checkable_cases(user)):
        late = clock.today() > case_rules.check_due(case.state_since)
        if late or f"case:{case.id}" in asked:
            yield Task(_l("Check a case"), "cases.check", case.id, case.state_since, late, topics.short(case.title))


def own_cases(user: User) -> Iterator[Task]:
    """Drafts that this person has not finished, and cases that came back to them."""
    waiting = case_rules.own_cases(user).where(Case.state.in_([CaseState.DRAFT, CaseState.SENT_BACK]))
    for case in db.session.scalars(waiting):
        title = topics.short(case.title)
        if case.state is CaseState.SENT_BACK:
            yield Task(_l("Revise your case: it was sent back"), "cases.own", case.id, case.state_since, about=title)
        else:
            soon = case.expires_at is not None and case.expires_at < clock.now() + timedelta(days=3)
            yield Task(_l("Finish your draft"), "cases.own", case.id, case.state_since, soon, title)


def pauses(user: User) -> Iterator[Task]:
    """Cases that a recognition has paused, for those who may judge it."""
    for case in db.session.scalars(case_rules.judgeable_cases(user)):
        endpoint = "cases.protection" if case_rules.may_block_case(user, case) else "cases.paused"
        since = db.session.scalar(select(func.max(Recognition.at)).where(Recognition.case_id == case.id))
        thing = case.id if endpoint == "cases.protection" else None
        yield Task(_l("Decide on a paused case"), endpoint, thing, since or case.state_since, late=True)
