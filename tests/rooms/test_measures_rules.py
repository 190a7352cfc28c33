"""A rule and its list always say the same: for every role, house and state of themes, proposals and measures."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Select, select

from caseboard.anonymize import SafeText
from caseboard.db import Base, command, db
from caseboard.models import (
    Basis,
    Measure,
    Proposal,
    ProposalState,
    Role,
    Theme,
    ThemeSnapshot,
    ThemeState,
    User,
)
from caseboard.policy import measures, themes
from tests.actors import Stage

WORDS = SafeText.trusted("Ein Vorschlag")
PAIRS: list[tuple[type[Base], Callable[[User, object], bool], Callable[[User], Select[tuple[Base]]]]] = [
    (Theme, themes.may_see_theme, themes.seeable_themes),
    (Theme, themes.may_edit_theme, themes.editable_themes),
    (Theme, themes.may_propose, themes.proposable_themes),
    (Proposal, measures.may_read_proposal, measures.readable_proposals),
    (Proposal, measures.may_second, measures.secondable_proposals),
    (Proposal, measures.may_drop, measures.droppable_proposals),
    (Proposal, measures.may_decide, measures.decidable_proposals),
    (Measure, measures.may_read_measure, measures.readable_measures),
    (Measure, measures.may_commit, measures.committable_measures),
    (Measure, measures.may_advance, measures.advanceable_measures),
]


@pytest.fixture
def people(stage: Stage) -> list[User]:
    """Everybody who could ask: each role alone, two at once, and somebody who serves a second house."""
    alone = [stage.person(house, role) for role in Role for house in ("kg", "has")]
    both = [
        stage.person("kg", Role.MODERATION, Role.LEADERSHIP),
        stage.person("kg", Role.CASE_MANAGER, Role.MODERATION),
        stage.person("has", Role.MODERATION, Role.ADMINISTRATION),
        stage.person("msp", Role.MODERATION, serves=("kg",)),
        stage.person("nes"),
    ]
    return [actor.user for actor in (*alone, *both)]


@pytest.fixture
def things(stage: Stage) -> None:
    """Themes in every state of two weeks, a proposal in every state, measures with and without a lead."""
    stage.house("msp")
    first, second = stage.moderator("kg").user, stage.moderator("has").user
    _figures()
    for number, state in enumerate(ProposalState):
        _proposal(first, second, state, (None, "kg", "has", "msp", None)[number])


@command
def _figures() -> None:
    db.session.get_one(Theme, "sucht").state = ThemeState.RETIRED
    for week, flagged in (
        (date(2026, 11, 9), ("pflege", "haft")),
        (date(2026, 11, 16), ("mobilitaet", "sucht", "haft")),
    ):
        db.session.add_all(
            ThemeSnapshot(
                week=week,
                theme_id=theme.id,
                cases=0,
                flagged=theme.id in flagged,
                basis=Basis.SIGNAL if theme.id in flagged else None,
                local_jobcenter_id={"energie": "kg", "schulden": "has"}.get(theme.id),
            )
            for theme in db.session.scalars(select(Theme))
        )


@command
def _proposal(first: User, second: User, state: ProposalState, lead: str | None) -> None:
    drafted = state is ProposalState.DRAFT
    proposal = Proposal(
        theme_id="mobilitaet",
        state=state,
        basis=Basis.SIGNAL,
        title=WORDS,
        need=WORDS,
        idea=WORDS,
        evidence={},
        first_moderator_id=first.id,
        first_jobcenter_id=first.jobcenter_id,
        second_moderator_id=None if drafted else second.id,
        second_jobcenter_id=None if drafted else second.jobcenter_id,
    )
    db.session.add(proposal)
    db.session.flush()
    db.session.add(Measure(proposal_id=proposal.id, theme_id="mobilitaet", title=WORDS, lead_jobcenter_id=lead))


@pytest.mark.usefixtures("things")
@pytest.mark.parametrize(("model", "may", "able"), PAIRS, ids=[pair[1].__name__ for pair in PAIRS])
def test_rule_and_list_agree_for_everybody_and_everything(
    people: list[User],
    model: type[Base],
    may: Callable[[User, object], bool],
    able: Callable[[User], Select[tuple[Base]]],
) -> None:
    everything = db.session.scalars(select(model)).all()
    answers = set()

    for user in people:
        allowed = {thing.id for thing in everything if may(user, thing)}  # type: ignore[attr-defined]
        listed = {thing.id for thing in db.session.scalars(able(user))}  # type: ignore[attr-defined]
        assert allowed == listed, sorted(user.roles)
        answers |= {may(user, thing) for thing in everything}

    # a rule that never says yes, or never no, would agree with anything
    assert answers == {True, False}


@pytest.mark.usefixtures("things")
def test_only_the_newest_week_makes_a_theme_a_candidate(stage: Stage) -> None:
    moderator = stage.moderator("kt").user

    assert {theme.id for theme in db.session.scalars(themes.proposable_themes(moderator))} == {"mobilitaet", "haft"}
