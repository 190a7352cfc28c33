"""The verbs of whoever writes a case: submit it, or keep it for later; both take only what was stripped."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from caseboard import audit, client_groups, clock, labels, outbox
from caseboard.anonymize import Lights, SafeText, Stripped
from caseboard.cases.estimate import put_lights, put_restored
from caseboard.cases.rota import next_checker
from caseboard.db import command, db
from caseboard.errors import Conflict
from caseboard.models import Case, CaseCheck, CaseExclusion, CaseState, CaseTheme, Jobcenter, Theme, ThemeState, User
from caseboard.models.case import KeptWord, Light
from caseboard.policy import cases as rules
from caseboard.policy import consults, require, require_moment

DRAFT_KEPT = timedelta(days=14)
"""How long "later" may last; then the draft is deleted."""

LEAST_COLLEAGUES = 2
"""A house with fewer others who consult cannot check its own cases without knowing whose they are."""

TOO_RISKY = _l("The person could still be recognised. Please write more generally before you hand the case in.")
NOT_NOW = _l("This case cannot be changed any more, because others are already working with it.")
SENT_ALREADY = _l("You have already handed this case in. Please find it under “My cases”.")


@dataclass(frozen=True)
class Confirmed:
    """What an author has seen and confirmed: the stripped texts with their report, and the answers beside them."""

    stripped: Stripped
    theme_ids: Collection[str] = ()
    leave_out: Collection[str] = ()
    concerns_staff: bool = False
    out_of_reach: bool = False
    widespread: bool = False
    client_group: str | None = None
    once_key: str | None = None


def submit(author: User, confirmed: Confirmed, case: Case | None = None) -> Case:
    """Hand a case in for checking: a new one, or one of the author's that was a draft or sent back.

    A second send with the same `once_key` lands on the same case.

    Raises:
        NotAllowed: somebody else's case, or somebody who may write none.
        WrongMoment: the risk light is red, or the case has moved on.
    """
    try:
        return _submit(author, confirmed, case)
    except IntegrityError:
        return _first_of_two(author, confirmed)


@command
def _submit(author: User, confirmed: Confirmed, case: Case | None) -> Case:
    require(rules.may_write_cases(author))
    before = _sent_before(author, confirmed.once_key)
    if before is not None and before.state is not CaseState.DRAFT:
        require_moment(before.situation == confirmed.stripped.texts["situation"], SENT_ALREADY)
        return before
    case = _written(author, confirmed, case or before, final=True)
    require_moment(case.light is not Light.RED, TOO_RISKY)
    again = case.state is CaseState.SENT_BACK
    case.expires_at, case.send_back_reason = None, None
    case.passes_to(CaseState.SUBMITTED, clock.now())
    case.checked_elsewhere = case.concerns_staff or _colleagues(author) < LEAST_COLLEAGUES
    db.session.flush()
    audit.record(author, "case.submit", f"case:{case.id}")
    (outbox.tell_again if again else outbox.tell)(next_checker(case), "case.to_check", f"case:{case.id}")
    return case


def keep(author: User, confirmed: Confirmed, case: Case | None = None) -> Case:
    """Keep a stripped draft for some days; what was sent back stays sent back, with its new words.

    Raises:
        NotAllowed: somebody else's case, or somebody who may write none.
        WrongMoment: the case has moved on.
    """
    try:
        return _keep(author, confirmed, case)
    except IntegrityError:
        return _first_of_two(author, confirmed)


@command
def _keep(author: User, confirmed: Confirmed, case: Case | None) -> Case:
    require(rules.may_write_cases(author))
    case = _written(author, confirmed, case or _sent_before(author, confirmed.once_key), final=False)
    if case.state is CaseState.DRAFT:
        case.expires_at = clock.now() + DRAFT_KEPT
    db.session.flush()
    audit.record(author, "case.keep", f"case:{case.id}")
    return case


@command
def choose_way(author: User, case: Case, *, consult: bool) -> None:
    """Let a case be consulted after all, or let it only count for its themes.

    Raises:
        NotAllowed: somebody else's case.
        WrongMoment: somebody has planned a consultation meanwhile.
    """
    db.session.refresh(case, with_for_update={"of": Case})
    require(rules.may_see_own_case(author, case))
    require_moment(rules.may_choose_way(author, case), NOT_NOW)
    if case.counts_only is not consult:
        return
    case.out_of_reach, case.widespread = not consult, False
    audit.record(author, "case.consult" if consult else "case.count_only", f"case:{case.id}")


def _written(author: User, confirmed: Confirmed, case: Case | None, *, final: bool) -> Case:
    """The row with the confirmed words in it; words that are new reset both checks."""
    if case is None:
        case = Case(author_id=author.id, jobcenter_id=author.jobcenter_id, state=CaseState.DRAFT)
        db.session.add(case)
    else:
        require(rules.may_see_own_case(author, case))
        require_moment(rules.may_edit_case(author, case), NOT_NOW)
        db.session.execute(delete(CaseCheck).where(CaseCheck.case_id == case.id))
        case.house_checker_id = case.network_checker_id = None
    _put_words(case, confirmed.stripped)
    _put_answers(author, case, confirmed)
    labels.answer(case, author, case.theme_ids, final=final)
    return case


def _put_words(case: Case, stripped: Stripped) -> None:
    texts = stripped.texts
    case.kinds = _found(case, stripped)
    case.title, case.situation = texts["title"], texts["situation"]
    case.key_question = texts.get("key_question")
    case.attempts, case.hope = texts.get("attempts"), texts.get("hope")
    put_lights(case, Lights(stripped.risk, stripped.live, stripped.anywhere))
    put_restored(case, stripped.restored)
    case.kept_words = len(stripped.kept)
    case.kept = [KeptWord(word=SafeText.trusted(word)) for word in stripped.kept]
    case.anonymizer = stripped.model


def _found(case: Case, stripped: Stripped) -> dict[str, int]:
    """What was found in all versions together; `missed` counts what checkers found in all of them as well.

    Where placeholders stand, an earlier version was rewritten, and what was found there is not found again. Where none
    stand, the raw text came once more, and where nothing has changed, the same send: then nothing counts twice.
    """
    before, now = Counter(case.kinds or {}), Counter(stripped.kinds)
    same = case.situation is not None and all(getattr(case, name) == text for name, text in stripped.texts.items())
    return dict(before + now if stripped.standing and not same else before | now)


def _put_answers(author: User, case: Case, confirmed: Confirmed) -> None:
    themes = set(db.session.scalars(select(Theme.id).where(Theme.state == ThemeState.ACTIVE)))
    houses = set(db.session.scalars(select(Jobcenter.id).where(Jobcenter.id != author.jobcenter_id)))
    wanted = set(confirmed.theme_ids) & themes
    left_out = set(confirmed.leave_out) & houses
    case.theme_rows = [row for row in case.theme_rows if row.theme_id in wanted] + [
        CaseTheme(theme_id=key) for key in sorted(wanted - case.theme_ids)
    ]
    case.exclusions = [row for row in case.exclusions if row.jobcenter_id in left_out] + [
        CaseExclusion(jobcenter_id=key) for key in sorted(left_out - case.excluded)
    ]
    case.concerns_staff = confirmed.concerns_staff
    case.out_of_reach, case.widespread = confirmed.out_of_reach, confirmed.widespread
    case.client_group = client_groups.known(confirmed.client_group)
    case.once_key = confirmed.once_key


def _first_of_two(author: User, confirmed: Confirmed) -> Case:
    """Of two sends at the same instant the other one was first: its case is the answer to both."""
    found = _sent_before(author, confirmed.once_key)
    if found is None:
        raise Conflict from None
    return found


def _sent_before(author: User, once_key: str | None) -> Case | None:
    if once_key is None:
        return None
    return db.session.scalar(select(Case).where(Case.once_key == once_key, Case.author_id == author.id))


def _colleagues(author: User) -> int:
    """How many others of the house could check."""
    others = select(User).where(User.jobcenter_id == author.jobcenter_id, User.id != author.id, User.active)
    return sum(map(consults, db.session.scalars(others)))
