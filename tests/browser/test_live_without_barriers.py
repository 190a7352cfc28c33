"""The live board in a browser: in no phase of no process does anything keep anybody out, in light and in dark."""

import pytest
from flask import Flask

from caseboard.sessions import phases
from caseboard.sessions.live import leading
from tests.actors import Stage
from tests.browser.visits import COLOURS_AND_SIZES, STANDARDS, Visit, Visits
from tests.journeys.desk import TWO_FRAMES
from tests.journeys.running import QUICKLY
from tests.rooms.full_board import fills, reveals, runs_over
from tests.rooms.live_stage import Live

LOOKS = (("light", 1280, STANDARDS), ("dark", 360, COLOURS_AND_SIZES))


@pytest.fixture
def quiet(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Boards do not ask while a test looks at them: what they find would load the page anew in the middle of a look."""
    for name in QUICKLY:
        monkeypatch.setitem(app.config, name, 600_000)


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("way", ["six_phases", "questions_first", "turns", "one_writes_and_time_is_over"])
def test_no_phase_has_a_barrier_for_anybody(stage: Stage, visits: Visits, way: str) -> None:
    # given a session that has not begun, and everybody in front of it
    one_writes = way == "one_writes_and_time_is_over"
    live = Live(stage, process="six_phases" if one_writes else way, opened=False)
    people = {part: visits.by(actor) for part, actor in live.everybody.items()}
    seen = {"before": looked(people, live)} if way == "six_phases" else {}
    leading.open_session(live.moderator.user, live.row)
    for guest in live.guests:
        live.comes(guest)
    if one_writes:
        leading.write_alone(live.moderator.user, live.row, True)
    # when everybody looks at the board in every phase, with all on it that can lie there
    for phase in phases.agenda_of(live.row).phases:
        fills(live.goes_to(phase.key))
        if one_writes:
            runs_over(live)
        seen[phase.key] = looked(people, live)
        reveals(live)
    # then nothing keeps anybody out and nothing sticks out
    assert {key: found for key, found in seen.items() if found} == {}
    assert {part: visit.complaints for part, visit in people.items() if visit.complaints} == {}


def looked(people: dict[str, Visit], live: Live) -> dict[str, list[str]]:
    """What is wrong with the page of each, with everything open that can be opened; loaded once, looked at twice."""
    found = {}
    for part, visit in people.items():
        visit.page.set_default_timeout(20_000)
        page = visit.opens(live.board)
        page.eval_on_selector_all("main details", "all => all.forEach((one) => { one.open = true; })")
        found[part] = []
        for scheme, width, rules in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.evaluate(TWO_FRAMES)
            found[part] += [f"{scheme}: {one}" for one in visit.barriers(rules) + visit.overflows()]
    return {part: barriers for part, barriers in found.items() if barriers}
