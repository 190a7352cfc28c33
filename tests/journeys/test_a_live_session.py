"""Eight people of six houses in eight browsers, through all phases of a live session.

On the way somebody loads the page anew, a card is sent back, the server is restarted, the moderator hands over, and
somebody writes too late. Every byte that the server sends to each browser is kept: a card is in nobody's bytes before
it is revealed but in those of whoever wrote it and whoever leads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect
from sqlalchemy import func, select

from caseboard import clock
from caseboard.db import db
from caseboard.models import (
    Case,
    CaseSession,
    Perspective,
    PerspectiveState,
    Question,
    SeatPart,
    SessionKind,
    SessionState,
)
from caseboard.sessions import service
from tests.actors import Actor, Stage
from tests.browser.visits import Visit
from tests.conftest import SECRET
from tests.journeys.desk import FOLD, TWO_FRAMES, UNFOLD
from tests.journeys.running import QUICKLY, Server
from tests.journeys.wiretap import Wiretap
from tests.rooms.sessions_stage import released_case

pytestmark = pytest.mark.browser

OPEN = """one => {
  for (let at = one.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
}"""
REPORT = "Seit wann bleiben die Termine leer?"
ANSWER = "Seit dem Ende der Ausbildung im Winter."
OFFER = "Wie wird aus einem Pflichttermin ein Gespräch, zu dem sie kommen will?"
WALK = "Ein Spaziergang um den See statt eines Schreibtisches"
BICYCLE = "Das ist doch die mit dem roten Fahrrad, die kennt hier jeder"
BICYCLE_AGAIN = "Jemand aus ihrem alten Betrieb könnte ein gutes Wort einlegen"
LETTER = "Ein Brief mit der Hand geschrieben und ohne Rechtsfolgenbelehrung"
HOUR = "Immer dieselbe Stunde in der Woche anbieten"
LATE = "Das fällt mir leider erst jetzt ein"
STEP = "Ich rufe sie am Montag an und frage nach einem Ort"
REASON = "Bitte ohne das Fahrrad"


@dataclass
class Chair(Visit):
    """Somebody in front of a browser, and everything the server has sent there."""

    who: str = ""
    tap: Wiretap | None = None
    found: list[str] = field(default_factory=list)

    def says(self, box: str, words: str) -> None:
        """Type into a box of the board and send it."""
        self.page.locator(f"#{box}").fill(words)
        self.presses(f"send-{box}")
        expect(self.page.locator(f"#{box}")).to_have_value("")

    def presses(self, button: str) -> None:
        """Press a button of the board; what is folded is opened first."""
        one = self.page.locator(f"[id='{button}']")
        one.wait_for(state="attached")
        one.evaluate(OPEN)
        one.click()

    def sees(self, words: str) -> None:
        """The words come onto the page by themselves."""
        expect(self.page.locator("main")).to_contain_text(words)

    def sees_not(self, words: str) -> None:
        """The words are not on the page."""
        expect(self.page.locator("main")).not_to_contain_text(words)

    def holds(self, words: str) -> bool:
        """Whether the server has ever sent these words to this browser."""
        assert self.tap
        return words.encode() in self.tap.received

    def looks_around(self, where: str) -> None:
        """No barrier on the board as it stands, in light and in dark."""
        self.page.evaluate(UNFOLD)
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.evaluate(TWO_FRAMES)
            self.found += [f"{self.who}, {where}, {scheme}: {one}" for one in self.barriers()]
        self.page.emulate_media(color_scheme="light")
        self.page.evaluate(FOLD)


class Room:
    """The eight of them, their server and their session."""

    def __init__(self, stage: Stage, chromium: Browser, server: Server) -> None:
        self.chromium, self.server = chromium, server
        self.actors = {
            "giver": stage.case_manager("kg"),
            "moderator": stage.moderator("nes", name="Mara Moderat"),
            "second": stage.moderator("mil", name="Silke Zweit"),
            "hassberge": stage.case_manager("has"),
            "spessart": stage.case_manager("msp"),
            "kitzingen": stage.case_manager("kt"),
            "notes": stage.case_manager("mil"),
            "observer": stage.case_manager("nes"),
        }
        self.id = self._planned(stage)
        self.chairs = {who: self._sits_down(who, actor) for who, actor in self.actors.items()}

    def _planned(self, stage: Stage) -> str:
        case = db.session.get_one(Case, released_case(stage, self.actors["giver"]))
        ids = {who: actor.user_id for who, actor in self.actors.items()}
        advisers = frozenset(ids[who] for who in ("hassberge", "spessart", "kitzingen"))
        plan = service.Plan(
            SessionKind.LIVE,
            advisers,
            least_perspectives=1,
            starts_at=clock.now(),
            co_moderator_id=ids["second"],
            note_taker_id=ids["notes"],
            observer_ids=frozenset({ids["observer"]}),
            least_seats=3,
        )
        meeting = service.plan(self.actors["moderator"].user, case, plan)
        for who in ("hassberge", "spessart", "kitzingen", "notes", "observer"):
            service.answer(self.actors[who].user, db.session.get_one(CaseSession, meeting.id), accepts=True)
        return meeting.id

    def _sits_down(self, who: str, actor: Actor) -> Chair:
        tap = Wiretap(self.server.port)
        size = {"width": 1280, "height": 900}
        context = self.chromium.new_context(viewport=size, locale="de-DE", reduced_motion="reduce")
        context.set_default_timeout(60_000)
        cookie = actor.client.get_cookie(actor.client.application.config["SESSION_COOKIE_NAME"])
        assert cookie
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": tap.address}])
        return Chair(context.new_page(), tap.address, who=who, tap=tap)

    def __getattr__(self, who: str) -> Chair:
        """`room.giver` is the chair of the case giver."""
        return self.chairs[who]

    def leave(self) -> None:
        """Everybody goes home."""
        for chair in self.chairs.values():
            chair.page.context.close()
            assert chair.tap
            chair.tap.close()

    def all_see(self, words: str) -> None:
        """It comes onto every board."""
        for chair in self.chairs.values():
            chair.sees(words)

    def is_in_the_bytes_of(self, words: str) -> set[str]:
        """Whose browsers the server has sent these words to."""
        return {who for who, chair in self.chairs.items() if chair.holds(words)}

    def look_around(self, where: str, *people: str) -> None:
        """Some of them look for barriers."""
        for who in people:
            self.chairs[who].looks_around(where)

    @property
    def row(self) -> CaseSession:
        """The session as it lies in the database."""
        db.session.rollback()
        return db.session.get_one(CaseSession, self.id)


@pytest.fixture
def server(app: Flask) -> Iterator[Server]:
    """The real server on the database of the test, which is that of its application and no other."""
    server = Server(app.config["SQLALCHEMY_DATABASE_URI"], SECRET, **QUICKLY)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def room(stage: Stage, chromium: Browser, server: Server) -> Iterator[Room]:
    """Eight people who have all accepted."""
    expect.set_options(timeout=60_000)
    room = Room(stage, chromium, server)
    yield room
    room.leave()


def test_eight_people_walk_through_all_phases_and_nothing_is_lost_or_seen_early(room: Room) -> None:
    everybody_comes(room)
    the_case_is_told(room)
    the_key_question_is_found(room)
    the_group_consults(room)
    the_server_is_restarted(room)
    the_other_moderator_takes_the_lead(room)
    the_cards_are_revealed(room)
    somebody_writes_too_late(room)
    the_case_giver_takes_something_along(room)
    nothing_is_lost(room)
    assert [one for chair in room.chairs.values() for one in chair.found] == []


def everybody_comes(room: Room) -> None:
    """Each reads the rules once, and then waits until the moderator opens."""
    for chair in room.chairs.values():
        chair.opens(f"/beratungen/{room.id}/tafel")
        assert chair.page.url.endswith("/regeln")
        chair.page.locator("main form button").click()
        chair.page.wait_for_url("**/tafel")
    room.giver.sees("Termine bleiben leer")
    room.look_around("waiting", "moderator", "hassberge")
    room.moderator.presses("open-session")
    room.all_see("Rollen klären")
    room.look_around("casting", "moderator", "giver", "observer")
    room.moderator.presses("next-phase")
    room.all_see("Den Fall erzählen")


def the_case_is_told(room: Room) -> None:
    """Somebody asks, and the case giver answers without a name."""
    room.spessart.says("ask", REPORT)
    room.all_see(REPORT)
    answer = room.giver.page.locator("textarea[id^='answer-']")
    box = answer.get_attribute("id")
    room.giver.page.locator(f"#{box}").fill(ANSWER)
    room.giver.presses(f"send-{box}")
    room.all_see(ANSWER)
    room.look_around("report", "moderator", "giver", "spessart", "notes")
    room.moderator.presses("next-phase")
    room.all_see("Die Schlüsselfrage finden")


def the_key_question_is_found(room: Room) -> None:
    """A suggestion stays hidden until the moderator shows it; the case giver takes it."""
    room.kitzingen.says("offer", OFFER)
    room.moderator.sees(OFFER)
    room.hassberge.sees("Vorschlag ist verdeckt")
    assert room.is_in_the_bytes_of(OFFER) == {"kitzingen", "moderator"}
    room.look_around("key question", "moderator", "giver", "hassberge", "second")
    room.moderator.presses("reveal")
    room.all_see(OFFER)
    room.giver.page.locator("#live-offers button").click()
    for chair in room.chairs.values():
        expect(chair.page.locator("#live-now")).to_contain_text(OFFER)
    room.moderator.presses("next-phase")
    room.all_see("Eine Methode wählen")
    room.moderator.page.locator("#method").select_option(index=0)
    room.moderator.presses("choose-method")
    expect(room.observer.page.locator(".live-method")).to_be_visible()
    room.look_around("method", "moderator", "giver")
    room.moderator.presses("next-phase")
    room.all_see("Beraten")


def the_group_consults(room: Room) -> None:
    """Cards are hidden, one comes back to its writer, and the case giver only listens."""
    expect(room.giver.page.locator("#live-now .live-listen")).to_be_visible()
    expect(room.giver.page.locator("main textarea")).to_have_count(0)
    expect(room.moderator.page.locator("#card")).to_have_count(0)
    room.hassberge.says("card", WALK)
    room.spessart.says("card", BICYCLE)
    room.moderator.sees(BICYCLE)
    room.giver.sees("2 Karten sind verdeckt")
    assert room.is_in_the_bytes_of(WALK) == {"hassberge", "moderator"}
    assert room.is_in_the_bytes_of(BICYCLE) == {"spessart", "moderator"}
    room.look_around("consultation", "moderator", "giver", "hassberge", "second", "notes", "observer")
    # the moderator sends one back, and does not learn whose it was
    room.moderator.page.locator(".live-card", has_text=BICYCLE).get_by_role("link").click()
    room.moderator.page.locator("#reason").fill(REASON)
    room.moderator.looks_around("send back")
    room.moderator.page.locator("main form button").click()
    room.moderator.page.wait_for_url("**/tafel")
    room.spessart.sees(REASON)
    assert room.is_in_the_bytes_of(REASON) <= {"spessart", "moderator"}
    room.spessart.page.locator(".live-card--back").get_by_role("link").click()
    room.spessart.page.locator("#text").fill(BICYCLE_AGAIN)
    room.spessart.page.locator("main form button").click()
    room.spessart.page.wait_for_url("**/tafel")
    # a reload loses neither the card nor the place
    room.hassberge.page.reload()
    room.hassberge.sees(WALK)


def the_server_is_restarted(room: Room) -> None:
    """What was stored is there afterwards, and what somebody was typing is still in the box."""
    room.server.stop()
    room.kitzingen.page.locator("#card").fill(LETTER)
    room.kitzingen.presses("send-card")
    room.kitzingen.page.wait_for_timeout(1500)
    expect(room.kitzingen.page.locator("#card")).to_have_value(LETTER)
    room.server.start()
    room.kitzingen.presses("send-card")
    expect(room.kitzingen.page.locator("#card")).to_have_value("")
    room.moderator.sees(LETTER)
    room.giver.sees("3 Karten sind verdeckt")


def the_other_moderator_takes_the_lead(room: Room) -> None:
    """The first one hands over; from then on the other one sees what waits."""
    assert room.is_in_the_bytes_of(LETTER) == {"kitzingen", "moderator"}
    assert room.is_in_the_bytes_of(BICYCLE_AGAIN) == {"spessart", "moderator"}
    room.moderator.presses("hand-over")
    room.second.sees(LETTER)
    expect(room.moderator.page.locator("#live-queue")).to_have_count(0)
    room.notes.says("card", HOUR)
    room.second.sees(HOUR)
    assert room.is_in_the_bytes_of(HOUR) == {"notes", "second"}


def the_cards_are_revealed(room: Room) -> None:
    """All of them at once, without their writers; then they are sorted."""
    expect(room.second.page.locator("#live-queue .live-card")).to_have_count(4)
    room.second.presses("reveal")
    for words in (WALK, BICYCLE_AGAIN, LETTER, HOUR):
        room.all_see(words)
    assert room.is_in_the_bytes_of(BICYCLE) == {"spessart", "moderator"}
    card = room.notes.page.locator("#in-none > li", has_text=WALK).get_attribute("id")
    assert card
    room.notes.presses(card.replace("card-", "new-"))
    name = room.notes.page.locator("input[id^='named-']")
    name.fill("Ort und Zeit")
    room.notes.page.locator("button[id^='send-named-']").click()
    room.all_see("Ort und Zeit")
    parked = room.second.page.locator("#in-none > li", has_text=LETTER).get_attribute("id")
    assert parked
    room.second.presses(parked.replace("card-", "park-"))
    expect(room.giver.page.locator("#live-parked")).to_contain_text(LETTER)
    room.look_around("revealed", "second", "giver", "notes")


def somebody_writes_too_late(room: Room) -> None:
    """The words are kept, a kind sentence says why they were not taken, and nobody else gets them."""
    room.hassberge.page.locator("#card").fill(LATE)
    room.second.presses("next-phase")
    room.giver.sees("Abschließen")
    with room.hassberge.page.expect_response(lambda answer: answer.url.endswith("/karten")) as late:
        room.hassberge.presses("send-card")
    assert late.value.status == 409
    room.hassberge.sees("Die Gruppe schreibt gerade nicht")
    expect(room.hassberge.page.locator("main textarea")).to_have_value(LATE)
    room.hassberge.looks_around("too late")
    assert room.is_in_the_bytes_of(LATE) == {"hassberge"}
    # the moderator who handed over leads no more, and hears who does
    refused = room.moderator.page.evaluate(
        "path => fetch(path, {method: 'POST', body: new URLSearchParams({csrf_token: "
        "document.querySelector('[name=csrf_token]').value})}).then((answer) => answer.status)",
        f"/beratungen/{room.id}/phase/weiter",
    )
    assert refused == 409
    room.hassberge.opens(f"/beratungen/{room.id}/tafel")


def the_case_giver_takes_something_along(room: Room) -> None:
    """They mark a card and say a first step; then the group looks back, and the session is over."""
    card = room.giver.page.locator("li", has_text=WALK).last.get_attribute("id")
    assert card
    room.giver.presses(card.replace("card-", "take-"))
    room.hassberge.sees("Das nimmt die fallgebende Fachkraft mit")
    room.giver.page.locator("#first-step").fill(STEP)
    room.giver.presses("send-first-step")
    room.all_see(STEP)
    room.look_around("closing", "second", "giver", "hassberge")
    room.second.presses("next-phase")
    room.all_see("Zurückblicken")
    room.look_around("reflection", "second", "giver", "observer")
    room.second.presses("finish")
    for chair in room.chairs.values():
        chair.page.wait_for_url(f"**/beratungen/{room.id}")
    room.look_around("over", "giver", "hassberge")


def nothing_is_lost(room: Room) -> None:
    """Every card, question and name lies in the database as it was written, and everybody was there."""
    row = room.row
    assert row.state is SessionState.FINISHED
    assert (row.key_question, row.first_step) == (OFFER, STEP)
    assert row.moderator_id == room.actors["second"].user_id
    cards = db.session.scalars(select(Perspective).where(Perspective.session_id == row.id)).all()
    assert {card.state for card in cards} == {PerspectiveState.REVEALED}
    by_words = {str(card.text): card for card in cards}
    assert set(by_words) == {OFFER, WALK, BICYCLE_AGAIN, LETTER, HOUR}
    assert by_words[LETTER].parked_at
    assert by_words[WALK].taken_at
    assert by_words[WALK].group_id
    asked = db.session.scalars(select(Question).where(Question.session_id == row.id)).one()
    assert (asked.text, asked.answer) == (REPORT, ANSWER)
    assert all(seat.attended_at for seat in row.seats)
    assert {seat.part for seat in row.seats} == set(SeatPart)
    assert db.session.scalar(select(func.count()).select_from(CaseSession)) == 1
    # the case giver has no name in anybody's bytes
    name = room.actors["giver"].user.name
    assert room.is_in_the_bytes_of(name) <= {"giver"}
