"""The live board in a browser: the clock in view, cards moved by mouse and by keyboard, typing kept, or no script."""

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from caseboard.db import db
from caseboard.models import CardGroup, SessionState
from caseboard.sessions.live import leading, sorting
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Stage
from tests.browser.visits import Visits
from tests.journeys.running import QUICKLY
from tests.rooms.full_board import fills, runs_over
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import SITUATION


@pytest.fixture
def quick(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Boards ask often, so that nobody who watches one has to wait."""
    for name, milliseconds in QUICKLY.items():
        monkeypatch.setitem(app.config, name, milliseconds)


@pytest.mark.parametrize("over", [False, True])
def test_phase_and_clock_stay_in_view_on_a_phone(stage: Stage, visits: Visits, over: bool) -> None:
    # given a phone, and a board with everything on it
    live = Live(stage).goes_to("consultation")
    fills(live)
    if over:
        runs_over(live)
    page = visits.by(live.moderator, width=360).opens(live.board)
    before = page.locator(".timer").inner_text()
    # when somebody reads on below the board, to the case and to the end
    for heading in ("Wer teilnimmt", "Erkennen Sie jemanden?"):
        page.get_by_role("heading", name=heading).scroll_into_view_if_needed()
        # then phase and clock are there, and leave most of the page to read
        for name in (".live-head__phase", ".timer"):
            box = page.locator(name).bounding_box()
            assert box is not None, name
            assert 0 <= box["y"] < 200, (heading, name)
            assert box["x"] + box["width"] <= 360, name
        head = page.locator(".live-head").bounding_box()
        assert head is not None
        assert head["height"] < 250
    if not over:
        expect(page.locator(".timer")).not_to_have_text(before)


def test_the_case_and_the_call_are_one_tap_away_on_a_phone(stage: Stage, visits: Visits) -> None:
    live = Live(stage).goes_to("report")
    phone, desk = (visits.by(live.advisers[0], width=width).opens(live.board) for width in (360, 1280))
    expect(desk.locator("#to-case")).to_be_hidden()
    call = phone.locator(".live-jump").get_by_role("link", name="Zur Videokonferenz")
    expect(call).to_have_attribute("href", "https://video.example/raum")
    phone.locator("#to-case").click()
    expect(phone.get_by_text(SITUATION)).to_be_in_viewport()


def tabs_to(page: Page, key: str) -> None:
    """Press Tab until the control with this id has the focus."""
    for _ in range(200):
        if page.evaluate("document.activeElement.id || document.activeElement.parentElement?.id") == key:
            return
        page.keyboard.press("Tab")
    raise AssertionError(key)


def test_cards_are_grouped_and_named_by_keyboard_alone(stage: Stage, visits: Visits) -> None:
    # given two cards and somebody without a mouse
    live = Live(stage).goes_to("consultation")
    first, second = (live.posts(live.advisers[0], f"Gedanke {number}.") for number in (1, 2))
    live.reveals_all()
    visit = visits.by(live.moderator)
    visit.page.set_default_timeout(20_000)
    page = visit.opens(live.board)
    # when they open a card's menu and choose a new group
    tabs_to(page, f"sort-{first}")
    page.keyboard.press("Enter")
    tabs_to(page, f"new-{first}")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=group][data-into]:not([data-into='']) h3")
    # and give it a name
    db.session.rollback()
    group_id = live.card(first).group_id
    page.evaluate("document.body.focus()")
    tabs_to(page, f"named-{group_id}")
    page.keyboard.type("Ton der Briefe")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Ton der Briefe").wait_for()
    # then the second card can go there as well
    tabs_to(page, f"sort-{second}")
    page.keyboard.press("Enter")
    tabs_to(page, f"into-{group_id}-{second}")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#in-{group_id} #card-{second}")
    assert live.card(second).group_id == group_id
    assert visit.complaints == []


def drags(page: Page, source: str, target: str) -> None:
    """Take hold of one thing and let go over another."""
    for place, then in ((source, page.mouse.down), (target, page.mouse.up)):
        box = page.locator(place).bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2, steps=8)
        then()


def test_a_card_is_dragged_into_a_group_by_mouse(stage: Stage, visits: Visits) -> None:
    live = Live(stage).goes_to("consultation")
    first, second = (live.posts(live.advisers[0], f"Gedanke {number}.") for number in (1, 2))
    live.reveals_all()
    group_id = sorting.group(live.moderator.user, live.row, first, sorting.NEW)
    visit = visits.by(live.moderator)
    visit.page.set_default_timeout(20_000)
    page = visit.opens(live.board)
    page.locator("#live-cards").scroll_into_view_if_needed()
    drags(page, f"#card-{second} p", f"#group-{group_id} h3")
    page.wait_for_selector(f"#in-{group_id} #card-{second}")
    assert live.card(second).group_id == group_id
    assert db.session.query(CardGroup).count() == 1


@pytest.mark.usefixtures("quick")
def test_what_comes_by_itself_leaves_the_form_alone_in_which_somebody_types(stage: Stage, visits: Visits) -> None:
    # given an adviser in the middle of a sentence
    live = Live(stage).goes_to("consultation")
    visit = visits.by(live.advisers[0])
    visit.page.set_default_timeout(20_000)
    page = visit.opens(live.board)
    page.locator("#card").fill("Mitten im Sa")
    page.locator("#card").focus()
    # when others write, the moderator reveals and goes on
    live.posts(live.advisers[1], "Von nebenan.")
    page.get_by_text("1 Karte ist verdeckt").wait_for()
    live.reveals_all()
    page.get_by_text("Von nebenan.").wait_for()
    leading.next_phase(live.moderator.user, live.row, phase_mark(live.row))
    page.locator(".live-head__phase", has_text="Abschließen").wait_for()
    # then the sentence stands there and the focus is in it
    assert page.locator("#card").input_value() == "Mitten im Sa"
    assert page.evaluate("document.activeElement.id") == "card"
    # and when it is sent too late, the text comes back with a kind sentence
    page.keyboard.type("tz.")
    page.locator("#send-card").click()
    page.get_by_role("heading", name="Die Gruppe schreibt gerade nicht").wait_for()
    assert "Mitten im Satz." in page.locator("main").inner_text() + "".join(
        page.eval_on_selector_all("main textarea", "all => all.map((one) => one.value)")
    )
    assert [one for one in visit.complaints if "409" not in one] == []


@pytest.mark.usefixtures("quick")
def test_what_moves_on_the_board_moves_on_an_open_page_around_whoever_is_in_it(stage: Stage, visits: Visits) -> None:
    # given a moderator in whose open page the choice of a method stands below the board, with the focus in it
    live = Live(stage).goes_to("consultation")
    visit = visits.by(live.moderator)
    visit.page.set_default_timeout(20_000)
    page = visit.opens(live.board)
    assert pieces(page).index("live-method") > pieces(page).index("live-cards")
    page.locator("#method").focus()
    # when the session goes back to the phase in which it is made
    leading.step_back(live.moderator.user, live.row, phase_mark(live.row))
    page.locator(".live-head__phase", has_text="Eine Methode wählen").wait_for()
    # then it stands on top, and the focus is where it was
    assert pieces(page).index("live-method") < pieces(page).index("live-now") < pieces(page).index("live-people")
    assert page.evaluate("document.activeElement.id") == "method"
    assert visit.complaints == []


def pieces(page: Page) -> list[str]:
    """The pieces of the board from top to bottom."""
    return page.eval_on_selector_all("#live > *", "all => all.map((one) => one.id)")


def test_cards_are_posted_one_after_the_other_without_leaving_the_page(stage: Stage, visits: Visits) -> None:
    live = Live(stage).goes_to("consultation")
    visit = visits.by(live.advisers[0])
    visit.page.set_default_timeout(20_000)
    page = visit.opens(live.board)
    for number in (1, 2, 3):
        page.locator("#card").fill(f"Gedanke {number}.")
        page.locator("#send-card").click()
        page.locator("#live-mine p", has_text=f"Gedanke {number}.").wait_for()
    assert len(live.signs()) == 3
    assert page.locator("#card").input_value() == ""
    assert visit.complaints == []


def test_without_script_a_session_is_led_and_written_by_loading_pages(stage: Stage, visits: Visits) -> None:
    live = Live(stage)
    lead, write = (visits.by(actor, script=False) for actor in (live.moderator, live.advisers[0]))
    for visit in (lead, write):
        visit.page.set_default_timeout(20_000)
    page = lead.opens(live.board)
    while live.row.phase != "consultation":
        page.locator("#next-phase").click()
        page.wait_for_load_state()
    mine = write.opens(live.board)
    mine.locator("#card").fill("Ohne Skript.")
    mine.locator("#send-card").click()
    page.locator("#reload").click()
    page.locator("#reveal").click()
    mine.locator("#reload").click()
    assert "Ohne Skript." in mine.locator("#live-cards").inner_text()
    while live.row.phase != "reflection":
        page.locator("#next-phase").click()
        page.wait_for_load_state()
    page.locator("#finish").click()
    page.wait_for_load_state()
    assert live.row.state is SessionState.FINISHED
