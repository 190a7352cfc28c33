"""A whole live session in a browser without a mouse: three people, every phase, from the first page to the result."""

import pytest
from flask import Flask

from caseboard.models import SessionState
from tests.actors import Actor, Stage
from tests.browser.keyboard import Hands
from tests.browser.visits import Visits
from tests.journeys.running import QUICKLY
from tests.rooms.live_stage import Live

ASKED = "Seit wann bleiben die Termine leer?"
ANSWERED = "Seit dem Winter, mit dem Ende der Ausbildung."
KEY_QUESTION = "Wie wird aus einem Pflichttermin ein Gespräch?"
WALK = "Ein Spaziergang statt eines Schreibtisches."
BAKER = "Das ist doch die vom Bäcker."
HOUR = "Immer dieselbe Stunde in der Woche."
STEP = "Ich rufe am Montag an."
HELPED = "Der Gedanke mit dem Spaziergang."


class Table:
    """The three of them, each at a keyboard; the adviser has a phone with one."""

    def __init__(self, live: Live, visits: Visits) -> None:
        self.live = live
        self.moderator = self.sits(visits, live.moderator)
        self.giver = self.sits(visits, live.author)
        self.adviser = self.sits(visits, live.advisers[0], width=360)

    def sits(self, visits: Visits, actor: Actor, width: int = 1280) -> Hands:
        """Somebody opens the page of the consultation, and goes on from there by keyboard."""
        visit = visits.by(actor, width=width)
        visit.page.set_default_timeout(30_000)
        visit.opens(self.live.address)
        return Hands(visit)

    @property
    def everybody(self) -> tuple[Hands, ...]:
        """All three."""
        return self.moderator, self.giver, self.adviser

    def goes_on(self, to: str) -> None:
        """The moderator presses the button that leads on; every board follows."""
        self.moderator.to("next-phase").press("Enter")
        for hands in self.everybody:
            hands.page.locator(".live-head__phase", has_text=to).wait_for()


@pytest.fixture
def table(app: Flask, stage: Stage, visits: Visits, monkeypatch: pytest.MonkeyPatch) -> Table:
    """A session that has not begun; boards ask often, so that nobody who watches one has to wait."""
    for name, milliseconds in QUICKLY.items():
        monkeypatch.setitem(app.config, name, milliseconds)
    return Table(Live(stage, opened=False), visits)


def test_a_whole_session_needs_no_mouse(table: Table) -> None:
    everybody_comes(table)
    the_case_is_told(table)
    the_key_question_is_found(table)
    a_method_is_chosen(table)
    the_group_consults(table)
    cards_are_sorted(table)
    something_is_taken_along(table)
    the_result_is_written_and_read(table)
    assert [hands.unseen for hands in table.everybody] == [[], [], []]
    complaints = [one for hands in table.everybody for one in hands.visit.complaints]
    assert [one for one in complaints if "410" not in one] == []  # so a board hears that the session is over


def everybody_comes(table: Table) -> None:
    """Each opens the board, the moderator opens the session, and all other boards begin by themselves."""
    for hands in table.everybody:
        hands.goes("Zum Raum der Sitzung")
        hands.sees("Die Sitzung hat noch nicht begonnen")
    table.moderator.to("open-session").press("Enter")
    for hands in table.everybody:
        hands.page.locator(".live-head__phase", has_text="Rollen klären").wait_for()
    table.moderator.to("more-leading").press("Enter")


def the_case_is_told(table: Table) -> None:
    """A question and its answer."""
    table.goes_on("Den Fall erzählen")
    table.adviser.writes("ask", ASKED).to("send-ask").press("Enter")
    table.giver.sees(ASKED)
    answer = table.giver.page.locator("textarea[id^='answer-']").get_attribute("id")
    table.giver.writes(str(answer), ANSWERED).to(f"send-{answer}").press("Space")
    for hands in table.everybody:
        hands.sees(ANSWERED)
    table.moderator.to("one-more").press("Space")


def the_key_question_is_found(table: Table) -> None:
    """Offered by one, revealed by the second, taken by the third."""
    table.goes_on("Die Schlüsselfrage finden")
    table.adviser.writes("offer", KEY_QUESTION).to("send-offer").press("Enter")
    table.moderator.sees(KEY_QUESTION)
    table.moderator.to("reveal").press("Enter")
    table.giver.sees(KEY_QUESTION)
    take = table.giver.page.locator("#live-offers button").get_attribute("id")
    table.giver.to(str(take)).press("Enter")
    table.adviser.page.locator("#live-now", has_text=KEY_QUESTION).wait_for()


