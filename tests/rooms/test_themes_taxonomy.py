"""Merging, splitting, accepting and undoing: what moves, what stays, and that every count comes back exactly."""

from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import select

from caseboard import labels
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import (
    CandidateCase,
    CandidateState,
    Case,
    CaseTheme,
    EventKind,
    Notice,
    Role,
    Theme,
    ThemeCandidate,
    ThemeCount,
    ThemeEvent,
    ThemeLabel,
    ThemeState,
)
from caseboard.themes import counting, cutting, events, service
from caseboard.themes.entries import Entry
from tests.actors import Actor, Stage, put
from tests.rooms.recurring import counted, released_case
from tests.rooms.sessions_stage import Round

DEBTS, ENERGY, MOBILITY = "schulden", "energie", "mobilitaet"


def entry(name: str) -> Entry:
    """The words of a new theme."""
    return Entry(*(SafeText.trusted(text) for text in (name, f"{name} (en)", f"Es geht um {name}.")), seeds=())


def theme(key: str) -> Theme:
    """A theme as it is at present."""
    db.session.expire_all()
    return db.session.get_one(Theme, key)


def counts() -> Counter[tuple[str, str, object]]:
    """Every count after a new reckoning, as it lies in the table."""
    counting.recount("test")
    rows = db.session.execute(select(ThemeCount.theme_id, ThemeCount.jobcenter_id, ThemeCount.month, ThemeCount.n))
    return Counter({(key, house, month): n for key, house, month, n in rows})


def present() -> set[tuple[str, str]]:
    """Which case has which themes."""
    return set(db.session.execute(select(CaseTheme.case_id, CaseTheme.theme_id)).tuples())


@command
def ticked(case_id: str, key: str) -> None:
    """The author ticks a further theme."""
    case = db.session.get_one(Case, case_id)
    db.session.add(ThemeLabel(case_id=case_id, theme_id=key, says=True, user_id=case.author_id))
    labels.settle([case_id])


def last_event() -> ThemeEvent:
    """The newest entry of the log."""
    return db.session.scalars(select(ThemeEvent).order_by(ThemeEvent.id.desc())).first()


def told(actor: Actor) -> list[str]:
    """The notices about themes that somebody has."""
    kinds = select(Notice.kind).where(
        Notice.user_id == actor.user_id, Notice.kind.startswith("theme.", autoescape=True)
    )
    return list(db.session.scalars(kinds.order_by(Notice.id)))


@pytest.fixture
def moderator(stage: Stage) -> Actor:
    """Who keeps the themes."""
    return stage.moderator("msp")


@pytest.fixture
def authors(stage: Stage) -> dict[str, Actor]:
    """Authors of cases with one theme, with both, and of cases that are over."""
    found = {house: stage.case_manager(house) for house in ("kg", "nes", "has")}
    for house, key in (("kg", DEBTS), ("nes", ENERGY), ("nes", MOBILITY)):
        released_case(stage, found[house], key)
    ticked(released_case(stage, found["has"], DEBTS), ENERGY)
    for house, months_ago, n in (("kg", 2, 3), ("has", 5, 1)):
        counted(DEBTS, house, months_ago, n)
        counted(ENERGY, house, months_ago, n + 1)
    return found


def test_merging_counts_each_case_once_and_undoing_restores_every_count(
    authors: dict[str, Actor], moderator: Actor
) -> None:
    # given counts of two themes, one case of which has both
    before, labelled = counts(), present()

    # when the one becomes part of the other
    cutting.merge(moderator.user, theme(DEBTS), theme(ENERGY))

    # then all cases count there, the one with both once
    after = counts()
    assert not {key for key, _house, _month in after} & {DEBTS}
    assert sum(n for (key, *_rest), n in after.items() if key == ENERGY) == sum(before.values()) - 1 - 1
    assert theme(DEBTS).state is ThemeState.MERGED
    assert told(authors["kg"]) == ["theme.merged"]
    assert told(authors["nes"]) == []

    # and when it is undone, every count and every label is as before
    events.undo(moderator.user, last_event())
    assert counts() == before
    assert present() == labelled
    assert told(authors["kg"]) == ["theme.merged", "theme.undone"]


