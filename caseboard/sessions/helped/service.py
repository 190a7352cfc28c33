"""The verbs of the collection: offer something that helped, show it, or turn it down."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select

from caseboard import audit, clock, outbox, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db, forget_deleted
from caseboard.models import Case, CaseExclusion, CaseState, Helped, HelpedState, HelpedTheme, User
from caseboard.policy import aftermath as rules


def offer(case: Case, text: SafeText) -> None:
    """Let something that helped wait for its check in another house; for verbs, inside their transaction."""
    known = db.session.scalar(select(Helped).where(Helped.case_id == case.id))
    if known is not None and known.state is HelpedState.SHOWN:
        return
    helped = known or Helped(case_id=case.id)
    helped.jobcenter_id, helped.state, helped.text = case.jobcenter_id, HelpedState.WAITING, text
    helped.checker_id = helped.checker_jobcenter_id = None
    helped.month = clock.today().replace(day=1)
    helped.theme_rows = [HelpedTheme(theme_id=theme_id) for theme_id in sorted(case.theme_ids)]
    db.session.add(helped)
    db.session.flush()
    asked = db.session.scalars(rules.helped_checkers(case).with_only_columns(User.id))
    outbox.tell(asked, "helped.to_check", f"helped:{helped.id}")


@command
def show(checker: User, helped: Helped) -> None:
    """Let everybody read it, because it points to nobody.

    Raises:
        NotAllowed: somebody of the house it comes from.
        WrongMoment: it is checked already.
    """
    _hold(checker, helped)
    helped.state = HelpedState.SHOWN
    helped.checker_id, helped.checker_jobcenter_id = checker.id, checker.jobcenter_id
    if helped.case is not None:
        outbox.tell([helped.case.author_id], "helped.shown", f"helped:{helped.id}")
        if helped.case.state is CaseState.CLOSED:
            _forget_exclusions(helped.case)
            helped.case_id = helped.jobcenter_id = None
    audit.record(checker, "helped.show", f"helped:{helped.id}")


def refuse(checker: User, helped: Helped) -> None:
    """Delete it because it points to somebody, or says nothing to others; its author can write it differently."""
    _refuse(checker, helped)
    forget_deleted()


@command
def _refuse(checker: User, helped: Helped) -> None:
    _hold(checker, helped)
    helped.state, helped.text = HelpedState.REFUSED, None
    helped.checker_id, helped.checker_jobcenter_id = checker.id, checker.jobcenter_id
    if helped.case is not None:
        outbox.tell_again([helped.case.author_id], "helped.refused", f"case:{helped.case.id}")
        if helped.case.state is CaseState.CLOSED:
            _forget_exclusions(helped.case)
            db.session.delete(helped)
    audit.record(checker, "helped.refuse", f"helped:{helped.id}")


def _forget_exclusions(case: Case) -> None:
    """A closed case knows the houses that were left out only for as long as something of it waits for a check."""
    db.session.execute(delete(CaseExclusion).where(CaseExclusion.case_id == case.id))


def _hold(checker: User, helped: Helped) -> None:
    """Hold the row and judge; whoever comes second sees that it is decided."""
    db.session.refresh(helped, with_for_update={"of": Helped})
    policy.require(rules.may_look_at_helped(checker, helped))
    require_waiting(helped)


def require_waiting(helped: Helped) -> None:
    """An entry is checked once.

    Raises:
        WrongMoment: somebody was faster.
    """
    policy.require_moment(helped.state is HelpedState.WAITING, _l("Somebody has checked this already."))
