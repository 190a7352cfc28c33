"""What was sent back in a round of several phases: it is put in other words where it belongs, in whichever phase."""

import pytest

from caseboard.models import Perspective, PerspectiveState
from caseboard.sessions.live.marks import mark
from caseboard.sessions.written import leading
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import safe
from tests.rooms.test_flows import left_over
from tests.rooms.written_stage import Written, confirmed, hidden, written_by

NAMES = "Vielleicht schämt sie sich vor dem Zitronenfaltersteg."
REASON = "Bitte ohne die Straße."


def of_phase(writer: Actor, key: str) -> Perspective:
    """What somebody wrote in one phase."""
    return next(one for one in written_by(writer) if one.phase_key == key)


def goes_to(table: Written, key: str) -> None:
    """The moderator goes on until the round stands there."""
    while table.row.phase != key:
        leading.next_phase(table.moderator.user, table.row, table.row.phase)


@pytest.fixture
def table(stage: Stage) -> Written:
    """A round in its last phase; a hypothesis of the first adviser was sent back, and their warning is written."""
    table = Written(stage, process="turns").all_accept()
    goes_to(table, "hypotheses")
    table.all_write()
    table.writes(table.advisers[0], NAMES)
    goes_to(table, "warnings")
    for number, adviser in enumerate(table.advisers, 1):
        table.writes(adviser, f"Warnung {number}")
    row = of_phase(table.advisers[0], "hypotheses")
    leading.send_back(table.moderator.user, row, safe(REASON), mark(row.text))
    return table


def test_a_perspective_of_an_earlier_phase_is_put_in_other_words_where_it_belongs(table: Written) -> None:
    # given the writer, whose page says what was sent back and of which phase, and whose desk has the task
    writer = table.advisers[0]
    page = writer.opens(table.address).get_data(as_text=True)
    path = f"/beratungen/perspektiven/{of_phase(writer, 'hypotheses').id}/neu"
    assert REASON in page
    assert path in page
    assert "Warnung 1" in page
    assert "Ihre Perspektive anders formulieren" in writer.opens("/").get_data(as_text=True)
    opened = writer.opens(path).get_data(as_text=True)
    assert NAMES in opened
    assert REASON in opened
    assert "<strong>Vermutungen reihum</strong>" in opened
    # when they write it anew
    confirmed(writer, path, {"text": "Vielleicht schämt sie sich."})
    # then it stays a hypothesis, the warning stays a warning, and the former words are nowhere
    assert of_phase(writer, "hypotheses").text == "Vielleicht schämt sie sich."
    assert of_phase(writer, "hypotheses").state is PerspectiveState.QUEUED
    assert of_phase(writer, "warnings").text == "Warnung 1"
    assert left_over("Zitronenfaltersteg") == []
    assert "Ihre Perspektive anders formulieren" not in writer.opens("/").get_data(as_text=True)
    # and it is revealed with the others
    table.reveals()
    assert "Vielleicht schämt sie sich." in table.author.opens(table.address).get_data(as_text=True)


def test_nobody_else_finds_what_was_sent_back(table: Written) -> None:
    path = f"/beratungen/perspektiven/{of_phase(table.advisers[0], 'hypotheses').id}/neu"
    for somebody in (*table.advisers[1:], table.moderator, table.author):
        assert somebody.opens(path).status_code == 404
        assert REASON not in somebody.opens(table.address).get_data(as_text=True)


def test_what_was_put_in_other_words_already_is_not_overwritten_unread(table: Written) -> None:
    # given two windows with the same returned perspective
    writer = table.advisers[0]
    key = of_phase(writer, "hypotheses").id
    path = f"/beratungen/perspektiven/{key}/neu"
    late = hidden(writer.opens(path))
    confirmed(writer, path, {"text": "Vielleicht schämt sie sich."})
    # when the second one sends as well
    look = writer.sends(path, {**late, "text": "Etwas anderes.", "step": "look"})
    assert look.status_code == 409
    assert of_phase(writer, "hypotheses").text == "Vielleicht schämt sie sich."


def test_once_everything_is_revealed_nothing_is_put_in_other_words(table: Written) -> None:
    writer = table.advisers[0]
    key = of_phase(writer, "hypotheses").id
    # when everything is revealed, then it is too late and the words are gone
    table.reveals()
    assert writer.opens(f"/beratungen/perspektiven/{key}/neu").status_code == 404
    assert left_over("Zitronenfaltersteg") == []