def test_what_is_ticked_after_a_merge_stays_where_it_was_ticked(
    stage: Stage, authors: dict[str, Actor], moderator: Actor
) -> None:
    cutting.merge(moderator.user, theme(DEBTS), theme(ENERGY))
    later = released_case(stage, authors["kg"], ENERGY)

    events.undo(moderator.user, last_event())

    assert {key for case_id, key in present() if case_id == later} == {ENERGY}


def test_themes_that_were_merged_one_into_the_next_come_back_one_by_one(
    authors: dict[str, Actor], moderator: Actor
) -> None:
    before = counts()
    cutting.merge(moderator.user, theme(DEBTS), theme(ENERGY))
    first = last_event()
    cutting.merge(moderator.user, theme(ENERGY), theme(MOBILITY))
    second = last_event()
    assert {key for key, *_rest in counts()} == {MOBILITY}

    # the earlier one cannot go first
    with pytest.raises(WrongMoment):
        events.undo(moderator.user, first)
    events.undo(moderator.user, second)
    events.undo(moderator.user, first)
    with pytest.raises(WrongMoment):
        events.undo(moderator.user, first)

    assert counts() == before


def test_a_merged_theme_leads_on_and_says_where_its_cases_are(
    stage: Stage, authors: dict[str, Actor], moderator: Actor
) -> None:
    page = moderator.sends(f"/themen/{DEBTS}/zusammenlegen", {"into": ENERGY}).get_data(as_text=True)

    assert "Enthält, was gezählt wurde unter" in page
    assert "Themenzuschnitt geändert am" in page
    answer = authors["kg"].opens(f"/themen/{DEBTS}")
    assert (answer.status_code, answer.location) == (303, f"/themen/{ENERGY}")
    assert moderator.opens(f"/themen/{DEBTS}").status_code == 200
    # and cases written from now on are offered the other one alone
    assert DEBTS not in {spec.key for spec in labels.specs()}
    assert {spec.key: spec.starts_from for spec in labels.specs()}[ENERGY] == (ENERGY, DEBTS)


def test_splitting_moves_the_cases_that_are_named_and_no_other(
    stage: Stage, authors: dict[str, Actor], moderator: Actor
) -> None:
    # given a further case of the theme, and all that there is
    moved = released_case(stage, authors["nes"], DEBTS)
    before, labelled = counts(), present()

    # when a moderator makes two themes out of it on the page, and gives one case to the second
    words = {
        f"{place}_{name}": text
        for place, title in (("first", "Pfändung"), ("second", "Inkasso"))
        for name, text in (("de", title), ("en", "Ways to pay"), ("definition", "Geld fehlt."), ("seeds", title))
    }
    answer = moderator.sends(f"/themen/{DEBTS}/teilen", {**words, f"case_{moved}": "1"})

    # then this case has the second, and every other label and count is as before
    assert "Das Thema ist geteilt." in answer.get_data(as_text=True)
    children = {row.name_de: row.id for row in db.session.scalars(select(Theme).where(Theme.parent_id == DEBTS))}
    assert set(children) == {"Pfändung", "Inkasso"}
    assert present() - labelled == {(moved, children["Inkasso"])}
    assert labelled - present() == {(moved, DEBTS)}
    after = counts()
    assert sum((after - before).values()) == sum((before - after).values()) == 1
    assert told(authors["nes"]) == ["theme.split"]
    assert told(authors["kg"]) == []
    assert theme(DEBTS).state is ThemeState.ACTIVE
    # and what was known of the parent beforehand is known still, and nothing of its children
    origins = {spec.key: spec.starts_from for spec in labels.specs()}
    assert (origins[DEBTS], origins[children["Inkasso"]]) == ((DEBTS,), ())

    # and when it is undone, everything is as before
    events.undo(moderator.user, last_event())
    assert (counts(), present()) == (before, labelled)


def test_what_was_ticked_for_a_child_since_counts_for_the_parent_after_undoing(
    stage: Stage, authors: dict[str, Actor], moderator: Actor
) -> None:
    (child,) = cutting.split(moderator.user, theme(DEBTS), [entry("Pfändung")], {})
    split = last_event()
    later = released_case(stage, authors["kg"], child)

    events.undo(moderator.user, split)

    assert theme(DEBTS).state is ThemeState.ACTIVE
    assert {key for case_id, key in present() if case_id == later} == {DEBTS}