def a_method_is_chosen(table: Table) -> None:
    """From the list, with the arrows."""
    table.goes_on("Eine Methode wählen")
    table.moderator.back_to("method").press("ArrowDown")
    table.moderator.to("choose-method").press("Enter")
    table.adviser.page.locator(".live-method").wait_for()


def the_group_consults(table: Table) -> None:
    """Cards are written, one comes back, is written anew, and another is deleted before anybody has seen it."""
    table.goes_on("Beraten")
    for words in (WALK, BAKER, HOUR):
        table.adviser.writes("card", words).to("send-card").press("Enter")
        table.adviser.page.locator("#live-mine p", has_text=words).wait_for()
    deletes = table.adviser.page.locator("#live-mine li", has_text=HOUR).locator("button").get_attribute("id")
    table.adviser.to(str(deletes)).press("Enter")
    table.adviser.page.locator("#live-mine p", has_text=HOUR).wait_for(state="detached")
    # the moderator sends one back that names somebody
    card = table.moderator.page.locator("#live-queue li", has_text=BAKER)
    table.moderator.goes(str(card.locator("a").get_attribute("id")))
    table.moderator.writes("reason", "Bitte ohne den Bäcker.").goes("Absenden")
    # and whoever wrote it writes it anew
    rewrite = table.adviser.page.locator(".live-card--back a")
    rewrite.wait_for()
    table.adviser.goes(str(rewrite.get_attribute("id")))
    table.adviser.writes("text", HOUR).goes("Absenden")
    table.moderator.sees(HOUR)
    table.moderator.to("reveal").press("Enter")
    for hands in table.everybody:
        hands.page.locator("#live-cards", has_text=HOUR).wait_for()


def cards_are_sorted(table: Table) -> None:
    """Two cards come into a group of their own that gets a name, and one of them is parked."""
    keys = [one.split("-", 1)[1] for one in cards_on(table.moderator)]
    table.moderator.to(f"sort-{keys[0]}").press("Enter").to(f"new-{keys[0]}").press("Enter")
    name = table.moderator.page.locator("input[id^='named-']")
    name.wait_for()
    field = str(name.get_attribute("id"))
    table.moderator.back_to(field)
    table.moderator.page.keyboard.type("Ort und Zeit")
    table.moderator.press("Enter")
    table.adviser.page.get_by_role("heading", name="Ort und Zeit").wait_for()
    table.moderator.to(f"sort-{keys[1]}").press("Space").to(f"park-{keys[1]}").press("Space")
    table.giver.page.locator("#live-parked").wait_for()


def cards_on(hands: Hands) -> list[str]:
    """The single cards on somebody's board, by their ids."""
    return hands.page.eval_on_selector_all("#in-none > li", "all => all.map((one) => one.id)")


def something_is_taken_along(table: Table) -> None:
    """The case giver marks a card and says a first step; then the group looks back."""
    table.goes_on("Abschließen")
    take = table.giver.page.locator("#live-cards button[id^='take-']").first.get_attribute("id")
    table.giver.to(str(take)).press("Enter")
    table.adviser.sees("Das nimmt die fallgebende Fachkraft mit")
    table.giver.writes("first-step", STEP).to("send-first-step").press("Enter")
    table.moderator.sees(STEP)
    table.goes_on("Zurückblicken")
    table.moderator.to("finish").press("Enter")
    for hands in table.everybody:
        hands.page.wait_for_url(f"**{table.live.address}")
    assert table.live.row.state is SessionState.FINISHED


def the_result_is_written_and_read(table: Table) -> None:
    """The case giver looks at the sheet as it was stripped and sends it; the others read it."""
    table.giver.goes("Ergebnisblatt schreiben")
    table.giver.writes("helped", HELPED).goes("Ansehen")
    table.giver.goes("Ergebnisblatt so verschicken")
    table.adviser.page.reload()
    table.adviser.goes("Zum Ergebnisblatt")
    assert table.adviser.page.url.endswith("/ergebnis")
    for words in (HELPED, STEP, KEY_QUESTION, WALK, HOUR):
        table.adviser.sees(words)
