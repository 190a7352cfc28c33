"""What whoever keeps the themes looks at: candidates, the rule and the runs."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import select

from caseboard.db import db
from caseboard.models import (
    CandidateCase,
    CandidateState,
    Case,
    ModelRun,
    RuleSetting,
    RunKind,
    RunState,
    ThemeCandidate,
    User,
)
from caseboard.policy import cases as case_rules
from caseboard.themes import deciding, publishing, rule, signals, wording
from caseboard.themes import runs as service
from caseboard.themes.case_lines import CaseLine

MOST_RUNS = 20
EXAMPLES = 3


@dataclass(frozen=True)
class CandidateView:
    """Terms that may be a theme, with examples this moderator may read."""

    id: str
    terms: tuple[str, ...]
    houses: int | None
    found_on: date
    cases: tuple[CaseLine, ...]


@dataclass(frozen=True)
class NumberView:
    """One number of the rule: as it is, and as it was measured."""

    name: str
    label: str
    value: float
    standard: float


@dataclass(frozen=True)
class SettingView:
    """Who set the numbers when."""

    by: str
    at: datetime
    changed: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class RuleView:
    """The whole rule with its history."""

    version: str
    false_alarms: tuple[int, int]
    window: int
    baseline: int
    numbers: tuple[NumberView, ...]
    fixed: tuple[NumberView, ...]
    now: signals.Parameters
    submitters: int
    history: tuple[SettingView, ...]


@dataclass(frozen=True)
class RunView:
    """One reckoning or search, and how far it is."""

    id: str
    kind: str
    state: str
    word: str
    step: str
    percent: int
    version: str
    asked_by: str
    asked_at: datetime
    under_way: bool
    rebuilds: bool


def candidates(user: User) -> tuple[CandidateView, ...]:
    """The open candidates, the newest first."""
    some = select(ThemeCandidate).where(ThemeCandidate.state == CandidateState.OPEN)
    return tuple(candidate_view(user, one) for one in db.session.scalars(some.order_by(ThemeCandidate.found_at.desc())))


def candidate_view(user: User, candidate: ThemeCandidate) -> CandidateView:
    """One candidate with its most typical examples, of those that this person may read."""
    examples = case_rules.readable_cases(user).join(CandidateCase, CandidateCase.case_id == Case.id)
    readable = examples.where(CandidateCase.candidate_id == candidate.id).order_by(CandidateCase.place, Case.id)
    return CandidateView(
        id=candidate.id,
        terms=tuple(candidate.terms),
        houses=publishing.houses(candidate.houses, deciding.network()),
        found_on=candidate.found_at.date(),
        cases=tuple(CaseLine(case.id, str(case.title or "")) for case in db.session.scalars(readable.limit(EXAMPLES))),
    )


def rule_view() -> RuleView:
    """The numbers of the rule, and who set them when."""
    now, standard = rule.in_force(), signals.STANDARD
    rows = db.session.execute(
        select(RuleSetting, User.name).join(User, User.id == RuleSetting.user_id).order_by(RuleSetting.id.desc())
    )
    return RuleView(
        version=now.version,
        false_alarms=now.false_alarms_a_year,
        window=now.window_months,
        baseline=now.baseline_months,
        numbers=tuple(
            NumberView(one.name, _label(one.name), getattr(now, one.name), getattr(standard, one.name))
            for one in fields(signals.Parameters)
            if one.name in rule.SETTABLE
        ),
        fixed=tuple(
            NumberView(name, str(word), getattr(now, name), getattr(standard, name))
            for name, word in wording.FIXED.items()
        ),
        now=now,
        submitters=deciding.LEAST_SUBMITTERS,
        history=tuple(
            SettingView(by, setting.at, tuple((_label(name), number) for name, number in setting.numbers.items()))
            for setting, by in rows
        ),
    )


def _label(name: str) -> str:
    return str(wording.NUMBERS[name])


def runs() -> tuple[RunView, ...]:
    """The last runs, the newest first."""
    rows = db.session.execute(
        select(ModelRun, User.name)
        .outerjoin(User, User.id == ModelRun.asked_by_id)
        .order_by(ModelRun.asked_at.desc(), ModelRun.id)
        .limit(MOST_RUNS)
    )
    return tuple(_run(run, by or "") for run, by in rows)


def _run(run: ModelRun, by: str) -> RunView:
    return RunView(
        id=run.id,
        kind=str(wording.KINDS[run.kind]),
        state=run.state.value,
        word=str(wording.RUNS[run.state]),
        step=str(wording.STEPS.get(run.step, run.step)),
        percent=service.percent(run.kind, run.step, run.done, run.total),
        version=run.version,
        asked_by=by,
        asked_at=run.asked_at,
        under_way=run.state in {RunState.QUEUED, RunState.RUNNING},
        rebuilds=run.kind is RunKind.REBUILD,
    )
