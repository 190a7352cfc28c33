"""Sending from an open board: a slow line takes no word away, and a broken one does not stop the board."""

import threading

import pytest
from flask import Flask
from playwright.sync_api import Route, expect

from tests.actors import Stage
from tests.browser.visits import Visits
from tests.journeys.running import QUICKLY
from tests.rooms.live_stage import Live


@pytest.fixture(autouse=True)
def quick(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Boards ask often, so that nobody who watches one has to wait."""
    for name, milliseconds in QUICKLY.items():
        monkeypatch.setitem(app.config, name, milliseconds)


def test_what_is_typed_while_a_card_is_on_its_way_stays(stage: Stage, visits: Visits) -> None:
    # given a slow line
    live = Live(stage).goes_to("consultation")
    page = visits.by(live.advisers[0]).opens(live.board)
    arrived = threading.Event()

    def slowly(route: Route) -> None:
        page.locator("#card").fill("Der zweite Gedanke, mitten im Sa")
        route.continue_()
        arrived.set()

    page.route("**/karten", slowly)
    # when somebody begins the next thought before the first one is there
    page.locator("#card").fill("Der erste Gedanke.")
    page.locator("#send-card").click()
    page.locator("#live-mine p", has_text="Der erste Gedanke.").wait_for()
    # then the first is sent and the second stays
    assert arrived.is_set()
    expect(page.locator("#live-news")).to_have_text("Gesendet.")
    assert page.locator("#card").input_value() == "Der zweite Gedanke, mitten im Sa"
    page.unroute("**/karten")
    page.locator("#send-card").click()
    page.locator("#live-mine p", has_text="mitten im Sa").wait_for()
    expect(page.locator("#card")).to_have_value("")


def test_what_is_sent_while_a_card_is_on_its_way_follows_it(stage: Stage, visits: Visits) -> None:
    # given a slow line, and somebody whose second thought is sent before the answer to the first one is there
    live = Live(stage).goes_to("consultation")
    page = visits.by(live.advisers[0]).opens(live.board)
    on_the_way: list[str] = []

    def slowly(route: Route) -> None:
        on_the_way.append(route.request.url)
        if len(on_the_way) == 1:
            page.locator("#card").fill("Der zweite Gedanke.")
            # twice, as a restless hand does
            page.locator("#card").evaluate("one => { one.form.requestSubmit(); one.form.requestSubmit(); }")
        route.continue_()

    page.route("**/karten", slowly)
    page.locator("#card").fill("Der erste Gedanke.")
    page.locator("#send-card").click()
    # then both are sent, each of them once
    page.locator("#live-mine p", has_text="Der zweite Gedanke.").wait_for()
    expect(page.locator("#card")).to_have_value("")
    assert len(on_the_way) == len(live.signs()) == 2


@pytest.mark.parametrize("body", ["bad gateway", "<html><body><h1>502 Bad Gateway</h1></body></html>"])
def test_an_answer_from_in_between_leaves_the_text_and_the_board_goes_on(
    stage: Stage, visits: Visits, body: str
) -> None:
    # given a proxy that answers for a server that starts anew
    live = Live(stage).goes_to("consultation")
    page = visits.by(live.advisers[0]).opens(live.board)
    page.route("**/karten", lambda route: route.fulfill(status=502, content_type="text/html", body=body))
    # when somebody sends a card
    page.locator("#card").fill("Ein Gedanke.")
    page.locator("#send-card").click()
    expect(page.locator("#live-news")).to_contain_text("Die Verbindung ist unterbrochen.")
    # then the text stays, and what others do comes by itself
    assert page.locator("#card").input_value() == "Ein Gedanke."
    live.posts(live.advisers[1], "Von jemand anderem.")
    live.reveals_all()
    page.locator("#live-cards p", has_text="Von jemand anderem.").wait_for()
    # and once the server is there again, sending once more is enough
    page.unroute("**/karten")
    page.locator("#send-card").click()
    page.locator("#live-mine p", has_text="Ein Gedanke.").wait_for()
