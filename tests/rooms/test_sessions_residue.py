"""What somebody takes back in a consultation is gone from the files, too, as the page says."""

from collections.abc import Callable

import pytest

from caseboard.db import forget_deleted
from caseboard.sessions import service
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round
from tests.rooms.test_flows import left_over

WORDS = "Zitronenfaltersteg"


def takes_back(table: Round, adviser: Actor) -> None:
    """By the button beside the perspective."""
    adviser.sends(f"{table.address}/perspektive/zuruecknehmen")


def gives_the_place_back(table: Round, adviser: Actor) -> None:
    """By not taking part after all."""
    adviser.sends(f"{table.address}/antwort", {"accepts": "no"})


def calls_off(table: Round, _adviser: Actor) -> None:
    """The moderator ends the consultation before anything was revealed."""
    table.moderator.sends(f"{table.address}/absagen")


@pytest.mark.parametrize("way", [takes_back, gives_the_place_back, calls_off])
def test_a_perspective_taken_back_leaves_the_files(stage: Stage, way: Callable[[Round, Actor], None]) -> None:
    # given a perspective that lies in the database
    table = Round(stage).all_accept()
    adviser = table.advisers[0]
    table.writes(adviser, f"Am {WORDS} weiß man mehr.")
    forget_deleted()
    assert left_over(WORDS)
    # when it is taken back
    way(table, adviser)
    # then no piece of it lies in any file
    assert left_over(WORDS) == []


def test_taking_back_what_was_never_written_does_no_harm(stage: Stage) -> None:
    table = Round(stage).all_accept()
    service.withdraw(table.advisers[0].user, table.row)
    assert table.advisers[0].opens(table.address).status_code == 200
