"""What a state tells by itself: of cases that may not be shown it is not even said that they became more."""

from datetime import timedelta

import pytest

from caseboard import clock
from caseboard.models import Standing
from caseboard.themes import counting, deciding, signals
from caseboard.themes.signals import State
from tests.actors import Stage
from tests.rooms.recurring import NETWORK, counted, decided, history, released_case

MOBILITY = "mobilitaet"


def found() -> signals.Evaluation:
    """What the rule finds by itself at the end of the last month."""
    month = deciding.last_month()
    return signals.evaluate(counting.cube(month), month)[MOBILITY]


@pytest.mark.parametrize(("brought", "standing"), [((2, 2, 2, 1), Standing.SIGNAL), ((6, 1, 1, 1), Standing.QUIET)])
def test_a_theme_rises_for_everybody_only_where_a_figure_may_be_shown(
    stage: Stage, brought: tuple[int, ...], standing: Standing
) -> None:
    # given a theme that has risen by the rule, in the second network mostly in one house
    history(stage, MOBILITY)
    for house, number in zip(NETWORK, brought, strict=False):
        counted(MOBILITY, house, 1, number)
    decided()
    assert found().state in (State.SIGNAL, State.WATCH)

    # then nobody is told of the second one, because five cases of three houses are too much said of it
    assert deciding.newest()[MOBILITY].standing is standing


@pytest.mark.parametrize(("own", "elsewhere", "hears"), [(5, 0, True), (4, 2, False)])
def test_a_house_hears_of_its_own_cluster_only_where_that_tells_nothing_of_others(
    stage: Stage, own: int, elsewhere: int, hears: bool
) -> None:
    # given a theme that has risen in a house where three colleagues bring it
    history(stage, MOBILITY)
    if elsewhere:
        counted(MOBILITY, "nes", 1, elsewhere)
    authors = [stage.case_manager("kg") for _ in range(3)]
    with clock.at(clock.midnight(clock.months_before(clock.today(), 1)) + timedelta(days=5)):
        for place in range(own):
            released_case(stage, authors[place % 3], MOBILITY)
    decided()
    assert found().local_house == "kg"

    # then four cases of its own would tell that there is a fifth elsewhere
    assert deciding.newest()[MOBILITY].jobcenter_id == ("kg" if hears else None)
