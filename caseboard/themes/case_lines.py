"""The cases of a theme as moderators correct them: what people ticked, and beside it what the classifier counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from caseboard import labels
from caseboard.db import db
from caseboard.models import Case, CaseTheme, Theme, ThemeAssignment, User
from caseboard.policy import cases as case_rules

MOST_CASES = 100


@dataclass(frozen=True)
class CaseLine:
    """A case that this moderator may read anyway; `automatic` are themes that no person has ticked or refused."""

    id: str
    title: str
    themes: tuple[str, ...] = ()
    automatic: tuple[str, ...] = ()


def cases_of(user: User, theme: Theme, names: Mapping[str, str]) -> tuple[CaseLine, ...]:
    """The cases that count for a theme and that this moderator may read, the newest day first."""
    former = {theme.id, *(start for start, end in labels.redirects().items() if end == theme.id)}
    ticked = select(CaseTheme.case_id).where(CaseTheme.theme_id == theme.id)
    classified = select(ThemeAssignment.case_id).where(*labels.CLASSIFIED, ThemeAssignment.theme_id.in_(former))
    wanted = case_rules.readable_cases(user).where(or_(Case.id.in_(ticked), Case.id.in_(classified)))
    newest = wanted.order_by(func.date(Case.released_at).desc(), Case.id).limit(MOST_CASES)
    cases = db.session.scalars(newest).all()
    automatic = labels.classified([case.id for case in cases])
    return tuple(_line(case, names, automatic.get(case.id, set())) for case in cases)


def case_line(case: Case, names: Mapping[str, str]) -> CaseLine:
    """One case with its themes."""
    return _line(case, names, automatic_of(case))


def automatic_of(case: Case) -> set[str]:
    """The themes for which a case counts by the word of the classifier alone."""
    return labels.classified([case.id]).get(case.id, set()) - case.theme_ids


def _line(case: Case, names: Mapping[str, str], classified: Collection[str]) -> CaseLine:
    ticked, automatic = ({names[key] for key in keys if key in names} for keys in (case.theme_ids, classified))
    return CaseLine(case.id, str(case.title or ""), tuple(sorted(ticked)), tuple(sorted(automatic - ticked)))
