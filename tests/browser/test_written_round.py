"""The pages of a written round with something on them: no barrier in light and dark, at 360 px, and by keyboard."""

import pytest
from playwright.sync_api import expect

from caseboard import clock
from caseboard.db import db
from caseboard.sessions.live.marks import mark
from caseboard.sessions.written import leading, questions
from tests.actors import Actor, Stage
from tests.browser.visits import Visit, Visits
from tests.rooms.sessions_stage import safe
from tests.rooms.written_stage import Written, question, written_by


def full(stage: Stage) -> tuple[Written, list[tuple[Actor, list[str]]]]:
    """A round of several phases with everything in it, and which pages each part opens."""
    table = Written(stage, process="turns").all_accept()
    first, second, third = table.advisers
    answered, opened = table.asks(first), table.asks(second, "Hat sie eine Freundin in der Nähe?")
    table.answers(answered)
    returned = table.asks(third, "Ist das die vom Markt?")
    row = question(returned)
    questions.send_back(table.moderator.user, row, safe("Bitte ohne den Ort."), questions.question_mark(row))
    for phase in ("questions", "hypotheses", "ideas"):
        leading.next_phase(table.moderator.user, table.row, phase)
    table.all_write()
    table.row.least_perspectives = 2
    db.session.commit()
    leading.need_time(first.user, table.row)
    perspective = written_by(first)[0]
    leading.send_back(table.moderator.user, perspective, safe("Bitte ohne den Ort."), mark(perspective.text))
    hidden = written_by(second)[0].id
    returns = [f"/beratungen/rueckfragen/{answered}/zurueckgeben", f"/beratungen/perspektiven/{hidden}/zurueckgeben"]
    return table, [
        (first, [table.address, f"{table.address}/runde/frage", f"{table.address}/perspektive"]),
        (third, [table.address]),
        (table.author, [table.address, f"/beratungen/rueckfragen/{opened}/antwort"]),
        (table.moderator, [table.address, f"{table.address}/runde", *returns]),
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_no_page_of_a_round_has_a_barrier_or_sticks_out(stage: Stage, visits: Visits, scheme: str, width: int) -> None:
    # given a round in which everything has happened that can
    table, pages = full(stage)
    seen = {}
    # when everybody looks at every page, with everything open that can be opened
    for actor, paths in pages:
        visit = visits.by(actor, scheme=scheme, width=width)
        for path in paths:
            page = visit.opens(path)
            page.eval_on_selector_all("main details", "all => all.forEach((one) => { one.open = true; })")
            seen[path, actor.user_id] = visit.barriers() + visit.overflows() + visit.complaints
            assert page.locator("h1").count() == 1, path
    # then nothing keeps anybody out
    assert {path: found for path, found in seen.items() if found} == {}
    assert table.row.phase == "warnings"


FOCUSED = """name => {
  const one = document.activeElement;
  return [one.name, one.textContent].some((words) => words && words.trim().startsWith(name));
}"""


def _goes_to(visit: Visit, name: str) -> None:
    """Press Tab until the control has the focus that has this name, or whose words begin with it."""
    for _ in range(80):
        if visit.page.evaluate(FOCUSED, name):
            return
        visit.page.keyboard.press("Tab")
    raise AssertionError(name)


def _presses(visit: Visit, name: str) -> None:
    """Go to a control by keyboard and press Enter; the page that follows is complete."""
    _goes_to(visit, name)
    with visit.page.expect_navigation(timeout=30_000):  # the first look at a text loads what strips it
        visit.page.keyboard.press("Enter")


def test_asking_answering_and_revealing_need_no_mouse_and_no_script(stage: Stage, visits: Visits) -> None:
    # given a round that runs, and people who use the keyboard alone, one of them without script
    table = Written(stage).all_accept()
    asker, author = visits.by(table.advisers[0], script=False), visits.by(table.author)
    moderator = visits.by(table.moderator, width=360)
    # when an adviser asks
    asker.opens(table.address)
    _presses(asker, "Eine Rückfrage stellen")
    _goes_to(asker, "text")
    asker.page.keyboard.type("Seit wann bleibt sie weg?")
    _presses(asker, "Ansehen")
    _presses(asker, "So fragen")
    # and the case giver answers
    author.opens(table.address)
    _presses(author, "Beantworten")
    _goes_to(author, "text")
    author.page.keyboard.type("Seit dem Winter.")
    _presses(author, "Ansehen")
    _presses(author, "So antworten")
    asker.opens(table.address)
    assert "Seit dem Winter." in asker.page.inner_text("#main")
    # and the moderator extends, looks through and reveals
    table.all_write()
    moderator.opens(table.address)
    _presses(moderator, "Durchsehen und aufdecken")
    _presses(moderator, "Runde verlängern")
    assert table.row.extensions == 1
    _presses(moderator, "Alle Perspektiven aufdecken")
    assert "Sicht 2" in moderator.page.inner_text("#main")
    assert table.row.revealed_at is not None
    assert table.row.revealed_at <= clock.now()


def test_a_running_round_on_paper_fills_its_pages_and_leaves_out_what_is_folded(stage: Stage, visits: Visits) -> None:
    table = Written(stage).all_accept()
    page = visits.by(table.moderator).opens(table.address)
    page.emulate_media(media="print")
    assert page.locator("#case-title").evaluate("one => getComputedStyle(one.parentElement).breakInside") == "auto"
    assert not page.get_by_text("Beratung absagen").is_visible()
    assert not page.get_by_text("Plätze oder Co-Moderation ändern").is_visible()
    assert page.locator("#case-title").is_visible()


@pytest.mark.parametrize("process", ["six_phases", "turns"])
def test_the_phase_and_its_end_stay_in_view_on_a_phone(stage: Stage, visits: Visits, process: str) -> None:
    # given a round that runs, and a phone in front of it
    table = Written(stage, process=process).all_accept()
    for actor, below in ((table.advisers[0], "Erkennen Sie jemanden?"), (table.author, "Wer teilnimmt")):
        page = visits.by(actor, width=360).opens(table.address)
        # when somebody reads on to the end
        page.get_by_role("heading", name=below).scroll_into_view_if_needed()
        # then it says at the top which phase it is, and when that ends
        expect(page.locator("#round-now")).to_contain_text("18:00")
        box = page.locator("#round-now").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < box["y"] + box["height"] < 120
    # and on a wide screen the days say it
    expect(visits.by(table.author).opens(table.address).locator("#round-now")).to_be_hidden()
