"""Reads themes into views; every figure comes from the newest weekly snapshot, never from the cases themselves."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from caseboard import figures, labels, policy
from caseboard.db import db
from caseboard.models import (
    Basis,
    Measure,
    Proposal,
    Standing,
    Theme,
    ThemeSnapshot,
    ThemeState,
    User,
)
from caseboard.policy import measures as measure_rules
from caseboard.policy import themes as rules
from caseboard.themes import assessments, publishing, rule, snapshots, trends
from caseboard.themes.likeness import similar
from caseboard.themes.lineage import Lineage, Relative, lineage_of
from caseboard.themes.trends import Change, Trend
from caseboard.themes.wanted import EVERYTHING, Wanted


@dataclass(frozen=True)
class ThemeCard:
    """One theme as the radar shows it: None is a figure that must not be shown."""

    id: str
    name: str
    basis: str
    standing: str
    cases: int | None
    observations: int | None
    trend: Trend


@dataclass(frozen=True)
class Radar:
    """All themes this person sees: flagged ones first, then by name; the order says nothing about counts."""

    week: date | None
    flagged: tuple[ThemeCard, ...]
    lasting: tuple[ThemeCard, ...]
    local: tuple[ThemeCard, ...]
    watched: tuple[ThemeCard, ...]
    retired: tuple[ThemeCard, ...]
    shown: tuple[ThemeCard, ...]
    quarters: tuple[date, ...]
    wanted: Wanted
    most: int
    most_in_quarter: int
    sees_all: bool
    has_basis: bool
    may_keep: bool
    may_watch_runs: bool
    may_read_report: bool


@dataclass(frozen=True)
class Sentence:
    """What a signal rests on, in the rounded figures of its week; `weak` is for how many months it rises no more."""

    month: date
    observed: int | None
    expected_below: int | None
    houses: int | None
    network: int
    ratio: float
    remains_without_one: bool
    weak: int
    false_alarms: tuple[int, int]


@dataclass(frozen=True)
class Link:
    """A proposal or a measure that came of the theme, and where it stands."""

    id: str
    title: str
    state: str


@dataclass(frozen=True)
class ThemeView:
    """One theme with its evidence and what was done about it."""

    card: ThemeCard
    definition: str
    seeds: tuple[str, ...]
    excludes: tuple[str, ...]
    state: str
    sentence: Sentence | None
    lineage: Lineage
    changes: tuple[Change, ...]
    similar: tuple[Relative, ...]
    week: date | None
    most: int
    most_in_quarter: int
    may_edit: bool
    may_propose: bool
    may_read_cases: bool
    proposals: tuple[Link, ...]
    measures: tuple[Link, ...]


@dataclass(frozen=True)
class Rule:
    """The numbers that pages say in words: of the rule as it is set, and of the assessment beside it."""

    window: int
    least_cases: int
    least_houses: int
    ratio: float
    false_alarms: tuple[int, int]
    submitters: int = publishing.LEAST_SUBMITTERS
    houses: int = publishing.LEAST_HOUSES
    share: int = assessments.LARGEST_SHARE
    cell: int = publishing.SAFE_CELL


def rule_in_short() -> Rule:
    """The rule as pages that show a flag explain it."""
    now = rule.in_force()
    return Rule(now.window_months, now.least_cases, now.least_houses, now.signal_ratio, now.false_alarms_a_year)


def radar(user: User, language: str, wanted: Wanted = EVERYTHING) -> Radar:
    """Every theme that `user` may see, with the state and the rounded figures of the newest week."""
    themes = db.session.scalars(rules.seeable_themes(user).options(joinedload(Theme.newest))).all()
    own, told, week = _own_clusters(user), trends.published(), snapshots.newest_week()
    window = told.last(wanted.quarters)

    def cards(some: Iterable[Theme]) -> tuple[ThemeCard, ...]:
        found = (_card(theme, language, own, told.trend(theme.id, window)) for theme in some)
        return tuple(sorted(found, key=lambda card: card.name.casefold()))

    in_use = [theme for theme in themes if theme.state is ThemeState.ACTIVE]
    flagged = cards(theme for theme in in_use if theme.flagged)
    others = cards(theme for theme in in_use if not theme.flagged)
    first = tuple(sorted(flagged, key=lambda card: (card.basis != Basis.SIGNAL, card.name.casefold())))
    everything = first + others
    lasting = tuple(card for card in others if card.standing == Standing.STANDING)
    gone = (theme for theme in themes if theme.state is ThemeState.RETIRED)
    return Radar(
        week=week,
        flagged=first,
        lasting=lasting,
        local=tuple(card for card in everything if card.id in own),
        watched=others,
        retired=cards(gone),
        shown=tuple(card for card in everything if wanted.shows(card)),
        quarters=window,
        wanted=wanted,
        most=figures.full_bar(week, *(figure for card in first for figure in (card.cases, card.observations))),
        most_in_quarter=trends.most(card.trend for card in everything),
        sees_all=policy.consults(user),
        has_basis=any(card.standing != Standing.NO_BASIS for card in everything),
        may_keep=policy.moderates(user),
        may_watch_runs=rules.may_watch_runs(user),
        may_read_report=rules.may_read_report(user),
    )


def theme_view(user: User, theme: Theme, language: str) -> ThemeView:
    """The page of one theme for `user`."""
    told = trends.published()
    card = _card(theme, language, _own_clusters(user), told.trend(theme.id, told.quarters))
    newest, held, week = theme.newest, labels.held_by(theme.id), snapshots.newest_week()
    proposals = db.session.scalars(
        measure_rules.readable_proposals(user).where(Proposal.theme_id.in_(held)).order_by(Proposal.created_at)
    ).all()
    measures = db.session.scalars(
        measure_rules.readable_measures(user).where(Measure.theme_id.in_(held)).order_by(Measure.created_at)
    ).all()
    return ThemeView(
        card=card,
        definition=theme.definition,
        seeds=tuple(theme.seeds),
        excludes=tuple(theme.excludes),
        state=theme.state.value,
        sentence=sentence_of(newest) if newest and newest.standing is Standing.SIGNAL else None,
        lineage=lineage_of(theme, language),
        changes=trends.changes(theme),
        similar=similar(user, theme, language),
        week=week,
        most=figures.full_bar(week, card.cases, card.observations),
        most_in_quarter=trends.most((card.trend,)),
        may_edit=rules.may_edit_theme(user, theme),
        may_propose=rules.may_propose(user, theme) and not any(proposal.is_open for proposal in proposals),
        may_read_cases=policy.consults(user),
        proposals=tuple(Link(proposal.id, proposal.title, proposal.state) for proposal in proposals),
        measures=tuple(Link(measure.id, measure.title, measure.stage) for measure in measures),
    )


def _card(theme: Theme, language: str, own: Set[str], trend: Trend) -> ThemeCard:
    newest = theme.newest
    standing = newest.standing if newest else Standing.NO_BASIS
    here = theme.id in own and standing in {Standing.QUIET, Standing.STANDING}
    return ThemeCard(
        id=theme.id,
        name=theme.name_in(language),
        basis=newest.basis.value if newest and newest.basis else "",
        standing=(Standing.LOCAL if here else standing).value,
        cases=newest.cases if newest else None,
        observations=newest.observations if newest else None,
        trend=trend,
    )


def _own_clusters(user: User) -> frozenset[str]:
    """The themes that had risen in the home house of this person alone by this week; nobody else ever hears of it."""
    if not policy.sees_the_network(user):
        return frozenset()
    here = (ThemeSnapshot.week == snapshots.newest_week(), ThemeSnapshot.local_jobcenter_id == user.jobcenter_id)
    return frozenset(db.session.scalars(select(ThemeSnapshot.theme_id).where(*here)))


def sentence_of(snapshot: ThemeSnapshot) -> Sentence | None:
    """What the signal of this week rests on, if there is one."""
    shown = snapshot.evidence
    if not shown:
        return None
    return Sentence(
        month=date.fromisoformat(shown["month"]),
        observed=shown["observed"],
        expected_below=shown["expected_below"],
        houses=shown["houses"],
        network=shown["network"],
        ratio=shown["ratio"],
        remains_without_one=shown["remains_without_one"],
        weak=shown.get("weak", 0),
        false_alarms=tuple(shown["false_alarms"]),
    )
