"""Reads themes into views; every figure comes from the newest weekly snapshot, never from the cases themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from caseboard import policy
from caseboard.db import db
from caseboard.models import Basis, Measure, Proposal, Theme, ThemeSnapshot, ThemeState, User
from caseboard.policy import measures as measure_rules
from caseboard.policy import themes as rules
from caseboard.themes import assessments


@dataclass(frozen=True)
class ThemeCard:
    """One theme as the radar shows it: None is a figure that must not be shown, 0 means fewer than five."""

    id: str
    name: str
    basis: str
    cases: int | None
    observations: int | None


@dataclass(frozen=True)
class Radar:
    """All themes this person sees: flagged ones first, then by name; the order says nothing about counts."""

    week: date | None
    flagged: tuple[ThemeCard, ...]
    watched: tuple[ThemeCard, ...]
    retired: tuple[ThemeCard, ...]
    most: int
    sees_all: bool


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
    retired: bool
    week: date | None
    most: int
    may_edit: bool
    may_propose: bool
    proposals: tuple[Link, ...]
    measures: tuple[Link, ...]


@dataclass(frozen=True)
class Rule:
    """The numbers of the rule, so that the page can say it in words."""

    cases: int = assessments.LEAST_CASES
    submitters: int = assessments.LEAST_SUBMITTERS
    houses: int = assessments.LEAST_HOUSES
    share: int = assessments.LARGEST_SHARE


def radar(user: User, language: str) -> Radar:
    """Every theme that `user` may see, with the state and the rounded figures of the newest week."""
    themes = db.session.scalars(rules.seeable_themes(user).options(joinedload(Theme.newest))).all()
    in_use = [theme for theme in themes if theme.state is ThemeState.ACTIVE]
    flagged = _cards((theme for theme in in_use if theme.flagged), language)
    watched = _cards((theme for theme in in_use if not theme.flagged), language)
    return Radar(
        week=_week(),
        flagged=tuple(sorted(flagged, key=lambda card: (card.basis != Basis.SIGNAL, card.name.casefold()))),
        watched=watched,
        retired=_cards((theme for theme in themes if theme.state is ThemeState.RETIRED), language),
        most=_most(flagged + watched),
        sees_all=policy.consults(user),
    )


def theme_view(user: User, theme: Theme, language: str) -> ThemeView:
    """The page of one theme for `user`."""
    card = _card(theme, language)
    proposals = db.session.scalars(
        measure_rules.readable_proposals(user).where(Proposal.theme_id == theme.id).order_by(Proposal.created_at)
    ).all()
    measures = db.session.scalars(
        measure_rules.readable_measures(user).where(Measure.theme_id == theme.id).order_by(Measure.created_at)
    ).all()
    return ThemeView(
        card=card,
        definition=theme.definition,
        seeds=tuple(theme.seeds),
        retired=theme.state is ThemeState.RETIRED,
        week=_week(),
        most=_most((card,)),
        may_edit=rules.may_edit_theme(user, theme),
        may_propose=rules.may_propose(user, theme) and not any(proposal.is_open for proposal in proposals),
        proposals=tuple(Link(proposal.id, proposal.title, proposal.state) for proposal in proposals),
        measures=tuple(Link(measure.id, measure.title, measure.stage) for measure in measures),
    )


def _cards(themes: Iterable[Theme], language: str) -> tuple[ThemeCard, ...]:
    return tuple(sorted((_card(theme, language) for theme in themes), key=lambda card: card.name.casefold()))


def _card(theme: Theme, language: str) -> ThemeCard:
    newest = theme.newest
    return ThemeCard(
        id=theme.id,
        name=theme.name_en if language == "en" else theme.name_de,
        basis=newest.basis.value if newest and newest.basis else "",
        cases=newest.cases if newest else None,
        observations=newest.observations if newest else None,
    )


def _week() -> date | None:
    return db.session.scalar(select(func.max(ThemeSnapshot.week)))


def _most(cards: Iterable[ThemeCard]) -> int:
    """What a full bar stands for: the largest figure that is shown anyway."""
    return max(
        [assessments.SAFE_CELL, *(figure for card in cards for figure in (card.cases, card.observations) if figure)]
    )
