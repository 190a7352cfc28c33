"""What the page of a theme says of where it comes from: the day of its last cut, and what it is part of."""

from datetime import date, timedelta

import pytest
from flask_babel import force_locale

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.errors import InvalidInput, WrongMoment
from caseboard.themes import cutting, events, families, report, service
from caseboard.themes.lineage import Lineage, lineage_of
from tests.actors import Actor, Stage
from tests.rooms.recurring import recurring
from tests.rooms.test_themes import words as seen
from tests.rooms.test_themes_log import words
from tests.rooms.test_themes_taxonomy import DEBTS, ENERGY, MOBILITY, entry, last_event, theme

HOUSING, LATER = "wohnraum", timedelta(days=3)


def lineage(key: str) -> Lineage:
    """What the page of a theme says at present."""
    return lineage_of(theme(key), "de")


def merge(moderator: Actor, key: str, into: str) -> None:
    """Let a theme lead to another one."""
    cutting.merge(moderator.user, theme(key), theme(into))


def part_of(moderator: Actor, key: str, broader: str | None) -> None:
    """Let a theme be part of another one."""
    service.edit(moderator.user, theme(key), words(key), broader)


def undone_later(moderator: Actor) -> date:
    """The last change is undone some days afterwards; the day of it."""
    with clock.at(clock.now() + LATER):
        events.undo(moderator.user, last_event())
        return clock.today()


@pytest.fixture
def moderator(stage: Stage) -> Actor:
    """Who keeps the themes."""
    return stage.moderator("msp")


class TestSinceWhenTheFiguresMeanSomethingElse:
    """The day on which a theme was cut last."""

    def test_words_and_rest_that_are_taken_back_are_no_cut(self, moderator: Actor) -> None:
        service.edit(moderator.user, theme(DEBTS), words(DEBTS, name_de=SafeText.trusted("Geldsorgen")))
        undone_later(moderator)
        service.retire(moderator.user, theme(DEBTS))
        undone_later(moderator)

        assert lineage(DEBTS).cut_on is None

    def test_a_merge_that_is_taken_back_is_a_cut_of_both_on_the_day_of_its_undoing(self, moderator: Actor) -> None:
        merge(moderator, DEBTS, ENERGY)
        assert (lineage(DEBTS).cut_on, lineage(ENERGY).cut_on) == (clock.today(), clock.today())

        day = undone_later(moderator)

        assert (lineage(DEBTS).cut_on, lineage(ENERGY).cut_on, lineage(MOBILITY).cut_on) == (day, day, None)
        page = seen(moderator.opens(f"/themen/{ENERGY}").get_data(as_text=True))
        assert f"Themenzuschnitt geändert am {day.day}." in page

    def test_a_split_that_is_taken_back_is_a_cut_of_its_parts_too(self, moderator: Actor) -> None:
        (child,) = cutting.split(moderator.user, theme(DEBTS), [entry("Ratenkauf")], {})

        day = undone_later(moderator)

        assert (lineage(DEBTS).cut_on, lineage(child).cut_on) == (day, day)


class TestWhatIsPartOfAThemeThatWasMerged:
    """Parts go along with a merge, and come back with its undoing."""

    def test_pages_and_the_report_follow_the_merge_and_its_undoing(self, stage: Stage, moderator: Actor) -> None:
        # given mobility as part of debts, and words on that family in the report
        part_of(moderator, MOBILITY, DEBTS)
        recurring(stage, MOBILITY)
        assert [one.key for one in told().advice if one.key == DEBTS]

        # when debts becomes energy
        merge(moderator, DEBTS, ENERGY)

        # then mobility is part of energy, on its page, on that one's page, and in the report
        assert lineage(MOBILITY).parent.id == ENERGY
        assert [one.id for one in lineage(ENERGY).children] == [MOBILITY]
        (item,) = (
            one
            for section in told().sections
            for cluster in section.clusters
            for one in cluster.items
            if one.id == MOBILITY
        )
        assert item.parent == theme(ENERGY).name_de
        assert families.of_themes()[MOBILITY].key == families.of_themes()[DEBTS].key == ENERGY

        # and whoever edits mobility sees energy chosen, and leaves it as it is
        page = moderator.opens(f"/themen/{MOBILITY}/bearbeiten").get_data(as_text=True)
        assert f'<option selected value="{DEBTS}">{theme(ENERGY).name_de}</option>' in page
        assert f'<option value="{ENERGY}"' not in page

        # and when it is undone, everything is as before
        events.undo(moderator.user, last_event())
        assert theme(MOBILITY).parent_id == lineage(MOBILITY).parent.id == DEBTS
        assert lineage(ENERGY).children == ()
        assert families.of_themes()[MOBILITY].key == DEBTS

    def test_a_theme_is_not_merged_into_its_own_part(self, moderator: Actor) -> None:
        # given mobility as part of debts, and energy as part of mobility
        part_of(moderator, MOBILITY, DEBTS)
        part_of(moderator, ENERGY, MOBILITY)

        # then debts can be merged into neither, and is offered neither
        for part in (MOBILITY, ENERGY):
            with pytest.raises(WrongMoment):
                merge(moderator, DEBTS, part)
        page = moderator.opens(f"/themen/{DEBTS}/zusammenlegen").get_data(as_text=True)
        assert f'value="{HOUSING}"' in page
        assert f'value="{ENERGY}"' not in page

        # but the other way round
        merge(moderator, ENERGY, DEBTS)
        assert lineage(DEBTS).parent is None

    def test_no_theme_becomes_part_of_itself_by_way_of_a_merge(self, moderator: Actor) -> None:
        part_of(moderator, MOBILITY, DEBTS)
        merge(moderator, DEBTS, ENERGY)

        with pytest.raises(InvalidInput):
            part_of(moderator, ENERGY, MOBILITY)
        with pytest.raises(WrongMoment):
            merge(moderator, ENERGY, MOBILITY)


def told() -> report.Report:
    """The newest report."""
    with force_locale("de"):
        return report.report(*next(iter(report.quarters().items())), "de")
