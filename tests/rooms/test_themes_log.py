"""Other words and a broader theme: who is told, what the log says of it, and that it comes back, however long ago."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput, WrongMoment
from caseboard.models import EventKind, Theme, ThemeEvent
from caseboard.themes import events, log, service
from caseboard.themes.entries import Entry, words_of
from tests.actors import Actor, Stage
from tests.rooms.recurring import released_case
from tests.rooms.test_themes_taxonomy import DEBTS, ENERGY, MOBILITY, last_event, theme, told


def words(key: str, **changes: object) -> Entry:
    """The words of a theme as they are, but for some."""
    one = theme(key)
    texts = (SafeText.trusted(text) for text in (one.name_de, one.name_en, one.definition))
    lists = (tuple(map(SafeText.trusted, terms)) for terms in (one.seeds, one.excludes))
    return replace(Entry(*texts, *lists), **changes)


@pytest.fixture
def moderator(stage: Stage) -> Actor:
    """Who keeps the themes."""
    return stage.moderator("msp")


@pytest.fixture
def author(stage: Stage) -> Actor:
    """Somebody with a case about debts."""
    found = stage.case_manager("kg")
    released_case(stage, found, DEBTS)
    return found


def test_authors_hear_of_another_name_and_that_it_was_taken_back(author: Actor, moderator: Actor) -> None:
    service.edit(moderator.user, theme(DEBTS), words(DEBTS, name_de=SafeText.trusted("Geldsorgen")))
    assert told(author) == ["theme.edited"]

    events.undo(moderator.user, last_event())
    assert told(author) == ["theme.edited", "theme.undone"]
    assert "heißt jetzt anders" in author.opens("/").get_data(as_text=True)


def test_nobody_hears_of_other_terms_which_moderators_alone_see(author: Actor, moderator: Actor) -> None:
    service.edit(moderator.user, theme(DEBTS), words(DEBTS, seeds=(SafeText.trusted("Ratenkauf"),)))
    assert theme(DEBTS).seeds == ["Ratenkauf"]
    events.undo(moderator.user, last_event())

    assert told(author) == []


def test_the_log_says_what_was_changed(moderator: Actor) -> None:
    before = theme(DEBTS)
    name, seed = before.name_de, before.seeds[0]
    some = (*(SafeText.trusted(term) for term in before.seeds[1:]), SafeText.trusted("Ratenkauf"))
    service.edit(moderator.user, theme(DEBTS), words(DEBTS, name_de=SafeText.trusted("Geldsorgen"), seeds=some), ENERGY)

    page = moderator.opens("/themen/verlauf").get_data(as_text=True)

    assert f"Name auf Deutsch: aus „{name}“ wurde „Geldsorgen“" in page
    assert "Suchwörter ergänzt: Ratenkauf" in page
    assert f"Suchwörter entfernt: {seed}" in page
    energy = theme(ENERGY).name_de
    assert f"Übergeordnetes Thema: aus „kein übergeordnetes Thema“ wurde „{energy}“" in page
    assert "Beschreibung: aus" not in page


def test_a_theme_becomes_part_of_a_broader_one_and_no_longer_after_undoing(author: Actor, moderator: Actor) -> None:
    # when a moderator chooses a broader theme on the page
    page = moderator.opens(f"/themen/{DEBTS}/bearbeiten").get_data(as_text=True)
    assert f'<option value="{ENERGY}"' in page
    assert f'<option value="{DEBTS}"' not in page
    plain = words_of(theme(DEBTS))
    form = {**plain, "seeds": "\n".join(plain["seeds"]), "excludes": "\n".join(plain["excludes"]), "parent": ENERGY}
    page = moderator.sends(f"/themen/{DEBTS}/bearbeiten", form).get_data(as_text=True)

    # then both pages say so, and cases stay where they are
    assert "Übergeordnetes Thema" in page
    assert theme(DEBTS).parent_id == ENERGY
    assert "Genauere Themen" in moderator.opens(f"/themen/{ENERGY}").get_data(as_text=True)
    assert told(author) == ["theme.edited"]

    # and it comes back
    events.undo(moderator.user, last_event())
    assert theme(DEBTS).parent_id is None


def test_no_theme_becomes_part_of_itself_by_way_of_others(moderator: Actor) -> None:
    # given debts as part of energy, and energy as part of mobility
    service.edit(moderator.user, theme(DEBTS), words(DEBTS), ENERGY)
    first = last_event()
    service.edit(moderator.user, theme(ENERGY), words(ENERGY), MOBILITY)

    # then mobility can be part of neither
    with pytest.raises(InvalidInput):
        service.edit(moderator.user, theme(MOBILITY), words(MOBILITY), DEBTS)
    page = moderator.opens(f"/themen/{MOBILITY}/bearbeiten").get_data(as_text=True)
    assert f'<option value="{DEBTS}"' not in page

    # neither by undoing: debts goes elsewhere, mobility becomes part of it, and then debts should go back
    service.edit(moderator.user, theme(DEBTS), words(DEBTS))
    away = last_event()
    service.edit(moderator.user, theme(MOBILITY), words(MOBILITY), DEBTS)
    with pytest.raises(WrongMoment):
        events.undo(moderator.user, away)
    assert theme(DEBTS).parent_id is None
    assert first.payload["after"]["parent_id"] == ENERGY


def test_what_older_entries_of_the_log_do_not_name_stays_when_they_are_undone(moderator: Actor) -> None:
    # given an entry from before themes could be part of one another
    service.edit(moderator.user, theme(DEBTS), words(DEBTS), ENERGY)
    _old_entry(moderator, DEBTS, {**words_of(theme(DEBTS)), "name_de": "Altschulden"})

    events.undo(moderator.user, last_event())

    assert (theme(DEBTS).name_de, theme(DEBTS).parent_id) == ("Altschulden", ENERGY)


@command
def _old_entry(moderator: Actor, key: str, before: dict[str, object]) -> None:
    one = db.session.get_one(Theme, key)
    payload = {"before": before, "after": words_of(one)}
    for part in payload.values():
        part.pop("parent_id")
    events.write(moderator.user, EventKind.EDIT, one, payload)


def test_every_change_can_be_reached_and_undone_however_many_came_later(moderator: Actor) -> None:
    # given one change, and more than a page of others after it
    service.retire(moderator.user, theme(MOBILITY))
    first = last_event()
    _retired_and_back(moderator, ENERGY, log.AT_ONCE // 2)

    # then it stands on the second page, where it can be undone
    newest = moderator.opens("/themen/verlauf").get_data(as_text=True)
    assert "Seite 1 von 2" in newest
    assert "Mobilität" not in newest
    oldest = moderator.opens("/themen/verlauf?page=2").get_data(as_text=True)
    assert f'name="event" value="{first.id}"' in oldest
    assert "Seite 2 von 2" in moderator.opens("/themen/verlauf?page=99").get_data(as_text=True)
    moderator.sends("/themen/verlauf/zurueck", {"event": str(first.id)})
    assert theme(MOBILITY).state == "active"


def _retired_and_back(moderator: Actor, key: str, times: int) -> None:
    for _time in range(times):
        service.retire(moderator.user, theme(key))
        service.reactivate(moderator.user, theme(key))
    assert len(db.session.scalars(select(ThemeEvent.id)).all()) == 2 * times + 1
