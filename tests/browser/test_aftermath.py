"""Every page after a consultation: no barrier in light and dark, nothing to scroll sideways on a phone, and paper."""

import pytest
from sqlalchemy import select

from caseboard.db import db
from caseboard.models import Helped, StepDone
from caseboard.sessions import service
from caseboard.sessions.afterwards import follow_up
from tests.actors import Actor, Stage
from tests.browser.visits import Visits
from tests.rooms.sessions_stage import Round, released_case, safe


@pytest.fixture
def pages(stage: Stage) -> dict[str, tuple[Actor, str]]:
    """Each page with somebody who may open it."""
    asked, told = Round(stage).is_concluded(), Round(stage, themes=("mobilitaet",)).is_concluded()
    follow_up.answer(told.author.user, told.row, StepDone.PARTLY)
    follow_up.tell_what_helped(told.author.user, told.row, safe("Ein Anruf statt eines Briefes."), shares=True)
    key = db.session.scalars(select(Helped.id)).one()
    author = stage.case_manager("kg")
    return {
        "result": (told.advisers[0], f"{told.address}/ergebnis"),
        "what became of it": (asked.author, f"{asked.address}/nachfrage"),
        "what helped": (told.author, f"{told.address}/nachfrage/geholfen"),
        "who was there": (told.moderator, f"{told.address}/anwesenheit"),
        "how was it": (asked.advisers[0], f"{asked.address}/rueckmeldung"),
        "participations": (told.moderator, "/beratungen/teilnahmen"),
        "check": (asked.advisers[0], f"/was-geholfen-hat/{key}/pruefen"),
        "close": (author, f"/faelle/{released_case(stage, author)}/abschliessen"),
    }


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_no_page_keeps_anybody_out(
    visits: Visits, pages: dict[str, tuple[Actor, str]], scheme: str, width: int
) -> None:
    found = {}
    for name, (actor, path) in pages.items():
        visit = visits.by(actor, scheme=scheme, width=width)
        page = visit.opens(path)
        found[name] = [*visit.barriers(), *visit.overflows(), *visit.complaints]
        if page.locator("h1").count() != 1:
            found[name].append(page.inner_text("body")[:200])
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_click_is_made_by_keyboard(visits: Visits, pages: dict[str, tuple[Actor, str]]) -> None:
    # given the case giver in front of the question, without a mouse and without script
    actor, path = pages["what became of it"]
    page = visits.by(actor, script=False).opens(path)
    # when they go to the second answer and press it
    page.get_by_role("button", name="Zum Teil erledigt").focus()
    page.keyboard.press("Enter")
    # then it is noted, and they are asked what has helped
    page.wait_for_url("**/nachfrage/geholfen")
    assert "zum Teil erledigt" in page.inner_text("main")


PAPER = 643
"""What is left of a sheet of A4 between its margins, in pixels of the browser."""

NOT_DARK_ON_WHITE = """() => {
  const dot = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const light = (colour) => {
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = colour;
    dot.fillRect(0, 0, 1, 1);
    const [red, green, blue, there] = dot.getImageData(0, 0, 1, 1).data;
    return there === 0 ? null : (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  };
  const says = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  return [document.documentElement, ...document.querySelectorAll('body, body *')].filter((one) => {
    if (!one.checkVisibility()) return false;
    const style = getComputedStyle(one), ground = light(style.backgroundColor);
    return (ground !== null && ground < 0.9 && !one.matches('.kern-icon')) || (says(one) && light(style.color) > 0.45);
  }).map((one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 40)}`);
}"""
"""What would cost ink or could not be read: a ground that is not nearly white, and words that are not dark."""


@pytest.mark.parametrize("scheme", ["light", "dark", "chosen dark"])
def test_a_result_sheet_on_paper_is_dark_on_white_and_nothing_but_text(
    stage: Stage, visits: Visits, scheme: str
) -> None:
    # given a sheet with long texts, one of them in a word that no line can hold
    told = Round(stage, themes=("mobilitaet",)).all_accept()
    words = ["Donaudampfschifffahrtsgesellschaftskapitän" * 5, "Ein Gedanke mit vielen Worten. " * 40, "Kurz gesagt."]
    for adviser, text in zip(told.advisers, words, strict=True):
        told.writes(adviser, text)
    told.reveals()
    outcome = service.Outcome(safe("Der Blick von außen. " * 20), safe("Einen Brief schreiben."), safe("Danke!"))
    service.conclude(told.author.user, told.row, outcome)
    follow_up.answer(told.author.user, told.row, StepDone.PARTLY)
    # when somebody prints it
    visit = visits.by(told.advisers[0], width=PAPER, scheme=scheme.removeprefix("chosen "))
    page = visit.opens(f"{told.address}/ergebnis")
    if scheme.startswith("chosen"):
        page.evaluate("document.documentElement.dataset.kernTheme = 'dark'")
    page.emulate_media(media="print", color_scheme=scheme.removeprefix("chosen "))
    # then every word is there, and nothing to press or to go to
    paper = page.inner_text("body")
    for text in (*words, "Der Blick von außen.", "Einen Brief schreiben.", "Danke!", "zum Teil erledigt", "Mobilität"):
        assert text.strip() in paper, text
    assert [one.inner_text() for one in page.locator("a, button, nav, summary, form").all() if one.is_visible()] == []
    # and it is dark on white and as wide as the paper
    assert page.evaluate(NOT_DARK_ON_WHITE) == []
    assert visit.overflows() == []
