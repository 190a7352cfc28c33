"""Every page after a consultation: no barrier in light and dark, and nothing to scroll sideways on a phone."""

import pytest
from sqlalchemy import select

from caseboard.db import db
from caseboard.models import Helped, StepDone
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