def test_a_case_that_the_moderator_may_not_read_is_never_moved(stage: Stage, authors: dict[str, Actor]) -> None:
    own = stage.moderator("kg")
    case_id = released_case(stage, authors["kg"], DEBTS)

    cutting.split(own.user, theme(DEBTS), [entry("Pfändung")], {case_id: 0})

    assert (case_id, DEBTS) in present()
    assert own.opens(f"/themen/faelle/{case_id}").status_code == 404


def test_a_moderator_corrects_the_themes_of_a_case_and_the_author_is_told(
    stage: Stage, authors: dict[str, Actor], moderator: Actor
) -> None:
    case_id = released_case(stage, authors["kg"], DEBTS)

    moderator.sends(f"/themen/faelle/{case_id}", {"themes": [ENERGY]})

    assert {key for one, key in present() if one == case_id} == {ENERGY}
    assert told(authors["kg"]) == ["theme.labelled"]
    # nothing that was said is gone
    said = db.session.scalars(select(ThemeLabel).where(ThemeLabel.case_id == case_id).order_by(ThemeLabel.id))
    assert [(row.theme_id, row.says) for row in said] == [(DEBTS, True), (DEBTS, False), (ENERGY, True)]


def test_a_candidate_becomes_a_theme_with_its_examples_and_back(
    stage: Stage, authors: dict[str, Actor], moderator: Actor
) -> None:
    # given a candidate with a case that this moderator may read
    case_id = released_case(stage, authors["kg"], MOBILITY)
    candidate = ThemeCandidate(terms=["Lastenrad", "Anhänger"], houses=3)
    put(candidate)
    candidate_id = candidate.id
    put(CandidateCase(candidate_id=candidate_id, case_id=case_id))
    page = moderator.opens("/themen/kandidaten").get_data(as_text=True)
    assert "Lastenrad, Anhänger" in page

    # when it is accepted
    words = {
        "name_de": "Lastenräder",
        "name_en": "Ways to work",
        "definition": "Wege mit Lasten.",
        "seeds": "Lastenrad",
    }
    moderator.sends(f"/themen/kandidaten/{candidate_id}", {**words, "cases": [case_id]})

    # then there is a theme with this case, and its author hears of it
    made = db.session.scalars(select(Theme).where(Theme.name_de == "Lastenräder")).one()
    assert (case_id, made.id) in present()
    assert (case_id, MOBILITY) in present()
    assert told(authors["kg"]) == ["theme.accepted"]
    assert db.session.get_one(ThemeCandidate, candidate_id).state is CandidateState.ACCEPTED

    # and undone, the case is as before and the candidate waits again
    events.undo(moderator.user, last_event())
    assert {key for one, key in present() if one == case_id} == {MOBILITY}
    assert db.session.get_one(ThemeCandidate, candidate_id).state is CandidateState.OPEN
    assert theme(made.id).state is ThemeState.RETIRED


@command
def put_forward() -> str:
    """A candidate for a new theme; its id."""
    candidate = ThemeCandidate(terms=["Lastenrad", "Anhänger"], houses=3)
    db.session.add(candidate)
    db.session.flush()
    return candidate.id


def accepted(moderator: Actor) -> str:
    """A theme that comes from a candidate."""
    candidate = db.session.get_one(ThemeCandidate, put_forward())
    return cutting.accept(moderator.user, candidate, entry("Lastenräder"), [])


def reactivated(moderator: Actor) -> str:
    """A theme that is in use again."""
    service.retire(moderator.user, theme(MOBILITY))
    service.reactivate(moderator.user, theme(MOBILITY))
    return MOBILITY


def divided(moderator: Actor) -> str:
    """A theme that comes from another one."""
    (child,) = cutting.split(moderator.user, theme(DEBTS), [entry("Pfändung")], {})
    return child


