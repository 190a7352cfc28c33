"""The nights after a split: what nobody has moved counts where it did before, whoever has spoken of it."""

import pytest
from sqlalchemy import select

from caseboard import labels
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.models import ThemeAssignment, ThemeCandidate, ThemeState
from caseboard.themes import counting, cutting, events, jobs
from caseboard.themes.entries import Entry
from tests.actors import Actor, Stage
from tests.rooms.recurring import counted
from tests.rooms.test_themes_night import BUS, DEBTS, case_of, cells, silent
from tests.rooms.test_themes_taxonomy import last_event, theme

CHILD_SEEDS = ("Pfändung", "Inkasso", "Gerichtsvollzieher", "Schuldnerberatung")


def named(name: str, *seeds: str) -> Entry:
    """The words of a new theme which the classifier knows by these seeds."""
    words = (name, f"{name} (en)", f"Es geht um {name}.")
    return Entry(*map(SafeText.trusted, words), seeds=tuple(map(SafeText.trusted, seeds)))


@pytest.fixture
def moderator(stage: Stage) -> Actor:
    """Who keeps the themes."""
    return stage.moderator("msp")


def test_a_split_moves_what_is_named_and_nothing_else_in_the_nights_after_it(stage: Stage, moderator: Actor) -> None:
    # given cases whose authors have ticked a theme, one that only the classifier counts there, and ended ones
    moved = case_of(stage, "kg", DEBTS, "schulden")
    case_of(stage, "has", f"{DEBTS} Der Strom ist noch an.", "schulden")
    own_house = case_of(stage, "msp", f"{DEBTS} Die Miete ist bezahlt.", "schulden")
    case_of(stage, "nes", f"{DEBTS} {DEBTS}")
    case_of(stage, "kt", BUS, "mobilitaet")
    counted("schulden", "kg", 2, 3)
    jobs.rebuild(silent)
    before = cells()
    assert before["schulden", "nes"] == 1

    # when the theme is split by somebody who names one case, and cannot read another, and a night passes
    (child,) = cutting.split(
        moderator.user, theme("schulden"), [named("Pfändung", *CHILD_SEEDS)], {moved: 0, own_house: 0}
    )
    jobs.rebuild(silent)

    # then that case counts for the child, and every other one where it did, as sure as before
    after = cells()
    assert after == {**before, ("schulden", "kg"): 3, (child, "kg"): 1}
    assert theme("schulden").state is ThemeState.ACTIVE
    # and whatever the classifier learned of the theme by that case, it still knows
    assert {spec.key: spec.origins for spec in labels.specs()}["schulden"] == ("schulden",)

    # and when it is undone, everything is as before, also after another night
    events.undo(moderator.user, last_event())
    jobs.rebuild(silent)
    assert cells() == before


def test_what_the_classifier_says_of_all_other_cases_is_the_same_to_the_last_digit(
    stage: Stage, moderator: Actor
) -> None:
    # given labelled cases that have taught the classifier, and one that nobody has spoken of
    moved = case_of(stage, "kg", DEBTS, "schulden")
    case_of(stage, "has", f"{DEBTS} Der Strom ist noch an.", "schulden")
    silent_case = case_of(stage, "nes", f"{DEBTS} {DEBTS}")
    jobs.rebuild(silent)
    score = said_of(silent_case)["schulden"]

    # when
    (child,) = cutting.split(moderator.user, theme("schulden"), [named("Pfändung", *CHILD_SEEDS)], {moved: 0})
    jobs.rebuild(silent)

    # then the child may look just as likely, but counts nowhere by itself
    assert said_of(silent_case)["schulden"] == score
    counting_rows = select(ThemeAssignment.theme_id).where(ThemeAssignment.counts)
    assert child not in set(db.session.scalars(counting_rows))


def test_a_theme_that_was_accepted_keeps_what_is_counted_automatically_when_it_is_split(
    stage: Stage, moderator: Actor
) -> None:
    # given a theme from a candidate that the classifier counts in a case whose author could not know it
    case_id = case_of(stage, "kg", BUS, "mobilitaet")
    made = cutting.accept(moderator.user, candidate(), named("Frühschicht", "Frühschicht"), [])
    jobs.rebuild(silent)
    automatic(case_id, made)
    before = counting.count()
    assert sum(n for (key, *_rest), n in before.items() if key == made) == 1

    # when it is split, then nothing of that is gone
    cutting.split(moderator.user, theme(made), [named("Nachtschicht", "Nachtschicht")], {})
    assert counting.count() == before


def said_of(case_id: str) -> dict[str, float]:
    """The scores of one case, by theme."""
    rows = select(ThemeAssignment.theme_id, ThemeAssignment.score).where(ThemeAssignment.case_id == case_id)
    return dict(db.session.execute(rows).tuples().all())


def candidate() -> ThemeCandidate:
    """A candidate for a new theme."""
    _put_forward()
    return db.session.scalars(select(ThemeCandidate)).one()


@command
def _put_forward() -> None:
    db.session.add(ThemeCandidate(terms=["Frühschicht", "Nachtschicht"], houses=3))


@command
def automatic(case_id: str, theme_id: str) -> None:
    """The classifier of the present run counts a case for a theme."""
    from caseboard.models import ThemeModel

    run = db.session.scalars(select(ThemeModel)).one()
    db.session.add(
        ThemeAssignment(
            run_id=run.run_id, case_id=case_id, theme_id=theme_id, score=0.99, counts=True, model_version=run.version
        )
    )
