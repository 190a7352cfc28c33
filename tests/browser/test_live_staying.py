"""An open board in a browser: no sign-in that ends and no end of a session takes away what somebody is typing."""

from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from caseboard import clock
from caseboard.db import command, db
from caseboard.flows import service as flows
from caseboard.models import SignIn
from caseboard.sessions.live import leading
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Actor, Stage
from tests.browser.visits import Visit, Visits
from tests.journeys.running import QUICKLY
from tests.rooms.live_stage import Live

HALF = "Mitten im Sa"


@pytest.fixture
def quick(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Boards ask often, so that nobody who watches one has to wait."""
    for name, milliseconds in QUICKLY.items():
        monkeypatch.setitem(app.config, name, milliseconds)


@command
def last_seen(actor: Actor, minutes: float) -> None:
    """Let the last key that somebody pressed lie so many minutes back; open boards may write meanwhile."""
    row = db.session.scalars(select(SignIn).where(SignIn.user_id == actor.user_id)).one()
    row.last_seen_at = clock.now() - timedelta(minutes=minutes)


def sign_in(actor: Actor) -> SignIn:
    """The sign-in of somebody, fresh from the database."""
    db.session.rollback()
    return db.session.scalars(select(SignIn).where(SignIn.user_id == actor.user_id)).one()


def types(visit: Visit, live: Live) -> Page:
    """Somebody in the middle of a sentence."""
    visit.page.set_default_timeout(20_000)
    page = visit.opens(live.board)
    page.locator("#card").fill(HALF)
    return page


@pytest.mark.usefixtures("quick")
def test_a_sign_in_that_ends_leaves_the_half_written_card_where_it_is(stage: Stage, visits: Visits) -> None:
    # given an adviser who has listened for half an hour and begins to write
    live = Live(stage).goes_to("consultation")
    writer = live.advisers[0]
    page = types(visits.by(writer), live)
    # when the sign-in is over
    last_seen(writer, 31)
    # then the page says so and keeps the sentence
    page.get_by_text("Ihre Anmeldung ist zu Ende.").wait_for()
    page.wait_for_timeout(1_000)
    assert page.locator("#card").input_value() == HALF
    expect(page.locator("#sign-in-again")).to_have_attribute("target", "_blank")
    # and once they have signed in again, it can be sent
    last_seen(writer, 0)
    expect(page.locator("#live-bar")).to_be_hidden()
    page.locator("#card").press_sequentially("tz.")
    page.locator("#send-card").click()
    page.locator("#live-mine p", has_text="Mitten im Satz.").wait_for()


@pytest.mark.usefixtures("quick")
def test_whoever_has_typed_nothing_is_led_to_the_door(stage: Stage, visits: Visits) -> None:
    live = Live(stage).goes_to("consultation")
    page = visits.by(live.observer).opens(live.board)
    last_seen(live.observer, 31)
    page.wait_for_url(lambda url: "/anmelden" in url, timeout=20_000)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("end", ["finished", "recognised"])
def test_the_end_of_a_session_leaves_what_was_typed_and_nothing_else(stage: Stage, visits: Visits, end: str) -> None:
    # given somebody who still types
    live = Live(stage).goes_to("consultation")
    title = live.case.title
    page = types(visits.by(live.advisers[0]), live)
    # when the moderator finishes, or somebody recognises the person
    if end == "finished":
        live.goes_to("closing")
        leading.finish(live.moderator.user, live.row, phase_mark(live.row))
    else:
        flows.recognise(live.observer.user, live.case)
    # then the sentence stays, with a way on, and the case is out of sight
    page.locator("#live-kept").wait_for()
    assert page.locator("#live-kept").input_value() == HALF
    assert title not in page.locator("body").inner_text()
    assert page.locator("main h1:visible").count() == 1
    if end == "finished":
        page.locator("#after-session").click()
        page.wait_for_url(f"**{live.address}", timeout=20_000)


def test_typing_keeps_the_sign_in_and_asking_does_not(stage: Stage, visits: Visits) -> None:
    # given a board that has stood open for three minutes without a key
    live = Live(stage).goes_to("consultation")
    writer, visit = live.advisers[0], visits.by(live.advisers[0])
    visit.page.clock.install()
    page = visit.opens(live.board)
    last_seen(writer, 3)
    before = sign_in(writer).last_seen_at
    with page.expect_response(lambda answer: "/live" in answer.url):
        page.clock.fast_forward("03:00")
    assert sign_in(writer).last_seen_at == before
    # when somebody begins to write
    with page.expect_response("**/noch-da"):
        page.locator("#card").press_sequentially("Vi")
    # then their sign-in is as fresh as the key
    assert sign_in(writer).last_seen_at > before
    assert visit.complaints == []


def test_whoever_only_listens_is_asked_before_the_sign_in_ends(stage: Stage, visits: Visits) -> None:
    live = Live(stage).goes_to("consultation")
    visit = visits.by(live.observer)
    visit.page.clock.install()
    page = visit.opens(live.board)
    page.clock.fast_forward("20:00")
    expect(page.locator("#live-bar")).to_be_hidden()
    last_seen(live.observer, 27)
    page.clock.fast_forward("08:00")
    expect(page.get_by_text("Ihre Anmeldung endet in wenigen Minuten.")).to_be_visible()
    assert visit.barriers() == []
    with page.expect_response("**/noch-da"):
        page.locator("#i-am-here").click()
    expect(page.locator("#live-bar")).to_be_hidden()
    assert clock.now() - sign_in(live.observer).last_seen_at < timedelta(minutes=1)


@pytest.mark.usefixtures("quick")
def test_whoever_has_the_running_board_before_them_need_not_say_so(stage: Stage, visits: Visits) -> None:
    # given somebody in the room before a session
    live = Live(stage, opened=False)
    waiting, late = live.advisers
    visit = visits.by(waiting)
    page = visit.opens(live.board)
    page.get_by_text("noch nicht begonnen").wait_for()
    # when it begins, and somebody else opens the board while it runs
    leading.open_session(live.moderator.user, live.row)
    other = visits.by(late).opens(live.board)
    for one in (page, other):
        expect(one.locator("#live-head")).to_be_visible()
        expect(one.locator("#live-arrive")).to_have_count(0)
    # then both are there, and the note is not in their way
    there = {seat.user_id for seat in live.row.seats if seat.attended_at}
    assert there == {waiting.user_id, late.user_id}
    assert visit.complaints == []
