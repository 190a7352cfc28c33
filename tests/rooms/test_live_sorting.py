"""Sorting what lies on the board: groups and their names, parking, what the case giver takes along, the method."""

import pytest
from sqlalchemy import func, select

from caseboard.db import db
from caseboard.errors import WrongMoment
from caseboard.models import CardGroup
from caseboard.sessions.live import cards, leading, sorting
from caseboard.sessions.live.marks import mark, phase_mark
from tests.actors import Stage
from tests.rooms.live_stage import Live, seen
from tests.rooms.test_flows import left_over


def with_cards(stage: Stage) -> tuple[Live, list[str]]:
    """A session with three revealed cards."""
    live = Live(stage).goes_to("consultation")
    keys = [live.posts(live.advisers[0], f"Gedanke {number}.") for number in (1, 2, 3)]
    return live.reveals_all(), keys


def test_cards_come_into_groups_and_empty_groups_vanish(stage: Stage) -> None:
    live, (first, second, _third) = with_cards(stage)
    path = f"{live.address}/karten/{{}}/gruppe"
    for somebody in (live.moderator, live.co_moderator, live.note_taker):
        assert somebody.sends(path.format(first), {"into": "new"}).status_code == 200
    group_id = live.card(first).group_id
    live.note_taker.sends(path.format(second), {"into": group_id})
    assert live.card(second).group_id == group_id
    assert db.session.scalar(select(func.count()).select_from(CardGroup)) == 1
    # taken out again, the group is gone with its last card
    for key in (first, second):
        live.moderator.sends(path.format(key), {"into": ""})
    assert db.session.scalar(select(func.count()).select_from(CardGroup)) == 0
    assert live.advisers[0].sends(path.format(first), {"into": "new"}).status_code == 404
    assert live.moderator.sends(path.format(first), {"into": "0" * 32}).status_code == 404


def test_a_group_goes_from_the_board_with_its_only_card_that_was_sent_back(stage: Stage) -> None:
    # given a group of one card, whose name everybody reads
    live, (first, second, _third) = with_cards(stage)
    groups = [sorting.group(live.moderator.user, live.row, key, sorting.NEW) for key in (first, second)]
    for key, name in zip(groups, ("Ton der Briefe", "Wege ins Haus"), strict=True):
        sorting.name_group(live.moderator.user, live.row, key, name, mark(None))
    assert "Ton der Briefe" in live.seen_by(live.author)
    # when the card is sent back, then the heading goes as well, and the other group stays
    cards.send_back(live.moderator.user, live.row, first, "Ohne Namen.", cards.card_mark(live.card(first)))
    page = live.seen_by(live.author)
    assert "Ton der Briefe" not in page
    assert f"group-{groups[0]}" not in page
    assert "Wege ins Haus" in page


def test_the_name_of_a_group_is_taken_away_where_it_names_somebody(stage: Stage) -> None:
    # given a name that slipped through
    live, (first, _second, _third) = with_cards(stage)
    key = sorting.group(live.moderator.user, live.row, first, sorting.NEW)
    sorting.name_group(live.moderator.user, live.row, key, "Die vom Zitronenfaltersteg", mark(None))
    form = {"seen": seen(live.seen_by(live.moderator), f"unname-{key}")}
    path = f"{live.address}/kartengruppen/{key}/ohne-namen"
    # when the moderator takes it away, then the group stays without it, and nobody else could have done that
    assert live.advisers[0].sends(path, form).status_code == 404
    assert live.moderator.sends(path, form).status_code == 200
    page = live.seen_by(live.author)
    assert "Zitronenfaltersteg" not in page
    assert f"group-{key}" in page
    assert left_over("Zitronenfaltersteg") == []
    assert live.moderator.sends(path, form).status_code == 409


def test_a_group_of_another_session_is_not_there(stage: Stage) -> None:
    live, (first, *_rest) = with_cards(stage)
    group_id = sorting.group(live.moderator.user, live.row, first, sorting.NEW)
    other, (foreign, *_more) = with_cards(stage)
    assert other.moderator.sends(f"{other.address}/karten/{foreign}/gruppe", {"into": group_id}).status_code == 404
    assert other.moderator.sends(f"{other.address}/karten/{first}/gruppe", {"into": "new"}).status_code == 404


def test_two_who_name_a_group_meet_and_names_pass_the_airlock(stage: Stage) -> None:
    live, (first, *_rest) = with_cards(stage)
    group_id = sorting.group(live.moderator.user, live.row, first, sorting.NEW)
    path, form = f"{live.address}/kartengruppen/{group_id}/name", {"seen": mark(None), "name": "Ton der Briefe"}
    live.moderator.sends(path, form)
    answer = live.note_taker.sends(path, {**form, "name": "Andere Wege"})
    assert answer.status_code == 409
    assert "Ton der Briefe" in answer.get_data(as_text=True)
    assert "Andere Wege" in answer.get_data(as_text=True)
    assert "Ton der Briefe" in live.seen_by(live.author)


def test_the_case_giver_takes_along_after_consulting_and_names_a_first_step(stage: Stage) -> None:
    live, (first, second, _third) = with_cards(stage)
    path = f"{live.address}/karten/{first}/mitnehmen"
    assert live.author.sends(path, {"on": "yes"}).status_code == 409
    live.goes_to("closing")
    live.author.sends(path, {"on": "yes"})
    live.author.sends(f"{live.address}/karten/{second}/mitnehmen", {"on": "yes"})
    live.author.sends(f"{live.address}/karten/{second}/mitnehmen", {"on": "no"})
    assert "Das nimmt die fallgebende Fachkraft mit" in live.seen_by(live.observer)
    assert live.advisers[0].sends(path, {"on": "yes"}).status_code == 404
    live.author.sends(f"{live.address}/erster-schritt", {"text": "Einen Brief schreiben.", "seen": mark(None)})
    assert "Einen Brief schreiben." in live.seen_by(live.observer)
    # the result sheet takes over what was chosen
    leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    page = live.author.opens(f"{live.address}/abschluss").get_data(as_text=True)
    assert "Gedanke 1." in page
    assert "Einen Brief schreiben." in page


def test_a_method_is_chosen_from_the_library_and_its_prompt_is_shown(stage: Stage) -> None:
    live = Live(stage).goes_to("method")
    assert 'id="form-method"' in live.seen_by(live.moderator)
    assert live.moderator.sends(f"{live.address}/methode", {"method": "nonsense"}).status_code == 422
    live.moderator.sends(f"{live.address}/methode", {"method": "hypotheses"})
    assert "Eine Vermutung: Es könnte sein" in live.goes_to("consultation").seen_by(live.advisers[0])
    assert live.author.sends(f"{live.address}/methode", {"method": "headstand"}).status_code == 404


def test_nothing_is_sorted_before_there_is_a_board(stage: Stage) -> None:
    live = Live(stage)
    with pytest.raises(WrongMoment):
        sorting.park(live.moderator.user, live.row, "0" * 32, True)
