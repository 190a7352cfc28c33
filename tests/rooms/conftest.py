"""Who takes a theme to leadership: two moderators of different houses, and one who answers."""

import pytest

from tests.actors import Actor, Stage
from tests.rooms.proposing import THEME
from tests.rooms.recurring import recurring


@pytest.fixture
def first(stage: Stage) -> Actor:
    """The moderator who drafts, in a network in which the theme recurs."""
    recurring(stage, THEME)
    return stage.moderator("msp")


@pytest.fixture
def other(stage: Stage) -> Actor:
    """A moderator of another house."""
    return stage.moderator("kt")


@pytest.fixture
def leader(stage: Stage) -> Actor:
    """Leadership of one house."""
    return stage.leader("kg")