@pytest.mark.parametrize("brought_into_use", [accepted, reactivated, divided])
def test_what_brought_a_theme_into_use_stays_as_long_as_another_one_counts_there(
    authors: dict[str, Actor], moderator: Actor, brought_into_use: Callable[[Actor], str]
) -> None:
    # given a theme that came into use, and another one that was merged into it
    before, labelled = counts(), present()
    key = brought_into_use(moderator)
    came = last_event()
    cutting.merge(moderator.user, theme(ENERGY), theme(key))
    merge = last_event()
    after = counts()

    # then it cannot go while their cases count there, and the log does not offer it
    page = moderator.opens("/themen/verlauf").get_data(as_text=True)
    assert page.count(f'value="{merge.id}"') == 1
    assert f'value="{came.id}"' not in page
    with pytest.raises(WrongMoment):
        events.undo(moderator.user, came)
    assert counts() == after

    # and one after the other everything comes back
    events.undo(moderator.user, merge)
    events.undo(moderator.user, came)
    expected = before if key != MOBILITY else Counter({cell: n for cell, n in before.items() if cell[0] != MOBILITY})
    assert counts() == expected
    assert present() == labelled


def test_a_dismissed_candidate_is_gone_until_it_is_undone(stage: Stage, moderator: Actor) -> None:
    put(ThemeCandidate(terms=["Lastenrad", "Anhänger"], houses=3))
    candidate = db.session.scalars(select(ThemeCandidate)).one()

    moderator.sends(f"/themen/kandidaten/{candidate.id}/ablehnen")
    assert "Lastenrad" not in moderator.opens("/themen/kandidaten").get_data(as_text=True)

    moderator.sends("/themen/verlauf/zurueck", {"event": str(last_event().undoes_id or last_event().id)})
    assert "Lastenrad" in moderator.opens("/themen/kandidaten").get_data(as_text=True)


def test_words_come_back_as_they_were_and_only_the_last_ones_first(stage: Stage, moderator: Actor) -> None:
    before = (theme(DEBTS).name_de, list(theme(DEBTS).seeds))
    service.edit(moderator.user, theme(DEBTS), entry("Geldsorgen"))
    first = last_event()
    service.edit(moderator.user, theme(DEBTS), entry("Geldnot"))
    second = last_event()

    with pytest.raises(WrongMoment):
        events.undo(moderator.user, first)
    events.undo(moderator.user, second)
    assert theme(DEBTS).name_de == "Geldsorgen"
    events.undo(moderator.user, first)

    assert (theme(DEBTS).name_de, list(theme(DEBTS).seeds)) == before


def test_the_log_shows_who_did_what_and_offers_only_what_can_be_undone(authors: dict[str, Actor], stage: Stage) -> None:
    moderator = stage.moderator("msp", name="Moderation Ohlert")
    service.retire(moderator.user, theme(MOBILITY))
    service.reactivate(moderator.user, theme(MOBILITY))

    page = moderator.opens("/themen/verlauf").get_data(as_text=True)

    assert "Außer Gebrauch genommen" in page
    assert "Moderation Ohlert" in page
    assert page.count('action="/themen/verlauf/zurueck"') == 1
    assert told(authors["nes"]) == ["theme.retired", "theme.reactivated"]


@pytest.mark.parametrize("role", [Role.CASE_MANAGER, Role.LEADERSHIP, Role.NETWORK_ADMINISTRATION])
def test_nobody_but_moderators_changes_the_taxonomy(stage: Stage, authors: dict[str, Actor], role: Role) -> None:
    somebody = stage.person("msp", role)

    with pytest.raises(NotAllowed):
        cutting.merge(somebody.user, theme(DEBTS), theme(ENERGY))
    with pytest.raises(NotAllowed):
        cutting.split(somebody.user, theme(DEBTS), [entry("Pfändung")], {})

    assert db.session.scalars(select(ThemeEvent)).all() == []


def test_an_author_who_changes_the_ticks_leaves_both_words(stage: Stage) -> None:
    # given a draft of an author that was about one theme, and is handed in with another
    table = Round(stage, themes=(DEBTS,))
    case = db.session.get_one(Case, table.case_id)
    labels.answer(case, table.author.user, [ENERGY], final=True)
    db.session.flush()
    assert labels.fold(sorted(case.labels, key=lambda label: label.id)) == {DEBTS: False, ENERGY: True, None: False}
    # and when nothing fits in the end, that is an answer too
    labels.answer(case, table.author.user, [], final=True)
    db.session.flush()
    assert labels.fold(sorted(case.labels, key=lambda label: label.id)) == {DEBTS: False, ENERGY: False, None: True}
    db.session.rollback()


def test_every_kind_of_event_can_be_undone() -> None:
    assert set(events.BACK) == set(EventKind) - {EventKind.UNDO}
